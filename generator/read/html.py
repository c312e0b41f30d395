"""A saved web page: one article, whose markup is read when it is extracted."""

from __future__ import annotations

from generator.model import RawArticle
from generator.read.source import Source


def read_html(source: Source) -> tuple[RawArticle, ...]:
    """One article; what the page's head says of it is found with the body, in `extract`."""
    return (RawArticle(origin=source.origin, form="html", text=source.text),)
