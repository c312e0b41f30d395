"""What the days that a sentence names are to it. In: a line, the day of its report. Out: a role for each day told.

A day has a role where the sentence's main event happens on it (`happened`), is to happen (`planned`), or where somebody
says on it what the sentence tells (`said`). A day that the sentence compares with, counts from or leans on has none:
"up from 12 on Friday", "since Sunday", "ahead of Wednesday's vote", "the engineer, who was arrested on Monday, denied".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Literal, TypeAlias

import yaml

from generator.model import DateMention
from generator.relate.accounts.line import Line

DayRole: TypeAlias = Literal["happened", "planned", "said"]

DAYS = ("DATE", "TIME")
"""The types of mentions that may name a day."""
_STOPS = frozenset(',;:()—–"“”')
_BACK = 8
"""Words before a day that may say what it is."""
_EARLY = 8
"""Words from the beginning within which a dateline has its day."""
_DASHES = frozenset("-–—(")
_SAYING = ("said on", "said", "told", "says", "statement on", "announced on", "reported on")
_COMPARED = 3
"""Words between "than" and its day."""
_NAMED = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january "
    "february march april may june july august september october november december jan feb mar apr jun jul aug sep "
    "sept oct nov dec today tonight yesterday tomorrow day morning afternoon evening night".split()
)
"""A day called by none of these is called by a feast, or by the hour alone, which may be any day's."""
_RELATIVE = ("that", "who", "which")
_INSERTED = 10
"""Words of a clause that is put in: `arrested on Monday`."""
_FAR = 40
"""Words behind a day that opens a sentence, among which its verb is."""


def day_of_value(value: str) -> date | None:
    """The day of a TIMEX3 value: `2015-12-09`, `2015-12-09T18:40`; None for weeks, months, years."""
    try:
        return date.fromisoformat(value[:10]) if len(value) >= 10 and value[4] == value[7] == "-" else None
    except ValueError:
        return None


def is_of_saying(line: Line, mention: DateMention) -> bool:
    """Whether the day is that on which somebody spoke: "said on Monday"."""
    before = line.text[: mention.span.start - line.start].rstrip().lower().removesuffix(" on")
    return before.endswith(_SAYING)


def find_day_roles(line: Line, told: date | None) -> Mapping[date, DayRole]:
    """The days under which a sentence of a report of the day `told` is to be read, in the order of the text.

    Where something happened, what else is said of other days (that it was said, what is to come) is left out.
    """
    days = [(mention, day) for mention in line.dates if (day := _whole_day(mention)) and not _is_quoted(line, mention)]
    if not days:
        return {}
    found: dict[date, DayRole] = {}
    for mention, day in days:
        role = _Place(line, mention, day, told).role()
        if role is not None:
            found.setdefault(day, role)
    if "happened" in found.values():
        return {day: role for day, role in found.items() if role == "happened"}
    return found


def _whole_day(mention: DateMention) -> date | None:
    return day_of_value(mention.value) if mention.type in DAYS else None


def _is_quoted(line: Line, mention: DateMention) -> bool:
    """Whether it is said in a quotation, or a title: "We are poorer today" tells of no day."""
    if any(quote.span.start < mention.span.start < quote.span.end for quote in line.quotes):
        return True
    before = line.text[: mention.span.start - line.start]
    return before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”")


@dataclass(frozen=True, slots=True, kw_only=True)
class _DayWords:
    """The lists of day_roles.yml."""

    leads: frozenset[str]
    bounds: frozenset[str]
    from_here: frozenset[str]
    moved: frozenset[str]
    connectives: frozenset[str]
    afterwards: frozenset[str]
    harm: frozenset[str]
    relatives: frozenset[str]
    awaiting: frozenset[str]
    against: frozenset[str]
    compared: frozenset[str]
    quantifiers: frozenset[str]
    be: frozenset[str]
    adverbs: frozenset[str]
    due: frozenset[str]
    shall: frozenset[str]
    would: frozenset[str]
    might: frozenset[str]
    said: frozenset[str]
    setting: frozenset[str]
    took_place: frozenset[str]
    prepositions: frozenset[str]


