"""What the reports of a story say, side by side, and what was corrected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from generator.moments import Moment

DifferenceKind: TypeAlias = Literal["number", "date", "place", "name", "manner"]
HEADLINE = -1
"""The place of a headline among the sentences of its article, in what tells where reports differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A sentence of an article: its id, and the sentence's place in `Article.sentences`; or `HEADLINE`, its title."""

    article: str
    sentence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """A day that the reports of a story speak of (TIMEX3 value of a day), and the sentences that do."""

    value: str
    claims: tuple[Claim, ...]
    is_background: bool = False
    """It lies well before the event or after it."""
    is_planned: bool = False
    """No report tells what happened on it, only what is, or was, to happen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One of the things that are said where reports differ: the words of the first report that says so.

    `claims` are the sentences that do, the earliest report's first: one of each report, copies of one text among them.
    """

    text: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Something on which the reports of a story differ: `subject` in the reports' own words ("people killed").

    `cells` come in the order of time, so that a figure that rose with the hours is read as that.
    """

    kind: DifferenceKind
    subject: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sole:
    """What one source alone reports: its sentence, and what is in it that no other has (names, numbers, days)."""

    claim: Claim
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Words quoted, with their quotation marks, as the first of its claims has them; the claims as in `Cell`."""

    text: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing that somebody said, in each wording that reports give it, the earliest first."""

    wordings: tuple[Wording, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Somebody whom reports quote: the name, the entity's id where it is known, and what they said."""

    name: str
    entity: str | None
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What the reports of one story say, side by side. Everything in it is a sentence of a report."""

    story: str
    summary: tuple[Claim, ...] = ()
    differences: tuple[Difference, ...] = ()
    soles: tuple[Sole, ...] = ()
    """Those of one report follow one another."""
    timeline: tuple[Happening, ...] = ()
    """In the order of the days."""
    voices: tuple[Voice, ...] = ()
    """Who is quoted by most reports comes first."""
    unread: int = 0
    """Reports of a very large story whose texts were not compared; an even choice of the others was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A fact that a correction changed: what it was and is, as printed, and where it stands.

    `words` are other words than a fact's ("imposed", "proposed"), named where a version says that it corrects.
    """

    kind: DifferenceKind | Literal["words"]
    was: str
    now: str
    before: Claim | None
    after: Claim | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A version of an article that says otherwise than the one before, or an article that says it was corrected.

    `article` is the newest version, whose page tells it; `older` the version with the former text, None where only
    words tell of a correction; `newer` the version that put it right, mostly `article` itself.
    """

    article: str
    older: str | None
    newer: str | None = None
    moment: Moment | None
    changes: tuple[Change, ...]
    notices: tuple[str, ...] = ()
    """The words of its source, or of who publishes it."""
    is_arrival: bool = False
    """Nobody states when it was corrected: `moment` is when the changed text arrived."""
    is_update: bool = False
    """The former text was overtaken, not wrong: a later toll."""
