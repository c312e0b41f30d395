"""Whose text an article says it carries. In: an article. Out: the name of an agency or outlet, or None.

What it states comes first (`agency`, then its authors), then the mark that agencies set behind a dateline or at the end
of a text: `EASTMERE (Reuters) -`. An agency's own article carries its own text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from generator.model import Article
from generator.relate.sources import source_key

_HEAD, _TAIL = 160, 60
"""Characters at either end of a text in which an agency's mark may stand."""

_MARK = re.compile(r"\(([^()\n]{2,40})\)")
_STAFF = (" staff", " staff writer", " staff writers", " staff reporter", " reporter", " correspondent")
"""What is said of an agency's people: `AP staff`."""


def find_credit(article: Article) -> str | None:
    """Whose text it is, as far as the article tells. An agency has one name, whatever it is called there."""
    if article.agency and article.agency.strip():
        return find_agency(article.agency) or " ".join(article.agency.split())
    named = (find_agency(name) for name in (*article.authors, article.source or ""))
    return next((agency for agency in named if agency), None) or _find_mark(article.text)


def find_agency(name: str) -> str | None:
    """The agency that a name is one of: `Associated Press`, `AP staff`, `Jane Quay, Reuters`."""
    key = source_key(name).strip(" .")
    for part in (key, *(half.strip() for half in re.split(r"[,/|]", key))):
        for said in (part, *(part.removesuffix(ending) for ending in _STAFF)):
            if said in _agencies():
                return _agencies()[said]
    return None


def _find_mark(text: str) -> str | None:
    for match in _MARK.finditer(text[:_HEAD]):
        agency = find_agency(match[1])
        if agency and text[match.end() : match.end() + 3].lstrip(" ").startswith(("-", "–", "—")):
            return agency
    end = text[-_TAIL:].rstrip()
    return next(
        (agency for match in _MARK.finditer(end) if match.end() == len(end) and (agency := find_agency(match[1]))), None
    )


@cache
def _agencies() -> Mapping[str, str]:
    return {source_key(said): row["name"] for row in read_agencies() for said in (row["name"], *row.get("also", ()))}


def read_agencies() -> Any:
    """The packaged list, as it is written."""
    text = files("generator.relate").joinpath("agencies.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.CSafeLoader)
