"""Where a converted article's file is kept: `articles/YYYY/MM/slug.md`."""

from __future__ import annotations

from collections.abc import Container
from itertools import chain, count

from generator.model import Document
from generator.moments import day_of
from generator.slugs import slugify


def choose_path(document: Document, title: str, folder: str, taken: Container[str]) -> str:
    """A path below `docs_dir` that is not in `taken`; a second article of the same name gets its id's beginning."""
    line = document.dateline
    moment = document.published or document.updated or (line.date if line else None)
    month = f"{day_of(moment):%Y/%m}" if moment else "undated"
    stem = f"{folder}/{month}/{slugify(title)}"
    name = slugify(document.id or "")
    choices = chain((stem, f"{stem}-{name[:6]}", f"{stem}-{name}"), (f"{stem}-{name}-{n}" for n in count(2)))
    return next(f"{choice}.md" for choice in choices if f"{choice}.md" not in taken)
