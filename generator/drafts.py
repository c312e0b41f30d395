"""Drafts: what another tool's front matter keeps back. A mapping of keys comes in; what to say of it goes out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_DRAFT: Mapping[str, frozenset[str]] = {
    "draft": frozenset({"true", "yes", "on"}),  # Hugo, Eleventy, Zola, MkDocs
    "published": frozenset({"false"}),  # Jekyll
    "status": frozenset({"draft"}),  # Pelican
}


def say_draft(values: Mapping[str, Any]) -> str | None:
    """Why an article with these keys must not be published, and the remedy; None when they do not call it a draft."""
    for key, value in values.items():
        shown = str(value).lower() if isinstance(value, bool) else value
        if isinstance(shown, str) and shown.strip().lower() in _DRAFT.get(key.strip().lower(), ()):
            return f"is a draft; take `{key}: {shown}` out of its front matter to publish it"
    return None
