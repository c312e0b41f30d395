"""Whether two figures are of one thing. In: two quantities of one kind. Out: how surely, 0 for not.

They are where something more than the noun ties them: the same fact (killed, freed), the same role (a price, a fine),
or words of the clause around them; and where nothing speaks against it: other people, places, days, rates or roles.
"""

from __future__ import annotations

from collections.abc import Set

from generator.relate.accounts.ages import AGE
from generator.relate.accounts.kinship import Kinship, place_terms
from generator.relate.accounts.line import Line
from generator.relate.accounts.numbers import COUNT, MAGNITUDE
from generator.relate.accounts.quantities import Quantity
from generator.relate.accounts.single import SINGLE_LINES, Singles
from generator.relate.accounts.whereabouts import Whereabouts
from generator.relate.accounts.words import load_role_words
from generator.relate.vectors import split_terms

LEAD_LINES = 6
"""Sentences that tell of the event itself: tolls in them are of one thing."""
_MOST_APART, _MEASURES_APART, _COUNTS_APART = 5.0, 2.5, 1.7
"""How many times the other a figure of one thing may be: tolls rise, other things are counted twice."""
_YEARS_APART = 15
_AROUND, _AROUND_ROLE = 3, 4
"""Terms that two sentences share whose figures nothing near ties."""
_NEAR, _NEXT = 2, 2
_PLAIN = frozenset(("length", "volume", "speed", "heat", "time"))
"""Units whose figures may be tied by words that are of no role: sums and shares are too many for that."""
_OPENING = 4
"""Sentences in which a noun that is counted once may be of one thing."""
_LONG = 86_400
"""Seconds from which a time grows from report to report: "after four days of rain"."""
_FEWEST_FIGURES, _WORDED_ALIKE = 2, 0.6
SURE = 4
"""From here on two figures are of one fact."""
_DAY = len("2015-12-10")


class Ties:
    """What ties the figures of one story's tellings."""

    def __init__(self, kinship: Kinship, whereabouts: Whereabouts, singles: Singles) -> None:
        self._kinship, self._whereabouts, self._singles = kinship, whereabouts, singles

    def strength(self, one: Quantity, other: Quantity) -> int:
        """How surely both are of one thing, 0 where they are not or it is not known."""
        ratio = _ratio(one, other)
        if ratio > _MOST_APART or _differ_plainly(one, other):
            return 0
        strength = _tie(one, other, ratio)
        if not strength and ratio <= _MEASURES_APART and self._are_single(one, other):
            strength = 2
        if not strength or self._whereabouts.are_apart(one, other):
            return 0
        places = {*place_terms(one.line), *place_terms(other.line)}  # what lies where is looked at already
        is_toll = one.fact is not None and one.fact == other.fact
        return strength if self._kinship.may_compare(one.line, other.line, places, is_rising=is_toll) else 0

    def _are_single(self, one: Quantity, other: Quantity) -> bool:
        """Whether each is its report's only figure of their role; of a noun, in openings that share words."""
        furthest = max(one.line.sentence, other.line.sentence)
        if furthest >= SINGLE_LINES:
            return False
        is_noun = one.is_count and one.kind == one.head
        if is_noun and (furthest >= _OPENING or _ratio(one, other) > _COUNTS_APART):
            return False
        role = self._singles.role(one)
        if not role or self._singles.role(other) != role:
            return False
        return not is_noun or len((one.line.terms.keys() & other.line.terms.keys()) - {one.head}) >= _NEAR


def _differ_plainly(one: Quantity, other: Quantity) -> bool:
    """Whether names, days, rates or roles tell of two things."""
    if one.rate != other.rate or (one.role and other.role and one.role != other.role):
        return True
    if one.fact and other.fact and one.fact != other.fact:
        return True
    if _are_apart(one.times.planned, other.times.planned):
        return True
    if _are_apart(one.names, other.names) or _is_narrower(one, other) or _is_narrower(other, one):
        return True
    if not one.fact and _are_of_forms(one.line, other.line):
        return True
    # Of a toll, the day is that on which it was given; of all else, that of which it is.
    return not (one.fact and one.fact == other.fact) and _are_apart(_days(one.line), _days(other.line))


