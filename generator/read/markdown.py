"""Markdown with or without front matter: what the front matter says becomes hints, the rest is the article."""

from __future__ import annotations

from generator.model import RawArticle
from generator.read.front_matter import split_front_matter
from generator.read.metadata_keys import read_metadata
from generator.read.source import Source


def read_markdown(source: Source) -> tuple[RawArticle, ...]:
    """One article. Its text has blank lines where the front matter was, so that line numbers are those of the file.

    Raises FrontMatterError.
    """
    path = source.origin.path
    values, body = split_front_matter(source.text, path)
    hints = read_metadata(values, path, source.day_first)
    return (RawArticle(origin=source.origin, form="markdown", text=body, hints=hints),)
