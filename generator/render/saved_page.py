"""The page of a reader's own: what they saved and followed, how the site looks. In: the context. Out: its page.

Nothing on it is known here. The reader's browser fills it in, and keeps what it holds.
"""

from __future__ import annotations

from dataclasses import replace

from generator.model import Page
from generator.render.context import Context
from generator.render.frame import READING, make_frame
from generator.render.page import render_page
from generator.render.templates import Templates


def saved_page(context: Context, templates: Templates) -> Page:
    """The page at `saved/`, which no search engine need list."""
    frame = make_frame(
        context.site,
        READING.address,
        READING.text,
        description="What you saved and follow, kept in your browser alone.",
        section=READING.address,
        feeds=context.page_feeds(READING.address),
    )
    return render_page(templates, "saved.html", replace(frame, listed=False), None)
