"""Clubs of a report on sport: towns and short names that play, win and travel. Settles candidates of a `Reading`.

In such a report a town is its club unless the words around make it a place, and who stands in a team sheet is somebody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.enrich.names.capitals import is_capital
from generator.enrich.names.cities import Place
from generator.enrich.names.organisations import Organisation
from generator.enrich.names.people import Person
from generator.enrich.names.places import has_place_context
from generator.enrich.names.reading import Reading, is_place
from generator.enrich.names.run_view import Candidate

_LEAST_WORDS = 3
"""Words of sport that make a report one on sport."""
_SCORE = re.compile(r"[0-9]{1,3}-[0-9]{1,3}")
_SCORERS = frozenset(
    "went were lie won lost drew led lead leads beat trailed trail win lose draw had have were are".split()
)
_SCORE_WITHIN = 4
_HOSTS = frozenset("host hosts hosted entertain entertained visit visits".split())
_BEATEN = frozenset("against beat beats v vs vs. thrashed above defeated overcame edged".split())
_TO_CLUBS = frozenset("travel travels trip lost lose visit defeat loss host".split())
_OVER_CLUBS = frozenset("win victory lead triumph wins victories".split())
_SIDES = frozenset("side sides club clubs champions rivals neighbours outfit strugglers leaders".split())
_LISTS = frozenset("Replacements Subs Substitutes Team Squad Bench Scorers Tries Goals Booked Unused".split())
_LEAST_LISTED = 5
_LONGEST_SHEET = 150
_MOST_WORDS = 3


def settle_clubs(reading: Reading, candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    """Settle clubs; the candidates that may still be something, which names in a team sheet may not."""
    for candidate in candidates:
        _settle_role(reading, candidate)
    if not is_sport(reading):
        return candidates
    rest = [candidate for candidate in candidates if _may_be_club(reading, candidate)]
    in_sheets = _in_sheets(reading, candidates)
    clubs = {reading.printed(c) for c in rest if c.first not in in_sheets and _plays(reading, c)}
    clubs |= reading.lexicon.shapes.club_towns
    for candidate in rest:
        if candidate.first in in_sheets or reading.printed(candidate) not in clubs:
            continue
        if _plays(reading, candidate) or not has_place_context(reading.tokens, candidate.first, candidate.end):
            _settle(reading, candidate)
    return [candidate for candidate in candidates if candidate.first not in in_sheets]


def settle_nicknames(reading: Reading, candidates: Sequence[Candidate]) -> None:
    """Settle "the Tigers" in a report on sport, where nothing says whose name it is short for."""
    if not is_sport(reading):
        return
    for candidate in candidates:
        nickname = reading.tokens.word(candidate.first - 1) in ("the", "The")
        if nickname and not candidate.known and reading.printed(candidate) in reading.lexicon.shapes.team_names:
            reading.settle(candidate, "organisation", reading.printed(candidate))


def is_sport(reading: Reading) -> bool:
    """Whether an article reports on sport."""
    return len(reading.lexicon.shapes.sport_words & reading.vocabulary) >= _LEAST_WORDS


def _settle_role(reading: Reading, candidate: Candidate) -> None:
    """Settle a town's name that stands for its club: "Liverpool striker Ann Holt"."""
    shapes, tokens = reading.lexicon.shapes, reading.tokens
    if tokens.word(candidate.end) in shapes.club_roles and reading.printed(candidate) in shapes.club_towns:
        reading.settle(candidate, "organisation", reading.printed(candidate))


def _settle(reading: Reading, candidate: Candidate) -> None:
    known = next((entry for entry in candidate.known if isinstance(entry, Organisation)), None)
    reading.settle(candidate, "organisation", known.name if known else reading.printed(candidate), known)


def _may_be_club(reading: Reading, candidate: Candidate) -> bool:
    """Whether this is no person, no country, and nothing in full that the rules for shapes found."""
    hosted = (
        candidate.kind == "person" and candidate.role.rpartition(" ")[2] in _HOSTS
    )  # "the Tigers host Garda": no host is named
    if (candidate.kind is not None and not hosted) or candidate.title or candidate.weak:
        return False
    if candidate.end - candidate.first > _MOST_WORDS:
        return False
    if any(isinstance(one, Person) or (isinstance(one, Place) and one.kind == "country") for one in candidate.known):
        return False
    printed = reading.printed(candidate)
    if candidate.first in reading.settled or printed in reading.people or printed in reading.first_names:
        return False
    return candidate.first not in reading.tokens.initial or printed not in reading.lexicon.ordinary


