"""Who wrote a column that has no byline: named by the note that says whose opinions it holds.

The texts that were taken out of an article come in; the writer's name goes out, or none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.extract.head.names import is_persons, tidy_name

# "Editor's note: Ann Field, a professor of law, is the author of …", "Ann Field is a writer on ports."
_NOTE = re.compile(
    r"(?:(?i:editor['’]?s?['’]? note) ?[:.–—-] ?)?"
    r"(?P<name>[A-Z\u00c0-\u00de][\w'’-]{1,20}(?: [A-Z\u00c0-\u00de][\w.'’-]{0,20}){1,3})(?:,|,? is|,? was) "
)
_OPINIONS = re.compile(
    r"\b(?:opinions|views)\b[^.]{0,60}\bexpressed\b[^.]{0,80}\b(?:author|writer|his|her|hers|their|those of)\b",
    re.IGNORECASE,
)
_LONGEST_NOTE = 900


def find_columnist(texts: Iterable[str]) -> tuple[str, ...]:
    """The one who is told of in the first note that says whose opinions the article holds."""
    for text in texts:
        if "xpressed" not in text or len(text) > _LONGEST_NOTE:
            continue
        match = _NOTE.match(text)
        if match is not None and is_persons(match["name"]) and _OPINIONS.search(text):
            return (tidy_name(match["name"]),)
    return ()
