"""How a run of capitals is cut: one rule for each kind of part, tried in the order of `RULES`.

A rule looks at one token of a run and says what it takes or skips from there, or None when it is not its case. Rules
for the shapes of organisations' and places' names stand in `shape_rules.py`, those for well-known names in
`known_rules.py`.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.enrich.lexicon import Lexicon
from generator.enrich.names.capitals import is_capital
from generator.enrich.names.known_rules import NUMBER_BEFORE, skip_event, take_known, take_team
from generator.enrich.names.people import FAMILY_FIRST, GENERATIONS
from generator.enrich.names.run_view import (
    Candidate,
    Rule,
    RunView,
    Step,
    ends_place,
    is_plain,
    known_at,
    name_like,
    opens_sentence,
    title_at,
)
from generator.enrich.names.shape_rules import (
    may_join,
    take_company,
    take_joined_shape,
    take_office,
    take_place_shape,
    take_possessive_shape,
    take_prefixed,
    take_shape,
)

_LONGEST_PERSON = 5
_DOERS = tuple("-winner -scorer -captain -founder -owner -leader -star -author -chair -champion -holder -maker".split())
"""Ends of words for what somebody is: "Match-winner"."""
_MOST_KEPT = 1 << 16
"""Words of which it is kept which rules they may begin."""
_VIETNAMESE = frozenset("Thi Van Xuan Duc Quoc Minh Thanh Ngoc Huu".split())
"""Second words of names of four: "Nguyen Thi Hong Van"."""


def first_step(here: RunView, at: int) -> Step:
    """What the first fitting rule does at a token of the run."""
    word = here.tokens.words[at]
    kept = here.lexicon.rules
    rules = kept.get(word)
    if rules is None:
        if len(kept) >= _MOST_KEPT:
            kept.clear()
        rules = kept[word] = tuple(rule for rule, may_begin in RULES if may_begin(here.lexicon, word))
    for rule in rules:
        step: Step | None = rule(here, at)
        if step is not None:
            return step
    return Step(end=at + 1)


def _take_full_person(here: RunView, at: int) -> Step | None:
    match = here.lexicon.people.full.match(here.tokens.words, at)
    if match is None or (match[0] == 1 and not here.titled and not match[1].alone):
        return None
    end = at + match[0]
    if match[0] > 1 and end < here.end and (_named_after(here, end) or here.tokens.words[end] in GENERATIONS):
        return None
    first = at
    while first < end - 1 and here.tokens.words[first] in here.lexicon.shapes.reign:
        first += 1
    return Step(end=end, candidate=Candidate(first=first, end=end, kind="person", known=(match[1],)))


def _named_after(here: RunView, at: int) -> bool:
    """Whether a person's name goes on to be that of a thing: "Bill Gates Foundation", "John Muir Street"."""
    words, shapes = here.tokens.words, here.lexicon.shapes
    return words[at] in shapes.named_after or (
        words[at] in shapes.place_suffixes and words[at] not in shapes.surnames_too
    )


def _skip_calendar(here: RunView, at: int) -> Step | None:
    word = here.tokens.words[at]
    if word in here.lexicon.shapes.calendar:
        match = known_at(here, at)
        return None if match and match[0] > 1 else Step(end=at + 1)
    if word in here.lexicon.shapes.months_too and not here.titled:
        dated = here.tokens.word(at + 1)[:1].isdigit() or here.tokens.word(at - 1) in NUMBER_BEFORE
        return Step(end=at + 1) if dated or here.tokens.word(at - 1)[:1].isdigit() else None
    return None


def _take_after_title(here: RunView, at: int) -> Step | None:
    if not here.titled or title_at(here, at) or not is_capital(here.tokens.words[at]):
        return None
    if here.lexicon.places.demonyms.match(here.tokens.words, at):
        return None
    end = _end_of_person(here, at)
    words, shapes = here.tokens.words, here.lexicon.shapes
    if end - at == 1 and _plain(here, words[at]) and not here.lexicon.people.is_courtesy(words[at - 1]):
        return Step(end=end)  # "Private Equity"
    if end - at > 1 and ends_place(words, end - 1, shapes.place_suffixes) and words[end - 1] not in shapes.surnames_too:
        return None
    return Step(end=end, candidate=Candidate(first=at, end=end, kind="person"))


def _end_of_person(here: RunView, at: int) -> int:
    end = at + 1
    words = here.tokens.words
    while end < here.end and end - at < _LONGEST_PERSON:
        word, lexicon = words[end], here.lexicon
        after_particle = words[end - 1] in lexicon.shapes.particles  # "Javier del Solar"
        if word in lexicon.organisations.suffixes and not after_particle:
            break
        if word in lexicon.shapes.calendar or word in lexicon.shapes.honours:
            break
        if 1 < end - at < here.end - at - 1 and _plain(here, words[end]):
            break
        if title_at(here, end) and words[end] not in here.lexicon.people.given:
            if end == here.end - 1 and (here.titled or words[at] in here.lexicon.people.given):
                end += 1  # "Douglas Cardinal, the architect"
            break
        end += 1
    while end - 1 > at and not is_capital(words[end - 1]):
        end -= 1
    return end


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


def _plain(here: RunView, word: str) -> bool:
    return is_plain(here.lexicon, word)


