"""Whether a capitalised word is one of everyday English. Word lists in, `PlainWords` out.

A heading and a title are written in capitals like names. A run of capitals that holds an everyday word is therefore no
name that nobody knows; a person's surname may be such a word and counts as one ("Anne Baker").
"""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.enrich.memo import Memo

_ENDINGS = (
    "tion", "tions", "sion", "sions", "ments", "ness", "ities", "ism", "isms", "ology", "ologist", "ologists", "ical",
    "ically", "ously", "fully", "ingly", "ative", "ational", "ization", "isation", "ences", "ances", "ables", "phobia",
)  # fmt: skip
"""Endings that hardly a name has."""
_INFLECTIONS = (
    ("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", ""),
    ("ers", ""), ("ers", "e"), ("er", ""), ("er", "e"),
)  # fmt: skip
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class PlainWords:
    """Everyday words in lower case, and the surnames that are such words too."""

    common: frozenset[str]
    surnames: frozenset[str]
    _known: Memo[bool] = field(init=False, repr=False, compare=False)
    """Words that were asked for."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "_known", Memo(self._is_inflected))

    def holds(self, word: str) -> bool:
        """Whether this is an everyday word, inflected or not, and no surname."""
        return word not in self.surnames and self.is_common(word)

    def is_common(self, word: str) -> bool:
        """Whether this is an everyday word, a surname or not."""
        return self._known[word]

    def _is_inflected(self, word: str) -> bool:
        lower = word.lower()
        if lower in self.common or lower.endswith(_ENDINGS):
            return True
        for ending, instead in _INFLECTIONS:
            if lower.endswith(ending):
                stem = lower.removesuffix(ending) + instead
                least = _SHORTEST + ending.startswith("er")  # Jeter does not jet
                if len(stem) >= least and (stem in self.common or _single(stem) in self.common):
                    return True
        return False


def _single(stem: str) -> str:
    """A stem without the doubled consonant of "planning"."""
    return stem[:-1] if len(stem) > _SHORTEST and stem[-1] == stem[-2] else stem
