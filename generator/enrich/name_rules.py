"""How a run of capitals is cut: one rule for each kind of part, tried in the order of `RULES`.

A rule looks at one token of a run and says what it takes or skips from there, or None when it is not its case.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from generator.enrich.capitals import is_capital
from generator.enrich.lexicon import Known, Lexicon
from generator.enrich.organisations import Organisation, match_shape
from generator.enrich.places import Place
from generator.enrich.tokens import Tokens
from generator.model import EntityKind

_LONGEST_PERSON = 5
_NUMBER_BEFORE = frozenset(
    "in In on since Since last next until by of this from early late mid every during before after".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Tokens `first` to `end` that may be a name. `kind` is None while nothing tells; `title` is as in roles.yml."""

    first: int
    end: int
    kind: EntityKind | None = None
    known: tuple[Known, ...] = ()
    title: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What a rule did: tokens up to `end` are dealt with."""

    end: int
    candidate: Candidate | None = None
    title: str = ""
    keeps_role: bool = False
    """The tokens may begin a role: "Kremlin spokesman", "U.S. President"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunView:
    """Where a rule looks: the run ends before `end`; `titled` when a title stands directly before."""

    tokens: Tokens
    lexicon: Lexicon
    end: int
    titled: bool


Rule: TypeAlias = Callable[[RunView, int], "Step | None"]


def first_step(here: RunView, at: int) -> Step:
    """What the first fitting rule does at a token of the run."""
    for rule in RULES:
        step = rule(here, at)
        if step is not None:
            return step
    return Step(end=at + 1)


def _take_full_person(here: RunView, at: int) -> Step | None:
    match = here.lexicon.people.full.match(here.tokens.words, at)
    if match is None or (match[0] == 1 and not here.titled and not match[1].alone):
        return None
    end = at + match[0]
    first = at + 1 if match[0] > 1 and here.tokens.words[at] in here.lexicon.shapes.reign else at
    return Step(end=end, candidate=Candidate(first=first, end=end, kind="person", known=(match[1],)))


def _skip_calendar(here: RunView, at: int) -> Step | None:
    word = here.tokens.words[at]
    if word in here.lexicon.shapes.calendar:
        match = here.lexicon.known.match(here.tokens.words, at)
        return None if match and match[0] > 1 else Step(end=at + 1)
    if word in here.lexicon.shapes.months_too and not here.titled:
        dated = here.tokens.word(at + 1)[:1].isdigit() or here.tokens.word(at - 1) in _NUMBER_BEFORE
        return Step(end=at + 1) if dated or here.tokens.word(at - 1)[:1].isdigit() else None
    return None


def _take_after_title(here: RunView, at: int) -> Step | None:
    if not here.titled or _title_at(here, at) or not is_capital(here.tokens.words[at]):
        return None
    if here.lexicon.places.demonyms.match(here.tokens.words, at):
        return None
    end = _end_of_person(here, at)
    words, shapes = here.tokens.words, here.lexicon.shapes
    if (
        end - at > 1
        and _ends_place(words, end - 1, shapes.place_suffixes)
        and words[end - 1] not in shapes.surnames_too
    ):
        return None
    return Step(end=end, candidate=Candidate(first=at, end=end, kind="person"))


def _end_of_person(here: RunView, at: int) -> int:
    end = at + 1
    words = here.tokens.words
    while end < here.end and end - at < _LONGEST_PERSON:
        if words[end] in here.lexicon.shapes.calendar or words[end] in here.lexicon.organisations.suffixes:
            break
        if _title_at(here, end) and words[end] not in here.lexicon.people.given:
            break
        end += 1
    while end - 1 > at and not is_capital(words[end - 1]):
        end -= 1
    return end


def _title_at(here: RunView, at: int) -> int:
    return here.lexicon.people.match_title(here.tokens, at, len(here.tokens))


def _take_shape(here: RunView, at: int) -> Step | None:
    """An organisation by its shape, when that is longer than a known name at the same token."""
    words = here.tokens.words
    if (
        at in here.tokens.initial
        and words[at] in here.lexicon.ordinary
        and words[at] not in here.lexicon.organisations.heads
    ):
        return None
    stop = at + 1
    while stop < here.end and not _title_at(here, stop):
        stop += 1
    end = match_shape(here.tokens, at, stop, here.lexicon.organisations)
    known = here.lexicon.known.match(words, at)
    if end - at < 2 or (known is not None and known[0] >= end - at):
        return None
    if at in here.tokens.initial and _known_whole(here, at + 1, end):
        return Step(end=at + 1)  # "Provisional Met Office figures"
    if _ends_place(words, end - 1, here.lexicon.shapes.place_suffixes):
        return None
    return Step(end=end, candidate=Candidate(first=at, end=end, kind="organisation"), keeps_role=True)


def _known_whole(here: RunView, at: int, end: int) -> bool:
    """Whether these words are a known organisation by themselves, not a common name like "High Court"."""
    match = here.lexicon.known.match(here.tokens.words, at)
    if match is None or match[0] < 2 or at + match[0] != end:
        return False
    return any(isinstance(entry, Organisation) and not entry.guarded for entry in match[1])


