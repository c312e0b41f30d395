"""Days, places and the like that reports state of one thing. In: what each telling states. Out: rows where they differ.

Two are of one thing where the clauses around them say the same but for them; a report that gives
the other's day or place anywhere does not differ from it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from generator.model import DifferenceKind, Span
from generator.relate.accounts.alignment import shared_words
from generator.relate.accounts.centre import Centre
from generator.relate.accounts.happenings import Happening, find_happening
from generator.relate.accounts.kinship import Kinship
from generator.relate.accounts.line import Line
from generator.relate.vectors import split_terms

_ALIKE = 0.7
"""Of the weight of the lesser clause: two are of one thing only where it is said alike."""
_MUCH_ALIKE = 0.85
"""Clauses that share so much are of one thing whatever stands right before."""
_OPENING = 10
"""Sentences of a report in which its event is told; further down are other events."""
_FEWEST = 3
_IN_FRONT = 2
_CUT = re.compile(
    r"[,:](?!\d)|[;()“”\"—–]|\b(?:when|after|before|while|but|because|although|though|until|since|who|which|whose|that)\b"
)
_ORDER = frozenset("first second third fourth fifth next last final earlier previous another other former new".split())


@dataclass(frozen=True, kw_only=True, eq=False)
class Stated:
    """A day, place or name in a line: what it is, and how the line says it. Not slotted: it keeps its clause."""

    line: Line
    value: str
    text: str
    span: Span
    """In the article's text."""
    offset: int | None = None
    """Of a day, how far it is from the report's own: two reports of a thing that happens daily both say "yesterday"."""
    sort: str = ""
    """What must be the same for two to be of one sort: of a place country or grain, of a name the office."""

    @cached_property
    def clause(self) -> tuple[str, ...]:
        """The terms of the clause around it, in order, without its own; of a day that opens a sentence, the next."""
        text, end = self.line.text, self.span.end - self.line.start
        behind = [*(match.start() for match in _CUT.finditer(text, end)), len(text)]
        terms = (*self.front, *split_terms(text[end : behind[0]]))
        if len(terms) < _FEWEST and len(behind) > 1:
            terms += split_terms(text[behind[0] : behind[1]])
        return terms

    @cached_property
    def front(self) -> tuple[str, ...]:
        """The terms of its clause in front of it."""
        text, start = self.line.text, self.span.start - self.line.start
        low = max((match.end() for match in _CUT.finditer(text, 0, start)), default=0)
        return split_terms(text[low:start])

    @cached_property
    def happening(self) -> Happening | None:
        """What happens at the hour or place, where a word of its clause says so."""
        return find_happening(self.front, self.clause[len(self.front) :])

    @property
    def before(self) -> str:
        """The last term in front of it in its clause: what it is of."""
        return self.front[-1] if self.front else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedRow:
    """What is stated of one thing, in groups that say the same."""

    kind: DifferenceKind
    subject: str
    groups: tuple[tuple[Stated, ...], ...]


def find_single(kind: DifferenceKind, stated: Sequence[Sequence[Stated]]) -> frozenset[Stated]:
    """What its telling states once of a happening of which there is one: the hour of closing."""
    found: dict[tuple[int, str], list[Stated]] = defaultdict(list)
    for each in chain.from_iterable(stated):
        if each.happening and (called := each.happening.called(kind)):
            found[each.line.telling, called].append(each)
    alone = (own for own in found.values() if len({each.value for each in own}) == 1)
    return frozenset(each for own in alone for each in own if each.line.sentence < _OPENING)


def are_single(one: Stated, other: Stated, single: Set[Stated]) -> bool:
    """Whether both are of one such happening."""
    if one not in single or other not in single or one.happening != other.happening:
        return False
    return not _are_numbered_apart(one, other)


