"""The headline among the lines above a story, and the standfirst below it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from generator.extract.lines import count_words, ends_sentence
from generator.extract.roles import RoledLine
from generator.extract.source import is_section, is_source

_WORD = re.compile(r"\w{4,}")
_ANY_WORD = re.compile(r"\w+")
_STEM = 5
_SPLIT_WORDS, _KICKER_WORDS = 14, 3
# A headline alone is shorter.
_RUN_ON_WORDS = 18
# No headline ends in one of these: a capital after it begins a name.
_NOT_LAST = frozenset(
    (
        "a an the and or but nor of in on at to for from by with as into over under after before against between"
        " about than via near like amid without across around behind during despite towards toward until upon its"
        " his her their our your my this that these those some all both no not is are was were be has have had will"
        " would can could may might must should if when while where who which what how why says said calls tells"
    ).split()
)
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
_LONGEST_SCORE, _LONGEST_HEADLINE = 80, 500
_HEADLINE_WORDS = 4
_LEAST_CAPTION = 5


def choose_title(
    candidates: Sequence[tuple[int, RoledLine]],
    anchors: frozenset[int],
    stamped: frozenset[int],
    story: Sequence[str],
    later: frozenset[int] | None = None,
) -> int | None:
    """The position of the headline among the candidates (line index, line), or None when none is good enough.

    A headline has the length of one, shares its words with the story, and stands above a byline, a date or the story
    (`anchors`: the indexes of lines that are followed by one; `stamped`: by a byline or date). On a whole page other
    stories' headlines and the words of pictures stand there too: `later` are the lines with a byline or date above
    them, None for any other text.
    """
    known = stems(story)
    if later is not None:
        return _choose_on_page(candidates, anchors, stamped, later, known)
    best, best_score = None, _LEAST_SCORE
    for position, (index, line) in enumerate(candidates):
        if _is_caption(line, index in stamped):
            continue
        score = _score(line.line.text, known) + (1.0 if index in anchors else 0.0)
        # A headline stands above its standfirst; a section name stands above the headline, but is short.
        if score > best_score + (0.6 if best is not None else 0.0):
            best, best_score = position, score
    if best and _is_headline_above(candidates[best - 1], candidates[best]):
        return best - 1
    return best


def _choose_on_page(
    candidates: Sequence[tuple[int, RoledLine]],
    anchors: frozenset[int],
    stamped: frozenset[int],
    later: frozenset[int],
    known: frozenset[str],
) -> int | None:
    times = Counter(line.line.text for _, line in candidates)
    last = candidates[-1][0] if candidates else 0
    scores = []
    for index, line in candidates:
        text = line.line.text
        score = _score_on_page(text, known) + (last - index) * _DISTANCE
        score += _LATER if index in later else 0.0
        score += _STAMPED if index in stamped else _ANCHORED if index in anchors else 0.0
        scores.append(score + (_TEASER if times[text] >= _TIMES else 0.0))
    best = max(range(len(scores)), key=scores.__getitem__, default=None)
    if best is None or scores[best] <= _LEAST_SCORE:
        return None
    above = best and _is_headline_above(candidates[best - 1], candidates[best])
    return best - 1 if above and scores[best - 1] > scores[best] - _BEHIND else best


def _is_caption(line: RoledLine, stamped: bool) -> bool:
    """Whether a line that nothing marks as a headline reads like a picture's caption, or like a first sentence."""
    text = line.line.text
    if _find_kicker_end(text) is not None:
        return False
    if _ENDS_IN_ASIDE.search(text):
        return True
    if ends_sentence(text) and not text.endswith(("?", "!")):
        return not stamped or line.words > _MOST_SENTENCE_WORDS
    if line.words < _LEAST_CAPTION_WORDS or stamped:
        return False
    return sum(1 for word in text.casefold().split() if word in _SMALL_WORDS) >= _LEAST_SMALL_WORDS


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
        score += _SHARED * len(own & known) / len(own)
    return score - (1.5 if _SENTENCE_END.search(text[-10:]) else 0.0)


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


