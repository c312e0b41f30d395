"""Pages a person wrote in Markdown, which MkDocs renders with our templates: the frame they stand in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.config import SiteConfig
from generator.model import Digest
from generator.render.feed_list import site_feed
from generator.render.frame import frame_context, make_frame, make_site_view
from generator.render.views import LinkView


def written_page_context(
    digest: Digest, site: SiteConfig, written: Sequence[LinkView], page: LinkView, description: str
) -> dict[str, Any]:
    """What a template finds beside MkDocs' own `page`. `written` are all pages of this kind, this one among them."""
    view = make_site_view(site, written)
    feeds = site_feed(digest, site)
    return frame_context(make_frame(view, page.address, page.text, description=description, feeds=feeds))
