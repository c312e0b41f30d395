"""What a figure counts, and what became of it. In: a line. Out: `Quantity`s.

"At least 11 fishermen were killed" is: 11, at least, of fishermen, killed. A figure is of the past (`is_background`)
where its sentence speaks of other days than the story's, and a part (`is_part`) where it stands for some of a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from generator.relate.accounts.counted import DASHES, ENDS, JOINS, find_head, name_dimension, name_head
from generator.relate.accounts.line import Line
from generator.relate.accounts.numbers import COUNT, Number, find_numbers
from generator.relate.accounts.other_times import Times
from generator.relate.accounts.outcomes import find_fact
from generator.relate.accounts.tokens import Tokens, term_of
from generator.relate.accounts.words import load_fact_words, load_number_words, load_role_words

PEOPLE = "people"
AGE = "age"
_LETTER_WORDS = re.compile(r"[a-z]+")
_PARTS = frozenset("including among which whom them included includes except besides plus".split())
_PARENTS = frozenset(
    "mother father parent parents one two some many most dozens hundreds each any none group team band gang".split()
)
"""Before `of`: their children, or a number that the figure is not the whole of."""
_DENIED = frozenset("not no never denied deny denies if could would might may should can asked demanded sought".split())
_DENIED_IN = 4
_REACH = 8
_RATES = frozenset(("a", "an", "per", "each"))
_WITHIN = frozenset(("in", "within"))
_PRICE = "price"
_PAID = frozenset("for worth at pay pays paid paying".split())
_PAID_FOR = frozenset("for deal takeover bid offer acquisition purchase buyout merger price".split())
_YOUNGEST, _OLDEST = 1, 115


@dataclass(frozen=True, kw_only=True, eq=False)
class Quantity:
    """A figure with all that tells what it is of, each read when first asked for: few figures are of any row.

    Not slotted, since what was read is kept in its dictionary.
    """

    number: Number
    line: Line
    tokens: Tokens
    times: Times
    person: str = ""
    """Whose age it is, as printed."""

    @cached_property
    def text(self) -> str:
        """As the report has it: `at least 11`."""
        tokens = self.tokens
        return self.line.text[tokens.starts[self.number.first] : tokens.ends[self.number.end - 1]]

    @cached_property
    def head(self) -> str:
        """What is counted, by the first of its kind (`people`); of an age, whose; empty where nothing is said."""
        if self.person:
            return term_of(self.person.split()[-1])
        at = self._place[0]
        if at is not None:
            return name_head(self.tokens.low[at], load_number_words())
        return PEOPLE if self.number.unit == COUNT and self.fact else ""

    @cached_property
    def head_text(self) -> str:
        """The same in the report's words, `undersea cables`; of a measure the noun alone."""
        at = self._place[0]
        if self.person or at is None:
            return self.person
        first = self.number.end if self.number.unit == COUNT else at
        return " ".join(self.line.text[self.tokens.starts[first] : self.tokens.ends[at]].split())

    @cached_property
    def _place(self) -> tuple[int | None, int]:
        return (None, self.number.end) if self.person else find_head(self.tokens, self.number, load_number_words())

    @property
    def fact(self) -> str | None:
        """What became of them, one of facts.yml."""
        return self._outcome[0]

    @property
    def fact_text(self) -> str:
        """The same in the report's words."""
        return self._outcome[1]

    @cached_property
    def _outcome(self) -> tuple[str | None, str]:
        return find_fact(self.tokens, self.number, self._place[1], load_fact_words())

    @cached_property
    def dimension(self) -> str:
        """What of it is measured, where the report says so: `depth`."""
        return name_dimension(self.tokens, self.number)

    @cached_property
    def role(self) -> str:
        """What it is of, by the nearest word of roles.yml in its clause; empty where none is there."""
        roles = load_role_words().roles
        near = (
            (place, side, term) for side, row in enumerate((self.before, self.after)) for place, term in enumerate(row)
        )
        _, _, term = min((each for each in near if each[2] in roles), default=(0, 0, ""))
        role = roles.get(term, "")
        return "" if role == _PRICE and not self._is_asked else role

    @property
    def _is_asked(self) -> bool:
        """Whether a sum is what is paid for something, not what is bought: "for $4.2bn", "a $4.2bn takeover"."""
        in_front, behind = self.tokens.word(self.number.first - 1), self.tokens.word(self.number.end)
        if in_front == "of":
            return self.tokens.word(self.number.first - 2) in _PAID_FOR
        return in_front in _PAID or behind in _PAID_FOR

    @cached_property
    def rate(self) -> str:
        """What it is for each of: `share` of "$42 a share", `hour` of "60 mm in an hour"."""
        at = self._place[1]
        at += self.tokens.word(at) in _WITHIN and self.tokens.word(at + 1) in _RATES
        return term_of(self.tokens.word(at + 1)) if self.tokens.word(at) in _RATES else ""

    @cached_property
    def context(self) -> frozenset[str]:
        """Terms of its clause, and those between it and what it counts; without what it counts."""
        return frozenset((*self.before, *self.after, *self.modifiers)) - {self.head}

    @cached_property
    def modifiers(self) -> frozenset[str]:
        """Terms between the figure and what it counts."""
        at, behind = self._place
        return frozenset(term_of(self.tokens.low[each]) for each in range(self.number.end, behind) if each != at) - {""}

    @cached_property
    def before(self) -> tuple[str, ...]:
        """Terms of the clause in front, the nearest first."""
        return self._terms(self._left)

    @cached_property
    def after(self) -> tuple[str, ...]:
        """Terms of the clause behind, the nearest first."""
        return self._terms(self._right)

    def _terms(self, places: Sequence[int]) -> tuple[str, ...]:
        return tuple(filter(None, map(term_of, [self.tokens.words[at] for at in places])))

    @cached_property
    def _left(self) -> Sequence[int]:
        return _clause(self.tokens, self.number.first, -1)

    @cached_property
    def _right(self) -> Sequence[int]:
        return _clause(self.tokens, self._place[1], 1)

    @cached_property
    def reach(self) -> tuple[int, int]:
        """Where its clause begins and ends in the article."""
        places = (*self._left, self.number.first, self._place[1] - 1, *self._right)
        starts, ends = self.tokens.starts, self.tokens.ends
        return self.line.start + starts[min(places)], self.line.start + ends[max(places)]

    @cached_property
    def called(self) -> tuple[str, ...]:
        """Capitalised words between the figure and what it counts: `U.S.` of "eight U.S. firms"."""
        words = (self.tokens.words[at] for at in range(self.number.end, self._place[1]))
        return () if self.person else tuple(word for word in words if word[:1].isupper())

    @cached_property
    def names(self) -> frozenset[str]:
        """People and bodies of the clause, and capitalised words between the figure and what it counts."""
        low, high = self.reach
        named = (m.entity for m in self.line.mentions if m.kind != "place" and low <= m.span.start < high)
        return frozenset((*named, *self.called))

    @cached_property
    def is_part(self) -> bool:
        """Whether it is some of a number: `11 of the 21`, `including two children`, `, two of whom`."""
        tokens, number, behind = self.tokens, self.number, self._place[1]
        is_count = number.unit == COUNT
        if is_count and tokens.word(number.end) == "of":
            return True
        if (
            is_count
            and tokens.word(behind) == "of"
            and tokens.word(behind + 1) in ("the", "them", "whom", "those", "its")
        ):
            return True
        if tokens.word(number.first - 1) == "of" and tokens.word(number.first - 2) in _PARENTS:
            return True
        return any(tokens.word(number.first - step) in _PARTS for step in (1, 2))

    @cached_property
    def is_background(self) -> bool:
        """Whether it is of other times, on top of another figure, or of what did not happen."""
        if self.number.bound == "rest" or self.times.are_past(self.number.core):
            return True
        around = (*self._left[:_DENIED_IN], *self._right[:_DENIED_IN])
        return any(self.tokens.low[at] in _DENIED for at in around)


