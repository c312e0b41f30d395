"""NITF (News Industry Text Format, 2.5 to 3.6): one story with a head that says everything about it.

The names of elements and their meaning are those of the NITF 3.1 DTD; `date.*` are in the zone they name.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from generator.model import Dateline, Metadata
from generator.moments import Moment, day_of, instant
from generator.read.language_tag import read_language_tag
from generator.read.source import Reader, Readings, Source, find_root
from generator.read.wire.byline import WireByline, read_wire_byline
from generator.read.wire.dates import read_wire_dateline, read_wire_moment, settle_dates
from generator.read.wire.header import (
    first,
    keep_extra,
    known_topics,
    label_note,
    label_status,
    label_urgency,
    make_reading,
    other_name,
    present,
    read_standfirst,
    unique,
    warn_damaged,
    with_byline,
)
from generator.read.wire.inline_xml import InlineBody, read_body
from generator.read.xml_document import XML_LANG, parse_xml, value_at, values_at, words_of

# Blocks of a body by what they hold: archives send the whole text and its first paragraph again.
_WHOLE_TEXT = "full_text"


def read_nitf(source: Source) -> Readings:
    """One article. Raises UnreadableError when the file is no XML."""
    document = parse_xml(source)
    body = read_nitf_body(document.root)
    fallback = Metadata(language=read_language_tag(_read_language(document.root) or ""))
    reading = make_reading(source, "nitf", 1, body.html, read_nitf_hints(document.root, body), fallback)
    return (reading,) if document.fault is None else (reading, warn_damaged(source, document.fault))


def read_nitf_body(nitf: etree._Element) -> InlineBody:
    """The text of `body.content`; in a broken file one may stand in another, whose text is its own as well."""
    found = nitf.iterfind(".//body.content")
    contents = [content for content in found if next(content.iterancestors("body.content"), None) is None]
    whole = [block for content in contents for block in content.iterfind("block") if block.get("class") == _WHOLE_TEXT]
    return read_body(*(whole or contents))


def read_nitf_hints(nitf: etree._Element, body: InlineBody) -> Metadata:
    """What head and `body.head` say."""
    docdata, head = nitf.find(".//docdata"), nitf.find(".//body.head")
    release = _moment(docdata, "date.release")
    published, updated = settle_dates(_read_published(docdata) or release, _read_revised(nitf))
    embargo = _read_embargo(docdata, published, release)
    title = _read_title(nitf, head)
    holder, paper = value_at(docdata, "doc.copyright", "holder"), value_at(nitf, ".//pubdata", "name")
    source = first(paper, holder, value_at(head, "distributor"), value_at(docdata, "del-list/from-src", "src-name"))
    line = _find_dateline(nitf, head)
    dateline = read_wire_dateline(_dateline_words(line), published)
    note = value_at(docdata, "ed-msg", "info")
    status = docdata.get("management-status") if docdata is not None else None
    hints = Metadata(
        title=title,
        deck=_read_deck(head, title, body.html),
        source=source,
        agency=other_name(source, holder, dateline.agency),
        dateline=_place(line, dateline.dateline, published),
        published=published,
        updated=updated,
        embargo=embargo,
        section=_read_section(nitf),
        labels=unique(
            (
                *label_status(status, embargo),
                *label_urgency(value_at(docdata, "urgency", "ed-urg")),
                *label_note(note),
            )
        ),
        item=first(value_at(docdata, "doc-id", "id-string")),
        version=first(value_at(docdata, "du-key", "version"), value_at(docdata, "du-key", "generation")),
        url=_read_address(nitf),
        photo_credits=unique(body.credits),
        captions=unique(body.captions),
        topics=known_topics(_codes(nitf)),
        extra=keep_extra(slugline=_read_slugline(nitf, docdata), ednote=note),
    )
    return with_byline(hints, _read_byline(head, (source, holder)))


def _moment(docdata: etree._Element | None, name: str) -> Moment | None:
    return read_wire_moment(value_at(docdata, name, "norm"), midnight_is_none=True)


def _read_published(docdata: etree._Element | None) -> Moment | None:
    printed = value_at(docdata.getparent() if docdata is not None else None, "pubdata", "date.publication")
    return _moment(docdata, "date.issue") or read_wire_moment(printed, midnight_is_none=True)


def _read_revised(nitf: etree._Element) -> Moment | None:
    """The last date of the revision history."""
    dates = [read_wire_moment(text, midnight_is_none=True) for text in values_at(nitf, ".//revision-history", "norm")]
    return max((moment for moment in dates if moment is not None), key=instant, default=None)


def _read_embargo(docdata: etree._Element | None, published: Moment | None, release: Moment | None) -> Moment | None:
    """The date of release, where it is after the date of issue or the item is said to be embargoed."""
    if docdata is None or release is None:
        return None
    if (docdata.get("management-status") or "").casefold() == "embargoed":
        return release
    return release if published is not None and instant(release) > instant(published) else None


def _read_title(nitf: etree._Element, head: etree._Element | None) -> str | None:
    """The headline; `title` of the head is often the slug, and is taken only when it reads like a headline."""
    headline = value_at(head, ".//hl1") or value_at(nitf, "./body/body.head/headline")
    if headline is not None:
        return present(headline)
    named = present(value_at(nitf, "./head/title"))
    words = (named or "").split()
    return named if len(words) >= 4 and sum(word.islower() for word in words) >= 2 else None


def _read_deck(head: etree._Element | None, title: str | None, html: str) -> str | None:
    for second in head.iterfind(".//hl2") if head is not None else ():
        if "online" not in (second.get("class") or "") and (text := words_of(second)) and text != title:
            return text
    return read_standfirst(value_at(head, "abstract"), title, html)


def _find_dateline(nitf: etree._Element, head: etree._Element | None) -> etree._Element | None:
    found = head.find("dateline") if head is not None else None
    return found if found is not None else nitf.find(".//block/dateline")


def _dateline_words(element: etree._Element | None) -> str | None:
    """A dateline's words but for those of its `story.date`, in whatever language they are."""
    if element is None:
        return None
    parts = [element.text, *(text for part in element for text in (_location_words(part), part.tail))]
    return " ".join(" ".join(part for part in parts if part).split()).replace(" ,", ",") or None


