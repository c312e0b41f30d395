"""The door of `extract`: a raw article comes in; the document it makes, and the receipt of what was removed, go out.

What the file's container says (`RawArticle.hints`) comes before what is read out of the text, field by field.
Cleaning rules are an argument; some are for articles of one source only, which is known when the article has been read:
it is then read a second time, with them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace

from generator.config import ConvertConfig
from generator.exceptions import UnreadableError
from generator.extract.cleaning import packaged_rules
from generator.extract.markdown.article import extract_markdown
from generator.extract.pages.article import extract_html
from generator.extract.pages.fragment import extract_fragment
from generator.extract.pages.pictures import once_each, split_caption
from generator.extract.receipt import find_lines
from generator.extract.text_article import extract_text
from generator.extract.versions.marks import mark_version, take_marks
from generator.extract.versions.notices import read_notices
from generator.model import Document, Extraction, Markup, Metadata, RawArticle, Removed
from generator.moments import format_moment
from generator.vocabulary.cleaning import Cleaning, Rule, make_cleaning, select_file, select_source

_EXTRACTORS: Mapping[Markup, Callable[[RawArticle, ConvertConfig, Cleaning], Extraction]] = {
    "text": extract_text,
    "html": extract_html,
    "fragment": extract_fragment,
    "markdown": extract_markdown,
}
_LENGTH_OF_ID = 12
# Below a note to editors, fewer words than these are a signature.
_LEAST_WORDS = 5
# Far above what is met (196 saved pages of news sites have 9,000 tags and 8,500 lines at most): sign, how many, what.
_LINES = ("\n", 60_000, "lines")
_MOST: Mapping[Markup, tuple[tuple[str, int, str], ...]] = {
    "text": (_LINES,),
    "markdown": (_LINES,),
    "html": (("<", 60_000, "tags"), _LINES),
    "fragment": (("<", 15_000, "tags"), _LINES),
}
# What every article has, whether it says so or not; a field of these left empty is put to the reader's eye.
_EXPECTED = ("source", "published")
_FIRST_WINS = (
    "title", "deck", "authors", "contributors", "source", "agency", "dateline", "published", "updated", "embargo",
    "language", "section", "labels", "item", "version", "url", "photo_credits", "captions", "topics",
)  # fmt: skip


def extract_article(raw: RawArticle, options: ConvertConfig, rules: tuple[Rule, ...] | None = None) -> Extraction:
    """Read one article. A field that it does not state stays None.

    `rules` are the cleaning rules, a site's own with the packaged ones; without them, the packaged ones. Raises
    UnreadableError when nothing is left that could be published.
    """
    _refuse_huge(raw)
    rules = packaged_rules() if rules is None else rules
    unmarked, marks = take_marks(raw)
    extraction = _extract(unmarked, options, rules)
    if marks.removed and len(extraction.document.body.split(None, _LEAST_WORDS)) < _LEAST_WORDS:
        # A notice that is nothing else is its own text.
        extraction, marks = _extract(raw, options, rules), replace(marks, removed=())
    if not extraction.document.body.strip():
        named = f"{raw.origin.path}: “{raw.hints.title}”" if raw.hints.title else raw.origin.path
        raise UnreadableError(f"{named}: no article was found in it; check that it holds the article's text")
    extraction = _without_title(extraction, raw.hints.title)
    document = _with_hints(extraction.document, _split_captions(raw.hints), _split_captions(raw.fallback))
    document = replace(document, id=raw.hints.id or make_id(raw), origin=raw.origin)
    notices = read_notices(extraction.removed, document.body, options.day_first)
    document = replace(document, correction=raw.hints.correction or notices)
    extraction = mark_version(replace(extraction, document=document), marks, options.day_first)
    removed = find_lines(extraction.removed, raw.text) if raw.markup in ("text", "markdown") else extraction.removed
    return replace(extraction, form=raw.form, removed=(*raw.removed, *removed))


def _refuse_huge(raw: RawArticle) -> None:
    """Say so of what is no article, before minutes are spent on it: a log, a flood of tags."""
    for sign, most, what in _MOST[raw.markup]:
        if (found := raw.text.count(sign)) > most:
            limit = f"has {found:,} {what}, where an article has {most:,} at most"
            raise UnreadableError(f"{raw.origin.path}: {limit}; keep the article alone")


def _extract(raw: RawArticle, options: ConvertConfig, rules: tuple[Rule, ...]) -> Extraction:
    """Read with the rules for the article's source, as its container or a first reading names it."""
    here = select_file(rules, raw.origin.path)
    extract, used = _EXTRACTORS[raw.markup], select_source(here, raw.hints.source)
    extraction = extract(raw, options, make_cleaning(used))
    found = extraction.document.source or raw.fallback.source
    if raw.hints.source or found is None or (wanted := select_source(here, found)) == used:
        return extraction
    again = extract(raw, options, make_cleaning(wanted))
    return replace(again, document=replace(again.document, source=again.document.source or extraction.document.source))


def make_id(raw: RawArticle) -> str:
    """The first hex digits of the SHA-256 of the article's text, and of what front matter tells apart."""
    said = [raw.hints.title or "", format_moment(raw.hints.published) if raw.hints.published else ""]
    text = "\n".join([raw.text, *said]) if any(said) else raw.text
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH_OF_ID]


def _without_title(extraction: Extraction, title: str | None) -> Extraction:
    """A text too short for its headline to be told from its story may begin with the title its container gives."""
    first, _, rest = extraction.document.body.partition("\n\n")
    if not title or not rest.strip() or first.strip("#* ").casefold() != title.casefold():
        return extraction
    taken = Removed(line=0, text=first, rule="title")
    document = replace(extraction.document, body=rest.lstrip("\n"))
    return replace(extraction, document=document, removed=(taken, *extraction.removed))


def _split_captions(said: Metadata) -> Metadata:
    """What a container says, the credits at the ends of its captions among its credits."""
    if not said.captions:
        return said
    split = [split_caption(" ".join(caption.split())) for caption in said.captions]
    owners = once_each((*said.photo_credits, *(name for _, names in split for name in names)))
    captions = tuple(dict.fromkeys(caption for caption, _ in split if caption))
    return replace(said, captions=captions, photo_credits=owners)


def _with_hints(document: Document, hints: Metadata, fallback: Metadata) -> Document:
    sure = {name: getattr(hints, name) or getattr(document, name) for name in _FIRST_WINS}
    chosen = {name: value or getattr(fallback, name) for name, value in sure.items()}
    weak = [name for name in document.review if not getattr(hints, name)]
    weak.extend(name for name, value in sure.items() if chosen[name] and not value)
    weak.extend(hints.review)
    missing = [name for name in _EXPECTED if chosen[name] is None]
    return replace(
        document,
        **chosen,
        review=tuple(dict.fromkeys((*weak, *missing))),
        extra=hints.extra,
    )
