"""NewsML-G2: a message with items, or one item. Text items are articles; pictures, videos and packages are none.

The names of elements and their meaning are those of the NewsML-G2 specification 2.30; a role or a code is told by what
stands behind its colon, because each provider has its own alias before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from generator.model import Contributor, Metadata, Problem, RawArticle
from generator.moments import Moment
from generator.read.language_tag import read_language_tag
from generator.read.source import Reader, Readings, Source, find_root
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
    read_credit,
    read_first_heading,
    read_standfirst,
    unique,
    warn_damaged,
    with_byline,
)
from generator.read.wire.inline_xml import InlineBody, read_body
from generator.read.wire.nitf import read_nitf_body
from generator.read.wire.text import write_content
from generator.read.xml_document import XML_LANG, parse_xml, text_of, value_at, words_of

_ITEMS = frozenset("newsItem packageItem conceptItem knowledgeItem planningItem catalogItem".split())
_OTHER_ITEMS = {
    "packageItem": "a package",
    "conceptItem": "a concept",
    "knowledgeItem": "a vocabulary",
    "planningItem": "a planning item",
    "catalogItem": "a catalogue",
}
_SUMMARIES = frozenset("summary intro abstract standfirst deck lead teaser".split())
_SECTIONS = ("category", "department", "section", "desk", "ressort")
_SIGNALS = {"correction": "CORRECTED", "update": "UPDATED", "retraction": "KILL", "kill": "KILL"}
_OTHER_NOTE = re.compile(r"closing|contact|picture|graphic|link")
_PUBLISHED_AT = frozenset("canonical publishedas webpage permalink".split())


def read_newsml_g2(source: Source) -> Readings:
    """The items of a file in order. Raises UnreadableError when the file is no XML."""
    document = parse_xml(source)
    root = document.root
    items = [root] if root.tag in _ITEMS else [item for found in root.iterfind("itemSet") for item in found]
    readings = [
        _read_item(source, number, item)
        for number, item in enumerate((item for item in items if isinstance(item.tag, str)), start=1)
    ]
    if not readings:
        message = f"{source.path}: is a NewsML-G2 message without items; there is no article in it"
        readings.append(Problem(path=source.path, message=message))
    if document.fault is not None:
        readings.append(warn_damaged(source, document.fault))
    return tuple(readings)


def _read_item(source: Source, number: int, item: etree._Element) -> RawArticle | Problem:
    body = _read_content(item) if item.tag == "newsItem" else InlineBody()
    kind = _after_colon(value_at(item, "itemMeta/itemClass", "qcode"))
    if item.tag == "newsItem" and (body.html or kind in ("", "text")):
        return make_reading(source, "newsml-g2", number, body.html, _read_hints(item, body), _read_fallback(item))
    return _explain(source, number, item, kind)


def _explain(source: Source, number: int, item: etree._Element, kind: str) -> Problem:
    """Why an item is no article."""
    title = first(value_at(item, "contentMeta/headline"), value_at(item, "itemMeta/title"), item.get("guid"))
    references = sum(1 for _ in item.iter("itemRef"))
    what = _OTHER_ITEMS.get(str(item.tag), f"of the kind {kind or item.tag}")
    if references:
        what += f" that names {references} other item{'s' if references > 1 else ''}"
    message = f"{name_item(source, number, title)}: is {what} and has no text of its own; it can be deleted"
    return Problem(path=source.path, message=message)


def _after_colon(code: str | None) -> str:
    """`text` of `ninat:text`."""
    return (code or "").rpartition(":")[2].casefold()


# --- content ---------------------------------------------------------------------------------------------------------


def _read_content(item: etree._Element) -> InlineBody:
    """The text of the first rendition that has any; others are the same in another form."""
    for content in item.iterfind("contentSet/*"):
        if content.tag == "inlineXML":
            body = _read_inline(content)
        elif content.tag == "inlineData" and _is_text(content):
            body = InlineBody(
                html=write_content(text_of(content), plain="html" not in (content.get("contenttype") or ""))
            )
        else:
            continue
        if body.html:
            return body
    return InlineBody()


def _is_text(content: etree._Element) -> bool:
    kind = (content.get("contenttype") or "text/plain").casefold()
    return content.get("encoding") is None and (kind.startswith("text/") or "html" in kind)


def _read_inline(content: etree._Element) -> InlineBody:
    if content.find(".//body.content") is not None:
        return read_nitf_body(content)
    page = content.find(".//body")
    return read_body(page if page is not None else content)


# --- metadata --------------------------------------------------------------------------------------------------------


def _read_hints(item: etree._Element, body: InlineBody) -> Metadata:
    """What `itemMeta`, `contentMeta` and `rightsInfo` say."""
    meta, content = item.find("itemMeta"), item.find("contentMeta")
    published, updated = _read_dates(item)
    embargo = read_wire_moment(value_at(meta, "embargoed"))
    titles = list(_read_headlines(content))
    title = next((text for role, text in titles if "sub" not in role), None)
    source, credited = _read_source(item)
    dateline = read_wire_dateline(value_at(content, "dateline"), published)
    note = _read_note(meta)
    hints = Metadata(
        title=title,
        deck=_read_deck(content, titles, title, body),
        contributors=tuple(_read_contributors(content)),
        source=source,
        agency=other_name(source, credited, dateline.agency),
        dateline=dateline.dateline,
        published=published,
        updated=updated,
        embargo=embargo,
        section=_read_section(content),
        labels=_read_labels(meta, content, embargo, note),
        item=present(item.get("guid")),
        version=present(item.get("version")),
        url=_read_address(meta),
        photo_credits=unique(body.credits),
        captions=unique(body.captions),
        topics=known_topics(subject.get("qcode") for subject in _children(content, "subject")),
        extra=keep_extra(slugline=value_at(content, "slugline"), ednote=note),
    )
    names = (source, credited, *_source_names(item))
    return with_byline(hints, read_wire_byline(present(value_at(content, "by")), names))


def _read_fallback(item: etree._Element) -> Metadata:
    """Where the content comes from, which is not always where it was written; software writes a language unasked."""
    located = item.find("contentMeta/located")
    language = first(value_at(item, "contentMeta/language", "tag"), item.get(XML_LANG))
    return Metadata(dateline=read_wire_dateline(_name(located)).dateline, language=read_language_tag(language or ""))


def _children(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    return element.iterfind(name) if element is not None else iter(())


def _name(element: etree._Element | None) -> str | None:
    """The name of a person, place or organisation, as an element or as a literal."""
    return first(value_at(element, "name"), element.get("literal")) if element is not None else None


def _read_dates(item: etree._Element) -> tuple[Moment | None, Moment | None]:
    """First and last version; archives say it of the content alone."""

    def at(path: str) -> Moment | None:
        return read_wire_moment(value_at(item, path))

    first_created, version_created = at("itemMeta/firstCreated"), at("itemMeta/versionCreated")
    if first_created is None and version_created is None:
        return settle_dates(at("contentMeta/contentCreated"), at("contentMeta/contentModified"))
    return settle_dates(first_created, version_created)


def _read_headlines(content: etree._Element | None) -> Iterator[tuple[str, str]]:
    for headline in _children(content, "headline"):
        if text := present(words_of(headline)):
            yield _after_colon(headline.get("role")), text


def _read_deck(
    content: etree._Element | None, titles: list[tuple[str, str]], title: str | None, body: InlineBody
) -> str | None:
    """A second headline, a summary, or a heading that the text begins with below its headline."""
    second = next((text for role, text in titles if "sub" in role), None)
    heading = read_first_heading(body.html) if title else None
    return second or _read_summary(content, title, body) or (heading if heading != title else None)


def _read_summary(content: etree._Element | None, title: str | None, body: InlineBody) -> str | None:
    for description in _children(content, "description"):
        role = _after_colon(description.get("role"))
        if not role or role in _SUMMARIES:
            return read_standfirst(words_of(description), title, body.html)
    return None


def _read_source(item: etree._Element) -> tuple[str | None, str | None]:
    """Who sent the item, and whose it is besides: the credit line as printed, else provider, source or owner."""
    names = list(_source_names(item))
    credited, other = read_credit(value_at(item, "contentMeta/creditline"))
    domain = next((name for name in names if "." in name and " " not in name), None)
    return first(credited, *(name for name in names if name != domain), domain), other


def _source_names(item: etree._Element) -> Iterator[str]:
    for path in ("itemMeta/provider", "contentMeta/infoSource", "rightsInfo/copyrightHolder"):
        for element in item.iterfind(path):
            if name := _name(element):
                yield name


def _read_contributors(content: etree._Element | None) -> Iterator[Contributor]:
    """People named with the part they had; identifiers of accounts are no names."""
    for element in _children(content, "contributor"):
        name, part = _name(element), read_part(element.get("role") or element.get("jobtitle"))
        if name and part and " " in name and is_person(name):
            yield Contributor(name=name, role="writing" if part == "author" else part)


def _read_note(meta: etree._Element | None) -> str | None:
    """The first note to editors on the text, not on contacts or pictures; one for the public comes first."""
    notes = [
        (_after_colon(note.get("role")), text)
        for note in _children(meta, "edNote")
        if not len(note) and (text := present(words_of(note)))
    ]
    public = [text for role, text in notes if role == "public"]
    return next(iter([*public, *(text for role, text in notes if not _OTHER_NOTE.search(role))]), None)


def _read_section(content: etree._Element | None) -> str | None:
    for subject in _children(content, "subject"):
        kind = f"{subject.get('type') or ''} {(subject.get('qcode') or '').partition(':')[0]}".casefold()
        name = _name(subject)
        if name and len(name) > 1 and any(word in kind for word in _SECTIONS):
            return name
    return None


def _read_labels(
    meta: etree._Element | None, content: etree._Element | None, embargo: Moment | None, note: str | None
) -> tuple[str, ...]:
    signals = (_SIGNALS.get(_after_colon(signal.get("qcode"))) for signal in _children(meta, "signal"))
    return unique(
        (
            *label_status(value_at(meta, "pubStatus", "qcode"), embargo),
            *(("EMBARGO",) if embargo is None and meta is not None and meta.find("embargoed") is not None else ()),
            *signals,
            *label_slugline(value_at(content, "slugline")),
            *label_urgency(value_at(content, "urgency")),
            *label_note(note),
        )
    )


def _read_address(meta: etree._Element | None) -> str | None:
    for link in _children(meta, "link"):
        address = link.get("href") or ""
        if _after_colon(link.get("rel")) in _PUBLISHED_AT and address.startswith(("http://", "https://")):
            return address
    return None


def is_newsml_g2(source: Source) -> bool:
    """Whether the root element is a message or an item of NewsML-G2."""
    root = find_root(source.text)
    return root is not None and (root.name in _ITEMS or root.name == "newsMessage") and not _is_rcv1(root.attributes)


def _is_rcv1(attributes: str) -> bool:
    return "itemid=" in attributes


NEWSML_G2 = Reader("newsml-g2", is_newsml_g2, read_newsml_g2)
