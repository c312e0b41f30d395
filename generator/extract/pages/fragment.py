"""A fragment of HTML that is all story to a document: a feed entry's content, a newsletter, the body of a wire item.

No main text is looked for: whoever made the fragment has said what it is. Only lines, links and ends of lines that are
furniture wherever they stand ("Continue reading", "The post … appeared first on …") are taken out.
"""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import html

from generator.config import ConvertConfig
from generator.extract.cleaning import Cleaning, find_rule, load_cleaning
from generator.extract.head.dateline import date_of
from generator.extract.language import detect_language, settle_language
from generator.extract.pages.blocks import HtmlBlock, read_blocks
from generator.extract.pages.page import fold, list_blocks, squeeze
from generator.extract.pages.pictures import Pictures, once_each, read_pictures
from generator.extract.pages.running_text import Mark, Paragraph
from generator.extract.pages.story import Story, read_story
from generator.extract.text_article import extract_text
from generator.html_tree import parse_html
from generator.model import Dateline, Document, Extraction, Metadata, RawArticle, Removed
from generator.moments import day_of

_NOT_SHOWN = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|mso-hide\s{0,3}:", re.IGNORECASE)
_LONGEST_TITLE = 300


def extract_fragment(raw: RawArticle, options: ConvertConfig, cleaning: Cleaning | None = None) -> Extraction:
    """Read a fragment; the hints' title and deck, where the fragment begins with them, are not in the body again."""
    tree = parse_html(raw.text)
    cleaning = cleaning or load_cleaning()
    if tree is None:
        return extract_text(raw, options, cleaning)
    hidden = _drop_hidden(tree)
    shown = list_blocks(tree)
    pictures = read_pictures(tree, shown)
    blocks, ends = _strip_ends(read_blocks(tree, raw.hints.url), cleaning)
    title = None if raw.hints.title else _take_title(blocks)
    known = dict.fromkeys(map(fold, pictures.texts), "caption")
    known |= {fold(text): "title" for text in (raw.hints.title or title, raw.hints.deck) if text}
    story = read_story(blocks, known, options.day_first, cleaning)
    captions = _list_captions(shown, pictures, story)
    # What a feed declares is what its software writes unasked.
    language, unsure = settle_language(raw.fallback.language, detect_language(story.text))
    document = replace(_make_document(story, pictures, raw.hints), title=title, language=language)
    return Extraction(
        document=replace(document, review=("language",) if unsure else ()),
        removed=(*story.removed, *ends, *captions, *hidden),
    )


def _drop_hidden(tree: html.HtmlElement) -> list[Removed]:
    """Take out what is not shown: what a newsletter says to the list of mails, and not to its reader."""
    removed = []
    for element in tree.xpath("//*[@hidden or contains(@style, ':')]"):
        if element.get("hidden") is None and not _NOT_SHOWN.search(element.get("style")):
            continue
        if element.getparent() is not None:
            text = squeeze(element.text_content())
            removed.extend([Removed(line=0, text=text, rule="hidden")] if text else [])
            element.drop_tree()
    return removed


def _take_title(blocks: list[HtmlBlock]) -> str | None:
    """The heading that a fragment begins with, when nothing else names the article."""
    first = blocks[0] if blocks else None
    if first is None or first.kind != "heading" or not first.markdown.startswith("## "):
        return None
    return first.text if len(first.text) <= _LONGEST_TITLE else None


def _strip_ends(blocks: list[HtmlBlock], cleaning: Cleaning) -> tuple[list[HtmlBlock], list[Removed]]:
    """Take links and spans that are furniture off the ends of paragraphs: `… Continue reading →`, `[…]`."""
    stripped: list[HtmlBlock] = []
    removed: list[Removed] = []
    for block in blocks:
        while (found := _find_end(block, cleaning)) and block.paragraph is not None:
            start, rule = found
            removed.append(Removed(line=0, text=block.text[start:].strip(), rule=rule))
            block = _cut_end(block, block.paragraph, start)
        stripped.append(block)
    return stripped, removed


def _find_end(block: HtmlBlock, cleaning: Cleaning) -> tuple[int, str] | None:
    """Where the furniture at a paragraph's end begins, and the rule that knows it; None when all of it is that."""
    if block.paragraph is None:
        return None
    match = cleaning.search_end(block.text)
    if match and match.lastgroup and match[0].strip() and block.text[: match.start()].strip():
        return match.start(), cleaning.by_group[match.lastgroup].id
    linked = _measure_last_link(block.paragraph)
    start = len(block.text) - linked
    if not linked or not block.text[:start].strip():
        return None
    rule = find_rule(block.text[start:].strip(), cleaning)
    return (start, rule.id) if rule and rule.scope != "box" else None


def _measure_last_link(paragraph: Paragraph) -> int:
    """How many characters at a paragraph's end stand in one link."""
    link: Mark | None = None
    length = 0
    for run in reversed(paragraph.runs):
        own = next((mark for mark in run.marks if mark[0] == "a"), None)
        if own is None or own != (link or own):
            break
        link, length = own, length + len(run.text)
    return length


def _cut_end(block: HtmlBlock, paragraph: Paragraph, end: int) -> HtmlBlock:
    """The block without its text from `end` on."""
    end = len(block.text[:end].rstrip())
    runs = []
    for run in paragraph.runs:
        if end > 0:
            runs.append(replace(run, text=run.text[:end]))
        end -= len(run.text)
    kept = Paragraph(tuple(runs))
    return replace(block, text=kept.text, markdown=kept.write(), paragraph=kept, linked=kept.linked)


def _list_captions(shown: list[tuple[html.HtmlElement, str]], pictures: Pictures, story: Story) -> list[Removed]:
    """What is said in figures and is not in the body."""
    kept = {fold(text) for text in (*story.texts, *story.parts)} | {fold(entry.text) for entry in story.removed}
    said = dict.fromkeys(pictures.texts)
    for element, text in shown:
        if element.tag == "figure" or next(element.iterancestors("figure"), None) is not None:
            said.setdefault(text)
    return [Removed(line=0, text=text, rule="caption") for text in said if text and fold(text) not in kept]


def _make_document(story: Story, pictures: Pictures, hints: Metadata) -> Document:
    stamps = story.stamps
    published = next((stamp.published for stamp in stamps if stamp.published), None)
    near = hints.published or hints.updated or published
    authors = next((stamp.authors for stamp in stamps if stamp.authors), ()) or story.authors
    dateline = story.dateline
    day = date_of(dateline, day_of(near).year if near else None) if dateline else None
    source = next((stamp.source for stamp in stamps if stamp.source), None)
    return Document(
        authors=authors,
        contributors=tuple(
            entry
            for entry in story.contributors
            if not (entry.role == "reporting" and entry.name in (*authors, *hints.authors))
        ),
        source=source or (dateline.agency if dateline else None),
        dateline=Dateline(place=dateline.place, date=day) if dateline and (dateline.place or day) else None,
        published=published,
        updated=next((stamp.updated for stamp in stamps if stamp.updated), None),
        photo_credits=once_each((*pictures.credits, *story.credits)),
        captions=pictures.captions,
        body=story.body,
    )
