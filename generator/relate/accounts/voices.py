"""Who is quoted, and with what. In: tellings. Out: `Voice`s.

The same words are one statement, whoever carries them: a part of a longer quotation is the same wording, words that
differ are another wording of it, shown beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from generator.model import Statement, Voice, Wording
from generator.relate.accounts.carriers import Carriers
from generator.relate.accounts.line import Line, Telling

MOST_VOICES, MOST_EACH, MOST = 8, 4, 14
SHORTEST = 20
"""Characters; shorter ones are words in quotation marks, not things said."""
_MARKS = re.compile(r"[\W_]+")
_LONGEST_WORDS = 80
_GAP, _LONGEST = 80, 420
"""Characters between two parts of one quotation, and of one put together."""
_FEWEST_WORDS = 4
"""Of a quotation that one report alone carries: fewer are a phrase, not something said."""
_ALIKE = 0.55
"""Share of the pairs of words of the shorter of two quotations, above which both are of one thing said."""
_ALIKE_WORDS = 5


@dataclass(slots=True)
class _Said:
    """A quotation as one telling or several have it."""

    text: str
    plain: str
    words: tuple[str, ...]
    lines: list[Line]


@dataclass(slots=True)
class _Speaker:
    name: str
    entity: str | None
    statements: list[list[_Said]] = field(default_factory=list)

    @property
    def tellings(self) -> int:
        """How many tellings quote them."""
        return len({line.telling for said in self.statements for each in said for line in each.lines})


class _Spoken(NamedTuple):
    """Words in quotation marks with who said them; one that is broken by "he said" is one."""

    text: str
    line: Line
    end: int
    speaker: str
    entity: str | None


def find_voices(tellings: Sequence[Telling], carriers: Carriers) -> tuple[Voice, ...]:
    """Who is quoted by most comes first."""
    speakers: dict[str, _Speaker] = {}
    for telling in tellings:
        for spoken in _quotations(telling):
            if len(spoken.text) >= SHORTEST:
                key = spoken.entity or spoken.speaker.casefold()
                speaker = speakers.setdefault(key, _Speaker(name=spoken.speaker, entity=spoken.entity))
                _add(speaker, _Said(spoken.text, _plain(spoken.text), _words(spoken.text), [spoken.line]))
    ranked = sorted(speakers.values(), key=lambda s: (-s.tellings, -len(s.statements), _first(s)))
    return tuple(_cut(ranked[:MOST_VOICES], carriers))


def _quotations(telling: Telling) -> Iterator[_Spoken]:
    text = telling.shown.article.text
    before: _Spoken | None = None
    for line in telling.lines:
        for quote in line.quotes:
            if quote.speaker is None:
                continue
            words = " ".join(text[quote.span.start : quote.span.end].split())
            spoken = _Spoken(words, line, quote.span.end, quote.speaker, quote.entity)
            if before is not None and _goes_on(before, spoken, quote.span.start):
                spoken = spoken._replace(text=f"{before.text} … {words}", line=before.line)
            elif before is not None:
                yield before
            before = spoken
    if before is not None:
        yield before


def _goes_on(before: _Spoken, spoken: _Spoken, start: int) -> bool:
    """Whether a quotation goes on with one before it, of the same speaker, with little more than "he said" between."""
    same = (before.entity, before.speaker) == (spoken.entity, spoken.speaker)
    return same and start - before.end <= _GAP and len(before.text) + len(spoken.text) <= _LONGEST


def _first(speaker: _Speaker) -> tuple[int, int]:
    line = speaker.statements[0][0].lines[0]
    return line.telling, line.start


def _add(speaker: _Speaker, said: _Said) -> None:
    """Among the statements: to the wording that has the same words, as another wording of one, or as a new one."""
    for statement in speaker.statements:
        for wording in statement:
            if said.plain in wording.plain:
                wording.lines.extend(said.lines)
                return
            if wording.plain in said.plain:
                wording.text, wording.plain, wording.words = said.text, said.plain, said.words
                wording.lines[:0] = said.lines
                return
    for statement in speaker.statements:
        elsewhere = all(line.telling != said.lines[0].telling for each in statement for line in each.lines)
        if elsewhere and any(_are_alike(said.words, wording.words) for wording in statement):
            statement.append(said)
            return
    speaker.statements.append([said])


def _are_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if min(len(one), len(other)) < _ALIKE_WORDS:
        return False
    ours, theirs = set(pairwise(one)), set(pairwise(other))
    return len(ours & theirs) >= _ALIKE * min(len(ours), len(theirs))


def _plain(text: str) -> str:
    return _MARKS.sub("", text.casefold())


def _words(text: str) -> tuple[str, ...]:
    """The words of the beginning in plain letters."""
    return tuple(plain for word in text.split()[:_LONGEST_WORDS] if (plain := _plain(word)))


def _cut(speakers: Sequence[_Speaker], carriers: Carriers) -> Iterator[Voice]:
    room = MOST
    for speaker in speakers:
        told = [said for said in speaker.statements if len(said[0].words) >= _FEWEST_WORDS or _worth(said)[0] > 1]
        best = sorted(told, key=_worth, reverse=True)[: min(MOST_EACH, room)]
        room -= len(best)
        if best:
            kept = [said for said in speaker.statements if any(said is each for each in best)]
            yield Voice(
                name=speaker.name,
                entity=speaker.entity,
                statements=tuple(_statement(said, carriers) for said in kept),
            )


def _worth(said: Sequence[_Said]) -> tuple[int, int]:
    """What several reports carry, and what they carry differently, comes first."""
    return len({line.telling for each in said for line in each.lines}), len(said)


def _statement(said: Sequence[_Said], carriers: Carriers) -> Statement:
    return Statement(wordings=tuple(Wording(text=each.text, claims=carriers.claims(each.lines)) for each in said))
