"""The headline among the lines above a story, and the standfirst below it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from generator.extract.lines import count_words, ends_sentence
from generator.extract.roles import RoledLine
from generator.extract.source import is_source

_WORD = re.compile(r"\w{4,}")
_ANY_WORD = re.compile(r"\w+")
_STEM = 5
# What a line's number of words says: up to this many, this score.
_BY_LENGTH = ((1, -2.0), (2, 0.0), (45, 2.0), (10**9, 1.0))
_LEAST_SCORE = 1.5
_SENTENCE_END = re.compile(r"[^.]\.[\"'”’)]*\Z")
_DECK_WORDS = 5
# "Portsea 2 Harbour 1": two figures and the names of two sides.
_SCORE_FIGURES = 2
_LONGEST_SCORE = 80
_HEADLINE_WORDS = 4


def choose_title(
    candidates: Sequence[tuple[int, RoledLine]], anchors: frozenset[int], story: Sequence[str]
) -> int | None:
    """The position of the headline among the candidates (line index, line), or None when none is good enough.

    A headline has the length of one, shares its words with the story, and stands above a byline, a date or the story
    (`anchors`: the indexes of lines that are followed by one).
    """
    known = stems(story)
    best, best_score = None, _LEAST_SCORE
    for position, (index, line) in enumerate(candidates):
        score = _score(line.line.text, known) + (1.0 if index in anchors else 0.0)
        # A headline stands above its standfirst; a section name stands above the headline, but is short.
        if score > best_score + (0.6 if best is not None else 0.0):
            best, best_score = position, score
    if best and _is_headline_above(candidates[best - 1], candidates[best]):
        return best - 1
    return best


def _is_headline_above(one: tuple[int, RoledLine], other: tuple[int, RoledLine]) -> bool:
    """Whether of two lines, one right above the other, the upper is the headline and the lower its standfirst."""
    (index, upper), (below, lower) = one, other
    text = upper.line.text
    if below != index + 1 or upper.words < _HEADLINE_WORDS or lower.words < _DECK_WORDS or upper.line.mark:
        return False
    return not _SENTENCE_END.search(text[-10:]) and not is_source(text)


def _score(text: str, known: frozenset[str]) -> float:
    words = count_words(text)
    score = next(score for most, score in _BY_LENGTH if words <= most)
    own = stems([text])
    if own:
        score += 3.0 * len(own & known) / len(own)
    return score - (1.5 if _SENTENCE_END.search(text[-10:]) else 0.0)


def stems(texts: Sequence[str]) -> frozenset[str]:
    """The beginnings of the longer words, to compare words whatever their endings."""
    return frozenset(word[:_STEM] for text in texts for word in _WORD.findall(text.casefold()))


def is_deck(line: RoledLine) -> bool:
    """Whether a line below the headline can be its standfirst."""
    return line.role in ("short", "prose") and line.words >= _DECK_WORDS and not line.line.mark


def split_headline(text: str) -> tuple[str, str | None, bool]:
    """A headline that a page ran together with its kicker and standfirst: headline, standfirst, whether it was split.

    "Floods Floods cut off town as river rises Council says …": a kicker repeated by the headline is dropped. A long
    line of plain words is divided where a capital follows a small letter for the only time after the first words.
    """
    kicker = re.match(r"(?P<kicker>[A-Z][\w'’&-]*(?: [\w'’&-]+){0,2}) (?=(?P=kicker)\b)", text)
    if kicker is None:
        return text, None, False
    rest = text[kicker.end() :]
    if rest.count(kicker["kicker"]) > 1:
        return text, None, False
    words = rest.split(" ")
    if len(words) < 14:
        return rest, None, True
    breaks = [
        at
        for at in range(5, len(words) - 4)
        if words[at][:1].isupper() and words[at - 1][:1].islower() and not ends_sentence(words[at - 1])
    ]
    if not breaks:
        return rest, None, True
    return " ".join(words[: breaks[0]]), " ".join(words[breaks[0] :]), True


def is_repeat(text: str, title: str) -> bool:
    """Whether a line is the headline again: once, run together with itself, or as the score that the headline gives."""
    if text.startswith(title) and not text.replace(title, "").strip():
        return True
    if len(text) > _LONGEST_SCORE:
        return False
    words, known = _ANY_WORD.findall(text.casefold()), _ANY_WORD.findall(title.casefold())
    figures = sum(1 for word in words if word.isdigit())
    return figures == _SCORE_FIGURES and len(words) > figures and not Counter(words) - Counter(known)
