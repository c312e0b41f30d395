"""What a page says of its article, settled: its head and what it shows come in, one value for each field goes out.

Where two statements disagree, the order of trust decides (data, meta elements, marked elements, lines near the
headline, the address), and the field's name is in `review`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import html

from generator.extract.cleaning import read_section
from generator.extract.head.stamp import Stamp, read_stamp
from generator.extract.head.world_lines import NOBODY, write_in_english
from generator.extract.pages.author_names import read_byline_text
from generator.extract.pages.bylines import find_byline_lines, find_bylines
from generator.extract.pages.dates import Blocks, find_page_dates, is_clock, is_date_line, read_lines
from generator.extract.pages.metadata import PageMetadata, read_page_metadata
from generator.extract.pages.page import (
    drop_unseen,
    find_address,
    find_base,
    fold,
    has_class,
    list_blocks,
)
from generator.extract.pages.pictures import Pictures, read_pictures
from generator.extract.pages.settling import domain_of, settle_agency, settle_authors, settle_dates, settle_source
from generator.extract.pages.title import Settled, read_headings, settle_title
from generator.moments import Moment, day_of

_DECK_CLASS = re.compile(
    r"standfirst|\bdeck\b|\bdek\b|sub-?title|subhead|sub-?headline|strapline|article-?summary|article__intro"
    r"|chapeau|vorspann|entradilla|bajada|sommario|\blead-text|\bintro\b|teaser-?text",
    re.IGNORECASE,
)
_LONGEST_STAMP = 200
# How many blocks around the headline may say when, by whom and where it was published.
_ABOVE, _BELOW = 6, 25
# How far from the headline a block is looked at as a byline or date that the receipt may name.
_STAMPS = 60
_LEAST_LETTERS = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What a page says outside its story. `blocks` are its visible blocks of text, in order."""

    blocks: Blocks
    pictures: Pictures
    stamps: Mapping[str, Stamp]
    """What blocks say that are nothing but a byline or a date, by their text."""
    known: Mapping[str, str]
    """Folded texts that are no part of the body when they stand in it, with what each is: `title`, `byline` …"""
    title: str | None = None
    deck: str | None = None
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    source: str | None = None
    agency: str | None = None
    published: Moment | None = None
    updated: Moment | None = None
    section: str | None = None
    language: str | None = None
    """As declared."""
    url: str | None = None
    base: str | None = None
    """What the page's links are relative to."""
    body: str | None = None
    """The story's text, as some pages' data gives it."""
    review: tuple[str, ...] = ()


def read_page_facts(tree: html.HtmlElement, text: str, day_first: bool) -> PageFacts:
    """Read a page once. Elements that no reader sees are taken out of the tree on the way."""
    address = find_address(tree, text)
    language, region = _declared_language(tree)
    day_first = day_first and region != "US"
    said = read_page_metadata(tree, day_first, address)
    url = address or said.address
    drop_unseen(tree)
    blocks = list_blocks(tree)
    settled = settle_title(replace(said.titles, headings=read_headings(tree)), _site_names(said, url))
    at = _find_heading(blocks, settled)
    root = _find_root(tree, blocks[at][0] if at is not None else None)
    stamps = _read_stamps(blocks[max(0, at - _STAMPS) : at + _STAMPS] if at is not None else blocks, day_first)
    near = _near(blocks, at, stamps)
    pictures = read_pictures(root, blocks)
    shown_with_pictures = frozenset(pictures.texts)
    apart = [block for block in blocks if block[1] not in shown_with_pictures]
    source, weak_source = settle_source(said, near, apart, url)
    shown = find_page_dates(root, blocks, at, day_first, language)
    published, updated, weak_dates = settle_dates(said, shown, near, url)
    bylines = find_bylines(root, source)
    if not bylines.people and (lines := find_byline_lines(blocks, at, source, language)).people:
        bylines = replace(lines, organisations=(*bylines.organisations, *lines.organisations))
    authors, weak_authors = settle_authors(said, bylines, near, (*said.sites, *([source] if source else [])))
    deck = _settle_deck(said, blocks, at, settled)
    known = dict.fromkeys(map(fold, (*pictures.texts, *pictures.captions)), "caption")
    known |= _known_lines(blocks, at, authors, [moment for moment in (published, updated) if moment], language)
    known |= {fold(text): "deck" for text in [deck] if text}
    known |= {fold(text): "title" for text in (settled.title, settled.heading) if text}
    weak = {"title": settled.disagree, "authors": weak_authors, "source": weak_source, "published": weak_dates}
    return PageFacts(
        blocks=blocks,
        title=settled.title,
        deck=deck,
        authors=authors,
        editors=said.editors,
        source=source,
        agency=settle_agency(said, bylines, near, (*said.sites, *([source] if source else [])), url),
        published=published,
        updated=updated,
        section=said.section or _read_section(blocks, at),
        language=language or _language_of(said.language),
        url=url,
        base=find_base(tree, url),
        body=said.body,
        pictures=pictures,
        stamps=stamps,
        known=known,
        review=tuple(name for name, is_weak in weak.items() if is_weak),
    )


