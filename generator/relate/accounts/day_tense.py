"""Whether what a sentence tells of a day happened, or was to happen. In: a day's place. Out: yes or no.

The tense of the clause says so, and whether the day lies before or after the report's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from generator.relate.accounts.day_place import DayPlace

_WEEK = timedelta(days=7)
_DUE_WITHIN = 4
"""Words behind a form of "be" among which what is due stands, once adverbs are left out."""


class DayTense:
    """A place of a `day`, in a report of the day `told`."""

    def __init__(self, place: DayPlace, day: date, told: date | None) -> None:
        self._place, self._words = place, place.words
        self.day, self.told = day, told

    @property
    def is_ahead(self) -> bool:
        """Whether it is a day after the report's."""
        return self.told is not None and self.day > self.told

    @property
    def is_own(self) -> bool:
        """Whether it is the report's day, or may be, since that is not known."""
        return self.told is None or self.day == self.told

    @property
    def is_next(self) -> bool:
        """Whether it is the day after: elsewhere the same."""
        return self.told is not None and self.day - self.told == timedelta(days=1)

    @property
    def week_ahead(self) -> date | None:
        """Of a weekday in the week before the report, the one in the week behind it."""
        later = self.day + _WEEK
        return later if self.told is not None and self.day < self.told < later else None

    def is_to_come(self, words: Sequence[str]) -> bool:
        """Whether words tell of what is, or was, to happen."""
        went_by = self.told is not None and self.day < self.told
        if not self._words.shall.isdisjoint(words) or not self._words.would.isdisjoint(words):
            return True
        return any(self._due(words)) or (not went_by and not self._words.might.isdisjoint(words))

    def was_to_come(self, words: Sequence[str]) -> bool:
        """Whether it was to happen by then: `was due to sail on Monday`."""
        return not self._words.would.isdisjoint(words) or any(word in ("was", "were") for word in self._due(words))

    def is_due(self, words: Sequence[str]) -> bool:
        """Whether it is still to happen: `is to vote on Thursday`."""
        return any(word not in ("was", "were") for word in self._due(words))

    def is_surely_ahead(self, words: Sequence[str]) -> bool:
        """Of a day ahead, whether words speak of it as such; the past tense alone may be of another day."""
        if self.is_to_come(words) or not any(map(self._place.is_past, words)):
            return True
        return not {"to", *self._words.bounds}.isdisjoint(words)

    def _due(self, words: Sequence[str]) -> Iterator[str]:
        """The forms of `be` that something due hangs on."""
        for place, word in enumerate(words):
            if word in self._words.be:
                near = words[place + 1 : place + 1 + _DUE_WITHIN]
                after = [each for each in near if each not in self._words.adverbs]
                if " ".join(after[:2]) in self._words.due or (after[:1] and after[0] in self._words.due):
                    yield word
