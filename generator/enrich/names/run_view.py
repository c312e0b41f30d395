"""What the rules for runs of capitals see and say: a `RunView` in, a `Step` with perhaps a `Candidate` out."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from generator.enrich.lexicon import Lexicon
from generator.enrich.names.capitals import is_capital
from generator.enrich.names.known import Known
from generator.enrich.tokens import Tokens
from generator.model import EntityKind

_OPENING = frozenset(('"', "“", "‘", "'", "``", "«"))
_TAILS = frozenset("'s ’s ' ’ , and council county city town borough district parish".split())
_CLOSING = frozenset(('"', "”", "’", "'", "''", "»"))


class Candidate(NamedTuple):
    """Tokens `first` to `end` that may be a name. `kind` is None while nothing tells; `title` is as in roles.yml."""

    first: int
    end: int
    kind: EntityKind | None = None
    known: tuple[Known, ...] = ()
    title: str = ""
    role: str = ""
    weak: bool = False
    """A word that is a name only where someone of the article is called so: "Cardinal" of Douglas Cardinal."""


class Step(NamedTuple):
    """What a rule did: tokens up to `end` are dealt with."""

    end: int
    candidate: Candidate | None = None
    title: str = ""
    keeps_role: bool = False
    """The tokens may begin a role: "Kremlin spokesman", "U.S. President"."""


class RunView(NamedTuple):
    """Where a rule looks: the run ends before `end`; `titled` when a title stands directly before."""

    tokens: Tokens
    lexicon: Lexicon
    end: int
    titled: bool
    tail: bool
    """Whether what follows the run may belong to a name in it: a possessive, "and", a comma, "council"."""
    titles: dict[int, int]
    """What `title_at` found at tokens of this run."""
    names: dict[int, tuple[int, tuple[Known, ...]] | None]
    """What `known_at` found at tokens of this run."""


def has_tail(tokens: Tokens, end: int) -> bool:
    """Whether a name may go on after a run that ends before a token."""
    return end < len(tokens.words) and tokens.words[end] in _TAILS


Rule: TypeAlias = Callable[[RunView, int], "Step | None"]


def title_at(here: RunView, at: int) -> int:
    """How many tokens are a title before a name; 0 for none."""
    size = here.titles.get(at)
    if size is None:
        size = here.titles[at] = here.lexicon.people.match_title(here.tokens, at, len(here.tokens))
    return size


def known_at(here: RunView, at: int) -> tuple[int, tuple[Known, ...]] | None:
    """The well-known name at a token: how many words, and what is called so."""
    if at in here.names:
        return here.names[at]
    return here.names.setdefault(at, here.lexicon.known.match(here.tokens.words, at))


def name_like(here: RunView, at: int) -> bool:
    """Whether a token may go on with a person's name."""
    word = here.tokens.word(at)
    shapes = here.lexicon.shapes
    if at + (title_at(here, at) or len(here.tokens)) < here.end or word in shapes.calendar:
        return False
    return is_capital(word) or word in shapes.particles


def opens_sentence(here: RunView, at: int) -> bool:
    """Whether a capital says nothing at a token, and its word is an ordinary one."""
    return at in here.tokens.initial and here.tokens.words[at] in here.lexicon.ordinary


def in_marks(tokens: Tokens, first: int, end: int) -> bool:
    """Whether quotation marks close around these tokens, perhaps with "The": a title of something."""
    before = (tokens.word(first - 1), tokens.word(first - 2))
    return tokens.word(end) in _CLOSING and any(mark in _OPENING for mark in before)


def is_plain(lexicon: Lexicon, word: str) -> bool:
    """Whether this is an everyday word and nobody's name."""
    return lexicon.plain.holds(word) and word not in lexicon.people.given


def ends_place(words: tuple[str, ...], at: int, suffixes: frozenset[str]) -> bool:
    """Whether a name of a place may end with this word ("Street"), or with it and those before ("Air Force Base")."""
    if words[at] in suffixes or f"{words[at - 1]} {words[at]}" in suffixes:
        return True
    return at > 1 and f"{words[at - 2]} {words[at - 1]} {words[at]}" in suffixes
