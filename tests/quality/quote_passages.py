"""Passages with every quotation marked by hand, and how well the quotations that are found agree with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import yaml
from conftest import REPOSITORY

from generator.config import EnrichConfig
from generator.enrich.article import enrich_article
from generator.enrich.lexicon import Lexicon, load_lexicon
from generator.model import Article, Block, Document, Span
from generator.segment import split_sentences

_MARKED = re.compile(r"⟦([^|⟧]*)\|([^|⟧]*)\|([^|⟧]*)⟧")
_ARTICLE = re.compile(r"(?:the|an?) ", re.IGNORECASE)
_KEPT_ASIDE = 3
"""Every third passage was kept aside while the rules were written."""


class Marked(NamedTuple):
    """A quotation: where it begins and ends, and who says it."""

    start: int
    end: int
    speaker: str | None
    cue: str | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, its quotations, and what it is an example of."""

    kind: str
    text: str
    quotes: tuple[Marked, ...]
    aside: bool


class Figures(NamedTuple):
    """`right`: quotations with the right words and speaker, of those marked; `f1` of the words alone; cues of these."""

    precision: float
    recall: float
    f1: float
    speaker: float
    right: float
    cue: float


def load_passages() -> tuple[Passage, ...]:
    """The passages of quotes.yml."""
    rows = yaml.safe_load((REPOSITORY / "tests" / "quality" / "quotes.yml").read_text("utf-8"))
    return tuple(
        _make_passage(row["kind"], row["text"], aside=number % _KEPT_ASIDE == 0) for number, row in enumerate(rows, 1)
    )


def _make_passage(kind: str, marked: str, *, aside: bool) -> Passage:
    text, quotes, at = "", [], 0
    for match in _MARKED.finditer(marked):
        text += marked[at : match.start()]
        words, speaker, cue = match.groups()
        quotes.append(Marked(len(text), len(text) + len(words), _stated(speaker), _stated(cue)))
        text += words
        at = match.end()
    return Passage(kind, (text + marked[at:]).rstrip(), tuple(quotes), aside)


def _stated(value: str) -> str | None:
    return None if value == "-" else value


def find_marked(text: str) -> tuple[Marked, ...]:
    """The quotations that are found in a text whose paragraphs stand apart by a blank line."""
    found = enrich_article(_make_article(text), _lexicon(), EnrichConfig())
    return tuple(Marked(q.span.start, q.span.end, q.speaker, q.cue) for q in found.quotes)


@cache
def _lexicon() -> Lexicon:
    return load_lexicon(EnrichConfig())


def _make_article(text: str) -> Article:
    blocks = tuple(
        Block(kind="paragraph", span=Span(start=m.start(), end=m.end())) for m in re.finditer(r"[^\n]+", text)
    )
    document = Document(title="Untitled", body=text)
    values = {name: getattr(document, name) for name in Document.__dataclass_fields__}
    values |= {"id": "a", "path": "articles/a.md", "html": "", "text": text, "blocks": blocks}
    return Article(**values, sentences=split_sentences(text, blocks))


def same_speaker(one: str | None, other: str | None) -> bool:
    """Whether two speakers are the same words, but for a capital or an article at the start."""
    if one is None or other is None:
        return one is other
    return _ARTICLE.sub("", one, count=1).casefold() == _ARTICLE.sub("", other, count=1).casefold()


def pairs(passage: Passage) -> Iterator[tuple[Marked | None, Marked | None]]:
    """Each marked quotation with the one found in its place, each found one that is none with nothing."""
    found = {(one.start, one.end): one for one in find_marked(passage.text)}
    for one in passage.quotes:
        yield one, found.pop((one.start, one.end), None)
    for other in found.values():
        yield None, other


def measure(passages: Iterable[Passage]) -> Figures:
    """Precision and recall of the quotations' words, and the share with the right speaker and verb."""
    rows = [row for passage in passages for row in pairs(passage)]
    both = [(one, other) for one, other in rows if one and other]
    marked, found = sum(one is not None for one, _ in rows), sum(other is not None for _, other in rows)
    speakers = sum(same_speaker(one.speaker, other.speaker) for one, other in both)
    return Figures(
        precision=len(both) / found,
        recall=len(both) / marked,
        f1=2 * len(both) / (found + marked),
        speaker=speakers / len(both),
        right=speakers / marked,
        cue=sum(one.cue == other.cue for one, other in both) / len(both),
    )