def _is_narrower(one: Quantity, other: Quantity) -> bool:
    """Whether a name in front of the noun, which the other sentence has not, says that it is of some only."""
    return any(not other.line.terms.keys() & {*split_terms(word)} for word in one.called)


def _are_of_forms(one: Line, other: Line) -> bool:
    """Whether two sentences are worded alike and have no figure in common: of something that is told daily."""
    figures = [{term for term in line.terms if term[0].isdigit()} for line in (one, other)]
    if min(map(len, figures)) < _FEWEST_FIGURES or not figures[0].isdisjoint(figures[1]):
        return False
    shared = len(one.terms.keys() & other.terms.keys())
    return shared >= _WORDED_ALIKE * (min(len(one.terms), len(other.terms)) - _FEWEST_FIGURES)


def _tie(one: Quantity, other: Quantity, ratio: float) -> int:
    unit = one.number.unit
    if one.person or other.person:
        is_one = unit == AGE and abs(one.number.value - other.number.value) <= _YEARS_APART
        return SURE if is_one and _are_one_name(one.person, other.person) else 0
    near = len(one.context & other.context)
    around = len((one.line.terms.keys() & other.line.terms.keys()) - {one.head})
    leads = (one.line.claim.sentence < LEAD_LINES) + (other.line.claim.sentence < LEAD_LINES)
    if unit == COUNT and one.fact and one.fact == other.fact:
        is_tied = leads == 2 or (leads == 1 and around >= _AROUND and ratio <= _MEASURES_APART)
        return SURE + near if is_tied else 0
    if unit == MAGNITUDE:
        return 3 if leads == 2 and around >= _NEAR else 0
    if unit == COUNT or one.head:
        most = _COUNTS_APART if near < _NEAR else _MEASURES_APART
        is_tied = (near > 0 or around >= _AROUND) and ratio <= most and (unit != COUNT or _share_next(one, other))
        return 1 + near if is_tied else 0
    return _tie_measures(one, other, near, around, leads) if ratio <= _MEASURES_APART else 0


def _are_one_name(one: str, other: str) -> bool:
    """Whether one full name is the other, or the end of it: a surname alone may be a brother's."""
    ours, theirs = one.lower().split(), other.lower().split()
    short = min(len(ours), len(theirs))
    return short > 0 and ours[-short:] == theirs[-short:]


def _share_next(one: Quantity, other: Quantity) -> bool:
    """Whether a word next to each figure is in the clause of the other: "60 branches to close", not "60 in towns"."""
    if one.role and one.role == other.role:
        return True
    ours, theirs = ({*each.before[:_NEXT], *each.after[:_NEXT], *each.modifiers} for each in (one, other))
    return (not ours or not theirs) or not (ours.isdisjoint(other.context) or theirs.isdisjoint(one.context))


def _tie_measures(one: Quantity, other: Quantity, near: int, around: int, leads: int) -> int:
    """Sums, terms, shares, lengths: of nothing that is counted."""
    if one.dimension:
        return 2 + near if near or around >= _AROUND else 0
    unit = one.number.unit
    if one.role and one.role == other.role and load_role_words().compared.get(one.role) == one.measure:
        return 3 + near if _share_more(one, other) or (leads == 2 and around >= _AROUND_ROLE) else 0
    is_long = unit == "time" and max(one.number.value, other.number.value) >= _LONG
    return near if near > _NEAR and leads and unit in _PLAIN and not is_long else 0


def _share_more(one: Quantity, other: Quantity) -> bool:
    """Whether the clauses share more than words of the role."""
    roles = load_role_words().roles[one.measure]
    return sum(roles.get(term) != one.role for term in one.context & other.context) >= _NEAR - (
        one.number.unit == "time"
    )


def _ratio(one: Quantity, other: Quantity) -> float:
    low, high = sorted((one.number.value, other.number.value))
    return high / low


def _are_apart(ours: Set[str], theirs: Set[str]) -> bool:
    return bool(ours and theirs and ours.isdisjoint(theirs))


def _days(line: Line) -> set[str]:
    return {mention.value[:_DAY] for mention in line.dates if len(mention.value) >= _DAY}
