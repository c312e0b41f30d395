"""RSS 0.9x to 2.0, RDF (RSS 1.0), Atom 0.3 and 1.0, and WordPress exports: each entry is an article.

Feeds are parsed by feedparser from the file's bytes: it knows their encodings and dialects, and reads what is broken.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from generator.exceptions import UnreadableError
from generator.moments import Moment
from generator.read.decoding import clean_text
from generator.read.feeds.dates import list_ambiguous, read_feed_date
from generator.read.feeds.entry import Entry, Feed, read_entries
from generator.read.feeds.names import read_names
from generator.read.feeds.outlet import find_outlet
from generator.read.feeds.wordpress import find_fault, is_export, is_post, list_authors, read_post
from generator.read.feeds.xml import make_sound
from generator.read.language_tag import read_language_tag
from generator.read.plain_html import holds_tags, mark_paragraphs, strip_tags, write_plain
from generator.read.source import Reader, Readings, Source, find_root
from generator.read.web_address import make_address

_RDF = ("purl.org/rss/1.0", "my.netscape.com/rdf", "channel.netscape.com/rdf", "<channel")
_DECLARATION_WITHIN = 2000
_LONGEST_TITLE = 1000
_LONGEST_CATEGORY = 60
_NO_CATEGORY = frozenset(("uncategorized", "uncategorised", "allgemein", "sin categoría", "non classé"))
_REMEDY = "download it again, or delete it"
_HTML_TYPES = ("text/html", "application/xhtml+xml")


def is_feed(source: Source) -> bool:
    """Whether a file's first element is that of a feed; what a server printed above the declaration is borne."""
    head = source.text[:_DECLARATION_WITHIN]
    root = find_root(source.text[max(head.find("<?xml"), 0) :])
    if root is None:
        return False
    if root.name == "RDF":
        return any(sign in root.attributes or sign in source.text[:20_000] for sign in _RDF)
    return root.name.lower() in ("rss", "feed")


def read_feed(source: Source) -> Readings:
    """The entries in the order of the feed.

    Raises UnreadableError when there is none.
    """
    feed, entries, fault = parse_feed(source)
    if not entries:
        what = f"is a feed whose XML is damaged ({fault})" if fault else "is a feed without entries"
        raise UnreadableError(f"{source.path}: {what}; {_REMEDY}")
    if fault and _ends_within_entry(source.text):
        entries = (*entries[:-1], replace(entries[-1], fault="the file ends within it; download it again"))
    return read_entries(source, "feed", feed, entries)


def parse_feed(source: Source) -> tuple[Feed, tuple[Entry, ...], str | None]:
    """What a feed says of itself, its entries whether they hold a text or not, and what is wrong with its XML."""
    import feedparser  # takes a sixth of a second, which no other form has to pay

    data, fault = make_sound(source)
    try:
        found = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # it means to read anything, and what it raises where it does not is of any kind
        raise UnreadableError(f"{source.path}: is a feed that cannot be read ({error}); {_REMEDY}") from error
    raw = [entry for entry in found["entries"] if is_post(entry)]
    atom = str(found["version"]).startswith("atom")
    names = list_authors(source.text) if raw and is_export(raw[0]) else {}
    entries = tuple(_read_entry(entry, atom, source.day_first, names) for entry in raw)
    return _read_channel(found["feed"], atom, entries), entries, fault


def _ends_within_entry(text: str) -> bool:
    tail = text.lower()
    return max(tail.rfind("</item>"), tail.rfind("</entry>")) < max(tail.rfind("<item"), tail.rfind("<entry"))


# --- the channel -----------------------------------------------------------------------------------------------------


def _read_channel(said: Mapping[str, Any], atom: bool, entries: tuple[Entry, ...]) -> Feed:
    url = make_address(_text(said, "link"))
    title = _plain(said, "title")
    near = url or next((address for entry in entries if (address := make_address(entry.url))), None)
    source = _read_publisher(said) or (find_outlet(title, near) if title else None)
    # RSS names the editor of the whole here; of Atom's entries it is the author (RFC 4287, 4.2.1).
    authors = _read_authors(said, {}) if atom else ()
    return Feed(
        source=source,
        authors=tuple(name for name in authors if name not in (source, title)),
        language=read_language_tag(_text(said, "language")),
        url=url,
        key=_text(said, "id") or _text(said, "link") or title or "",
    )


def _read_publisher(said: Mapping[str, Any]) -> str | None:
    names = read_names((_text(said, "publisher"),)) if "@" not in _text(said, "publisher") else ()
    return " and ".join(names) or None


# --- its entries -----------------------------------------------------------------------------------------------------


def _read_entry(raw: Mapping[str, Any], atom: bool, day_first: bool, names: Mapping[str, str]) -> Entry:
    exported = is_export(raw)
    content, summary, base = _read_content(raw, atom)
    published = _read_moment(raw, ("published",), day_first)
    updated = _read_moment(raw, ("updated", "created"), day_first)
    origin = raw.get("source")
    if published is None and not atom:
        published, updated = updated, None  # RSS has one date for both (dc:date)
    return Entry(
        title=(_plain(raw, "title") or "")[:_LONGEST_TITLE] or None,
        content=read_post(content) if exported else content,
        summary=summary or (write_plain(_text(raw, "excerpt_encoded")) if exported else ""),
        base=base or None,
        identifier=_text(raw, "id").strip() or None,
        url=_find_link(raw),
        authors=_read_authors(raw, names),
        source=(_plain(origin, "title") if isinstance(origin, Mapping) else None) or _read_publisher(raw),
        published=published,
        updated=updated,
        language=read_language_tag(_text(raw, "language")),
        categories=_read_categories(raw),
        photo_credits=read_names(tuple(_text(credit, "content") for credit in _list(raw, "media_credit"))),
        captions=_read_captions(raw),
        review=list_ambiguous({"published": _text(raw, "published"), "updated": _text(raw, "updated")}),
        fault=find_fault(raw) if exported else None,
    )


