"""The headline among the lines above a story, and the standfirst below it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from generator.extract.head.headline_parts import find_kicker_end
from generator.extract.head.names import is_name
from generator.extract.head.section import read_kicker, split_labels
from generator.extract.head.source import is_section, is_source
from generator.extract.lines import PROSE_WORDS, count_words, ends_sentence
from generator.extract.roles import RoledLine

_WORD = re.compile(r"\w{4,}")
_ANY_WORD = re.compile(r"\w+")
_STEM = 5
# What a line's number of words says: up to this many, this score.
_BY_LENGTH = ((1, -2.0), (2, 0.0), (45, 2.0), (10**9, 1.0))
_LEAST_SCORE = 1.5
_BY_LENGTH_ON_PAGE = ((1, -3.0), (2, -2.0), (3, 0.0), (30, 2.0), (45, 1.0), (10**9, 0.0))
_SHARED, _SHARED_ON_PAGE, _SURE, _BEHIND = 3.0, 6.0, 4, 3.0
# On a page: a byline below, tools below, a byline above, sentences within, a link that comes again and again, each line
# further up.
_STAMPED, _ANCHORED, _LATER, _SENTENCES, _TEASER, _DISTANCE = 1.5, 0.5, -1.0, -2.0, -2.0, -0.006
_INNER_END = re.compile(r"[\w)\"”’'][.!?][\"”’']? (?=[A-Z])")
_TIMES = 3
# "The wall before it fell. (University of Portsea)"
_ENDS_IN_ASIDE = re.compile(r"[.!?][\"”’']? ?\([^()]{3,80}\)\Z")
# Headlines leave out articles and auxiliaries, captions do not.
_SMALL_WORDS = frozenset("the a an is are was were has have had been being".split())
_LEAST_CAPTION_WORDS = 14
_LEAST_SMALL_WORDS = 3
_MOST_SENTENCE_WORDS = 18
_SENTENCE_END = re.compile(r"[^.]\.[\"'”’)]*\Z")
_DECK_WORDS = 5
# "Portsea 2 Harbour 1": two figures and the names of two sides.
_SCORE_FIGURES = 2
_SIDE = r"[A-Z\u00c0-\u00de][\w.'’&-]{0,20}(?: (?:[A-Z\u00c0-\u00de&][\w.'’&-]{0,20}|of|and|de)){0,3}"
_SCORE = re.compile(
    rf"{_SIDE} (?:\d{{1,3}} ?[-–] ?\d{{1,3}} {_SIDE}|\d{{1,3}},? {_SIDE} \d{{1,3}})(?: ?\([^()]{{1,40}}\))?\Z"
)
_LONGEST_SCORE, _LONGEST_HEADLINE = 80, 500
_HEADLINE_WORDS = 4
_AGAIN = 4
_BYLINE_WORDS = 6
_OUTLET = 2.0
_TOLD = 0.2


def choose_title(
    candidates: Sequence[tuple[int, RoledLine]],
    anchors: frozenset[int],
    stamped: frozenset[int],
    story: Sequence[str],
    later: frozenset[int],
    page: bool,
) -> int | None:
    """The position of the headline among the candidates (line index, line), or None when none is good enough.

    A headline has the length of one, shares its words with the story, and stands above a byline, a date or the story
    (`anchors`: the indexes of lines that are followed by one; `stamped`: by a byline or date; `later`: of lines below
    one). On a whole page other stories' headlines and the words of pictures stand there too.
    """
    known = stems(story)
    if page:
        return _choose_on_page(candidates, anchors, stamped, later, known)
    best, best_score = None, _LEAST_SCORE
    for position, (index, line) in enumerate(candidates):
        if _is_caption(line, index in stamped):
            continue
        score = _score(line.line.text, known) + (1.0 if index in anchors else 0.0)
        # A headline stands above its standfirst; a section name stands above the headline, but is short.
        if score > best_score + (0.6 if best is not None else 0.0):
            best, best_score = position, score
    if best and candidates[best][0] in later:
        best = _find_above_stamp(candidates, best, later, known)
    above = _find_headline_above(candidates, best) if best else None
    if above is not None and not _is_motto(candidates, above, known) and _tells(candidates[above][1], known):
        best = above
    return _find_first(candidates, best) if best else best


def _find_above_stamp(
    candidates: Sequence[tuple[int, RoledLine]], best: int, later: frozenset[int], known: frozenset[str]
) -> int:
    """The headline above byline and date, where there is one that tells of the story: a line below is a standfirst."""
    above = [
        (_score(line.line.text, known), position)
        for position, (index, line) in enumerate(candidates[:best])
        if index not in later and _can_be_headline(line) and stems([line.line.text]) & known
    ]
    score, position = max(above, default=(_LEAST_SCORE, best))
    return position if score > _LEAST_SCORE else best


def _can_be_headline(line: RoledLine) -> bool:
    """Whether a line has the form of one: no name, no part of a paper, no sentence."""
    text = line.line.text
    if line.words < _HEADLINE_WORDS or line.line.mark or _is_caption(line, stamped=False):
        return False
    return not is_source(text) and read_kicker(text) is None


def _find_first(candidates: Sequence[tuple[int, RoledLine]], best: int) -> int:
    """The first of the candidates near above that have the same words: a headline again stands in a picture's place."""
    index, line = candidates[best]
    return next(
        (
            position
            for position, (at, other) in enumerate(candidates[:best])
            if other.line.text == line.line.text and index - at <= _AGAIN
        ),
        best,
    )