def _location_words(part: etree._Element) -> str | None:
    if part.tag == "story.date":
        return None
    named = len(part) > 1 and not any((text or "").strip() for text in (part.text, *(child.tail for child in part)))
    return ", ".join(words for child in part if (words := words_of(child))) if named else words_of(part)


def _place(element: etree._Element | None, read: Dateline | None, near: Moment | None) -> Dateline | None:
    """The dateline with the day its `story.date` names, and the place its `location` names where none was read."""
    if element is None:
        return None
    moment = read_wire_moment(value_at(element, "story.date", "norm"), midnight_is_none=True)
    if moment is None and (printed := read_wire_dateline(value_at(element, "story.date"), near).dateline):
        moment = printed.date
    place = (read.place if read else None) or value_at(element, "location")
    day = day_of(moment) if moment else (read.date if read else None)
    return Dateline(place=place, date=day) if place or day else None


def _read_language(nitf: etree._Element) -> str | None:
    body = nitf.find("body")
    return first(nitf.get(XML_LANG), nitf.get("lang"), body.get(XML_LANG) if body is not None else None)


def _read_section(nitf: etree._Element) -> str | None:
    sections = _meta(nitf, "online_sections") or _meta(nitf, "section")
    printed = value_at(nitf, ".//pubdata", "position.section")
    subject = value_at(nitf, ".//tobject.subject", "tobject.subject.type")
    return first(
        sections.partition(";")[0] if sections else None,
        printed if printed and not printed[0].isdigit() and len(printed) > 1 else None,
        subject,
    )


def _meta(nitf: etree._Element, name: str) -> str | None:
    return next((meta.get("content") for meta in nitf.iterfind("./head/meta") if meta.get("name") == name), None)


def _read_address(nitf: etree._Element) -> str | None:
    for address in (value_at(nitf, ".//pubdata", "ex-ref"), _meta(nitf, "canonical"), _meta(nitf, "url")):
        if address and address.startswith(("http://", "https://")) and " " not in address:
            return address
    return None


def _read_slugline(nitf: etree._Element, docdata: etree._Element | None) -> str | None:
    return first(_meta(nitf, "anpa-keyword"), _meta(nitf, "slug"), value_at(docdata, "du-key", "key"))


def _codes(nitf: etree._Element) -> Iterator[str]:
    """The Media Topics below the top: at the top, the older subject codes have the same numbers."""
    for code in values_at(nitf, ".//tobject.subject", "tobject.subject.refnum"):
        if code.startswith("2000"):
            yield f"medtop:{code}"


def _read_byline(head: etree._Element | None, sources: tuple[str | None, ...]) -> WireByline:
    """The printed byline; archives add a second one with names turned round."""
    for byline in head.iterfind("byline") if head is not None else ():
        if "normalized" in (byline.get("class") or ""):
            continue
        people = unique(values_at(byline, ".//person"))
        read = read_wire_byline(", ".join(people) if people else words_of(byline), sources)
        if read.authors or read.organisation:
            return read
    return WireByline()


def is_nitf(source: Source) -> bool:
    """Whether the root element is `nitf`."""
    root = find_root(source.text)
    return root is not None and root.name == "nitf"


NITF = Reader("nitf", is_nitf, read_nitf)
