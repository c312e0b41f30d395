"""How a run of capitals is cut: one rule for each kind of part, tried in the order of `RULES`.

A rule looks at one token of a run and says what it takes or skips from there, or None when it is not its case. Rules
for the shapes of organisations' and places' names stand in `shape_rules.py`, those for people in `person_rules.py`,
those for well-known names in `known_rules.py`.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.enrich.lexicon import Lexicon
from generator.enrich.names.capitals import is_capital
from generator.enrich.names.known_rules import NUMBER_BEFORE, skip_event, take_known, take_team
from generator.enrich.names.people import FAMILY_FIRST
from generator.enrich.names.person_rules import (
    take_after_title,
    take_family_first,
    take_full_person,
    take_given_name,
    take_initialled,
)
from generator.enrich.names.run_view import (
    Candidate,
    Rule,
    RunView,
    Step,
    is_plain,
    known_at,
    name_like,
    title_at,
)
from generator.enrich.names.shape_rules import (
    may_join,
    take_company,
    take_council,
    take_joined_shape,
    take_national,
    take_office,
    take_place_shape,
    take_possessive_shape,
    take_prefixed,
    take_shape,
)

_DOERS = tuple("-winner -scorer -captain -founder -owner -leader -star -author -chair -champion -holder -maker".split())
"""Ends of words for what somebody is: "Match-winner"."""
_LONGEST_TRADED = 3
_MOST_KEPT = 1 << 16
"""Words of which it is kept which rules they may begin."""


def first_step(here: RunView, at: int) -> Step:
    """What the first fitting rule does at a token of the run."""
    word = here.tokens.words[at]
    kept, key = here.lexicon.rules, (word, here.tail)
    rules = kept.get(key)
    if rules is None:
        if len(kept) >= _MOST_KEPT:
            kept.clear()
        rules = kept[key] = tuple(
            rule for rule, may_begin in RULES if (here.tail or rule not in _BEYOND) and may_begin(here.lexicon, word)
        )
    for rule in rules:
        step: Step | None = rule(here, at)
        if step is not None:
            return step
    return Step(end=at + 1)


def _skip_calendar(here: RunView, at: int) -> Step | None:
    word = here.tokens.words[at]
    if word in here.lexicon.shapes.calendar:
        match = known_at(here, at)
        return None if match and match[0] > 1 else Step(end=at + 1)
    if word in here.lexicon.shapes.months_too and not here.titled:
        if here.tokens.word(at + 1) in ("Day", "Days", "Week"):
            return Step(end=at + 2)
        dated = here.tokens.word(at + 1)[:1].isdigit() or here.tokens.word(at - 1) in NUMBER_BEFORE
        return Step(end=at + 1) if dated or here.tokens.word(at - 1)[:1].isdigit() else None
    return None


def _take_demonym(here: RunView, at: int) -> Step | None:
    words = here.tokens.words
    match = here.lexicon.places.demonyms.match(words, at)
    if match is None:
        return None
    after = at + match[0]
    whole = here.lexicon.organisations.whole.match(words, after) if after < len(words) else None
    if whole is not None:
        candidate = Candidate(first=at, end=after + whole[0], kind="organisation")
        return Step(end=after + whole[0], candidate=candidate, keeps_role=True)
    return Step(end=after, keeps_role=True)


def _take_title(here: RunView, at: int) -> Step | None:
    size = title_at(here, at)
    known = known_at(here, at)
    if not size or (known is not None and known[0] > size):
        return None
    words = here.tokens.words
    people = here.lexicon.people
    for begin in range(at, at + size):
        for table in (people.offices, people.ranks, people.courtesy):
            match = table.match(words, begin, at + size)
            if match and begin + match[0] == at + size:
                return Step(end=at + size, title=match[1], candidate=_maybe_surname(here, at, size))
    return Step(end=at + size)


def _maybe_surname(here: RunView, at: int, size: int) -> Candidate | None:
    """A title that nothing follows may be somebody's surname."""
    alone = size == 1 and at + 1 == here.end and here.tokens.word(at - 1) not in ("the", "The", "a", "an")
    return Candidate(first=at, end=at + 1, weak=True) if alone and is_capital(here.tokens.words[at]) else None


def _skip_job(here: RunView, at: int) -> Step | None:
    """A job that has its capital from the sentence: "Singer Delphine Marsh cancelled the tour"."""
    words, people = here.tokens.words, here.lexicon.people
    if at not in here.tokens.breaks or at + 2 >= here.end or words[at] in people.given or title_at(here, at):
        return None
    job = people.jobs.match((words[at].lower(),), 0) is not None or words[at].endswith(_DOERS)
    if not job or not (name_like(here, at + 1) and name_like(here, at + 2)):
        return None
    return Step(end=at + 1, keeps_role=True)


