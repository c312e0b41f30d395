"""A saved page to a document: what its head says, its body as Markdown, and what of the page was left out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import html

from generator.config import ConvertConfig
from generator.extract.body_blocks import Story, read_story
from generator.extract.cleaning import find_rule, load_cleaning, read_section
from generator.extract.credits import read_caption
from generator.extract.dateline import date_of
from generator.extract.html_body import extract_blocks
from generator.extract.html_metadata import PageMetadata, parse_page_moment, read_page_metadata
from generator.extract.html_page import (
    drop_unseen,
    find_address,
    has_class,
    list_blocks,
    parse_page,
    read_address_date,
    squeeze,
)
from generator.extract.language import detect_language
from generator.extract.source import is_source
from generator.extract.stamp import Stamp, read_stamp
from generator.extract.text_article import extract_text
from generator.model import Dateline, Document, Extraction, RawArticle, Removed
from generator.moments import Moment, day_of

_SITE_NAME = re.compile(r"\s+(?:[|»·•:]|--?|[–—])\s+[^|»·•–—]{2,60}\Z")
_DECK_CLASS = re.compile(
    r"standfirst|\bdeck\b|\bdek\b|sub-?title|subhead|sub-?headline|strapline|article-?summary|article__intro", re.I
)
_WORDS = re.compile(r"\w+")
_SHINGLE = 5
_LONGEST_STAMP = 200
# How many blocks below the headline its section may stand, after dates and links to share.
_NEAR_HEADING = 12


def extract_html(raw: RawArticle, options: ConvertConfig) -> Extraction:
    """Read a saved page. A page whose body cannot be found is read as the text it shows."""
    tree = parse_page(raw.text)
    if tree is None:
        return extract_text(raw, options)
    said = read_page_metadata(tree, options.day_first)
    drop_unseen(tree)
    page = _look_at(tree, said, raw.text, options.day_first)
    story = read_story(extract_blocks(tree, [text for _, text in page.blocks], page.url), page.known, options.day_first)
    if not story.body:
        shown = "\n".join(text for _, text in page.blocks)
        return extract_text(replace(raw, text=shown), options)
    document = _make_document(page, story)
    return Extraction(document=document, removed=(*story.removed, *_list_left_out(page, story, document)))


@dataclass(frozen=True, slots=True)
class _Page:
    """A page looked at once."""

    said: PageMetadata
    url: str | None
    language: str | None
    blocks: Sequence[tuple[html.HtmlElement, str]]
    title: str | None
    site: str | None
    """The outlet named at the end of the page's title."""
    deck: str | None
    section: str | None
    stamps: Mapping[str, Stamp]
    """What blocks say that are nothing but a byline or a date, by their text."""
    times: tuple[Moment, ...]
    credits: tuple[str, ...]
    captions: frozenset[str]
    known: frozenset[str]
    """Folded texts that are no part of the body when they stand in it: title, deck, captions."""


def fold(text: str) -> str:
    """A text's words, to compare texts whatever their punctuation."""
    return " ".join(_WORDS.findall(text.casefold()))


def _look_at(tree: html.HtmlElement, said: PageMetadata, text: str, day_first: bool) -> _Page:
    blocks = list_blocks(tree)
    title = _settle_title(tree, said)
    deck = _settle_deck(said, blocks, title)
    captions = [*_figure_texts(tree), *_picture_labels(tree, blocks)]
    folded = frozenset(fold(shown) for shown in captions)
    return _Page(
        said=said,
        url=find_address(tree, text),
        language=_declared_language(tree),
        blocks=blocks,
        title=title,
        site=_read_site_name(tree),
        deck=deck,
        section=said.section or _read_section(blocks, title),
        stamps=_read_stamps(blocks, day_first),
        times=_read_times(tree, day_first),
        credits=_read_credits(captions),
        captions=folded,
        known=folded | {fold(known) for known in (title, deck) if known},
    )


def _read_stamps(blocks: Sequence[tuple[html.HtmlElement, str]], day_first: bool) -> Mapping[str, Stamp]:
    return {
        shown: stamp
        for _, shown in blocks
        if len(shown) < _LONGEST_STAMP and (stamp := read_stamp(shown, day_first)) and stamp != Stamp()
    }


def _find_root(tree: html.HtmlElement) -> html.HtmlElement:
    """The page's article or main element when it has one: what stands elsewhere is of other articles."""
    roots = tree.xpath("//article") or tree.xpath("//main") or [tree]
    return roots[0]


def _figure_texts(tree: html.HtmlElement) -> list[str]:
    """Captions of the article's own pictures."""
    return [squeeze(element.text_content()) for element in _find_root(tree).iter("figcaption")]


def _picture_labels(tree: html.HtmlElement, blocks: Sequence[tuple[html.HtmlElement, str]]) -> list[str]:
    """What figures of the article say of their pictures outside captions, often to screen readers only."""
    figures = {within for figure in _find_root(tree).iter("figure") for within in figure.iter()}
    return [text for element, text in blocks if element in figures and read_caption(text)]


def _read_credits(captions: Sequence[str]) -> tuple[str, ...]:
    """The names credited, each once however it is spaced."""
    named: dict[str, str] = {}
    for shown in captions:
        if (caption := read_caption(shown)) and caption.credit:
            named.setdefault(fold(caption.credit).replace(" ", ""), caption.credit)
    return tuple(named.values())


def _read_section(blocks: Sequence[tuple[html.HtmlElement, str]], title: str | None) -> str | None:
    """The section named in a line of its own near the headline."""
    heading = _find_heading(blocks, title)
    near = blocks[heading + 1 : heading + 1 + _NEAR_HEADING] if heading is not None else ()
    return next((section for _, text in near if (section := read_section(text))), None)


