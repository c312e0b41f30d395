"""What a wrong address shows. In: the context. Out: `404.html`."""

from __future__ import annotations

from generator.model import Page
from generator.render.context import Context
from generator.render.frame import make_lost_frame
from generator.render.page import render_page
from generator.render.paths import HOME, NOT_FOUND
from generator.render.templates import Templates


def not_found_page(context: Context, templates: Templates) -> Page:
    """`404.html`. A host serves it at any depth, so its links start at the host."""
    frame = make_lost_frame(context.site, NOT_FOUND, "Page not found", context.page_feeds(HOME))
    return render_page(templates, "404.html", frame, None, path=NOT_FOUND)
