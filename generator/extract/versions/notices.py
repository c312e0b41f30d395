"""Notices of corrections that an article prints itself. In: what cleaning took off, and the body. Out: Notices.

`This article was amended on 11 December 2015 to correct the length of the wall.` is no part of the report, and is what
its readers must be told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib import resources

import yaml

from generator.model import Notice, Removed
from generator.moments import day_of
from generator.printed_dates import find_moments

_RULES = frozenset(("version-note", "correction-note"))
_LONGEST = 600
_ENDS = 3
"""Paragraphs at either end of a text among which a notice may stand."""
_MOST = 5
_TRIMMED = " \t\n*_()[]"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    text = resources.files("generator.extract.versions").joinpath("notices.yml").read_text("utf-8")
    table = yaml.load(text, Loader=yaml.CSafeLoader)
    says = "|".join(f"(?:{entry['pattern']})" for entry in table["says"])
    heads = "|".join(re.escape(head) for head in table["heads"])
    dated = r"(?:,? ?\(?(?=[^:]{0,30}\d)[\w., ]{3,30}\)?)?"
    return re.compile(says, re.IGNORECASE), re.compile(rf"(?:{heads}){dated}:\s?\S", re.IGNORECASE)


def read_notices(removed: Iterable[Removed], body: str, day_first: bool = True) -> tuple[Notice, ...]:
    """The notices, in their order, each once. A date is one that is printed with its year."""
    says, _ = _patterns()
    texts = [entry.text for entry in removed if entry.rule in _RULES and says.search(entry.text[:_LONGEST])]
    texts.extend(text for text in _ends(body) if is_notice(text))
    plain = dict.fromkeys(" ".join(text.split()).strip(_TRIMMED) for text in texts if len(text) <= _LONGEST)
    return tuple(_make(text, day_first) for text in list(plain)[:_MOST] if text)


def _ends(body: str) -> list[str]:
    paragraphs = [paragraph.strip(_TRIMMED) for paragraph in body.split("\n\n")]
    return list(dict.fromkeys((*paragraphs[:_ENDS], *paragraphs[-_ENDS:])))


def is_notice(paragraph: str) -> bool:
    """Whether a paragraph of the text is a notice: `Correction, Dec. 11: The wall is 40 metres long, not 400.`"""
    return _patterns()[1].match(paragraph[:_LONGEST]) is not None


def _make(text: str, day_first: bool) -> Notice:
    found = find_moments(text[:200], day_first)
    return Notice(text=text, date=day_of(found[0].moment) if found else None)
