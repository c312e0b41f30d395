"""A document to an `Article`: its body rendered, its sentences found. The door from the record to understanding."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from dataclasses import fields

from generator.exceptions import UnreadableError
from generator.model import Article, Document, Span
from generator.record.body import render_body
from generator.segment import split_sentences

_FIELDS = tuple(f.name for f in fields(Document))
# About a line and a half of a headline; longer first sentences are cut at a word.
_LONGEST_DISPLAY_TITLE = 110


def make_article(document: Document, path: str) -> Article:
    """Make an article of the document at `path` (below `docs_dir`).

    Without an `id`, one is made of the path; without a title, the first sentence is shown and `review` says `title`.
    Raises UnreadableError when the body cannot be rendered.
    """
    try:
        body = render_body(document.body)
    except RecursionError:
        raise UnreadableError(f"{path}: its lists or quotations are nested too deeply; flatten them") from None
    sentences = split_sentences(body.text, body.blocks)
    values = {name: getattr(document, name) for name in _FIELDS}
    title = " ".join((document.title or "").split())
    if title:
        values["title"] = "".join(c for c in title if unicodedata.category(c) != "Cc")
    else:
        values |= {"title": _display_title(body.text, sentences, path), "review": (*document.review, "title")}
    if not document.id:
        values["id"] = hashlib.sha256(path.encode()).hexdigest()[:12]
    return Article(**values, path=path, html=body.html, text=body.text, blocks=body.blocks, sentences=sentences)


def has_display_title(article: Article) -> bool:
    """Whether an article's title is its first sentence, for want of a headline."""
    return "title" in article.review and article.title == _display_title(article.text, article.sentences, article.path)


def _display_title(text: str, sentences: Sequence[Span], path: str) -> str:
    return _shortened(text[sentences[0].start : sentences[0].end] if sentences else path.rpartition("/")[2])


def _shortened(sentence: str) -> str:
    line = " ".join(sentence.split())
    if len(line) <= _LONGEST_DISPLAY_TITLE:
        return line
    return line[:_LONGEST_DISPLAY_TITLE].rpartition(" ")[0].rstrip(",;:–—- ") + " …"
