"""Addresses of others, as articles give them: only those that are safe to link."""

from __future__ import annotations

from urllib.parse import urlsplit


def web_address(url: str | None) -> str | None:
    """The address when it is one of the web (http, https, with a host); None for anything else.

    Browsers drop tabs and line breaks inside an address before they read its scheme, so any control character or space
    makes it unsafe.
    """
    if not url:
        return None
    url = url.strip()
    if any(c <= " " or c == "\x7f" for c in url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and host else None


def web_host(url: str) -> str:
    """`www.example.org`, for the words of a link."""
    return urlsplit(url).hostname or ""
