"""Posts of others that a page shows within a story: the words above the line that says who posted them, and when."""

from __future__ import annotations

import re

from generator.extract.roles import RoledLine

# "— Jens P. (@jensp) January 9, 2018"
_POSTED_BY = re.compile(r"[—–-]?\s?[^—]{1,60} \(@\w{1,30}\)")
_IN_POSTS = re.compile(r"(?:^|\s)[#@]\w{2,30}|\bpic\.twitter\.com/|\bt\.co/|https?://")


def is_post(line: RoledLine, below: RoledLine) -> bool:
    """Whether a line is what somebody posted, by the one below it: a paragraph only with the signs of posts in it."""
    if below.rule != "post-embed" or line.role not in ("short", "prose") or line.line.mark:
        return False
    if _POSTED_BY.match(below.line.text) is None:
        return False
    return line.role == "short" or _IN_POSTS.search(line.line.text) is not None
