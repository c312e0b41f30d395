"""How much a term or a name tells of an event. In: all Events. Out: a number from 0 to 1 for each.

Rarity falls with the events that have it twice: with their number, as in TF-IDF, and with their share, so that on a
site about one country that country ties nothing. A place tells less than who acts there, and a word that many affairs
of one kind have (a vote, a strike) less than what the affair is about.

The list of such words is packaged with the program, and read once, when first needed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from math import log
from typing import TypeAlias

from generator.packaged import read_words
from generator.relate.thread_events import Event
from generator.relate.vectors import is_common, split_terms

PLACE = 0.5
"""As in `names.py`: many things happen in Syria."""

KIND = 0.35
"""Of a word in `event_words.txt`."""

_IMAGINED = 1000
_SHARE_COMMON, _SHARE_RARE = 0.1, 0.002
"""As in `vectors.py`: the corpus is filled up with imagined events: two events are compared as two of a thousand."""
_FEW = 50
"""Imagined events for the share: of few events a name may be in most."""

Rarity: TypeAlias = Mapping[str, float]


def measure_rarity(events: Sequence[Event]) -> dict[str, float]:
    """Term, or id of a name -> 0 to 1."""
    seen: Counter[str] = Counter()
    for event in events:
        seen.update(event.terms.keys())
        seen.update(event.names.keys())
    whole = len(events) + _IMAGINED
    most = log(whole / (1.0 + _IMAGINED * _SHARE_RARE))

    @cache  # most features are in as few events as thousands of others
    def measure(count: int, share: float) -> float:
        value = max(0.0, log(whole / (count + _IMAGINED * share)) / most) * (1.0 - count / (len(events) + _FEW))
        return value * value

    kinds, rarity = event_words(), {}
    for feature, count in seen.items():
        worth = measure(count, _SHARE_COMMON if is_common(feature) else _SHARE_RARE)
        rarity[feature] = worth * (PLACE if feature.startswith("place/") else KIND if feature in kinds else 1.0)
    return rarity


@cache
def event_words() -> frozenset[str]:
    """Terms of the words for what happens in many affairs of one kind."""
    return frozenset(term for word in read_words("generator.relate", "event_words.txt") for term in split_terms(word))
