"""What reports have in common and what they have not, for a reader. In: places of reports. Out: short phrases.

A likeness is told in multiples of what one story needs: its number alone says nothing to who does not know the formula.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from generator.moments import MONTH_NAMES
from generator.relate.likeness import DAYS, ELSEWHERE, FAR_DAYS, FILLING, NAMES, NUMBERS, STRANGERS, TURNS
from generator.relate.reasons import Reasons, quote_words
from generator.relate.reports import Report

PLENTY = 5.0
"""Likeness from which on more is only called more."""

LITTLE = 0.1
"""Likeness below which less is only called less."""

TWO = 2
"""Words of titles that tell something: one is soon shared by chance."""

MOST_DAYS = 2


class Wording:
    """Says what reports share; they and the reasons are in one order."""

    def __init__(self, reports: Sequence[Report], reasons: Reasons) -> None:
        self._reports = reports
        self._reasons = reasons

    # --- what is shared ----------------------------------------------------------------------------------------------

    def is_plain(self, one: int, other: int) -> bool:
        """Whether it is plain what two reports have in common: names, or words of both titles."""
        if self._reasons.are_specific(self._reasons.telling_names(one, other)):
            return True
        return len(self._reasons.shared_title_words(one, other)) >= TWO

    def say_both(self, at: int, other: int, whose: str) -> Iterator[str]:
        """Names, words of titles and days of the event that a report and another one (`whose`) both have."""
        names = self._reasons.telling_names(at, other)
        if labels := self._reasons.label_names(names):
            yield f"both name {join_words(labels)}"
        if len(words := self._reasons.shared_title_words(at, other)) >= TWO:
            yield f"both titles say {quote_words(words)}"
        elif not self._reasons.are_specific(names) and len(words := self._reasons.title_words_in(at, other)) >= TWO:
            yield f"{whose} has {quote_words(words)} of its title"
        if days := self._reports[at].event_days & self._reports[other].event_days:
            yield f"both speak of {_say_days(days)}"

    def say_also(self, at: int, other: int) -> Iterator[str]:
        """What a report that is not of a story has in common with one that is."""
        if names := self._reasons.label_names(self._reasons.telling_names(at, other)):
            yield f"also names {join_words(names)}"
        elif words := self._reasons.shared_title_words(at, other):
            yield f"also has {quote_words(words)} in its title"
        elif words := self._reasons.shared_text_words(at, other):
            yield f"also speaks of {quote_words(words)}"

    def say_names(self, names: Iterable[str]) -> Iterator[str]:
        """Names that most reports of a story have."""
        if labels := self._reasons.label_names(names):
            yield f"names {join_words(labels)}, as most of the others do"

    # --- what is not -------------------------------------------------------------------------------------------------

    def say_unlike(self, at: int, other: int, group: Sequence[int], against: Collection[str]) -> Iterator[str]:
        """What tells a report from a group's: `against` was found of `other`, the nearest of it."""
        ours, theirs = self._reports[at], self._reports[other]
        if NUMBERS in against:
            yield f"its title says {_say_numbers(ours.numbers)}, not {_say_numbers(theirs.numbers)}"
        elif FILLING in against:
            yield "its title has the same form and is about something else"
        if TURNS in against:
            yield "its title says the opposite"
        if names := self._reasons.label_names(self._reasons.own_names(at, group), most=3):
            yield f"names {join_words(names)}, which this story does not"
        elif NAMES in against or STRANGERS in against or ELSEWHERE in against:
            yield "names others"
        if DAYS in against or FAR_DAYS in against:
            yield f"speaks of {_say_days(ours.event_days)}, not of {_say_days(theirs.event_days)}"


def say_measure(ratio: float) -> str:
    """A likeness by what one story needs: `2.9 times what one story needs`."""
    return f"{say_times(ratio)} what one story needs"


def say_times(ratio: float) -> str:
    """`2.9 times`, `0.4 of`."""
    if ratio >= PLENTY:
        return f"more than {PLENTY:.0f} times"
    if ratio >= 1.05:
        return f"{ratio:.1f} times"
    if ratio >= 0.95:
        return "just" if ratio >= 1.0 else "not quite"
    return f"{ratio:.1f} of" if ratio >= LITTLE else f"less than {LITTLE} of"


def say_title(title: str) -> str:
    """A title in quotation marks that are not its own."""
    return f"“{title}”"


def join_words(words: Sequence[str]) -> str:
    """`Riyadh`, `Riyadh and Sergei Lavrov`, `Riyadh, Sergei Lavrov and Syria`."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _say_days(days: Collection[date]) -> str:
    """`10 and 11 December 2015`, the earliest first."""
    told = [(str(day.day), f"{MONTH_NAMES[day.month - 1]} {day.year}") for day in sorted(days)[:MOST_DAYS]]
    if len({month for _, month in told}) == 1:
        return f"{join_words([day for day, _ in told])} {told[0][1]}"
    return join_words([" ".join(each) for each in told])


def _say_numbers(numbers: Collection[str]) -> str:
    return join_words(sorted(numbers, key=lambda number: (len(number), number))[:MOST_DAYS])