def _take_place_shape(here: RunView, at: int) -> Step | None:
    words, shapes = here.tokens.words, here.lexicon.shapes
    if (at in here.tokens.initial and words[at] in here.lexicon.ordinary) or _title_at(here, at):
        return None
    known = here.lexicon.known.match(words, at)
    end = at + (known[0] if known else 0)
    if words[at] in shapes.place_prefixes and at + 1 < here.end:
        after = at + 1
        while after + 1 < here.end and words[after] in shapes.particles:
            after += 1
        end = max(end, after + 1)
        entries = known[1] if known else ()
        return Step(end=end, candidate=Candidate(first=at, end=end, kind="place", known=entries))
    last = next((n for n in range(here.end - 1, at, -1) if _ends_place(words, n, shapes.place_suffixes)), at)
    if last == at or last + 1 <= end or last - at > 3:
        return None
    if f"{words[last - 1]} {words[last]}" in shapes.no_places:
        return Step(end=last + 1)
    if last == at + 1 and words[at] in here.lexicon.people.given and words[last] in shapes.surnames_too:
        return None
    return Step(end=last + 1, candidate=Candidate(first=at, end=last + 1, kind="place"))


def _ends_place(words: tuple[str, ...], at: int, suffixes: frozenset[str]) -> bool:
    """Whether a name of a place may end with this word ("Street"), or with it and the one before ("Space Center")."""
    return words[at] in suffixes or f"{words[at - 1]} {words[at]}" in suffixes


def _take_known(here: RunView, at: int) -> Step | None:
    match = here.lexicon.known.match(here.tokens.words, at) or _match_shouted(here, at)
    if match is None:
        return None
    size, entries = match
    if (
        size == 1
        and here.tokens.words[at] in here.lexicon.people.given
        and at + 1 < here.end
        and _name_like(here, at + 1)
    ):
        return None
    if size == 1 and at in here.tokens.initial and here.tokens.words[at] in here.lexicon.ordinary:
        return None
    return Step(end=at + size, candidate=Candidate(first=at, end=at + size, known=entries), keeps_role=True)


def _match_shouted(here: RunView, at: int) -> tuple[int, tuple[Known, ...]] | None:
    """A place in capitals at the head of a report: "NEW YORK (AP)"."""
    words = here.tokens.words[at : here.end]
    if at not in here.tokens.breaks or here.tokens.word(here.end) not in ("(", ",") or not all(map(str.isupper, words)):
        return None
    match = here.lexicon.known.match([word.capitalize() for word in words], 0)
    return match if match and match[0] == len(words) and isinstance(match[1][0], Place) else None


def _name_like(here: RunView, at: int) -> bool:
    word = here.tokens.words[at]
    if at + (_title_at(here, at) or len(here.tokens)) < here.end or word in here.lexicon.shapes.calendar:
        return False
    return is_capital(word) or word in here.lexicon.shapes.particles


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
    size = _title_at(here, at)
    known = here.lexicon.known.match(here.tokens.words, at)
    if not size or (known is not None and known[0] > size):
        return None
    words = here.tokens.words
    people = here.lexicon.people
    for begin in range(at, at + size):
        for table in (people.offices, people.ranks, people.courtesy):
            match = table.match(words, begin, at + size)
            if match and begin + match[0] == at + size:
                return Step(end=at + size, title=match[1])
    return Step(end=at + size)


def _take_given_name(here: RunView, at: int) -> Step | None:
    words = here.tokens.words
    word = words[at]
    initial = (len(word) == 2 and word[1] == ".") or (
        len(word) > 3 and word[1] == "." and word not in here.lexicon.places.attributive
    )
    if word not in here.lexicon.people.given and not initial:
        return None
    if at + 1 >= here.end or not _name_like(here, at + 1):
        return None
    end = _end_of_person(here, at)
    if end - at < 2:
        return None
    return Step(end=end, candidate=Candidate(first=at, end=end, kind="person"))


def _skip_ordinary(here: RunView, at: int) -> Step | None:
    word = here.tokens.words[at]
    if word in here.lexicon.ordinary and (at in here.tokens.initial or at + 1 >= here.end or len(word) == 1):
        return Step(end=at + 1)
    return None


def _take_unknown(here: RunView, at: int) -> Step | None:
    words = here.tokens.words
    end = at + 1
    while end < here.end and not _title_at(here, end) and not here.lexicon.people.full.match(words, end):
        end += 1
    while end - 1 > at and not is_capital(words[end - 1]):
        end -= 1
    return Step(end=end, candidate=Candidate(first=at, end=end))


RULES: tuple[Rule, ...] = (
    _take_full_person,
    _skip_calendar,
    _take_after_title,
    _take_shape,
    _take_place_shape,
    _take_title,
    _take_known,
    _take_given_name,
    _take_demonym,
    _skip_ordinary,
    _take_unknown,
)
