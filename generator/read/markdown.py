"""Markdown with or without front matter: what the front matter says becomes hints, the rest is the article."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePosixPath

from generator.drafts import MOMENTS, say_draft
from generator.model import Problem, RawArticle
from generator.read.front_matter import has_front_matter, split_front_matter
from generator.read.html import is_html, is_page
from generator.read.metadata_keys import read_metadata
from generator.read.source import Reader, Readings, Source

_SUFFIXES = (".md", ".markdown", ".mdown")
_REVIEWED = ("title", "deck", "authors", "source", "section", "labels", "topics")
"""Fields that hold words, which a person may have written without quotes."""
_HEADING = re.compile(r"# \S")


def read_markdown(source: Source) -> Readings:
    """One article, or a problem for a draft.

    Its text has blank lines where the front matter was, so that line numbers are those of the file.
    Raises FrontMatterError.
    """
    values, body, loose = split_front_matter(source.text, source.path)
    if draft := say_draft(values):
        return (Problem(path=source.path, message=f"{source.path}: {draft}"),)
    # Jekyll's `published: true` is no moment.
    values = {key: value for key, value in values.items() if not (key.lower() == "published" and value is True)}
    hints = read_metadata(values, source.path, source.day_first)
    if loose:
        said = read_metadata({key: values[key] for key in loose if key in values}, source.path, source.day_first)
        hints = replace(hints, review=(*hints.review, *(name for name in _REVIEWED if getattr(said, name))))
    # They are moments of publishing too, and what they keep back is known when the site is built.
    timed = {key: value for key, value in values.items() if key.strip().lower() in MOMENTS and value is not None}
    if timed:
        hints = replace(hints, extra={**hints.extra, **timed})
    return (RawArticle(origin=source.origin, form="markdown", markup="markdown", text=body, hints=hints),)


def is_markdown(source: Source) -> bool:
    """Whether a file is Markdown: by its front matter, else by its name, else by a heading in its first line."""
    if is_page(source.text):
        return False
    named = PurePosixPath(source.path).suffix.lower() in _SUFFIXES
    if named or has_front_matter(source.text, markdown=False):
        return True
    first = source.text[:1000].lstrip().partition("\n")[0]
    return _HEADING.match(first) is not None and not is_html(source.text, source.path)


MARKDOWN = Reader("markdown", is_markdown, read_markdown)
