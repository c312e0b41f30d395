"""What a figure counts, and what became of it. In: a line. Out: `Quantity`s.

"At least 11 fishermen were killed" is: 11, at least, of fishermen, killed. A figure is of the past (`is_background`)
where its sentence speaks of other days than the story's, and a part (`is_part`) where it stands for some of a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from generator.model import DateMention
from generator.relate.accounts.line import Line
from generator.relate.accounts.numbers import COUNT, Number, find_numbers
from generator.relate.accounts.tokens import Tokens, match_after, match_before, term_of, tokenise
from generator.relate.accounts.words import FactWords, NumberWords, load_fact_words, load_number_words

PEOPLE = "people"
NEAR_DAYS = 21
"""Days around a story that its figures may be of."""

_DIGIT, _LETTERS = re.compile(r"\d"), re.compile(r"[^\W\d_]+")
_ENDS = frozenset(',;:()—–"“”!?.')
_JOINS = frozenset("and or but while when after before as because if although though since until than".split())
_PARTS = frozenset("including among which whom them included includes except besides plus".split())
_PARENTS = frozenset(
    "mother father parent parents one two some many most dozens hundreds each any none group team band gang".split()
)
"""Before `of`: their children, or a number that the figure is not the whole of."""
_AUXILIARY = frozenset(
    "were was have been had has are be is being reported confirmed also later then still believed feared thought known "
    "presumed said who in total now immediately already others other more all officially reportedly so far "
    "people".split()
)
_DENIED = frozenset("not no never denied deny denies if could would might may should can".split())
_PREPOSITIONS = frozenset(
    "in on at for from with by under over near across into during against about of to off inside outside".split()
)
_REACH = 8
_AT_PLACE = frozenset(("in", "at", "near", "around", "across"))
_DASHES = frozenset("-–—")
_DIMENSIONS = {
    "deep": "depth", "depth": "depth", "wide": "width", "width": "width", "diameter": "width", "across": "width",
    "long": "extent", "length": "extent", "high": "height", "tall": "height", "height": "height", "thick": "thickness",
}  # fmt: skip
"""What is measured: a well's depth is not its width."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A figure with all that tells what it is of."""

    number: Number
    line: Line
    text: str
    """As the report has it: `at least 11`."""
    head: str
    """What is counted, by the first of its kind (`people`); empty where nothing is said."""
    head_text: str
    """The same in the report's words."""
    modifiers: frozenset[str]
    """Terms between the figure and what it counts."""
    names: frozenset[str]
    """Entities of the clause, and capitalised words between the figure and what it counts."""
    fact: str | None
    """What became of them, one of facts.yml."""
    fact_text: str
    """The same in the report's words."""
    dimension: str
    """What of it is measured, where the report says so: `depth`."""
    before: tuple[str, ...]
    after: tuple[str, ...]
    """Terms of the clause, the nearest first."""
    is_part: bool
    is_background: bool


def find_quantities(line: Line, first: date | None, last: date | None) -> Iterator[Quantity]:
    """The figures of a line whose story is of the days from `first` to `last`."""
    if _DIGIT.search(line.text) is None and not any(map(_has_number_word, line.text.split())):
        return
    tokens = tokenise(line.text)
    found = [n for n in find_numbers(tokens) if not _is_annotated(line, tokens, n)]
    if found:
        numbers, facts = load_number_words(), load_fact_words()
        is_past = _is_past(tokens, numbers) or _is_elsewhen(line.dates, first, last)
        for number in found:
            yield _read(line, tokens, number, numbers, facts, is_past)


@lru_cache(maxsize=65_536)
def _has_number_word(piece: str) -> bool:
    """Whether a number's word is in what stands between two blanks."""
    words = load_number_words()
    return any(part in words.words or part in words.scales for part in _LETTERS.findall(piece.lower()))


def _is_past(tokens: Tokens, words: NumberWords) -> bool:
    """Whether a sentence says that it is of other times, or begins as one does that tells of something else."""
    if words.past_words.isdisjoint(tokens.low):
        return False
    said = f" {' '.join(tokens.low)} "
    return said.startswith(words.aside) or any(phrase in said for phrase in words.past)


