"""NewsML 1.0 to 1.2: items made of components, of which some hold text and others pictures, captions or references.

The names of elements and their meaning are those of the NewsML 1.2 DTD. A component that has a headline of its own and
a text is an article; an item may hold several. What a component does not say, the ones around it do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from generator.model import Metadata, Problem, RawArticle
from generator.moments import Moment, instant
from generator.read.language_tag import read_language_tag
from generator.read.source import Reader, Readings, Source, find_root
from generator.read.wire.byline import read_wire_byline
from generator.read.wire.dates import read_wire_dateline, read_wire_moment, settle_dates
from generator.read.wire.header import (
    first,
    keep_extra,
    known_topics,
    label_note,
    label_status,
    label_urgency,
    make_reading,
    name_item,
    other_name,
    present,
    read_standfirst,
    unique,
    warn_damaged,
    with_byline,
)
from generator.read.wire.inline_xml import InlineBody, read_body
from generator.read.wire.nitf import read_nitf_body
from generator.read.wire.text import write_content
from generator.read.xml_document import XML_LANG, parse_xml, text_of, value_at, values_at, words_of

_PICTURES = frozenset("photo picture image graphic video audio animation".split())
_MARKUP = frozenset("nitf html xhtml body p div block article section body.content".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Component:
    """What a component says of itself: its language, and its elements by name, the components in it left out."""

    language: str | None
    parts: Mapping[str, etree._Element]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Story:
    """A component with a text, and the components around it, the nearest first."""

    body: InlineBody
    around: tuple[_Component, ...]


def read_newsml(source: Source) -> Readings:
    """The items of a file in order. Raises UnreadableError when the file is no XML."""
    document = parse_xml(source)
    readings: list[RawArticle | Problem] = []
    for number, item in enumerate(document.root.iter("NewsItem"), start=1):
        readings.extend(_read_item(source, number, item))
    if not readings:
        readings.append(
            Problem(path=source.path, message=f"{source.path}: is NewsML without a NewsItem; there is no article in it")
        )
    if document.fault is not None:
        readings.append(warn_damaged(source, document.fault))
    return tuple(readings)


def _read_item(source: Source, number: int, item: etree._Element) -> list[RawArticle | Problem]:
    outer = item.find("NewsComponent")
    stories = list(_find_stories(outer, ())) if outer is not None else []
    if not stories:
        return [_explain(source, number, item)]
    several = len(stories) > 1
    return [
        make_reading(
            source, "newsml", number, story.body.html, _read_hints(item, story, several), _read_fallback(item, story)
        )
        for story in stories
    ]


def _explain(source: Source, number: int, item: etree._Element) -> Problem:
    """Why an item is no article."""
    name = name_item(source, number, value_at(item, ".//NewsLines/HeadLine"))
    kinds = {kind.casefold() for kind in values_at(item, ".//MediaType", "FormalName")}
    references = sum(1 for _ in item.iter("NewsItemRef"))
    if kinds & _PICTURES:
        message = f"{name}: is of the kind {', '.join(sorted(kinds & _PICTURES))} and has no text; it can be deleted"
    elif references:
        message = f"{name}: is a package that names {references} other items and has no text; it can be deleted"
    else:
        message = f"{name}: holds no text; add the article's text to it, or delete it"
    return Problem(path=source.path, message=message)


def _find_stories(component: etree._Element, outer: tuple[_Component, ...]) -> Iterator[_Story]:
    """Go down the components: one with text of its own is a story, and pictures in it or beside it give captions."""
    around = (_look_at(component), *outer)
    texts = [content for content in component.iterfind("ContentItem") if _is_text(content)]
    inner = component.findall("NewsComponent")
    if _is_picture(component):
        return
    if texts:
        body = _read_content(texts)
        for part in inner:
            _read_picture(part, body)
        yield _Story(body=body, around=around)
        inner = [part for part in inner if part.find("NewsLines/HeadLine") is not None]
    found = [story for part in inner for story in _find_stories(part, around)]
    if not texts and len(found) > 1 and not any(_has_headline(story) for story in found):
        found = [_join(found)]
    if not texts and len(found) == 1:
        for part in inner:
            _read_picture(part, found[0].body)
    yield from found


def _join(stories: list[_Story]) -> _Story:
    """Parts of one article that a component holds one by one."""
    body = InlineBody(html="\n".join(story.body.html for story in stories if story.body.html))
    return _Story(body=body, around=stories[0].around[1:])


def _look_at(component: etree._Element) -> _Component:
    parts = {str(part.tag): part for part in reversed(component) if part.tag != "NewsComponent"}
    return _Component(language=component.get(XML_LANG), parts=parts)


def _has_headline(story: _Story) -> bool:
    return value_at(story.around[0].parts.get("NewsLines"), "HeadLine") is not None


def _is_picture(component: etree._Element) -> bool:
    kinds = {kind.casefold() for kind in values_at(component, "ContentItem/MediaType", "FormalName")}
    role = (value_at(component, "Role", "FormalName") or "").casefold()
    return bool(kinds & _PICTURES) or "caption" in role or role in _PICTURES


def _read_picture(component: etree._Element, body: InlineBody) -> None:
    """Caption and credit of a component that is a picture."""
    if not _is_picture(component) and not any(_is_picture(part) for part in component.iterfind("NewsComponent")):
        return
    captions = [words for content in component.iter("DataContent") if (words := words_of(content))]
    named = values_at(component, ".//NewsLines/CreditLine")
    body.captions.extend(captions)
    body.credits.extend(named)


def _is_text(content: etree._Element) -> bool:
    kind = (value_at(content, "MediaType", "FormalName") or "text").casefold()
    data = content.find("DataContent")
    encoded = content.find("Encoding") is not None
    return kind not in _PICTURES and not encoded and data is not None and words_of(data) is not None


def _read_content(contents: list[etree._Element]) -> InlineBody:
    """The text of the first content that has any; others are the same in another form."""
    for content in contents:
        data = content.find("DataContent")
        if data is None:
            continue
        if data.find(".//body.content") is not None:
            body = read_nitf_body(data)
        elif any(isinstance(child.tag, str) and child.tag.casefold() in _MARKUP for child in data):
            page = data.find(".//body")
            body = read_body(page if page is not None else data)
        else:
            body = InlineBody(html=write_content(text_of(data)))
        if body.html:
            return body
    return InlineBody()


def _read_hints(item: etree._Element, story: _Story, several: bool) -> Metadata:
    """What a story and the components around it say, and the item says of all."""
    management = item.find("NewsManagement")
    created = read_wire_moment(value_at(management, "FirstCreated"))
    published, updated = settle_dates(created, read_wire_moment(value_at(management, "ThisRevisionCreated")))
    embargo = _read_embargo(management, updated or published)
    title = _line(story, "NewsLines/HeadLine")
    provider = _party(story, "Provider")
    credit, holder = _line(story, "NewsLines/CreditLine"), _line(story, "RightsMetadata/Copyright/CopyrightHolder")
    source = first(_party(story, "Source"), credit, provider, holder)
    printed = _line(story, "NewsLines/DateLine")
    dateline = read_wire_dateline(printed, published)
    note, summary = _read_note(story), _newsline(story, "summary")
    hints = Metadata(
        title=title,
        deck=_line(story, "NewsLines/SubHeadLine") or read_standfirst(summary, title, story.body.html),
        source=source,
        agency=other_name(source, provider, dateline.agency),
        dateline=dateline.dateline,
        published=published,
        updated=updated,
        embargo=embargo,
        section=_line(story, "DescriptiveMetadata/Property[@FormalName='Section']", "Value"),
        labels=unique(
            (
                *label_status(value_at(management, "Status", "FormalName"), embargo),
                *label_urgency(value_at(management, "Urgency", "FormalName")),
                *label_note(note),
            )
        ),
        item=None if several else _read_identifier(item),
        version=value_at(item, "Identification/NewsIdentifier/RevisionId"),
        photo_credits=unique(story.body.credits),
        captions=unique(story.body.captions),
        topics=known_topics(code for component in story.around for code in _codes(component)),
        extra=keep_extra(slugline=_line(story, "NewsLines/SlugLine"), ednote=note),
    )
    return with_byline(hints, read_wire_byline(_line(story, "NewsLines/ByLine"), (source, provider)))


def _line(story: _Story, path: str, attribute: str | None = None) -> str | None:
    """What the nearest component says that says it at all."""
    part, _, rest = path.partition("/")
    return first(*(value_at(component.parts.get(part), rest, attribute) for component in story.around))


def _party(story: _Story, role: str) -> str | None:
    return _line(story, f"AdministrativeMetadata/{role}/Party", "FormalName")


def _read_identifier(item: etree._Element) -> str | None:
    """The identifier that all revisions share: the public one without its revision, else provider and item."""
    identifier = item.find("Identification/NewsIdentifier")
    provider, number = value_at(identifier, "ProviderId"), value_at(identifier, "NewsItemId")
    day = value_at(identifier, "DateId")
    if provider and number and day:
        return f"urn:newsml:{provider}:{day}:{number}"
    public = value_at(identifier, "PublicIdentifier")
    return public.rpartition(":")[0] if public and public.count(":") >= 5 else public or number


def _read_embargo(management: etree._Element | None, revised: Moment | None) -> Moment | None:
    """When an item that is not usable yet becomes usable."""
    change = management.find("StatusWillChange") if management is not None else None
    moment = read_wire_moment(value_at(change, "DateAndTime"))
    future = (value_at(change, "FutureStatus", "FormalName") or "").casefold()
    if moment is None or future != "usable":
        return None
    return moment if revised is None or instant(moment) > instant(revised) else None


def _newsline(story: _Story, *kinds: str) -> str | None:
    """A line of a kind that NewsML has no element for."""
    for component in story.around:
        lines = component.parts.get("NewsLines")
        for newsline in lines.iterfind("NewsLine") if lines is not None else ():
            kind = (value_at(newsline, "NewsLineType", "FormalName") or "").casefold()
            if kind in kinds:
                return value_at(newsline, "NewsLineText")
    return None


def _read_note(story: _Story) -> str | None:
    return present(_newsline(story, "advisory", "ednote", "editorialnote", "editorial note", "note", "editor's note"))


def _read_fallback(item: etree._Element, story: _Story) -> Metadata:
    tag = first(*(component.language for component in story.around), item.get(XML_LANG))
    stated = first(_line(story, "DescriptiveMetadata/Language", "FormalName"), tag)
    return Metadata(language=read_language_tag(stated or ""))


def _codes(component: _Component) -> Iterator[str]:
    metadata = component.parts.get("DescriptiveMetadata")
    for code in metadata.iterfind("SubjectCode/*") if metadata is not None else ():
        name = code.get("FormalName") or ""
        yield name if name.startswith("medtop:") else f"medtop:{name}" if name.startswith("2000") else ""


def is_newsml(source: Source) -> bool:
    """Whether the root element is `NewsML`, or an item of it."""
    root = find_root(source.text)
    return root is not None and root.name in ("NewsML", "NewsItem")


NEWSML = Reader("newsml", is_newsml, read_newsml)
