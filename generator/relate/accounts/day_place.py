"""Where a day stands in its sentence. In: a line, a mention. Out: `DayPlace`: the words that lead to it, its clause."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from generator.model import DateMention
from generator.relate.accounts.day_words import load_day_words
from generator.relate.accounts.line import Line
from generator.relate.accounts.once import once

BACK = 8
"""Words before a day that may say what it is."""
_STOPS = frozenset(',;:()—–"“”')
_EARLY = 8
"""Words from the beginning within which a dateline has its day."""
_DASHES = frozenset("-–—(")
_NAMED = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january "
    "february march april may june july august september october november december jan feb mar apr jun jul aug sep "
    "sept oct nov dec today tonight yesterday tomorrow day morning afternoon evening night".split()
)
"""A day called by none of these is called by a feast, or by the hour alone, which may be any day's."""
_RELATIVE = ("that", "who", "which")
_FAR = 40
"""Words behind a day that opens a sentence, among which its verb is."""


class DayPlace:
    """A day in its sentence, by tokens: it is `at`, its words end at `behind`, and `lead` is where they are led to.

    `first` and `last` are its clause: the words between marks, or what it opens or closes when between marks itself.
    """

    def __init__(self, line: Line, mention: DateMention) -> None:
        tokens = line.tokens
        self.low, self.words = tokens.low, load_day_words()
        self._text = line.text
        self._begin, self._end = mention.span.start - line.start, mention.span.end - line.start
        self.at = bisect_left(tokens.starts, self._begin)
        self.behind = max(self.at + 1, bisect_left(tokens.starts, self._end))
        self.lead = self._find_lead()
        self.first, self.last, self._until = self._find_clause()

    def _find_lead(self) -> int:
        """The first of the words that lead to the day: `late on Monday`, `on the night of Monday`."""
        at, leads = self.at, self.words.leads
        while at > 0:
            word = self.low[at - 1]
            nightly = word == "of" and at > 1 and self.low[at - 2] in leads
            if not nightly and word not in leads:
                break
            at -= 1
        return at

    def _find_clause(self) -> tuple[int, int, int]:
        """Its first word, its end, and the end of what stands in front of the day in it."""
        first, last = self.back_to_stop(self.lead), self.on_to_stop(self.behind)
        if first < self.lead or self.low[self.behind : last] not in ([], ["."]):
            return first, last, self.lead
        if first == 0:
            return first, self.on_to_stop(min(last + 1, len(self.low))), self.lead
        until = first - 1
        first = self.back_to_stop(until)
        while first > 0 and not any(map(self._is_verb, self.low[first:until])):
            until = first - 1
            first = self.back_to_stop(until)
        return first, last, until

    def _is_verb(self, word: str) -> bool:
        words = self.words
        return self.is_past(word) or word in words.be or word in words.said or word in words.shall

    def back_to_stop(self, at: int) -> int:
        """The first token behind the mark before a place."""
        while at > 0 and self.low[at - 1] not in _STOPS:
            at -= 1
        return at

    def on_to_stop(self, at: int) -> int:
        """The mark behind a place."""
        while at < len(self.low) and self.low[at] not in _STOPS:
            at += 1
        return at

    @once
    def before(self) -> Sequence[str]:
        """The words of the clause in front of the day, the nearest first."""
        return self.low[max(self.first, self._until - 2 * BACK) : self._until][::-1]

    @property
    def following(self) -> str:
        """The word behind the day; nothing at the end."""
        return self.low[self.behind] if self.behind < len(self.low) else ""

    @once
    def governing(self) -> Sequence[str]:
        """The words of its clause that tell its time: those before it, or behind a day that opens the clause."""
        return self.before[::-1] or self.until_verb()

    def until_verb(self) -> Sequence[str]:
        """Of a day that opens a clause, the words behind it, as far as the verb that tells its time."""
        row = self.low[self.behind : self.last if self.first else self.behind + _FAR]
        words = [word for at, word in enumerate(row) if at == 0 or row[at - 1] not in _RELATIVE]
        verbs = (at for at, word in enumerate(words) if word in self.words.said or self.is_past(word))
        return words[: next(verbs, len(words)) + 5]

    def is_past(self, word: str) -> bool:
        """Whether a word is most likely a verb in the past tense."""
        return word in ("was", "were", "had") or word in self.words.took_place or word.endswith("ed")

    def ends_with(self, words: frozenset[str]) -> bool:
        """Whether it, or the word behind it, is one of these: `two days after`."""
        return self.following in words or self.low[self.behind - 1] in words

    # --- days that are none: a dateline's, an hour, a time of the year ---

    def is_no_day(self) -> bool:
        """Whether it tells of no day: it is that of a dateline, an hour alone, or a feast that stands for a season."""
        return self._is_dateline() or self._is_hour() or self._is_season()

    def _is_dateline(self) -> bool:
        """Whether it stands before a report's text: `PORT ARDEN, March 8 (Wire) -`."""
        before = self._text[: self._begin]
        return self.at <= _EARLY and self.following in _DASHES and before.isupper()

    def _is_hour(self) -> bool:
        """Whether an hour is all that is said: `at 7.30 p.m.`, `around midnight`."""
        named = self._text[self._begin : self._end]
        is_day = not _NAMED.isdisjoint(self.low[self.at : self.behind]) or named.count("-") + named.count("/") > 1
        return not is_day and not any(letter.isupper() for letter in named)

    def _is_season(self) -> bool:
        """Whether a feast is named as a time of the year: `a New Year message`, `since Christmas`."""
        named = [word.removesuffix("'s") for word in self.low[self.at : self.behind]]
        if any(word[0].isdigit() or word in _NAMED - {"day"} for word in named):
            return False
        is_on = "on" in self.low[self.lead : self.at]
        return not is_on and not self.owns_by_mark

    # --- the event of a day: "Sunday's fire", "the 4 March talks" ---

    @property
    def owns_by_mark(self) -> bool:
        """Whether the noun behind it is the day's: `Sunday's fire`."""
        return self._text[self._end : self._end + 2] in ("'s", "’s")

    def owns(self) -> bool:
        """Whether it belongs to the noun behind it, with a mark or without: `the 4 March talks`."""
        if self.owns_by_mark:
            return True
        is_noun = self.at > 0 and self.low[self.at - 1] in ("the", "a", "an", "its", "their", "his", "her", "own")
        behind, words = self.following, self.words
        return is_noun and behind.isalpha() and behind not in words.prepositions | words.said | {"in", "at"}