def _is_motto(candidates: Sequence[tuple[int, RoledLine]], position: int, known: frozenset[str]) -> bool:
    """Whether a line is what an outlet says of itself below its name: the story has none of its words."""
    index, line = candidates[position]
    under = (
        position > 0 and candidates[position - 1][0] == index - 1 and is_source(candidates[position - 1][1].line.text)
    )
    return under and not stems([line.line.text]) & known


def _choose_on_page(
    candidates: Sequence[tuple[int, RoledLine]],
    anchors: frozenset[int],
    stamped: frozenset[int],
    later: frozenset[int],
    known: frozenset[str],
) -> int | None:
    times = Counter(line.line.text for _, line in candidates)
    last = candidates[-1][0] if candidates else 0
    scores, plain = [], []
    for index, line in candidates:
        text = line.line.text
        score = _score_on_page(text, known) + (last - index) * _DISTANCE
        score += _STAMPED if index in stamped else _ANCHORED if index in anchors else 0.0
        plain.append(score + (_TEASER if times[text] >= _TIMES else 0.0))
        scores.append(plain[-1] + (_LATER if index in later else 0.0))
    best = max(range(len(scores)), key=scores.__getitem__, default=None)
    if best is None or scores[best] <= _LEAST_SCORE:
        return None
    text = candidates[best][1].line.text
    if times[text] > 1:
        # A date above one of two like lines does not tell which of them is the headline.
        best = max((at for at, (_, line) in enumerate(candidates) if line.line.text == text), key=plain.__getitem__)
    above = _find_headline_above(candidates, best)
    if above is not None and not _tells(candidates[above][1], known):
        return best
    return above if above is not None and scores[above] > scores[best] - _BEHIND else best


def _tells(line: RoledLine, known: frozenset[str]) -> bool:
    """Whether a line is a phrase, or has enough of the story's words: the names of a page's parts are no headline."""
    text = split_labels(line.line.text)[0]
    own = stems([text])
    return len(own & known) >= _TOLD * len(own) or any(word.islower() for word in text.split())


def _is_caption(line: RoledLine, stamped: bool) -> bool:
    """Whether a line that nothing marks as a headline reads like a picture's caption, or like a first sentence."""
    text = line.line.text
    if find_kicker_end(text) is not None:
        return False
    if _ENDS_IN_ASIDE.search(text):
        return True
    if ends_sentence(text) and not text.endswith(("?", "!")):
        return not stamped or line.words > _MOST_SENTENCE_WORDS
    if line.words < _LEAST_CAPTION_WORDS or stamped:
        return False
    return sum(1 for word in text.casefold().split() if word in _SMALL_WORDS) >= _LEAST_SMALL_WORDS


