"""Where a page was saved from, noted in the page as browsers do it: `<!-- saved from url=(0025)https://… -->`."""

from __future__ import annotations

import re

_HEAD = re.compile(
    r"\A\ufeff?(?:\xef\xbb\xbf)?\s{0,200}(?:<\?xml[^>]{0,500}\?>\s{0,200})?(?:<!doctype[^>]{0,500}>)?", re.IGNORECASE
)
_NOTE = "<!-- saved from url="
_LOOK_WITHIN = 2000


def note_address(page: str, url: str) -> str:
    """The page with the note, below its declarations; as it is when it has one, or the address does not fit in one."""
    if _NOTE in page[:_LOOK_WITHIN] or len(url) > _LOOK_WITHIN - 1000 or any(sign in url for sign in "<> \n\t"):
        return page
    head = _HEAD.match(page)
    at = head.end() if head else 0
    return f"{page[:at]}\n{_NOTE}({len(url):04}){url} -->\n{page[at:].lstrip()}".lstrip("\n")