# --- the page's parts ------------------------------------------------------------------------------------------------


def _declared_language(tree: html.HtmlElement) -> tuple[str | None, str | None]:
    """The language and the region of `<html lang="en-US">`."""
    declared = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or tree.get("xml:lang") or ""
    language = _language_of(declared)
    region = re.search(r"[-_]([A-Za-z]{2})\Z", declared.strip())
    return language, region[1].upper() if region else None


def _language_of(declared: str | None) -> str | None:
    """`de` of `de_AT`; the Norwegian written forms are one language here, as they are to the detector."""
    tag = re.match(r"\s*([A-Za-z]{2,3})(?![A-Za-z])", declared or "")
    return None if tag is None else {"nb": "no", "iw": "he", "in": "id"}.get(tag[1].lower(), tag[1].lower())


def _site_names(said: PageMetadata, url: str | None) -> tuple[str, ...]:
    """What the outlet may be called at an end of a title."""
    return (*said.sites, *([domain_of(url)] if url else []))


def _find_heading(blocks: Blocks, settled: Settled) -> int | None:
    """The place of the headline among the blocks: the first-level heading, else the block that says just the same."""
    wanted = {fold(text) for text in (settled.heading, settled.title) if text}
    found = None
    for index, (element, text) in enumerate(blocks):
        if len(text) > 500 or fold(text) not in wanted:
            continue
        if element.tag == "h1" or next(element.iterancestors("h1"), None) is not None:
            return index
        if found is None and element.tag not in ("li", "td", "title"):
            found = index
    return found


def _find_root(tree: html.HtmlElement, heading: html.HtmlElement | None) -> html.HtmlElement:
    """The article's part of the page: the smallest article or main element that holds headline and text."""
    if heading is not None:
        for element in heading.iterancestors():
            is_whole = element.tag in ("article", "main") or "Article" in (element.get("itemtype") or "")
            if is_whole and sum(len(text) for text in element.itertext()) >= _LEAST_LETTERS:
                return element
    mains = list(tree.iter("main"))
    if heading is None and len(articles := list(tree.iter("article"))) == 1:
        return articles[0]
    return mains[0] if len(mains) == 1 and (heading is None or mains[0] in heading.iterancestors()) else tree


def _read_stamps(blocks: Blocks, day_first: bool) -> Mapping[str, Stamp]:
    return {
        shown: stamp
        for _, shown in blocks
        if len(shown) < _LONGEST_STAMP and (stamp := read_stamp(shown, day_first)) and stamp != Stamp()
    }


def _near(blocks: Blocks, at: int | None, stamps: Mapping[str, Stamp]) -> Sequence[Stamp]:
    """The stamps around the headline; those further off are of other articles."""
    around = blocks[max(0, at - _ABOVE) : at + _BELOW] if at is not None else blocks
    below, above = (around[_ABOVE:], around[:_ABOVE]) if at is not None and at > _ABOVE else (around, ())
    return [stamps[text] for element, text in (*below, *above) if text in stamps and not is_clock(element)]


def _known_lines(
    blocks: Blocks, at: int | None, authors: Sequence[str], moments: Sequence[Moment], language: str | None
) -> dict[str, str]:
    """Lines around the headline that say nothing but what is known by now: who wrote the article, and when."""
    if at is None:
        return {}
    names = {fold(name) for name in authors}
    days = {day_of(moment) for moment in moments}
    known: dict[str, str] = {}
    for _, text in blocks[max(0, at - _ABOVE) : at + _BELOW]:
        if len(text) > _LONGEST_STAMP:
            continue
        folded = fold(text)
        by_them = any(name in folded for name in names) and (folded in names or _names_only(text, names))
        if by_them or (language and write_in_english(text, language) == NOBODY):
            known[folded] = "byline"
        elif (
            is_date_line(text, language)
            and {day_of(found.moment) for found in read_lines(text, True, language)} <= days
        ):
            known[folded] = "stamp"
    return known


def _names_only(text: str, names: set[str]) -> bool:
    people = read_byline_text(text).people
    return bool(people) and {fold(name) for name in people} <= names


def _read_section(blocks: Blocks, at: int | None) -> str | None:
    """The section named in a line of its own near the headline."""
    near = blocks[at + 1 : at + 13] if at is not None else ()
    return next((section for _, text in near if (section := read_section(text))), None)


def _settle_deck(said: PageMetadata, blocks: Blocks, at: int | None, settled: Settled) -> str | None:
    """A standfirst that the page shows: marked as one, or the head's description where it stands above the body."""
    if at is None:
        return None
    wanted = {fold(deck) for deck in said.decks}
    titles = {fold(title) for title in (settled.title, settled.heading) if title}
    for element, text in blocks[at + 1 : at + 7]:
        if fold(text) in titles or len(text.split()) < 4:
            continue
        if has_class(element, _DECK_CLASS) or fold(text) in wanted:
            return text
    return None
