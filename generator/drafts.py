"""What another tool's front matter keeps back: drafts, and what is not to be published yet or any more.

A mapping of keys comes in, and the moment that is over; what to say of it goes out.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from generator.moments import Moment, format_moment, instant, parse_moment
from generator.printed_dates import read_moment

_DRAFT: Mapping[str, frozenset[str]] = {
    "draft": frozenset({"true", "yes", "on"}),  # Hugo, Eleventy, Zola, MkDocs
    "published": frozenset({"false"}),  # Jekyll
    "status": frozenset({"draft"}),  # Pelican
}
_FROM, _UNTIL = "publishdate", "expirydate"
MOMENTS = (_FROM, _UNTIL)
"""Hugo's keys, in small letters."""


def say_draft(values: Mapping[str, Any]) -> str | None:
    """Why an article with these keys must not be published, and the remedy; None when they do not call it a draft."""
    for key, value in values.items():
        shown = str(value).lower() if isinstance(value, bool) else value
        if isinstance(shown, str) and shown.strip().lower() in _DRAFT.get(key.strip().lower(), ()):
            return f"is a draft; take `{key}: {shown}` out of its front matter to publish it"
    return None


def say_untimely(values: Mapping[str, Any], release: datetime | None) -> str | None:
    """Why an article with these keys is not published now, and the remedy; None when nothing is against it.

    `release` is the moment that is over; without it nothing has begun, and nothing has expired.
    """
    for key, value in values.items():
        name = key.strip().lower()
        if name not in MOMENTS or value is None:
            continue
        moment = _read(value)
        if moment is None:
            return f"{key}: {value!r} is not a date; write it like 2015-12-10T18:40:00Z, or take it out"
        over = release is not None and instant(moment) <= release
        if name == _FROM and not over:
            said = "is under embargo until"
        elif name == _UNTIL and over:
            said = "is kept out of the site since"
        else:
            continue
        return f"{said} {format_moment(moment)}; take `{key}` out of its front matter to publish it"
    return None


def _read(value: Any) -> Moment | None:
    if not isinstance(value, str):
        return None
    try:
        return parse_moment(value)
    except ValueError:
        return read_moment(value, day_first=True)