def _take_traded(here: RunView, at: int) -> Step | None:
    """A company behind its trade, which has its capital from the sentence: "Steelmaker Merrow is to close"."""
    words, lexicon = here.tokens.words, here.lexicon
    if at not in here.tokens.initial or at + 1 >= here.end or not is_capital(words[at + 1]):
        return None
    end = at + 1
    if known_at(here, end) or words[end] in lexicon.people.given or title_at(here, end):
        return Step(end=end, keeps_role=True)
    while end < here.end and end - at <= _LONGEST_TRADED and not title_at(here, end) and not _known_name(here, end):
        end += 1
    if is_plain(lexicon, words[at + 1]):
        return None
    return Step(end=end, candidate=Candidate(first=at + 1, end=end, kind="organisation"), keeps_role=True)


def _skip_ordinary(here: RunView, at: int) -> Step | None:
    word = here.tokens.words[at]
    if word in here.lexicon.ordinary and (at in here.tokens.initial or at + 1 >= here.end or len(word) == 1):
        return Step(end=at + 1, candidate=_maybe_surname(here, at, 1) if word in here.lexicon.surnames else None)
    particle = word.lower() in here.lexicon.shapes.particles and at + 1 < here.end  # "Van der Velde"
    if not particle and is_plain(here.lexicon, word) and (at in here.tokens.initial or _begins_role(here, at)):
        # "Enter Kaufman", "County Executive Kathy Dahl"; but "Fares said" may be the man's surname.
        return Step(end=at + 1, candidate=_maybe_surname(here, at, 1))
    return None


def _begins_role(here: RunView, at: int) -> bool:
    """Whether a capitalised role or a name in full follows in the run."""
    words, people = here.tokens.words, here.lexicon.people
    if at + 1 < here.end and people.jobs.match((words[at].lower(),), 0):
        return True
    return at + 2 < here.end and words[at + 1] in people.given and name_like(here, at + 2)


def _take_unknown(here: RunView, at: int) -> Step | None:
    words = here.tokens.words
    end = at + 1
    if end < here.end and is_plain(here.lexicon, words[end]) and _often_named(here.lexicon, words[at]):
        return Step(end=end, candidate=Candidate(first=at, end=end))  # "Macron Seeks Joint Stance"
    while end < here.end and not title_at(here, end) and not _known_name(here, end):
        end += 1
    while end - 1 > at and not is_capital(words[end - 1]):
        end -= 1
    return Step(end=end, candidate=Candidate(first=at, end=end))


def _often_named(lexicon: Lexicon, word: str) -> bool:
    """Whether a surname alone means one person."""
    return any(person.alone for person in lexicon.people.short.get(word, ()))


def _known_name(here: RunView, at: int) -> bool:
    """Whether a well-known name of more than one word stands here."""
    words, lexicon = here.tokens.words, here.lexicon
    if lexicon.people.full.match(words, at):
        return True
    known = known_at(here, at)
    return known is not None and (known[0] > 1 or (words[at].isupper() and len(words[at]) > 1))


def _always(lexicon: Lexicon, word: str) -> bool:
    return True


def _may_be_title(lexicon: Lexicon, word: str) -> bool:
    people = lexicon.people
    tables = (people.offices, people.ranks, people.courtesy)
    return word in people.before_office or any(word in table.longest for table in tables)


RULES: tuple[tuple[Rule, Callable[[Lexicon, str], bool]], ...] = (
    (take_full_person, lambda lexicon, word: word in lexicon.people.full.longest),
    (_skip_calendar, lambda lexicon, word: word in lexicon.shapes.calendar or word in lexicon.shapes.months_too),
    (take_after_title, _always),
    (take_company, _always),
    (take_possessive_shape, lambda lexicon, word: word in lexicon.shapes.possessors),
    (take_office, _always),
    (take_council, _always),
    (take_joined_shape, may_join),
    (take_national, lambda lexicon, word: word in lexicon.shapes.national_bodies),
    (take_shape, _always),
    (_take_traded, lambda lexicon, word: word.lower() in lexicon.shapes.trades),
    (take_prefixed, lambda lexicon, word: word in lexicon.shapes.organisation_prefixes),
    (_skip_job, lambda lexicon, word: word.lower() in lexicon.people.jobs.longest or word.endswith(_DOERS)),
    (take_place_shape, _always),
    (_take_title, _may_be_title),
    (take_team, lambda lexicon, word: word in lexicon.known.longest),
    (skip_event, lambda lexicon, word: word in lexicon.known.longest),
    (take_known, lambda lexicon, word: word in lexicon.known.longest or word.isupper()),
    (take_given_name, lambda lexicon, word: word in lexicon.people.given or word[1:2] == "."),
    (take_initialled, _always),
    (take_family_first, lambda _, word: word in FAMILY_FIRST),
    (_take_demonym, lambda lexicon, word: word in lexicon.places.demonyms.longest),
    (_skip_ordinary, lambda lexicon, word: word in lexicon.ordinary or is_plain(lexicon, word)),
    (_take_unknown, _always),
)
"""Each rule with the words that a part it takes or skips may begin with: elsewhere it is not tried."""
_BEYOND = frozenset((take_company, take_possessive_shape, take_office, take_council, take_joined_shape))
"""Rules for names that go on beyond the run."""
