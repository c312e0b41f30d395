"""ninjs (News in JSON), versions 1 to 3: one item, or several in a container.

The names of properties are those of the IPTC's schemas 1.8, 2.4 and 3.3. Version 1 writes them in one word, 2 adds
lists of bodies and headlines with roles, 3 writes them in camel case: they are read without regard to case and signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from generator.model import Contributor, Metadata, Problem, RawArticle
from generator.read.json_text import load_json
from generator.read.language_tag import read_language_tag
from generator.read.source import Reader, Readings, Source
from generator.read.wire.byline import is_person, read_part, read_wire_byline
from generator.read.wire.dates import read_wire_dateline, read_wire_moment, settle_dates
from generator.read.wire.header import (
    first,
    keep_extra,
    known_topics,
    label_note,
    label_slugline,
    label_status,
    label_urgency,
    make_reading,
    name_item,
    other_name,
    present,
    read_photo_credit,
    read_standfirst,
    unique,
    with_byline,
)
from generator.read.wire.text import mend_signs, write_content

Item = Mapping[str, Any]
"""The properties of an item, their names in small letters and figures alone."""

_CONTAINERS = ("item", "items", "data", "newsitems", "results")
_DEEPEST = 3
# An item has an identifier, and at least two of the properties that only news has.
_IDENTIFIERS = ("uri", "guid")
_TELLING = frozenset(
    (
        "versioncreated pubstatus bodyhtml bodytext bodyxhtml bodies headlines slugline urgency renditions ednote"
        " located copyrightholder firstcreated associations"
    ).split()
)
_PICTURES = frozenset("picture photo graphic image video audio".split())
_TAG = re.compile(r"<[^<>]{0,2000}>")
_SECTION_RELATIONS = ("category", "section", "department")


def read_ninjs(source: Source) -> Readings:
    """The items of a file in order."""
    items = enumerate(_find_items(load_json(source)), start=1)
    return tuple(_read_item(source, number, item) for number, item in items)


def _find_items(value: object, depth: int = 0) -> Iterator[Item]:
    if isinstance(value, list):
        for part in value if depth <= _DEEPEST else ():
            yield from _find_items(part, depth + 1)
    elif isinstance(value, Mapping):
        item = _plain(value)
        if _is_item(item):
            yield item
        elif depth <= _DEEPEST:
            for name in _CONTAINERS:
                yield from _find_items(item.get(name), depth + 1)


def _plain(value: Mapping[str, Any]) -> Item:
    return {"".join(sign for sign in str(name).casefold() if sign.isalnum()): held for name, held in value.items()}


def _is_item(item: Item) -> bool:
    return any(_text(item, name) for name in _IDENTIFIERS) and len(_TELLING & item.keys()) >= 2


def _read_item(source: Source, number: int, item: Item) -> RawArticle | Problem:
    kind = (_text(item, "type") or "text").casefold()
    html = "" if kind in _PICTURES else _read_body(item)
    if html:
        return make_reading(source, "ninjs", number, html, _read_hints(item, html), _read_fallback(item))
    name = name_item(source, number, _title(item))
    if kind in _PICTURES or kind == "composite":
        message = f"{name}: is of the kind {kind} and has no text of its own; it can be deleted"
    elif _texts_elsewhere(item):
        message = f"{name}: names its text by an address only; get the text and put it into the inbox instead"
    else:
        message = f"{name}: holds {'a headline only' if _title(item) else 'no text'}; add the article's text to it"
    return Problem(path=source.path, message=message)


# --- values ----------------------------------------------------------------------------------------------------------


def _text(item: Item, *names: str) -> str | None:
    """The first property of these that is text, or a number."""
    for name in names:
        value = item.get(name)
        if isinstance(value, str | int) and not isinstance(value, bool) and (text := present(str(value))):
            return text
    return None


def _list(item: Item, *names: str) -> list[Item]:
    """The objects that a property lists, or holds by names of their own; properties of several names in turn."""
    found: list[Item] = []
    for name in names:
        value = item.get(name)
        if isinstance(value, Mapping):
            value = list(value.values())
        if isinstance(value, list):
            found.extend(_plain(entry) for entry in value if isinstance(entry, Mapping))
    return found


def _strip(html: str | None) -> str | None:
    return present(unescape(_TAG.sub(" ", html))) if html else None


# --- content ---------------------------------------------------------------------------------------------------------


def _read_body(item: Item) -> str:
    """The richest body that holds words: HTML before plain text."""
    html: list[Any] = [item.get(name) for name in ("bodyhtml", "bodyhtml5", "bodyxhtml")]
    plain: list[Any] = []
    for body in _list(item, "bodies"):
        kind = (_text(body, "contenttype") or "").casefold()
        (html if "html" in kind else plain).append(body.get("value") if "xml" not in kind or "html" in kind else None)
    plain.append(item.get("bodytext"))
    for value in html:
        if isinstance(value, str) and _strip(value):
            return mend_signs(value).strip()
    for value in plain:
        if isinstance(value, str) and value.strip():
            return write_content(value)
    return ""


def _texts_elsewhere(item: Item) -> bool:
    return any(
        (_text(rendition, "type", "mimetype") or "").startswith("text") for rendition in _list(item, "renditions")
    )


# --- metadata --------------------------------------------------------------------------------------------------------


def _read_hints(item: Item, html: str) -> Metadata:
    published, updated = settle_dates(
        read_wire_moment(_text(item, "firstpublished", "firstcreated", "contentcreated")),
        read_wire_moment(_text(item, "versioncreated")),
    )
    embargo = read_wire_moment(_text(item, "embargoed"))
    title, note = _title(item), _strip(_text(item, "ednote"))
    source = first(_text(item, "source"), _text(item, "provider"), _text(item, "copyrightholder"), _named_source(item))
    holder = _text(item, "copyrightholder")
    pictures = [one for one in _list(item, "associations") if (_text(one, "type") or "picture") in _PICTURES]
    people = _list(item, "authors", "contributors")
    hints = Metadata(
        title=title,
        deck=_read_deck(item, title, html),
        authors=unique(_text(person, "name") for person in people if _is_author(person)),
        contributors=tuple(_read_contributors(people)),
        source=source,
        agency=other_name(source, holder),
        published=published,
        updated=updated,
        embargo=embargo,
        section=_read_section(item),
        labels=unique(
            (
                *label_status(_text(item, "pubstatus"), embargo),
                *(("ADVISORY",) if _text(item, "type") == "advisory" else ()),
                *label_slugline(_text(item, "slugline")),
                *label_urgency(_text(item, "urgency")),
                *label_note(note),
            )
        ),
        item=_text(item, "guid", "uri"),
        version=_text(item, "version"),
        url=_read_address(item),
        photo_credits=unique(read_photo_credit(_credit(one)) for one in pictures),
        captions=unique(_caption(one) for one in pictures),
        topics=known_topics(_read_codes(item)),
        extra=keep_extra(slugline=_text(item, "slugline"), ednote=note),
    )
    byline = read_wire_byline(_text(item, "byline", "by"), (source, holder))
    return with_byline(hints if not byline.authors else _without_authors(hints), byline)


def _without_authors(hints: Metadata) -> Metadata:
    """A printed byline comes before the list of those who worked on the item."""
    return replace(hints, authors=())


def _read_fallback(item: Item) -> Metadata:
    """Where the item is said to come from, and a language that software writes unasked."""
    located, byline = _text(item, "located"), _text(item, "byline", "by") or ""
    if located and (
        located.casefold() in byline.casefold() or byline.casefold().startswith(located.split(",")[0].casefold())
    ):
        located = None
    language = read_language_tag(_text(item, "language") or "")
    return Metadata(dateline=read_wire_dateline(located).dateline, language=language)


def _title(item: Item) -> str | None:
    headlines = [(_text(entry, "role") or "main", _text(entry, "value")) for entry in _list(item, "headlines")]
    main = next((text for role, text in headlines if text and "sub" not in role), None)
    return _strip(_text(item, "headline")) or _strip(main) or _strip(_text(item, "headlinemain"))


def _read_deck(item: Item, title: str | None, html: str) -> str | None:
    headlines = [
        *_list(item, "subheadlines"),
        *(e for e in _list(item, "headlines") if "sub" in (_text(e, "role") or "")),
    ]
    second = _strip(_text(item, "subheadline")) or next((_text(entry, "value") for entry in headlines), None)
    if second:
        return _strip(second)
    described = _text(item, "descriptiontext", "descriptionhtml", "descriptionsummary")
    lists = next((_text(entry, "value") for entry in _list(item, "descriptions")), None)
    return read_standfirst(_strip(described or lists), title, html)


def _is_author(person: Item) -> bool:
    name = _text(person, "name")
    return name is not None and is_person(name) and read_part(_text(person, "role", "rel")) in ("author", None)


def _read_contributors(people: list[Item]) -> Iterator[Contributor]:
    for person in people:
        name, part = _text(person, "name"), read_part(_text(person, "role", "rel"))
        if name and part and part != "author" and is_person(name):
            yield Contributor(name=name, role=part)


def _named_source(item: Item) -> str | None:
    return next((_text(entry, "name", "literal") for entry in _list(item, "infosource", "infosources")), None)


def _read_section(item: Item) -> str | None:
    """The name of a subject that is said to be a category, else of the service."""
    for subject in _list(item, "subject", "subjects"):
        relations = " ".join(str(part) for part in (subject.get("rel"), subject.get("rels"), subject.get("scheme")))
        name = _text(subject, "name")
        if name and len(name) > 2 and any(word in relations.casefold() for word in _SECTION_RELATIONS):
            return name
    return next((_text(service, "name") for service in _list(item, "service", "services")), None)


def _read_codes(item: Item) -> Iterator[str | None]:
    """Subjects as qcodes: `medtop:20000056`, or the number beside a scheme or address of that name."""
    for subject in _list(item, "subject", "subjects"):
        code = _text(subject, "code", "qcode", "literal") or ""
        uri = _text(subject, "uri") or ""
        scheme = f"{_text(subject, 'scheme') or ''} {uri}".casefold()
        number = code if code.isdigit() else uri.rstrip("/").rpartition("/")[2]
        yield code if code.startswith("medtop:") else f"medtop:{number}" if "mediatopic" in scheme else None


def _read_address(item: Item) -> str | None:
    for name in ("url", "weburl", "canonicalurl", "guid"):
        address = _text(item, name)
        if address and _is_page(address):
            return address
    return None


def _is_page(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and len(parts.path) > 1 and " " not in address


def _caption(picture: Item) -> str | None:
    lists = next((_text(entry, "value") for entry in _list(picture, "descriptions")), None)
    return _strip(_text(picture, "descriptiontext", "descriptioncaption", "descriptionhtml", "bodytext") or lists)


def _credit(picture: Item) -> str | None:
    return _strip(_text(picture, "byline", "by", "creditline", "descriptioncreditline"))


def is_ninjs(source: Source) -> bool:
    """Whether a file is JSON that holds an item of news."""
    return next(_find_items(load_json(source)), None) is not None


NINJS = Reader("ninjs", is_ninjs, read_ninjs)
