"""Rules for names that are known: "the Toronto Raptors", "Davao City", "the Paris Agreement".

Each looks at one token of a run of capitals and says what it takes or skips, or None when it is not its case.
"""

from __future__ import annotations

from generator.enrich.names.cities import Place
from generator.enrich.names.known import Known
from generator.enrich.names.organisations import Organisation
from generator.enrich.names.places import SURE_POPULATION
from generator.enrich.names.run_view import (
    Candidate,
    RunView,
    Step,
    is_plain,
    known_at,
    name_like,
    opens_sentence,
    title_at,
)

_FULL = 2
"""Words of a person's full name."""
_STATE_BODIES = frozenset(("House", "Legislature", "General Assembly"))
_AFTER_DATELINE = frozenset("( , - – — _ :".split())
_SPONSORED = frozenset("Cup Trophy Masters Classic Stakes Open".split())
"""What a company gives its name to: "the Heineken Cup" speaks of no brewer."""
NUMBER_BEFORE = frozenset(
    "in In on since Since last next until by of this from early late mid every during before after".split()
)
"""Words before a date or a place, not before a person."""


def take_known(here: RunView, at: int) -> Step | None:
    """A well-known name, with "City" behind a town that is called so."""
    match = known_at(here, at) or _match_shouted(here, at)
    if match is None:
        return None
    size, entries = match
    if size == 1 and (opens_sentence(here, at) or _begins_person(here, at, entries)):
        return None
    end = at + size
    if end < here.end and here.tokens.words[end] == "City" and _may_have_city(entries[0]):
        return Step(end=end + 1, candidate=Candidate(first=at, end=end + 1, kind="place", known=entries))
    return Step(end=end, candidate=Candidate(first=at, end=end, known=entries), keeps_role=True)


def _may_have_city(known: Known) -> bool:
    """Whether "City" after a name belongs to the town's ("Davao City"): in Britain it is rather the football club's."""
    return isinstance(known, Place) and known.kind == "city" and known.country != "GB"


def _begins_person(here: RunView, at: int, entries: tuple[Known, ...]) -> bool:
    """Whether a known name is the first of a person's here: "Orlando Hernandez", not "Florence Cathedral"."""
    words, lexicon = here.tokens.words, here.lexicon
    if at + 1 >= here.end or not name_like(here, at + 1):
        return False
    following = words[at + 1]
    if _small_town(entries) and _speaks_or_is(here, at):
        return True
    if _is_somebody(here, at):
        return True
    if following in lexicon.shapes.particles and words[at].lower() in lexicon.shapes.particles:
        return True  # "Van der Velde"
    if following in lexicon.surnames:
        return words[at] in lexicon.people.given or words[at] in lexicon.places.ambiguous
    if words[at] not in lexicon.people.given or following in lexicon.shapes.team_names:
        return False
    great = isinstance(entries[0], Place) and (entries[0].kind != "city" or entries[0].capital)
    return not (great and (lexicon.plain.is_common(following) or lexicon.known.match(words, at + 1)))


def _is_somebody(here: RunView, at: int) -> bool:
    """Whether two words tell who somebody is: "my grandmother, Odessa Merrow,"."""
    words, lexicon = here.tokens.words, here.lexicon
    if here.tokens.word(at - 1) != "," or here.end - at != _FULL or lexicon.plain.is_common(words[at + 1]):
        return False
    someone = lexicon.people.jobs.match((here.tokens.word(at - 2),), 0) is not None
    return someone and lexicon.known.match(words, at + 1) is None


def _small_town(entries: tuple[Known, ...]) -> bool:
    first = entries[0]
    return (
        isinstance(first, Place) and first.kind == "city" and not first.capital and first.population < SURE_POPULATION
    )


def _speaks_or_is(here: RunView, at: int) -> bool:
    """Whether two or three unknown words are said to speak or to be somebody: "said Lautaro Peralta, a rancher"."""
    words, end = here.tokens, here.end
    if not 2 <= end - at <= 3 or any(
        is_plain(here.lexicon, word) or title_at(here, n) for n, word in enumerate(words.words[at:end], at)
    ):
        return False
    told = words.word(at - 1) in ("said", "says") and at - 1 not in words.initial
    is_someone = words.word(end) == "," and words.word(end + 1) in ("a", "an", "who", "whose")
    return told or end - at == _FULL or (is_someone and words.word(at - 1) not in NUMBER_BEFORE)


def take_team(here: RunView, at: int) -> Step | None:
    """A club by its town and its nickname: "the Toronto Raptors"; a state's house: "the Ohio Legislature"."""
    words, lexicon = here.tokens.words, here.lexicon
    match = known_at(here, at)
    end = at + match[0] if match else at
    if match is None or end >= here.end or not any(isinstance(entry, Place) for entry in match[1]):
        return None
    after = [" ".join(words[end : end + n]) for n in (2, 1) if end + n <= here.end]
    found = next((name for name in after if name in lexicon.shapes.team_names or name in _STATE_BODIES), "")
    if not found:
        return None
    size = len(found.split(" "))
    return Step(end=end + size, candidate=Candidate(first=at, end=end + size, kind="organisation"))


def skip_event(here: RunView, at: int) -> Step | None:
    """What takes place or was signed somewhere is no place: "the Africa Cup of Nations", "the Paris Agreement"."""
    match = known_at(here, at)
    if match is None:
        return None
    end = at + match[0]
    nouns = here.lexicon.shapes.event_nouns
    if not isinstance(match[1][0], Place):
        sponsor = match[0] == 1 and not here.tokens.words[at].isupper() and here.tokens.word(end) in _SPONSORED
        return Step(end=end + 1) if sponsor and end < here.end else None
    for last in range(end, min(end + 2, here.end)):
        if here.tokens.words[last] in nouns:
            return Step(end=last + 1)
    return None


def _match_shouted(here: RunView, at: int) -> tuple[int, tuple[Known, ...]] | None:
    """A place in capitals at the head of a report: "NEW YORK (AP)"."""
    words = here.tokens.words[at : here.end]
    if (
        at not in here.tokens.breaks
        or here.tokens.word(here.end) not in _AFTER_DATELINE
        or not all(map(str.isupper, words))
    ):
        return None
    match = here.lexicon.known.match([word.capitalize() for word in words], 0)
    if match is None or match[0] != len(words):
        return None
    first = match[1][0]
    return match if isinstance(first, Place) or (isinstance(first, Organisation) and not first.guarded) else None