def find_quantities(line: Line, first: date | None, last: date | None) -> Iterator[Quantity]:
    """The figures of a line whose story is of the days from `first` to `last`."""
    if not _may_have_figures(line.text):
        return
    tokens = line.tokens
    times = Times(line, tokens, load_number_words(), first, last)
    for number in find_numbers(tokens):
        if not _is_annotated(line, tokens, number):
            aged = _read_age(line, tokens, number)
            if aged is None:
                yield Quantity(number=number, line=line, tokens=tokens, times=times)
            else:
                yield Quantity(number=aged[0], person=aged[1], line=line, tokens=tokens, times=times)


def _may_have_figures(text: str) -> bool:
    return any(map(text.__contains__, "0123456789")) or not _number_words().isdisjoint(
        _LETTER_WORDS.findall(text.lower())
    )


@cache
def _number_words() -> frozenset[str]:
    words = load_number_words()
    return frozenset((*words.words, *words.scales))


def _is_annotated(line: Line, tokens: Tokens, number: Number) -> bool:
    """Whether a figure is a part of a name, or of a day or time."""
    at = line.start + tokens.starts[number.core]
    if any(m.span.start <= at < m.span.end for m in line.mentions):
        return True
    return any(d.span.start <= at < d.span.end and d.type in ("DATE", "TIME", "SET") for d in line.dates)


def _read_age(line: Line, tokens: Tokens, number: Number) -> tuple[Number, str] | None:
    """The age of somebody named: `Tam Reyes, 34,` and `the 34-year-old Tam Reyes`, and the name."""
    if number.unit == AGE:
        at = number.end + (tokens.word(number.end) in DASHES)
        start = line.start + tokens.starts[at] if at < len(tokens.words) else -1
        spans = [m.span for m in line.mentions if m.kind == "person" and m.span.start == start]
    else:
        spans = [m.span for m in line.mentions if m.kind == "person"] if _is_bare_age(tokens, number) else []
        end = line.start + tokens.ends[number.first - 2] if spans else -1
        spans = [span for span in spans if span.end == end]
    if not spans:
        return None
    name = " ".join(line.text[spans[0].start - line.start : spans[0].end - line.start].split())
    if number.unit == AGE:
        return number, name
    return Number(
        value=number.value, bound=number.bound, unit=AGE, first=number.first, core=number.core, end=number.end,
        is_digits=True,
    ), name  # fmt: skip


def _is_bare_age(tokens: Tokens, number: Number) -> bool:
    is_between = tokens.word(number.first - 1) == "," and number.first > 1
    is_between = is_between and tokens.word(number.end) in ("", ",", ".", ";", ")", "and", "of", "was", "from")
    return is_between and number.unit == COUNT and number.is_digits and _YOUNGEST <= number.value <= _OLDEST


def _clause(tokens: Tokens, at: int, step: int) -> list[int]:
    """The tokens of the clause before or behind, the nearest first."""
    found: list[int] = []
    at = at - 1 if step < 0 else at
    while 0 <= at < len(tokens.words) and len(found) < _REACH:
        word = tokens.low[at]
        if word in ENDS or word in JOINS or word[0].isdigit():
            break
        found.append(at)
        at += step
    return found
