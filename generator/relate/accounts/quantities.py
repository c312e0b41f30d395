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

from generator.relate.accounts.ages import read_age
from generator.relate.accounts.counted import ENDS, JOINS, find_head, name_dimension, name_head
from generator.relate.accounts.line import Line
from generator.relate.accounts.numbers import COUNT, Number, find_numbers
from generator.relate.accounts.other_times import Times
from generator.relate.accounts.outcomes import find_fact
from generator.relate.accounts.tokens import Tokens, term_of
from generator.relate.accounts.words import load_fact_words, load_number_words, load_role_words

PEOPLE = "people"
_LETTER_WORDS = re.compile(r"[a-z]+")
_PARTS = frozenset("including among included includes except besides plus".split())
_WHOLE = frozenset("the whom those its".split())
_RELATIVES, _OF = frozenset(("which", "whom", "them", "who")), frozenset(("of", "among", "including"))
_HAS = frozenset(("has", "have", "had"))
"""Behind `which`: what somebody has anyway, no news."""
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
_COMES_TO = frozenset(("at", "to", "of"))


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
    def kind(self) -> str:
        """What it is put together by: what is measured of a thing, a role that an event has one figure of, a noun."""
        if self.dimension:
            return self.dimension
        words = load_role_words()
        if self.number.unit == COUNT and self.fact:
            at = self._place[0]
            return PEOPLE if at is not None and self.tokens.low[at] in load_number_words().general else self.head
        is_own = self.role in words.single and words.compared[self.role] == self.measure
        return self.role if is_own and not self.person else self.head

    @property
    def is_count(self) -> bool:
        """Whether it counts, and measures nothing."""
        return self.number.unit == COUNT

    @property
    def measure(self) -> str:
        """What roles call its unit: `money` for dollars."""
        unit = self.number.unit
        return "money" if unit in load_number_words().currencies else unit

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
        words = load_role_words()
        roles = words.roles.get(self.measure, words.roles[""])
        sides = ((self.head,), self.before, self.after)
        near = ((place, side, term) for side, row in enumerate(sides) for place, term in enumerate(row))
        near = (each for each in near if each[2] in roles and (each[2] not in words.totals or self._is_total))
        _, _, term = min(near, default=(0, 0, ""))
        role = roles.get(term, "")
        return "" if role == _PRICE and not self._is_asked else role

    @property
    def _is_total(self) -> bool:
        """Whether it is what something in front comes to."""
        return self.tokens.word(self.number.first - 1) in _COMES_TO

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
        of = next((at for at in (number.end, behind) if tokens.word(at) == "of"), None)
        if number.unit == COUNT and of is not None:
            if tokens.word(of + 1) == "them":
                return not self.fact  # "killed four of them" is all who were killed
            if of == number.end or tokens.word(of + 1) in _WHOLE:
                return True
        if tokens.word(number.first - 1) == "of" and tokens.word(number.first - 2) in _PARENTS:
            return True
        before = (tokens.word(number.first - 2), tokens.word(number.first - 1))
        if (before[1] in _RELATIVES and before[0] in _OF) or (before[0] in _RELATIVES and before[1] in _HAS):
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
            aged = read_age(line, tokens, number)
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
