"""Language tags as files write them: `en-US`, `de_DE`."""

from __future__ import annotations

import re

_TAG = re.compile(r"\s*([A-Za-z]{2,3})(?:[-_][\w-]{1,30})?\s*\Z")


def read_language_tag(text: str) -> str | None:
    """The language without its country or script (BCP 47, first subtag); None for what is no tag."""
    match = _TAG.match(text)
    return match[1].lower() if match else None
