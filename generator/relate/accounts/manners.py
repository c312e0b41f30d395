"""What came about in one of two ways: somebody resigned, or was sacked. In: tellings. Out: rows.

The ways exclude one another, and so must the reports: who has words of both ways takes no part, nor who says
that it was asked for, denied or planned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import combinations
from typing import Any, NamedTuple

import yaml

from generator.model import Mention, Span
from generator.relate.accounts.kinship import Kinship
from generator.relate.accounts.line import Line, Telling
from generator.relate.accounts.stated import Stated, StatedRow
from generator.relate.accounts.tokens import match_after
from generator.relate.accounts.words import Phrases, index_phrases
from generator.relate.vectors import split_terms

_OPENING = 3
"""Sentences in which the event itself is told."""
_SHARED = 4
"""Terms that two opening sentences must share of which one does not name who it is about."""
_DENIED = frozenset(
    "not no never denied denies if could would might may should must will to refused urged former calls n't".split()
)
_DENIED_IN = 4


class _Ways(NamedTuple):
    phrases: Phrases
    """Each stands for `departure 0`: what came about, and in which way."""
    firsts: frozenset[str]
    terms: frozenset[str]
    """A sentence with none of them has none of the phrases."""
    called: dict[str, str]


def find_manner_rows(tellings: Sequence[Telling], kinship: Kinship, outlets: Sequence[str]) -> Iterator[StatedRow]:
    """A row for each thing that two tellings say came about in two ways."""
    found = [_read(telling) for telling in tellings]
    told: set[str] = set()
    for one, other in combinations([each for each in found if each], 2):
        kind = one.sort.partition(" ")[0]
        if kind in told or kind != other.sort.partition(" ")[0] or one.sort == other.sort:
            continue
        if outlets[one.line.telling] == outlets[other.line.telling] or not kinship.may_compare(one.line, other.line):
            continue
        if name := _who(one.line, other.line):
            told.add(kind)
            subject = f"{name}: {_load_ways().called[kind]}"
            yield StatedRow(kind="manner", subject=subject, groups=((one,), (other,)))


def _read(telling: Telling) -> Stated | None:
    """The first way that the opening tells; None where there is none, or the text tells another way too."""
    ways = _load_ways()
    found = [each for line in telling.lines if not ways.terms.isdisjoint(line.terms) for each in _find(line, ways)]
    if not found or found[0].line.sentence >= _OPENING or len({each.sort for each in found}) > 1:
        return None
    return found[0]


def _find(line: Line, ways: _Ways) -> Iterator[Stated]:
    tokens = line.tokens
    for at, word in enumerate(tokens.low):
        if word in ways.firsts and (found := match_after(tokens, at, ways.phrases)):
            way, end = found
            is_denied = not _DENIED.isdisjoint(tokens.low[max(0, at - _DENIED_IN) : at])
            start, stop = tokens.starts[at], tokens.ends[end - 1]
            span = Span(start=line.start + start, end=line.start + stop)
            yield Stated(line=line, value=way, text=line.text[start:stop], span=span, sort="" if is_denied else way)


def _who(one: Line, other: Line) -> str:
    """The fullest name of who both are about; of a sentence that names nobody, where the two share enough."""
    ours, theirs = ([_text(line, m) for m in line.mentions if m.kind == "person"] for line in (one, other))
    same = [name for name in (*ours, *theirs) if _has(ours, name) and _has(theirs, name)]
    if not same and not (ours and theirs) and len(one.terms.keys() & other.terms.keys()) >= _SHARED:
        same = [*ours, *theirs]
    return max(same, key=len, default="")


def _has(names: Sequence[str], name: str) -> bool:
    return any(each.split()[-1] == name.split()[-1] for each in names)


def _text(line: Line, mention: Mention) -> str:
    return " ".join(line.text[mention.span.start - line.start : mention.span.end - line.start].split())


@cache
def _load_ways() -> _Ways:
    table = load_manners()
    rows = (
        (phrase, f"{kind} {n}") for kind, row in table.items() for n, way in enumerate(row["ways"]) for phrase in way
    )
    phrases = index_phrases(rows)
    terms = frozenset(
        term for row in table.values() for way in row["ways"] for said in way for term in split_terms(said)
    )
    return _Ways(phrases, frozenset(phrases), terms, {kind: row["called"] for kind, row in table.items()})


@cache
def load_manners() -> dict[str, dict[str, Any]]:
    """The packaged list."""
    text = files("generator.relate.accounts").joinpath("manners.yml").read_text("utf-8")
    table: dict[str, dict[str, Any]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return table
