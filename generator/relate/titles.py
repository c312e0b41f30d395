"""What kind of text a title announces. In: a title. Out: whether it is a round-up's, preview's, feature's or series'.

The patterns are data packaged with the program, `roundups.txt` and `titles.txt`. They are read once, when first needed:
that they are read within a stage is right only because they never change while the program runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal, TypeAlias

from generator.packaged import read_lines

TitleKind: TypeAlias = Literal["roundup", "preview", "feature", "series"]


@lru_cache(maxsize=20_000)  # several steps ask the same of a title
def is_kind(title: str, kind: TitleKind) -> bool:
    """Whether a title is of this kind; it may be of several.

    roundup  touches many events
    preview  tells of what is to come
    feature  explains, portrays or comments what others report
    series   comes out at fixed times, a number after a number
    """
    return _pattern(kind).search(title) is not None


@cache
def _pattern(kind: TitleKind) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for its, pattern, _ in read_rules() if its == kind), re.IGNORECASE)


def read_rules() -> Iterator[tuple[str, str, str]]:
    """Kind, pattern and example of each rule."""
    for line in read_lines("generator.relate", "roundups.txt"):
        pattern, example = line.split("\t")
        yield "roundup", pattern, example
    for line in read_lines("generator.relate", "titles.txt"):
        kind, pattern, example = line.split("\t")
        yield kind, pattern, example
