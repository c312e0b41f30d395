"""How much sentences put somebody forward: candidates sentence by sentence in, the one that stands out or None out.

Salience after Lappin and Leass, "An algorithm for pronominal anaphora resolution" (1994), without what needs a parser:
each sentence gives points to whom it names, fewer the further back it stands; where a second comes near the first,
nobody is meant for sure.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.enrich.quotes.page import Page, Speaker
from generator.model import Span

HEADS, ACTS, ELSEWHERE = 10.0, 7.0, 2.0
"""Points for who stands at the head of a sentence, at that of a part, and where nobody acts."""
SAYS, SPOKE, TOLD_OF = 4.0, 12.0, 2.0
"""What a verb of saying adds; points for who spoke a quotation; what "who …" after a name adds."""
_DECAY = 0.35
"""What points are worth a sentence further back."""
_MARGIN = 0.8
"""As near as this to the first, a second leaves it open who is meant."""
_SENTENCES_BEFORE = 4
_FARTHEST = 2500
"""Characters back that are looked at."""
_LONGEST_SENTENCE = 150
"""Tokens of a sentence that are looked at."""


class Spoke(NamedTuple):
    """Who spoke, and the token where the words about it end."""

    at: int
    speaker: Speaker


class Candidate(NamedTuple):
    """Somebody a sentence names, and how much it puts them forward."""

    speaker: Speaker
    points: float


class Group(NamedTuple):
    """Whom a sentence names; `goes_on` where it begins with a word for somebody named before it."""

    candidates: Sequence[Candidate]
    goes_on: bool


def find_foremost(groups: Iterable[Group]) -> Speaker | None:
    """The one whom the sentences, nearest first, put forward most, if nobody comes near."""
    totals: dict[str, float] = {}
    speakers: dict[str, Speaker] = {}
    weight = 1.0
    for number, group in enumerate(groups):
        best: dict[str, float] = {}
        for one in group.candidates:
            if number == 0 and one.points <= ELSEWHERE + TOLD_OF:
                continue  # "Asked about X, he said"
            speakers.setdefault(one.speaker.name, one.speaker)
            best[one.speaker.name] = max(best.get(one.speaker.name, 0.0), one.points)
        for name, points in best.items():
            totals[name] = totals.get(name, 0.0) + weight * points
        weight *= 1.0 if group.goes_on else _DECAY
    ranked = sorted(totals.items(), key=lambda item: -item[1])
    if not ranked or (len(ranked) > 1 and ranked[1][1] > _MARGIN * ranked[0][1]):
        return None
    return speakers[ranked[0][0]]


def points(*, head: bool, says: bool) -> float:
    """Points for who acts."""
    return (HEADS if head else ACTS) + SAYS * says


def tokens_of(page: Page, sentence: Span, end: int) -> tuple[int, int]:
    """A sentence's tokens before a place of the text, the last ones of a long one."""
    stop = bisect_left(page.tokens.starts, min(sentence.end, end))
    return max(bisect_left(page.tokens.starts, sentence.start), stop - _LONGEST_SENTENCE), stop


def spoke_in(spoke: Sequence[Spoke], first: int, stop: int) -> Iterator[Spoke]:
    """Who spoke among these tokens."""
    low = bisect_left(spoke, first, key=lambda one: one.at)
    yield from (one for one in spoke[low : bisect_left(spoke, stop, key=lambda one: one.at)])


def sentences_before(page: Page, end: int) -> Iterator[Span]:
    """The sentence of a place and some before it, passing over those that are all quotation."""
    sentences = page.article.sentences
    number = bisect_right(sentences, end, key=lambda span: span.start) - 1
    left = _SENTENCES_BEFORE + 1
    while number >= 0 and left and sentences[number].end > end - _FARTHEST:
        span = sentences[number]
        if not (quoted(page, span.start) and quoted(page, span.end - 1)):
            yield span
            left -= 1
        number -= 1


def quoted(page: Page, at: int) -> bool:
    """Whether a place of the text is within quotation marks."""
    number = bisect_right(page.quoted, at, key=lambda span: span.start) - 1
    return number >= 0 and at < page.quoted[number].end
