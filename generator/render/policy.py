"""What a page of the site may load and run: nothing but the site's own files, no script or style within the page."""

from __future__ import annotations

POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'"
"""A Content Security Policy (level 3), for a `meta` element. Linked data is no script to run, and allowed."""
