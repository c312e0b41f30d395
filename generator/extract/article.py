"""The door of `extract`: a raw article comes in; the document it makes, and the receipt of what was removed, go out.

What the file's container says (`RawArticle.hints`) comes before what is read out of the text, field by field.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace

from generator.config import ConvertConfig
from generator.exceptions import UnreadableError
from generator.extract.html_article import extract_html
from generator.extract.markdown_article import extract_markdown
from generator.extract.text_article import extract_text
from generator.model import Document, Extraction, Markup, Metadata, RawArticle
from generator.moments import format_moment

_EXTRACTORS: Mapping[Markup, Callable[[RawArticle, ConvertConfig], Extraction]] = {
    "text": extract_text,
    "html": extract_html,
    "markdown": extract_markdown,
}
_LENGTH_OF_ID = 12
# What every article has, whether it says so or not; a field of these left empty is put to the reader's eye.
_EXPECTED = ("source", "published")
_FIRST_WINS = (
    "title", "deck", "authors", "contributors", "source", "agency", "dateline", "published", "updated", "embargo",
    "language", "section", "labels", "item", "version", "url", "photo_credits", "captions", "topics",
)  # fmt: skip


def extract_article(raw: RawArticle, options: ConvertConfig) -> Extraction:
    """Read one article. A field that it does not state stays None.

    Raises UnreadableError when nothing is left that could be published.
    """
    extraction = _EXTRACTORS[raw.markup](raw, options)
    if not extraction.document.body.strip():
        raise UnreadableError(f"{raw.origin.path}: no article was found in it; check that it holds the article's text")
    document = _with_hints(extraction.document, raw.hints)
    document = replace(document, id=raw.hints.id or make_id(raw), origin=raw.origin)
    return replace(extraction, document=document, form=raw.form)


def make_id(raw: RawArticle) -> str:
    """The first hex digits of the SHA-256 of the article's text, and of what front matter tells apart."""
    said = [raw.hints.title or "", format_moment(raw.hints.published) if raw.hints.published else ""]
    text = "\n".join([raw.text, *said]) if any(said) else raw.text
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH_OF_ID]


def _with_hints(document: Document, hints: Metadata) -> Document:
    chosen = {name: getattr(hints, name) or getattr(document, name) for name in _FIRST_WINS}
    weak = [name for name in document.review if not getattr(hints, name)]
    missing = [name for name in _EXPECTED if chosen[name] is None]
    return replace(
        document,
        **chosen,
        review=tuple(dict.fromkeys((*weak, *missing))),
        extra=hints.extra,
    )