def _read_content(raw: Mapping[str, Any], atom: bool) -> tuple[str, str, str]:
    """Content and summary as HTML, and what the content's addresses are relative to.

    Of several contents (plain, HTML) the HTML is taken, of several of that the longest.
    """
    parts = [part for part in _list(raw, "content") if _is_readable(part)]
    best = max(parts, key=lambda part: (part.get("type") in _HTML_TYPES, len(_text(part, "value"))), default=None)
    detail = raw.get("summary_detail")
    summary = detail if isinstance(detail, Mapping) and _is_readable(detail) else None
    if best is None and summary is None and (text := _text(raw, "media_xdescription")):
        return write_plain(text), "", ""
    chosen = best or summary
    return (
        _as_html(best, atom) if best else "",
        _as_html(summary, atom) if summary else "",
        _text(chosen, "base") if chosen else "",
    )


def _is_readable(part: Mapping[str, Any]) -> bool:
    kind = _text(part, "type") or "text/html"
    # Bytes that are text have been decoded; others are what they were, without a space.
    encoded = kind == "application/octet-stream" and " " in _text(part, "value")
    return kind.startswith("text/") or kind in _HTML_TYPES or encoded


def _as_html(part: Mapping[str, Any], atom: bool) -> str:
    """Only Atom says truly which text is plain. In HTML without any tag, line ends are all that parts paragraphs."""
    value = _text(part, "value")
    if part.get("type") not in _HTML_TYPES and (atom or not holds_tags(value)):
        return write_plain(value)
    return value if holds_tags(value) else mark_paragraphs(value)


def _read_moment(raw: Mapping[str, Any], keys: tuple[str, ...], day_first: bool) -> Moment | None:
    moments = (read_feed_date(_text(raw, key), _value(raw, f"{key}_parsed"), day_first) for key in keys)
    return next((moment for moment in moments if moment), None)


def _find_link(raw: Mapping[str, Any]) -> str | None:
    """The article's own address: what FeedBurner led to, the link, the alternate link."""
    links = [_text(link, "href") for link in _list(raw, "links") if link.get("rel", "alternate") == "alternate"]
    offered = (_text(raw, "feedburner_origlink"), _text(raw, "link"), *links)
    return next((link.strip() for link in sorted(offered, key=_is_foreign) if link.strip()), None)


def _is_foreign(link: str) -> bool:
    """Whether an address is of no web page: `at://…`, `mailto:…`."""
    scheme, colon, _ = link.strip().partition(":")
    return bool(colon) and scheme.isalpha() and scheme.lower() not in ("http", "https")


def _read_authors(raw: Mapping[str, Any], names: Mapping[str, str]) -> tuple[str, ...]:
    """`names` are the names of an export's authors, by what its posts call them."""
    listed = [_text(author, "name") for author in _list(raw, "authors")]
    return read_names(tuple(names.get(name, name) for name in listed if name))


def _read_categories(raw: Mapping[str, Any]) -> tuple[str, ...]:
    words = (" ".join(strip_tags(_text(tag, "label") or _text(tag, "term")).split()) for tag in _list(raw, "tags"))
    kept = (w for w in words if 0 < len(w) <= _LONGEST_CATEGORY and "://" not in w and w.casefold() not in _NO_CATEGORY)
    return tuple(dict.fromkeys(kept))


def _read_captions(raw: Mapping[str, Any]) -> tuple[str, ...]:
    """What is said of the entry's picture, where it has one."""
    pictures = [m for m in _list(raw, "media_content") if m.get("medium", "image") == "image" and m.get("url")]
    caption = strip_tags(_text(raw, "media_xdescription"))
    return (caption,) if pictures and caption else ()


# --- feedparser's values ---------------------------------------------------------------------------------------------


def _value(values: Mapping[str, Any], key: str) -> Any:
    """Feedparser's own lookup is passed by, which answers for one key with the value of another."""
    return dict.get(values, key) if isinstance(values, dict) else None


def _text(values: Mapping[str, Any], key: str) -> str:
    value = _value(values, key)
    return clean_text(value) if isinstance(value, str) else ""


def _list(values: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    listed = _value(values, key)
    return [value for value in listed if isinstance(value, dict)] if isinstance(listed, list) else []


def _plain(values: Mapping[str, Any], key: str) -> str | None:
    """Plain text on one line, of a value that may be HTML."""
    detail = _value(values, f"{key}_detail")
    markup = isinstance(detail, dict) and detail.get("type") in _HTML_TYPES
    text = _text(values, key)
    return (strip_tags(text) if markup else " ".join(text.split())) or None


FEED = Reader("feed", is_feed, read_feed)