def find_small_words(story: Iterable[str]) -> frozenset[str]:
    """The words that a story writes small, which are therefore no names."""
    words = {word for word in chain.from_iterable(map(str.split, story)) if word.islower()}
    return frozenset(words | {word.rstrip(".,;:!?”").removesuffix("’s").removesuffix("'s") for word in words})


def split_headline(text: str, plain: frozenset[str] = frozenset()) -> tuple[str, str | None, bool]:
    """A headline that a page ran together with its kicker and standfirst: headline, standfirst, whether it was split.

    "Floods Floods cut off town as river rises Council says …": a kicker is repeated by the headline, or is a section's
    name. A long line is divided where a capital follows a small letter: at a word that is no name, because the story
    writes it small (`plain`), else at the only such place.
    """
    if (start := _find_kicker_end(text, plain)) is None:
        return text, None, False
    rest = text[start:]
    words = rest.split(" ")
    if len(words) < _SPLIT_WORDS:
        return rest, None, True
    breaks = [
        at
        for at in range(5, len(words) - 4)
        if words[at][:1].isupper()
        and words[at - 1][-1:].islower()
        and not words[at - 1][:1].isupper()
        and (words[at - 1] not in _NOT_LAST or _ends_in_speaker(words, at))
    ]
    sure = [at for at in breaks if words[at].casefold() in plain]
    if not sure and len(breaks) != 1:
        return rest, None, True
    at = (sure or breaks)[0]
    return " ".join(words[:at]), " ".join(words[at:]), True


def find_caption_start(text: str, plain: frozenset[str]) -> int | None:
    """Where a picture's caption begins that a page ran together with kicker, headline and standfirst above it.

    That is the last place where a capital that the story writes small follows a small letter.
    """
    if _find_kicker_end(text, plain) is None:
        return None
    words = text.split(" ")
    for at in range(len(words) - _LEAST_CAPTION, _KICKER_WORDS + _HEADLINE_WORDS, -1):
        one, other = words[at - 1], words[at]
        small = other.casefold() in _NOT_LAST or other.casefold() in plain
        if other[:1].isupper() and small and one[-1:].islower() and one not in _NOT_LAST:
            return len(" ".join(words[:at])) + 1
    return None


def _ends_in_speaker(words: Sequence[str], at: int) -> bool:
    """Whether the words before end as headlines do that name their source: "…, mayor says"."""
    return words[at - 1] in ("says", "say", "said") and any(word.endswith(",") for word in words[at - 5 : at - 1])


def _find_kicker_end(text: str, plain: frozenset[str] = frozenset()) -> int | None:
    """Where the headline begins in a line that opens with a kicker."""
    kicker = re.match(r"(?P<kicker>[A-Z][\w'’&-]*(?: [\w'’&-]+){0,2}) (?=(?P=kicker)\b)", text)
    if kicker is not None:
        return kicker.end() if text[kicker.end() :].count(kicker["kicker"]) == 1 else None
    words = text.split(" ", _KICKER_WORDS)
    for count in range(len(words) - 1, 0, -1):
        name = " ".join(words[:count])
        if words[count][:1].isupper() and is_section(name) and len(text.split()) >= _SPLIT_WORDS:
            return len(name) + 1
    return _find_topic_end(text, plain) if plain else None


def _find_topic_end(text: str, plain: frozenset[str]) -> int | None:
    """Where a headline begins below a kicker that is any topic, in a line too long for a headline: at the first capital
    of a word that the story writes small."""
    words = text.split(" ")
    if len(words) < _RUN_ON_WORDS or 2 * sum(word[:1].isupper() for word in words) > len(words):
        return None
    for count in range(1, _KICKER_WORDS + 1):
        word = words[count]
        small = word.casefold().strip("‘’'\",:;")
        if word[:1].isupper() and len(small) >= _STEM - 1 and small in plain and words[count - 1] not in _NOT_LAST:
            return len(" ".join(words[:count])) + 1
    return None


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