def _plays(reading: Reading, candidate: Candidate) -> bool:
    """Whether what stands beside a name is said of clubs."""
    tokens, first, end = reading.tokens, candidate.first, candidate.end
    before, after = tokens.word(first - 1), tokens.word(end)
    if _SCORE.fullmatch(after) and is_capital(tokens.word(end + 1)):
        return True
    if _SCORE.fullmatch(before) and is_capital(tokens.word(first - 2)):
        return True
    if after in reading.lexicon.shapes.club_verbs or (after == ":" and _is_sheet(reading, candidate)):
        return True
    if after in _SCORERS and any(_SCORE.fullmatch(tokens.word(n)) for n in range(end + 1, end + _SCORE_WITHIN)):
        return True
    noun = tokens.word(first - 2)
    if before in _HOSTS or before in _SIDES or (before == "to" and noun in _TO_CLUBS):
        return True
    if not is_place(candidate) or _in_america(candidate):
        return False
    beaten = before in _BEATEN or (before == "over" and noun in _OVER_CLUBS)
    return beaten or _has_side(reading, candidate) or _has_player(reading, candidate)


def _in_america(candidate: Candidate) -> bool:
    """Whether a town is American: papers there mean the town, and call the club by its nickname."""
    place = next(entry for entry in candidate.known if isinstance(entry, Place))
    return place.country == "US"


def _has_side(reading: Reading, candidate: Candidate) -> bool:
    """Whether a coach or a player's place follows: "Leicester boss John Wells"."""
    following = reading.tokens.word(candidate.end + 1)
    return reading.tokens.word(candidate.end) in reading.lexicon.shapes.club_roles and is_capital(following)


def _has_player(reading: Reading, candidate: Candidate) -> bool:
    """Whether somebody is its own: "Marlow's Ann Holt"."""
    player = reading.settled.get(candidate.end + 1)
    return reading.tokens.word(candidate.end) in ("'s", "’s") and player is not None and player.kind == "person"


def _is_sheet(reading: Reading, candidate: Candidate) -> bool:
    """Whether a team stands after a name and its colon: "Marlow: Abbott, Voyce; King, Payne, Shaw"."""
    return candidate.first in reading.tokens.breaks and len(_sheet_marks(reading, candidate.end)) >= _LEAST_LISTED


def _sheet_marks(reading: Reading, colon: int) -> list[int]:
    """The commas of a line after its colon, where names stand between them."""
    tokens, marks = reading.tokens, []
    for at in range(colon + 1, min(len(tokens), colon + _LONGEST_SHEET)):
        word = tokens.words[at]
        if at in tokens.breaks and at > colon + 1:
            break
        if word in (",", ";"):
            marks.append(at)
        elif word[0].islower() and tokens.word(at - 1) != "(" and word not in reading.lexicon.shapes.particles:
            return []
    return marks


def _in_sheets(reading: Reading, candidates: Sequence[Candidate]) -> frozenset[int]:
    """First tokens of unsettled names that stand in a team sheet and belong to nobody named elsewhere."""
    tokens, found = reading.tokens, []
    ends: list[tuple[int, int]] = []
    for at in sorted(tokens.breaks):
        label = next((n for n in range(at + 1, at + 4) if tokens.word(n) == ":"), 0)
        if not label:
            continue
        marks = _sheet_marks(reading, label)
        named = tokens.words[at] in _LISTS and len(marks) > 1
        if named or len(marks) >= 2 * _LEAST_LISTED:
            ends.append((label, marks[-1]))
    number = 0
    for candidate in candidates:
        while number < len(ends) and ends[number][1] + 2 < candidate.first:
            number += 1
        inside = number < len(ends) and ends[number][0] < candidate.first <= ends[number][1] + 2
        if inside and candidate.first not in reading.settled and reading.printed(candidate) not in reading.people:
            found.append(candidate.first)
    return frozenset(found)