def find_rows(
    kind: DifferenceKind,
    stated: Sequence[Sequence[Stated]],
    differ: Callable[[Stated, Stated], bool],
    centre: Centre,
    kinship: Kinship,
    outlets: Sequence[str],
    single: Set[Stated] = frozenset(),
) -> list[StatedRow]:
    """Rows of what tellings state, which come in order; `differ` says whether two are different things of one sort.

    Those of `single` are of one thing where they are of one happening.
    """
    rows: list[list[list[Stated]]] = []
    for number, own in enumerate(stated):
        for each in own:
            for other in (o for later in stated[number + 1 :] for o in later):
                if (
                    outlets[each.line.telling] != outlets[other.line.telling]
                    and (are_single(each, other, single) or not each.line.terms.keys().isdisjoint(other.line.terms))
                    and differ(each, other)
                    and (are_single(each, other, single) or _are_of_one(each, other, centre))
                    and kinship.may_compare(each.line, other.line, left_out(each, other))
                    and (_name_more(each, other) or kinship.share_subject(each.line, other.line, left_out(each, other)))
                ):
                    _enter(rows, each, other)
    return [_make_row(kind, row, single) for row in rows]


def _are_of_one(one: Stated, other: Stated, centre: Centre) -> bool:
    """Whether both are of one thing."""
    if _speak_against(one, other):
        return False
    ours, theirs = (_plain(each, (one, other)) for each in (one, other))
    shared = ours & theirs
    if len(shared) < _FEWEST:
        return False
    alike = _weigh(shared, centre) / (min(_weigh(ours, centre), _weigh(theirs, centre)) or 1.0)
    if one.before and one.before == other.before:
        return alike >= _ALIKE
    is_near = one.before in theirs and other.before in ours
    return is_near and alike >= _MUCH_ALIKE


def _name_more(one: Stated, other: Stated) -> bool:
    """Whether both sentences name somebody or something else than they differ in."""
    return all(any(m.span != each.span for m in each.line.mentions) for each in (one, other))


def _plain(stated: Stated, both: tuple[Stated, Stated]) -> set[str]:
    return {term for term in stated.clause if not term[0].isdigit()}.difference(left_out(*both))


def _speak_against(one: Stated, other: Stated) -> bool:
    """Whether what stands in front, figures or an order tell of two things: "the first round", "the next round"."""
    if _has_its_own(one, other) and _has_its_own(other, one):
        return True
    return _are_numbered_apart(one, other)


def _are_numbered_apart(one: Stated, other: Stated) -> bool:
    """Whether figures or an order in their clauses tell of two things: "Flight 804", "the next round"."""
    figures = [{term for term in each.clause if term[0].isdigit()} for each in (one, other)]
    orders = [{term for term in each.clause if term in _ORDER} for each in (one, other)]
    return (all(figures) and figures[0].isdisjoint(figures[1])) or orders[0] != orders[1]


def _has_its_own(one: Stated, other: Stated) -> bool:
    """Whether a word right in front is not in the other's sentence: `the signup report on`."""
    return any(term not in other.line.terms for term in one.front[-_IN_FRONT:])


def _weigh(terms: Collection[str], centre: Centre) -> float:
    return sum(sorted(centre.rare.get(term, 0.0) for term in terms))


def left_out(one: Stated, other: Stated) -> set[str]:
    """The terms in which two may differ."""
    return {*split_terms(one.text), *split_terms(other.text)}


def _enter(rows: list[list[list[Stated]]], one: Stated, other: Stated) -> None:
    """Into the row that has one of the two, else a new one; each telling once."""
    for row in rows:
        lines = {each.line.claim for group in row for each in group}
        if one.line.claim in lines or other.line.claim in lines:
            for each in (one, other):
                if all(each.line.telling != e.line.telling for group in row for e in group):
                    _put(row, each)
            return
    rows.append([[one], [other]])


def _put(row: list[list[Stated]], stated: Stated) -> None:
    home = next((group for group in row if group[0].value == stated.value), None)
    if home is None:
        row.append([stated])
    else:
        home.append(stated)


def _make_row(kind: DifferenceKind, row: Sequence[Sequence[Stated]], single: Set[Stated]) -> StatedRow:
    one, other = row[0][0], row[1][0]
    called = one.happening.called(kind) if one.happening and are_single(one, other, single) else ""
    return StatedRow(
        kind=kind,
        subject=called or shared_words(one.line, other.line, left_out(one, other)),
        groups=tuple(tuple(group) for group in row),
    )