@cache
def load_day_lists() -> Mapping[str, Mapping[str, object]]:
    """The packaged file: lists of words, each with its example."""
    text = files("generator.relate.accounts").joinpath("day_roles.yml").read_text("utf-8")
    lists: Mapping[str, Mapping[str, object]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return lists


@cache
def _words() -> _DayWords:
    return _DayWords(**{name: frozenset(entry["words"]) for name, entry in load_day_lists().items()})  # type: ignore[call-overload]


class _Place:
    """A day in its sentence: its tokens, those that lead to it, and the clause around it."""

    def __init__(self, line: Line, mention: DateMention, day: date, told: date | None) -> None:
        tokens = line.tokens
        self._low, self._words = tokens.low, _words()
        self._day, self._told = day, told
        self._text = line.text
        self._begin = mention.span.start - line.start
        self._end = mention.span.end - line.start
        self._at = bisect_left(tokens.starts, self._begin)
        self._behind = max(self._at + 1, bisect_left(tokens.starts, self._end))
        self._lead = self._find_lead()
        self._first, self._last = self._find_clause()

    def role(self) -> DayRole | None:
        """What the day is to its sentence."""
        if self._is_dateline() or self._is_hour() or self._is_season():
            return None
        if self._owns():
            return self._role_of_event()
        if self._is_said():
            return "said"
        if self._leans():
            return None
        return self._role_in_time()

    # --- where it stands ---

    def _find_lead(self) -> int:
        """The first of the words that lead to the day: `late on Monday`, `on the night of Monday`."""
        at = self._at
        while at > 0:
            word = self._low[at - 1]
            nightly = word == "of" and at > 1 and self._low[at - 2] in self._words.leads
            if not nightly and word not in self._words.leads:
                break
            at -= 1
        return at

    def _find_clause(self) -> tuple[int, int]:
        """The words between marks around it; of a day between marks itself, the clause that it opens or closes."""
        first, last = self._back_to_stop(self._lead), self._on_to_stop(self._behind)
        if first < self._lead or last > self._behind:
            return first, last
        if first == 0:
            return first, self._on_to_stop(min(last + 1, len(self._low)))
        return self._back_to_stop(first - 1), last

    def _back_to_stop(self, at: int) -> int:
        while at > 0 and self._low[at - 1] not in _STOPS:
            at -= 1
        return at

    def _on_to_stop(self, at: int) -> int:
        while at < len(self._low) and self._low[at] not in _STOPS:
            at += 1
        return at

    def _before(self) -> list[str]:
        """The words of the clause in front of the day, the nearest first."""
        return list(reversed(self._low[max(self._first, self._lead - 2 * _BACK) : self._lead]))

    def _previous(self) -> str:
        return self._low[self._lead - 1] if self._lead > 0 else ""

    def _is_dateline(self) -> bool:
        """Whether it stands before a report's text: `PORT ARDEN, March 8 (Wire) -`."""
        dash = self._low[self._behind : self._behind + 1]
        before = self._text[: self._begin]
        return self._at <= _EARLY and bool(dash) and dash[0] in _DASHES and before.isupper()

    def _is_hour(self) -> bool:
        """Whether an hour is all that is said: `at 7.30 p.m.`, `around midnight`."""
        named = self._text[self._begin : self._end]
        is_day = not _NAMED.isdisjoint(self._low[self._at : self._behind]) or named.count("-") + named.count("/") > 1
        return not is_day and not any(letter.isupper() for letter in named)

    def _is_season(self) -> bool:
        """Whether a feast is named as a time of the year: `a New Year message`, `since Christmas`."""
        named = [word.removesuffix("'s") for word in self._low[self._at : self._behind]]
        if any(word[0].isdigit() or word in _NAMED - {"day"} for word in named):
            return False
        is_on = "on" in self._low[self._lead : self._at]
        return not is_on and not self._owns_by_mark()

    # --- the event of a day: "Sunday's fire", "the 4 March talks" ---

    def _owns_by_mark(self) -> bool:
        return self._text[self._end : self._end + 2] in ("'s", "’s")

    def _owns(self) -> bool:
        """Whether the day belongs to the noun behind it."""
        if self._owns_by_mark():
            return True
        is_noun = (
            self._low[self._at - 1] in ("the", "a", "an", "its", "their", "his", "her", "own")
            if self._at > 0
            else False
        )
        behind = self._low[self._behind] if self._behind < len(self._low) else ""
        return is_noun and behind.isalpha() and behind not in self._words.prepositions | self._words.said | {"in", "at"}

    def _role_of_event(self) -> DayRole | None:
        """An event that a sentence is about tells of its day; one that it only leans on does not."""
        at = self._at
        while at > 0 and self._low[at - 1] in ("the", "a", "an", "last", "this", "late", "early"):
            at -= 1
        if at == self._first:
            return self._role_of_subject()
        before, earlier = self._low[at - 1], self._low[max(0, at - 4) : at - 1]
        if before in ("in", "during", "at") and earlier:
            if self._low[self._at - 1] in ("a", "an", "his", "her", "their"):
                return "said"  # "in a Monday interview": somebody's own doing
            was_done = len(earlier) > 1 and not self._words.be.isdisjoint(earlier[:-1])
            return self._role_in_time() if was_done or earlier[-1] in self._words.took_place else None
        return None

    def _role_of_subject(self) -> DayRole | None:
        is_to_come = self._is_to_come(self._low[self._behind : self._on_to_stop(self._behind)])
        if self._told is not None and self._day > self._told:
            return "planned"
        if is_to_come:
            return "planned" if self._day == self._told else None
        return "happened"

    # --- who said it ---

    def _is_said(self) -> bool:
        """Whether the day is that on which somebody spoke: `said on Monday`, `told reporters in Arden on Monday`."""
        for place, word in enumerate(self._before()[:_BACK]):
            if word == "that" or (place > 2 and word in self._words.be):
                return False
            if word in self._words.said:
                between = self._before()[:place]
                return not between or word in ("told", "tells") or between[-1] in self._words.setting
        if self._lead > self._first:
            return False
        verbs = (word for word in self._until_verb() if word in self._words.said or self._is_past(word))
        return next(verbs, "") in self._words.said

    # --- what leans on the main event ---

    def _leans(self) -> bool:
        return self._is_bound() or self._is_compared() or self._is_subordinate() or self._is_inserted()

    def _is_bound(self) -> bool:
        previous = self._previous()
        if previous in self._words.bounds:
            return not self._is_ahead() or self._words.moved.isdisjoint(self._before())
        if previous in self._words.from_here:
            return not self._is_to_come(self._governing()) and not self._is_ahead()
        return False

    def _is_compared(self) -> bool:
        """Whether a figure of that day is put against another: `from 52 on Friday`, `than on Sunday`."""
        before = self._before()[:_BACK]
        for place, word in enumerate(before):
            if word in self._words.against:
                between = before[:place]
                return any(each[0].isdigit() for each in between) and "to" not in between
            if word in self._words.compared:
                return word != "than" or (place <= _COMPARED and not self._counts(before, place))
        return False

    def _counts(self, before: list[str], place: int) -> bool:
        """Whether `than` belongs to a figure: `more than 200`."""
        return place + 1 < len(before) and before[place + 1] in self._words.quantifiers and place > 0

    def _is_subordinate(self) -> bool:
        """Whether it stands in a clause that leans on another: `who was hurt on Sunday`, `if it rains on Friday`."""
        before = self._before()
        for place, word in enumerate(before):
            if place == 0 and word in self._words.bounds:
                continue
            if (
                word in self._words.relatives
                or word in self._words.connectives
                or self._is_relative_that(before, place)
            ):
                return True
            if word in self._words.afterwards:
                return self._words.harm.isdisjoint(before[place + 1 :])
            if word in ("for", "to") and not self._words.awaiting.isdisjoint(before[place + 1 : place + 3]):
                return True
        return False

    def _is_relative_that(self, before: list[str], place: int) -> bool:
        """`the fire that broke out on Sunday`, and not `said that police came on Sunday`."""
        if before[place] != "that" or place == 0:
            return False
        behind = before[place - 1]
        is_verb = behind in self._words.be or behind.endswith("ed") or behind in self._words.took_place
        is_verb = is_verb or behind in ("had", "has", "have", "broke", "hit", "began")
        return is_verb and (place + 1 >= len(before) or before[place + 1] not in self._words.said)

    def _is_inserted(self) -> bool:
        """Whether its clause stands between commas and is none of its own: `The foreman, arrested on Monday, has`."""
        if self._first == 0 or self._last >= len(self._low) or self._low[self._last] != ",":
            return False
        if self._low[self._first - 1] != "," or not self._low[self._first].endswith(("ed", "en", "born", "held")):
            return False
        is_second = self._back_to_stop(self._first - 1) == 0
        return is_second and self._last - self._first <= _INSERTED

    # --- before or after the report ---

    def _role_in_time(self) -> DayRole | None:
        governing = self._governing()
        if self._is_ahead():
            is_sure = self._is_to_come(governing) or not any(map(self._is_past, governing))
            is_sure = is_sure or not {"to", *self._words.bounds}.isdisjoint(governing)
            return "planned" if is_sure else self._role_of_next_day()
        if not self._is_to_come(governing):
            return "happened"
        if self._told is None or self._day == self._told or self._was_to_come(governing):
            return "planned"
        return "happened" if self._words.shall.isdisjoint(governing) else None

    def _role_of_next_day(self) -> DayRole | None:
        """Of a day ahead of which the past tense tells: a report's own day elsewhere, or else no day to be sure of."""
        is_next = self._told is not None and self._day - self._told == timedelta(days=1)
        return "happened" if is_next else None

    def _governing(self) -> Sequence[str]:
        """The words of its clause that tell its time: those before it, or behind a day that opens the clause."""
        before = self._low[max(self._first, self._lead - 2 * _BACK) : self._lead]
        return before or self._until_verb()

    def _until_verb(self) -> Sequence[str]:
        """Of a day that opens a clause, the words behind it, as far as the verb that tells its time."""
        last = self._last if self._first else self._behind + _FAR
        row = self._low[self._behind : last]
        words = [word for at, word in enumerate(row) if at == 0 or row[at - 1] not in _RELATIVE]
        verb = next(
            (at for at, word in enumerate(words) if word in self._words.said or self._is_past(word)), len(words)
        )
        return words[: verb + 5]

    def _is_past(self, word: str) -> bool:
        return word in ("was", "were", "had") or word in self._words.took_place or word.endswith("ed")

    def _is_ahead(self) -> bool:
        return self._told is not None and self._day > self._told

    def _is_to_come(self, words: Sequence[str]) -> bool:
        went_by = self._told is not None and self._day < self._told
        if not self._words.shall.isdisjoint(words) or not self._words.would.isdisjoint(words):
            return True
        return any(self._due(words)) or (not went_by and not self._words.might.isdisjoint(words))

    def _was_to_come(self, words: Sequence[str]) -> bool:
        """Whether it was to happen by then: `was due to sail on Monday`."""
        return not self._words.would.isdisjoint(words) or any(word in ("was", "were") for word in self._due(words))

    def _due(self, words: Sequence[str]) -> Iterator[str]:
        """The forms of `be` that something due hangs on."""
        for place, word in enumerate(words):
            if word in self._words.be:
                after = [each for each in words[place + 1 : place + 5] if each not in self._words.adverbs]
                if " ".join(after[:2]) in self._words.due or (after[:1] and after[0] in self._words.due):
                    yield word