def _find_headline_above(candidates: Sequence[tuple[int, RoledLine]], position: int) -> int | None:
    """The headline of which a line is the standfirst: right above it, or with the writer's name alone between."""
    index, lower = candidates[position]
    named = position > 1 and _is_person(candidates[position - 1][1])
    at = position - 2 if named else position - 1
    if at < 0 or lower.words < _DECK_WORDS or candidates[at][0] != index - (position - at):
        return None
    upper = candidates[at][1]
    text = upper.line.text
    if upper.words < _HEADLINE_WORDS or upper.line.mark or _SENTENCE_END.search(text[-10:]):
        return None
    return at if not is_source(text) and read_kicker(text) is None else None


def _is_person(line: RoledLine) -> bool:
    """Whether a line is a person's name and no more."""
    text = line.line.text
    return line.words in (2, 3) and text.istitle() and is_name(text) and not is_source(text) and not is_section(text)


def _score(text: str, known: frozenset[str]) -> float:
    text = split_labels(text)[0]
    words = count_words(text)
    score = next(score for most, score in _BY_LENGTH if words <= most)
    own = stems([text])
    if own:
        score += _SHARED * len(own & known) / len(own)
    if is_source(text) or _is_byline(text):
        score -= _OUTLET
    return score - (1.5 if _SENTENCE_END.search(text[-10:]) else 0.0)


def _is_byline(text: str) -> bool:
    """`Ann Field in New Portsea`: a byline without a "By"."""
    name, told, _ = text.partition(" in ")
    return (
        bool(told)
        and 1 < len(name.split()) <= 3
        and name.istitle()
        and text.count(" ") <= _BYLINE_WORDS
        and is_name(name)
    )


def _score_on_page(text: str, known: frozenset[str]) -> float:
    """On a page, a link of one word that the story has too is no headline."""
    words = count_words(text)
    score = next(score for most, score in _BY_LENGTH_ON_PAGE if words <= most)
    own = stems([text])
    score += _SHARED_ON_PAGE * len(own & known) / max(len(own), _SURE)
    score += _SENTENCES if _INNER_END.search(text[:500]) else 0.0
    return score - (1.5 if _SENTENCE_END.search(text[-10:]) else 0.0)


def stems(texts: Sequence[str]) -> frozenset[str]:
    """The beginnings of the longer words, to compare words whatever their endings."""
    return frozenset(word[:_STEM] for text in texts for word in _WORD.findall(text.casefold()))


def is_deck(line: RoledLine) -> bool:
    """Whether a line below the headline can be its standfirst."""
    return line.role in ("short", "prose") and line.words >= _DECK_WORDS and not line.line.mark


def reads_as_deck(line: RoledLine) -> bool:
    """Whether a line that stands further below the headline can be its standfirst: no row of buttons or figures."""
    words = line.line.text.split()
    if len(words) < PROSE_WORDS:
        return False
    return sum(word.islower() for word in words) >= _LEAST_SMALL_WORDS and not ends_sentence(line.line.text)


def is_score(text: str) -> bool:
    """Whether a line is how a game ended and no more: `Portsea 22-20 Harbour`, `Portsea 2 Harbour 1`."""
    return len(text) <= _LONGEST_SCORE and _SCORE.match(text) is not None


def is_repeat(text: str, title: str) -> bool:
    """Whether a line is the headline again: once, run together with itself, or as the score that the headline gives."""
    if text.startswith(title) and not text.replace(title, "").strip():
        return True
    if len(text) > _LONGEST_SCORE or len(title) > _LONGEST_HEADLINE:
        return False
    words = _ANY_WORD.findall(text.casefold())
    figures = sum(1 for word in words if word.isdigit())
    if figures != _SCORE_FIGURES or len(words) == figures:
        return False
    return not Counter(words) - Counter(_ANY_WORD.findall(title.casefold()))