def _take_given_name(here: RunView, at: int) -> Step | None:
    words = here.tokens.words
    word = words[at]
    initial = (len(word) == 2 and word[1] == ".") or (
        len(word) > 3 and word[1] == "." and word not in here.lexicon.places.attributive
    )
    if word not in here.lexicon.people.given and not initial:
        return None
    if (people := here.lexicon.places.demonyms.match(words, at)) and (
        people[0] > 1 or _plain(here, here.tokens.word(at + 1))
    ):
        return None  # "Roman Catholic"
    if at + 1 >= here.end or not name_like(here, at + 1):
        return None
    if here.tokens.word(at - 1) in here.lexicon.shapes.storms:
        return Step(end=at + 1)  # "Hurricane Ida Pounds Louisiana"
    if _in_heading(here, at):
        return None
    end = _end_of_person(here, at)
    if end - at < 2 or (end < here.end and _named_after(here, end)):
        return None
    return Step(end=end, candidate=Candidate(first=at, end=end, kind="person"))


def _in_heading(here: RunView, at: int) -> bool:
    """Whether everyday words follow a given name: "Faith Groups Meet", "Eve Assaults Renew Tensions"."""
    words, plain, ordinary = here.tokens.words, here.lexicon.plain, here.lexicon.ordinary
    following = words[at + 1]
    if following in plain.surnames or not (plain.is_common(following) or following in ordinary):
        return False
    return plain.is_common(words[at]) or (at + 2 < here.end and _plain(here, words[at + 2]))


def _take_initialled(here: RunView, at: int) -> Step | None:
    """A person whose middle initial tells: "Ruthven B. Oakes"."""
    words = here.tokens.words
    if at + 2 >= here.end or opens_sentence(here, at) or len(words[at + 1]) != 2 or words[at + 1][1] != ".":
        return None
    if not name_like(here, at + 2) or known_at(here, at):
        return None
    end = _end_of_person(here, at)
    return Step(end=end, candidate=Candidate(first=at, end=end, kind="person")) if end - at > 2 else None


def _take_family_first(here: RunView, at: int) -> Step | None:
    """A person whose family name stands first: "Chen Guangming", "Nguyen Van Minh"."""
    words, lexicon = here.tokens.words, here.lexicon
    if words[at] not in FAMILY_FIRST or at + 1 >= here.end or not name_like(here, at + 1):
        return None
    if opens_sentence(here, at) and not words[at + 1].rpartition("-")[2].islower():  # "Park Sung-min said"
        return None
    end, most = at + 1, 4 if words[at + 1] in _VIETNAMESE else 3
    while end < here.end and end - at < most and name_like(here, end):
        end += 1
    if words[end - 1] != "Van" and lexicon.plain.holds(words[end - 1]):
        return None
    named = end - at > 1 and words[end - 1] not in lexicon.organisations.suffixes
    return Step(end=end, candidate=Candidate(first=at, end=end, kind="person")) if named else None


def _skip_job(here: RunView, at: int) -> Step | None:
    """A job that has its capital from the sentence: "Singer Delphine Marsh cancelled the tour"."""
    words, people = here.tokens.words, here.lexicon.people
    if at not in here.tokens.breaks or at + 2 >= here.end or words[at] in people.given or title_at(here, at):
        return None
    job = people.jobs.match((words[at].lower(),), 0) is not None or words[at].endswith(_DOERS)
    if not job or not (name_like(here, at + 1) and name_like(here, at + 2)):
        return None
    return Step(end=at + 1, keeps_role=True)


def _skip_ordinary(here: RunView, at: int) -> Step | None:
    word = here.tokens.words[at]
    if word in here.lexicon.ordinary and (at in here.tokens.initial or at + 1 >= here.end or len(word) == 1):
        return Step(end=at + 1, candidate=_maybe_surname(here, at, 1) if word in here.lexicon.surnames else None)
    particle = word.lower() in here.lexicon.shapes.particles and at + 1 < here.end  # "Van der Velde"
    if not particle and _plain(here, word) and (at in here.tokens.initial or _begins_role(here, at)):
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
    if end < here.end and _plain(here, words[end]) and _often_named(here.lexicon, words[at]):
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
    (_take_full_person, lambda lexicon, word: word in lexicon.people.full.longest),
    (_skip_calendar, lambda lexicon, word: word in lexicon.shapes.calendar or word in lexicon.shapes.months_too),
    (_take_after_title, _always),
    (take_company, _always),
    (take_possessive_shape, lambda lexicon, word: word in lexicon.shapes.possessors),
    (take_office, _always),
    (take_joined_shape, may_join),
    (take_shape, _always),
    (take_prefixed, lambda lexicon, word: word in lexicon.shapes.organisation_prefixes),
    (_skip_job, lambda lexicon, word: word.lower() in lexicon.people.jobs.longest or word.endswith(_DOERS)),
    (take_place_shape, _always),
    (_take_title, _may_be_title),
    (take_team, lambda lexicon, word: word in lexicon.known.longest),
    (skip_event, lambda lexicon, word: word in lexicon.known.longest),
    (take_known, lambda lexicon, word: word in lexicon.known.longest or word.isupper()),
    (_take_given_name, lambda lexicon, word: word in lexicon.people.given or word[1:2] == "."),
    (_take_initialled, _always),
    (_take_family_first, lambda _, word: word in FAMILY_FIRST),
    (_take_demonym, lambda lexicon, word: word in lexicon.places.demonyms.longest),
    (_skip_ordinary, lambda lexicon, word: word in lexicon.ordinary or is_plain(lexicon, word)),
    (_take_unknown, _always),
)
"""Each rule with the words that a part it takes or skips may begin with: elsewhere it is not tried."""
