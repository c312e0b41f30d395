"""A saved page to a document: what the page says of it, its body as Markdown, and what of the page was left out."""

from __future__ import annotations

from dataclasses import replace

from generator.config import ConvertConfig
from generator.extract.cleaning import Cleaning, load_cleaning
from generator.extract.head.dateline import date_of
from generator.extract.head.source import is_same_name
from generator.extract.language import detect_language, settle_language
from generator.extract.pages.body import extract_body
from generator.extract.pages.facts import PageFacts, read_page_facts
from generator.extract.pages.page import find_plain_text
from generator.extract.pages.pictures import once_each
from generator.extract.pages.receipt import write_receipt
from generator.extract.pages.story import Story, read_story
from generator.extract.text_article import extract_text
from generator.html_tree import parse_html
from generator.model import Contributor, Dateline, Document, Extraction, RawArticle
from generator.moments import day_of

_HEAD_FIELDS = ("title", "deck", "authors", "source", "agency", "published", "updated", "section", "url")


def extract_html(raw: RawArticle, options: ConvertConfig, cleaning: Cleaning | None = None) -> Extraction:
    """Read a saved page. A page whose body cannot be found is read as the text it shows, under what its head says."""
    tree = parse_html(raw.text)
    if tree is None:
        return extract_text(raw, options, cleaning)
    cleaning = cleaning or load_cleaning()
    page = read_page_facts(tree, raw.text, options.day_first)
    if (plain := find_plain_text(tree)) is not None:
        return _read_as_text(raw, plain, page, options, cleaning)
    body = extract_body(tree, page.blocks, page.base, page.body)
    story = read_story(body.blocks, page.known, options.day_first, cleaning)
    if not story.body:
        return _read_as_text(raw, "\n".join(text for _, text in page.blocks), page, options, cleaning)
    document = _make_document(page, story)
    return Extraction(document=document, removed=write_receipt(page, body, story, document, cleaning))


def _read_as_text(
    raw: RawArticle, shown: str, page: PageFacts, options: ConvertConfig, cleaning: Cleaning
) -> Extraction:
    extraction = extract_text(replace(raw, text=shown), options, cleaning)
    document = extraction.document
    said = {name: value for name in _HEAD_FIELDS if (value := getattr(page, name))}
    review = [name for name in document.review if name not in said] + [name for name in page.review if name in said]
    return replace(extraction, document=replace(document, **said, review=tuple(dict.fromkeys(review))))


def _make_document(page: PageFacts, story: Story) -> Document:
    stamps = story.stamps
    published = page.published or next((stamp.published for stamp in stamps if stamp.published), None)
    updated = page.updated or next((stamp.updated for stamp in stamps if stamp.updated), None)
    authors = page.authors or next((stamp.authors for stamp in stamps if stamp.authors), ()) or story.authors
    source = page.source or next((stamp.source for stamp in stamps if stamp.source), None)
    language, unsure = settle_language(page.language, detect_language(story.text))
    dateline = story.dateline
    near = published or updated
    day = date_of(dateline, day_of(near).year if near else None) if dateline else None
    agency = page.agency or (dateline.agency if dateline else None)
    return Document(
        title=page.title,
        deck=None if page.deck in story.texts else page.deck,
        authors=authors,
        contributors=_list_contributors(page, story, authors),
        source=source or agency,
        agency=agency if agency and source and not is_same_name(agency, source) else None,
        dateline=Dateline(place=dateline.place, date=day) if dateline and (dateline.place or day) else None,
        published=published,
        updated=updated if updated != published else None,
        language=language,
        section=page.section,
        url=page.url,
        photo_credits=once_each((*page.pictures.credits, *story.credits)),
        captions=page.pictures.captions,
        review=(*page.review, *(("language",) if unsure else ())),
        body=story.body,
    )


def _list_contributors(page: PageFacts, story: Story, authors: tuple[str, ...]) -> tuple[Contributor, ...]:
    """Those named in closing lines, but for the authors who reported; and the editors that the page's data names."""
    named = [entry for entry in story.contributors if not (entry.role == "reporting" and entry.name in authors)]
    named.extend(Contributor(name=name, role="editing") for name in page.editors if name not in authors)
    return tuple(dict.fromkeys(named))