def _find_heading(blocks: Sequence[tuple[html.HtmlElement, str]], title: str | None) -> int | None:
    return next((index for index, (element, text) in enumerate(blocks) if element.tag == "h1" and text == title), None)


def _settle_title(tree: html.HtmlElement, said: PageMetadata) -> str | None:
    """The page's own heading when head and heading agree in substance; else what the head says."""
    headings = [text for element in tree.iter("h1") if (text := squeeze(element.text_content()))]
    offered = [*said.titles]
    page_title = squeeze(tree.findtext(".//title") or "")
    if page_title:
        offered.append(_SITE_NAME.sub("", page_title))
    for heading in headings:
        if any(_agree(heading, title) for title in offered):
            return heading
    if said.titles:
        return _SITE_NAME.sub("", said.titles[0]) if said.source and said.source in said.titles[0] else said.titles[0]
    return headings[0] if headings else (offered[0] if offered else None)


def _read_site_name(tree: html.HtmlElement) -> str | None:
    page_title = squeeze(tree.findtext(".//title") or "")
    suffix = _SITE_NAME.search(page_title)
    name = suffix[0].strip(" |»·•:-–—") if suffix else ""
    return name if is_source(name) else None


def _agree(one: str, other: str) -> bool:
    left, right = fold(one), fold(other)
    if not left or not right:
        return False
    if left in right or right in left:
        return len(min(left, right, key=len)) >= 12 or left == right
    words, others = set(left.split()), set(right.split())
    return len(words & others) >= 0.6 * max(len(words), len(others))


def _settle_deck(said: PageMetadata, blocks: Sequence[tuple[html.HtmlElement, str]], title: str | None) -> str | None:
    """A standfirst that the page shows: marked as one, or the head's description where it stands above the body."""
    wanted = {fold(deck) for deck in said.decks}
    heading = _find_heading(blocks, title)
    if heading is None:
        return None
    for element, text in blocks[heading + 1 : heading + 6]:
        if text != title and len(text.split()) >= 4 and (has_class(element, _DECK_CLASS) or fold(text) in wanted):
            return text
    return None


def _declared_language(tree: html.HtmlElement) -> str | None:
    declared = (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip()
    return declared.split("-")[0].split("_")[0].lower() or None if declared.isascii() else None


def _read_times(tree: html.HtmlElement, day_first: bool) -> tuple[Moment, ...]:
    moments = []
    for element in _find_root(tree).iter("time"):
        text = element.get("datetime") or squeeze(element.text_content())
        if moment := parse_page_moment(text, day_first):
            moments.append(moment)
    return tuple(moments)


def _make_document(page: _Page, story: Story) -> Document:
    said = page.said
    stamps = (*story.stamps, *page.stamps.values())
    published = said.published or next((stamp.published for stamp in stamps if stamp.published), None)
    review = []
    if published is None and (guessed := next(iter(page.times), None) or read_address_date(page.url)):
        published = guessed
        review.append("published")
    source = said.source or next((stamp.source for stamp in stamps if stamp.source), None)
    if source is None and page.site is not None:
        source = page.site
        review.append("source")
    updated = said.updated or next((stamp.updated for stamp in stamps if stamp.updated), None)
    detected = detect_language(story.text)
    dateline = story.dateline
    near = published or updated
    day = date_of(dateline, day_of(near).year if near else None) if dateline else None
    return Document(
        title=page.title,
        deck=page.deck,
        authors=said.authors or next((stamp.authors for stamp in stamps if stamp.authors), ()) or story.authors,
        source=source or (dateline.agency if dateline else None),
        dateline=Dateline(place=dateline.place, date=day) if dateline and (dateline.place or day) else None,
        published=published,
        updated=updated if updated != published else None,
        language=detected or page.language,
        section=page.section,
        url=page.url,
        photo_credits=tuple(dict.fromkeys((*page.credits, *story.credits))),
        review=tuple(review),
        body=story.body,
    )


def _list_left_out(page: _Page, story: Story, document: Document) -> tuple[Removed, ...]:
    """Visible blocks of the page that are neither in the body nor removed from it already."""
    kept = {fold(text) for text in (*story.texts, *story.parts)} | {fold(entry.text) for entry in story.removed}
    words = fold(story.text).split()
    shingles = {tuple(words[at : at + _SHINGLE]) for at in range(len(words))}
    removed = []
    for _, text in page.blocks:
        folded = fold(text)
        start = tuple(folded.split()[:_SHINGLE])
        if folded and folded not in kept and not (len(start) == _SHINGLE and start in shingles):
            removed.append(Removed(line=0, text=text, rule=_name_rule(text, folded, page, document)))
    return tuple(removed)


def _name_rule(text: str, folded: str, page: _Page, document: Document) -> str:
    """What is known of a block that the markup gave away as no part of the story."""
    if folded in page.known:
        return (
            "caption" if folded in page.captions else "title" if page.title and folded == fold(page.title) else "deck"
        )
    if (stamp := page.stamps.get(text)) and _is_used(stamp, document):
        return "stamp"
    if folded in (fold(name) for name in document.authors):
        return "byline"
    rule = find_rule(text, load_cleaning())
    return rule.id if rule else "outside-story"


def _is_used(stamp: Stamp, document: Document) -> bool:
    """Whether the document says what a stamp says; another article's byline or date on the page says something else."""
    days = {day_of(moment) for moment in (document.published, document.updated) if moment}
    return (
        bool(stamp.authors and set(stamp.authors) <= set(document.authors))
        or any(day_of(moment) in days for moment in (stamp.published, stamp.updated) if moment)
        or (stamp.source is not None and stamp.source == document.source)
        or (stamp.url is not None and stamp.url == document.url)
    )
