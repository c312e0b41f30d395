"""A sentence of an article as what can be compared: its words, numbers, days and names. In: an article. Out: Sentences.

The title is a sentence too: its names are those that the text has, its days are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from generator.model import DateMention, DifferenceKind, EnrichedArticle, Mention, Span
from generator.relate.accounts.numbers import COUNT, Number, find_numbers
from generator.relate.accounts.tokens import Tokens, tokenise
from generator.relate.changes.words import load_change_words

Mark: TypeAlias = Mention | DateMention

_LONGEST = 1500
"""Characters of a sentence that are read: what is longer is a list or a table."""
_DATED = ("DATE", "TIME")
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something told in a sentence, in its tokens `first` to `end`. Two facts of one `key` say the same."""

    kind: DifferenceKind | Literal["words"]
    first: int
    end: int
    text: str
    key: str
    number: Number | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """`place` is its place in `Article.sentences`, None for the title."""

    place: int | None
    text: str
    tokens: Tokens
    facts: tuple[Fact, ...]
    """In text order; none overlaps another."""


class Text:
    """An article's sentences: the words of all, and the facts of those that are asked for."""

    def __init__(self, enriched: EnrichedArticle) -> None:
        self.article = enriched.article
        self._mentions = _Sorted(enriched.mentions)
        self._dates = _Sorted([mark for mark in enriched.dates if mark.type in _DATED])
        self.tokens = tuple(tokenise(self._said(span)) for span in self.article.sentences)

    @property
    def words(self) -> tuple[Sequence[str], ...]:
        """The words of each sentence, in lower case."""
        return tuple(tokens.low for tokens in self.tokens)

    @cached_property
    def names(self) -> frozenset[str]:
        """All that the text names, as printed."""
        return frozenset(self.article.text[mark.span.start : mark.span.end] for mark in self._mentions.marks)

    def sentence(self, place: int) -> Sentence:
        """One sentence with its facts."""
        span = self.article.sentences[place]
        dates, mentions = self._dates.within(span), self._mentions.within(span)
        return _read(self._said(span), span, place, self.tokens[place], dates, mentions)

    def _said(self, span: Span) -> str:
        return self.article.text[span.start : min(span.end, span.start + _LONGEST)]


def read_title(enriched: EnrichedArticle) -> Sentence:
    """The title as a sentence."""
    title = enriched.article.title[:_LONGEST]
    found: list[Mention] = []
    for entity in enriched.entities:
        for name in entity.names:
            if len(name.text) > 2 and (at := title.find(name.text)) >= 0:
                found.append(Mention(span=Span(start=at, end=at + len(name.text)), kind=entity.kind, entity=entity.id))
                break
    found.sort(key=lambda mention: (mention.span.start, -mention.span.end, mention.entity))
    return _read(title, Span(start=0, end=len(title)), None, tokenise(title), (), found)


class _Sorted:
    """Marks in text order, to be asked for those of a sentence."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self.marks: list[Mark] = sorted(marks, key=lambda mark: mark.span.start)
        self._starts = [mark.span.start for mark in self.marks]

    def within(self, span: Span) -> list[Mark]:
        here = self.marks[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]
        return [mark for mark in here if mark.span.end <= span.end]


def _read(
    said: str, span: Span, place: int | None, tokens: Tokens, dates: Sequence[Mark], mentions: Sequence[Mark]
) -> Sentence:
    taken: set[int] = set()
    facts: list[Fact] = []
    for fact in (
        *_marked(dates, span, said, tokens),
        *_numbers(said, tokens),
        *_marked(mentions, span, said, tokens),
    ):
        here = range(fact.first, fact.end)
        if taken.isdisjoint(here):
            taken.update(here)
            facts.append(fact)
    facts.extend(_loose_figures(said, tokens, taken))
    return Sentence(place=place, text=said, tokens=tokens, facts=tuple(sorted(facts, key=lambda fact: fact.first)))


def _marked(marks: Sequence[Mark], span: Span, said: str, tokens: Tokens) -> Iterator[Fact]:
    for mark in marks:
        first = bisect_left(tokens.starts, mark.span.start - span.start)
        end = bisect_left(tokens.starts, mark.span.end - span.start)
        if first >= end:
            continue
        text = said[tokens.starts[first] : tokens.ends[end - 1]]
        if isinstance(mark, DateMention):
            if any(character.isdigit() for character in mark.value):
                yield Fact(kind="date", first=first, end=end, text=text, key=mark.value)
        else:
            kind: DifferenceKind = "place" if mark.kind == "place" else "name"
            yield Fact(kind=kind, first=first, end=end, text=text, key=mark.entity)


def _numbers(said: str, tokens: Tokens) -> Iterator[Fact]:
    for number in find_numbers(tokens):
        end = _behind_noun(tokens, number)
        text = said[tokens.starts[number.first] : tokens.ends[end - 1]]
        key = f"{number.value:.6g} {number.unit}"
        yield Fact(kind="number", first=number.first, end=number.end, text=text, key=key, number=number)


def _behind_noun(tokens: Tokens, number: Number) -> int:
    """The token behind what is counted, which a unit names already."""
    return _behind_counted(tokens, number.end) if number.unit == COUNT else number.end


def _behind_counted(tokens: Tokens, end: int) -> int:
    """Behind the words of what is counted: one word, or two where the first is no plural (`13 fishing boats`)."""
    stop = load_change_words().not_counted
    for _ in range(2):
        word = tokens.word(end)
        if not word.isalpha() or word in stop or tokens.words[end][:1].isupper():
            break
        end += 1
        if word.endswith("s") or word == "people":
            break
    return end


def _loose_figures(said: str, tokens: Tokens, taken: set[int]) -> Iterator[Fact]:
    """Figures of another kind, each with what is written together with it: `2-1`, `10.30`, `21st`, `sixth`."""
    ordinals = load_change_words().ordinals
    at = 0
    while at < len(tokens.words):
        if at in taken or not (tokens.words[at][0].isdigit() or tokens.word(at) in ordinals):
            at += 1
            continue
        first, end = at, at + 1
        while end < len(tokens.words) and end not in taken and tokens.joined(end) and _goes_on(tokens, end):
            end += 1
        plain = said[tokens.starts[first] : tokens.ends[end - 1]]
        behind = end if plain[0].isdigit() else _behind_counted(tokens, end)
        yield Fact(
            kind="date" if _YEAR.fullmatch(plain) else "number",
            first=first,
            end=end,
            text=said[tokens.starts[first] : tokens.ends[behind - 1]],
            key=_place_in_order(plain.casefold()),
        )
        at = end


def _place_in_order(word: str) -> str:
    """`1st` for `first`; what is no place in an order stays."""
    ordinals = load_change_words().ordinals
    if word not in ordinals:
        return word
    number = ordinals[word]
    return f"{number}{_ENDINGS.get(number, 'th')}"


def _goes_on(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    if word[0].isalnum():
        return True
    return at + 1 < len(tokens.words) and tokens.joined(at + 1) and tokens.words[at + 1][0].isdigit()