def _is_elsewhen(dates: Sequence[DateMention], first: date | None, last: date | None) -> bool:
    """Whether a sentence speaks of a day or year that is not the story's."""
    if first is None or last is None:
        return any(
            mention.type == "DATE" and mention.value[:4].isdigit() and len(mention.value) == 4 for mention in dates
        )
    near = timedelta(days=NEAR_DAYS)
    low, high = (first - near).isoformat(), (last + near).isoformat()
    return any(
        m.type in ("DATE", "TIME") and m.value[:4].isdigit() and not (low[: len(m.value)] <= m.value[:10] <= high)
        for m in dates
    )


def _is_annotated(line: Line, tokens: Tokens, number: Number) -> bool:
    """Whether a figure is a part of a name, or of a day or time."""
    at = line.start + tokens.starts[number.core]
    if any(m.span.start <= at < m.span.end for m in line.mentions):
        return True
    return any(d.span.start <= at < d.span.end and d.type in ("DATE", "TIME", "SET") for d in line.dates)


def _read(line: Line, tokens: Tokens, number: Number, words: NumberWords, facts: FactWords, is_past: bool) -> Quantity:
    head_at, behind = _find_head(tokens, number, words)
    fact, said = _find_fact(tokens, number, behind, facts)
    head = words.same.get(tokens.word(head_at), _singular(tokens.word(head_at))) if head_at is not None else ""
    if not head and fact and number.unit == COUNT:
        head = PEOPLE
    left, right = _clause(tokens, number.first, -1), _clause(tokens, behind, 1)
    own = range(number.end, behind)
    return Quantity(
        number=number,
        line=line,
        text=line.text[tokens.starts[number.first] : tokens.ends[number.end - 1]],
        head=head,
        head_text=_said(line, tokens, number, head_at),
        modifiers=frozenset(term_of(tokens.low[at]) for at in own if at != head_at) - {""},
        names=_names(line, tokens, left, own, right),
        fact=fact,
        fact_text=said,
        dimension=_dimension(tokens, number),
        before=_terms(tokens, left),
        after=_terms(tokens, right),
        is_part=_is_part(tokens, number, behind),
        is_background=is_past
        or number.bound == "rest"
        or any(tokens.low[at] in _DENIED for at in (*left[:4], *right[:4])),
    )


def _said(line: Line, tokens: Tokens, number: Number, head_at: int | None) -> str:
    """What is counted as the report has it, `undersea cables`; of a measure the noun alone."""
    if head_at is None:
        return ""
    first = number.end if number.unit == COUNT else head_at
    return " ".join(line.text[tokens.starts[first] : tokens.ends[head_at]].split())


def _names(line: Line, tokens: Tokens, left: Sequence[int], own: Sequence[int], right: Sequence[int]) -> frozenset[str]:
    low = line.start + tokens.starts[left[-1] if left else own[0] if own else right[0] if right else 0]
    high = line.start + tokens.ends[right[-1] if right else own[-1] if own else left[0] if left else 0]
    called = {tokens.words[at] for at in own if tokens.words[at][:1].isupper()}
    return frozenset({mention.entity for mention in line.mentions if low <= mention.span.start < high} | called)


def _find_head(tokens: Tokens, number: Number, words: NumberWords) -> tuple[int | None, int]:
    """The token of the noun that is counted, and the token behind it."""
    if number.unit != COUNT:
        return _find_measured(tokens, number, words)
    for at in range(number.end, min(number.end + 5, len(tokens.words))):
        word = tokens.word(at)
        if word in _ENDS or word in _JOINS or (word in _PREPOSITIONS and at > number.end) or not word[0].isalpha():
            break
        if word in _PREPOSITIONS or word in _AUXILIARY - {"people"}:
            break
        if _is_plural(word, words) or (number.value == 1 and word in words.same):
            while _is_plural(tokens.word(at + 1), words) and tokens.word(at + 1) not in (
                "dead",
                "injured",
                "wounded",
                "missing",
            ):
                at += 1
            if word in ("dead", "injured", "wounded", "missing"):
                break
            return at, at + 1
    return None, number.end


