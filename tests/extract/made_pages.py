"""Pages made of parts, written for the tests of what is read off a page's head and around its headline."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from generator.config import ConvertConfig
from generator.extract.pages.article import extract_html
from generator.model import Document, Origin, RawArticle

STORY = """
<p>The old harbour wall fell into the water on Thursday, a year after engineers had warned that it would.</p>
<p>Nobody was hurt, the mayor said, but two boats were sunk and a warehouse at the quay lost its whole front.</p>
<p>The council meets on Monday to decide whether the square can be opened to the public again before winter.</p>
"""
HEADLINE = "<h1>Wall falls in the old harbour</h1>"


def script(*things: Any) -> str:
    """A script of JSON-LD."""
    return f'<script type="application/ld+json">{json.dumps(things[0] if len(things) == 1 else list(things))}</script>'


def article(**said: Any) -> Mapping[str, Any]:
    """An article as JSON-LD describes it."""
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Wall falls in the old harbour",
        **said,
    }


def make_page(head: str = "", above: str = HEADLINE, below: str = "", lang: str = "en") -> str:
    """A page; `above` stands where headline and byline do, `below` after the story."""
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head>{head}</head><body><nav><a href="/">Home</a></nav>'
        f"<main><article>{above}{STORY}</article>{below}</main></body></html>"
    )


def read_page(page: str, day_first: bool = True) -> Document:
    """The document of a page."""
    raw = RawArticle(origin=Origin(path="a.html", sha256=""), form="html", markup="html", text=page)
    return extract_html(raw, ConvertConfig(day_first=day_first)).document
