"""Web addresses as files give them."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit


def make_address(text: str | None, base: str | None = None) -> str | None:
    """A whole http or https address, against the address it is relative to; None for anything else."""
    if not text or not text.strip():
        return None
    try:
        address = urljoin(base or "", text.strip().replace(" ", "%20"))
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or any(sign in address for sign in '<>"\\\n\t'):
        return None
    return address
