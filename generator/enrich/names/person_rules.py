"""Rules for names of people in a run of capitals: "Pope Francis", "Mr. Farrow", "Ruthven B. Oakes", "Nguyen Van Minh".

Each looks at one token of a run and says what it takes or skips, or None when it is not its case.
"""

from __future__ import annotations

from generator.enrich.names.capitals import is_capital
from generator.enrich.names.people import FAMILY_FIRST, GENERATIONS
from generator.enrich.names.run_view import (
    Candidate,
    RunView,
    Step,
    ends_place,
    is_plain,
    known_at,
    name_like,
    opens_sentence,
    title_at,
)

_LONGEST_PERSON = 5
_STYLES = frozenset(("Deco", "Nouveau"))
"""What follows "Art" where that is no person."""
_VIETNAMESE = frozenset("Thi Van Xuan Duc Quoc Minh Thanh Ngoc Huu".split())
"""Second words of names of four: "Nguyen Thi Hong Van"."""


def take_full_person(here: RunView, at: int) -> Step | None:
    """A person whom a packaged list names in full: "Pope Francis" without the title."""
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


def take_after_title(here: RunView, at: int) -> Step | None:
    """Whoever a title stands before: "Mr. Farrow", "Gen. Ada Farrow"."""
    if not here.titled or title_at(here, at) or not is_capital(here.tokens.words[at]):
        return None
    if here.lexicon.places.demonyms.match(here.tokens.words, at):
        return None
    end = _end_of_person(here, at)
    words, shapes = here.tokens.words, here.lexicon.shapes
    if end - at == 1 and is_plain(here.lexicon, words[at]) and not here.lexicon.people.is_courtesy(words[at - 1]):
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
        if 1 < end - at < here.end - at - 1 and is_plain(here.lexicon, words[end]):
            break
        if title_at(here, end) and words[end] not in here.lexicon.people.given:
            if end == here.end - 1 and (here.titled or words[at] in here.lexicon.people.given):
                end += 1  # "Douglas Cardinal, the architect"
            break
        end += 1
    while end - 1 > at and not is_capital(words[end - 1]):
        end -= 1
    return end


def take_given_name(here: RunView, at: int) -> Step | None:
    """A person whose name begins with a given name or an initial: "Ada Farrow", "J.K. Farrow"."""
    words = here.tokens.words
    word = words[at]
    initial = (len(word) == 2 and word[1] == ".") or (
        len(word) > 3 and word[1] == "." and word not in here.lexicon.places.attributive
    )
    if word not in here.lexicon.people.given and not initial:
        return None
    if (people := here.lexicon.places.demonyms.match(words, at)) and (
        people[0] > 1 or is_plain(here.lexicon, here.tokens.word(at + 1))
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
    if words[end - 1] in _STYLES:
        return Step(end=end)
    return Step(end=end, candidate=Candidate(first=at, end=end, kind="person"))


def _in_heading(here: RunView, at: int) -> bool:
    """Whether everyday words follow a given name: "Faith Groups Meet", "Eve Assaults Renew Tensions"."""
    words, plain, ordinary = here.tokens.words, here.lexicon.plain, here.lexicon.ordinary
    following = words[at + 1]
    if following in plain.surnames or not (plain.is_common(following) or following in ordinary):
        return False
    return plain.is_common(words[at]) or (at + 2 < here.end and is_plain(here.lexicon, words[at + 2]))


def take_initialled(here: RunView, at: int) -> Step | None:
    """A person whose middle initial tells: "Ruthven B. Oakes"."""
    words = here.tokens.words
    if at + 2 >= here.end or opens_sentence(here, at) or len(words[at + 1]) != 2 or words[at + 1][1] != ".":
        return None
    if not name_like(here, at + 2) or known_at(here, at):
        return None
    end = _end_of_person(here, at)
    return Step(end=end, candidate=Candidate(first=at, end=end, kind="person")) if end - at > 2 else None


def take_family_first(here: RunView, at: int) -> Step | None:
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
