"""Companies of an article: names nobody knows that act as one, towns' names whose shares fell.

Tokens and a name's places in, yes or no out; in reports on business candidates of a `Reading` are settled.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.enrich.names.cities import Place
from generator.enrich.names.places import GREAT_POPULATION
from generator.enrich.names.reading import Reading
from generator.enrich.names.run_view import Candidate
from generator.enrich.tokens import Tokens

_SAYS = frozenset("said says expects plans announced reported warned".split())
_ITSELF = frozenset(("it", "its"))
_OWNED = frozenset(
    "shares stock shareholders profits profit sales revenue revenues turnover employees workforce".split()
)
_OFFICES = (("chief", "executive"), ("chief", "financial"), ("managing", "director"))
_PEOPLE = frozenset("he she He She his her His Her".split())
_WINDOW = 40
_MOST_READ = 20
_LEAST_WORDS = 3
"""Words of business that make a report one on business."""
_MOVES = frozenset("% percent per up down points nearly about more almost".split())
_MOVE_WITHIN = 5
_RIVALS = frozenset("rival rivals giant giants driller competitor".split())


def settle_companies(reading: Reading, candidates: Sequence[Candidate]) -> None:
    """Settle what rises and falls, and what stands with that in a list, in a report on business."""
    if not is_business(reading):
        return
    told = {reading.printed(one) for one in candidates if _may_trade(reading, one) and _trades(reading, one)}
    for candidate in candidates if told else ():
        if reading.printed(candidate) in told and _may_trade(reading, candidate):
            reading.settle(candidate, "organisation", reading.printed(candidate))


def is_business(reading: Reading) -> bool:
    """Whether an article reports on business."""
    return len(reading.lexicon.shapes.money_words & reading.vocabulary) >= _LEAST_WORDS


def _may_trade(reading: Reading, candidate: Candidate) -> bool:
    """Whether this is one word, nobody's name, and no place greater than a town."""
    printed = reading.printed(candidate)
    if candidate.end - candidate.first != 1 or candidate.kind is not None or candidate.title or candidate.weak:
        return False
    if candidate.first in reading.settled or printed in reading.people or printed in reading.first_names:
        return False
    lexicon = reading.lexicon
    if printed in lexicon.ordinary or lexicon.plain.is_common(printed) or printed in lexicon.shapes.surnames_too:
        return False
    return all(_is_town(entry) for entry in candidate.known)


def _is_town(entry: object) -> bool:
    return (
        isinstance(entry, Place) and entry.kind == "city" and not entry.capital and entry.population < GREAT_POPULATION
    )


def _trades(reading: Reading, candidate: Candidate) -> bool:
    """Whether its shares move, or a noun for companies stands before: "Garda plunged 12%", "the driller Garda"."""
    tokens, shapes = reading.tokens, reading.lexicon.shapes
    before, after = tokens.word(candidate.first - 1), tokens.word(candidate.end)
    if after in shapes.market_verbs:
        near = tokens.words[candidate.end + 1 : candidate.end + _MOVE_WITHIN]
        return not _MOVES.isdisjoint(near) or not candidate.known
    if before.lower() in shapes.trades or before.lower() in _RIVALS:
        return True
    named = tokens.words[candidate.first] in reading.lexicon.surnames or tokens.word(candidate.end) in ("'s", "’s")
    return before in ("'s", "’s") and not candidate.known and not named and _is_owner(reading, candidate.first - 1)


def _is_owner(reading: Reading, end: int) -> bool:
    """Whether a country or a person in full stands there: "Poland's Garda", "Ada Farrow's Garda"."""
    person = reading.by_end.get(end)
    return reading.tokens.word(end - 1) in reading.lexicon.places.names or (
        person is not None and person.kind == "person"
    )


def acts_as_company(tokens: Tokens, firsts: Sequence[int], size: int) -> bool:
    """Whether a name of `size` words at these tokens is a company's: "Garda said it", "Garda shares"."""
    return any(_told_here(tokens, first + size) for first in firsts[:_MOST_READ])


def _told_here(tokens: Tokens, end: int) -> bool:
    after, following = tokens.word(end), tokens.word(end + 1)
    if after in _SAYS:
        return following in _ITSELF or (following == "that" and tokens.word(end + 2) == "it") or _its(tokens, end)
    if after in ("'s", "’s"):
        return following in _OWNED
    return after in _OWNED or (after, following) in _OFFICES


def _its(tokens: Tokens, end: int) -> bool:
    """Whether "Its shares" begins a sentence soon after, and nobody is spoken of before."""
    for at in range(end, end + _WINDOW):
        word = tokens.word(at)
        if word in _PEOPLE:
            return False
        if word == "Its":
            return tokens.word(at + 1) in _OWNED
    return False
