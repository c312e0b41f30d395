"""One page: a template, a frame and a view to bytes."""

from __future__ import annotations

from typing import Any

from generator.model import Page
from generator.render.frame import frame_context
from generator.render.paths import page_file
from generator.render.templates import Templates
from generator.render.views import Frame


def render_page(templates: Templates, name: str, frame: Frame, view: Any, path: str | None = None) -> Page:
    """The page at the frame's address; `path` names its file where that is not `index.html` there."""
    text = templates.render(name, {**frame_context(frame), "view": view})
    return Page(path=path or page_file(frame.address), content=text.encode("utf-8", "replace"))