def _find_measured(tokens: Tokens, number: Number, words: NumberWords) -> tuple[int | None, int]:
    """What has an age or a measure: the noun right behind (`a six-year-old boy`, `a 40-metre-deep well`)."""
    at = number.end
    while tokens.word(at) in _DASHES or tokens.word(at) in _DIMENSIONS:
        at += 1
    word = tokens.word(at)
    is_noun = word.isalpha() and word not in _PREPOSITIONS and word not in _JOINS and word not in _AUXILIARY
    if number.unit in ("age", "length") and is_noun and at > 0 and tokens.words[at].islower():
        return at, at + 1
    return None, number.end


def _dimension(tokens: Tokens, number: Number) -> str:
    if number.unit != "length":
        return ""
    near = (number.end, number.end + 1, number.first - 1, number.first - 2)
    return next((_DIMENSIONS[word] for at in near if (word := tokens.word(at)) in _DIMENSIONS), "")


def _is_plural(word: str, words: NumberWords) -> bool:
    if not word or not word[0].isalpha() or word in words.not_plurals:
        return False
    return word in words.plurals or (len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "'s", "ous")))


def _singular(word: str) -> str:
    return term_of(word) or word


def _find_fact(tokens: Tokens, number: Number, behind: int, facts: FactWords) -> tuple[str | None, str]:
    """What became of the counted, and the words behind them that say so; of two, the graver.

    "Killed 13 people aboard the ferry" is of people killed.
    """
    after, said = _fact_after(tokens, behind, facts)
    before = _fact_before(tokens, number, facts)
    if before and (after is None or facts.weights[before] > facts.weights[after]):
        return before, ""
    return (after, said) if after else _find_toll(tokens, number)


def _fact_after(tokens: Tokens, behind: int, facts: FactWords) -> tuple[str | None, str]:
    at = behind
    while at < min(behind + _REACH, len(tokens.words)):
        if (found := match_after(tokens, at, facts.after)) is not None:
            return found[0], " ".join(tokens.words[at : found[1]])
        place = _skip_place(tokens, at)
        if place == at and tokens.word(at) not in _AUXILIARY:
            break
        at = max(place, at + 1)
    return None, ""


def _skip_place(tokens: Tokens, at: int) -> int:
    """The token behind `in Port Arden`, or the same one where no such words stand there."""
    behind = at + 1
    while tokens.word(at) in _AT_PLACE and behind < len(tokens.words) and tokens.words[behind][:1].isupper():
        behind += 1
    return behind if behind > at + 1 else at


def _fact_before(tokens: Tokens, number: Number, facts: FactWords) -> str | None:
    for at in range(number.first - 1, max(-1, number.first - 4), -1):
        if (found := match_before(tokens, at, facts.before)) is not None:
            return found[0]
        if tokens.word(at) not in ("of", "the", "some", "lives", "people"):
            break
    return None


def _find_toll(tokens: Tokens, number: Number) -> tuple[str | None, str]:
    """`The death toll from the fire has risen to 27`."""
    window = tokens.low[max(0, number.first - 10) : number.first]
    if "toll" in window and window[-1:] in (["to"], ["at"], ["of"], ["is"]):
        return "killed", ""
    return None, ""


def _clause(tokens: Tokens, at: int, step: int) -> list[int]:
    """The tokens of the clause before or behind, the nearest first."""
    found: list[int] = []
    at = at - 1 if step < 0 else at
    while 0 <= at < len(tokens.words) and len(found) < _REACH:
        word = tokens.low[at]
        if word in _ENDS or word in _JOINS or word[0].isdigit():
            break
        found.append(at)
        at += step
    return found


def _terms(tokens: Tokens, places: Sequence[int]) -> tuple[str, ...]:
    return tuple(filter(None, map(term_of, [tokens.words[at] for at in places])))


def _is_part(tokens: Tokens, number: Number, behind: int) -> bool:
    """Whether it is some of a number: `11 of the 21`, `including two children`, `, two of whom`."""
    if tokens.word(number.end) == "of":
        return True
    if tokens.word(behind) == "of" and tokens.word(behind + 1) in ("the", "them", "whom", "those", "its"):
        return True
    if tokens.word(number.first - 1) == "of" and tokens.word(number.first - 2) in _PARENTS:
        return True
    return any(tokens.word(number.first - step) in _PARTS for step in (1, 2))
