"""Furniture that no rule knows yet: what recurs over the articles of one source, and is still in their bodies.

Articles of the record come in, candidates for new cleaning rules go out. A person decides: a columnist's turn of phrase
recurs too. Every paragraph is looked at a fixed number of times, so that the time grows with the text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from generator.model import Article
from generator.slugs import slugify
from generator.vocabulary.cleaning import LONGEST_LINE, LONGEST_SPAN, Rule, Scope, fold_source

LEAST_ARTICLES = 3
_LEAST_SPAN_WORDS = 3
# An article that has most of its longer paragraphs in common with another is a version of it, and the two count as one.
_LONG_WORDS = 12
_DIGITS = re.compile(r"\d+")
_EDGES = re.compile(r"\A[\W_]+|[\W_]+\Z")
_SPECIAL = re.compile(r"[.^$*+?{}\[\]\\|()]")
_ID_WORDS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurring:
    """A line, or a sentence at the start or end of paragraphs, in `count` articles of a source; `path` is one of them.

    `rule` takes it, and what differs from it in figures only.
    """

    source: str | None
    count: int
    path: str
    rule: Rule


@dataclass(slots=True)
class _Found:
    """Where one text was seen."""

    text: str
    path: str
    reports: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Body:
    """An article as paragraphs of sentences; `report` is the path of the first version of it."""

    path: str
    source: str | None
    report: str
    paragraphs: tuple[tuple[str, ...], ...]


def find_recurring(articles: Iterable[Article]) -> tuple[Recurring, ...]:
    """Candidates, source by source, the most frequent first."""
    by_source: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        by_source[fold_source(article.source or "")].append(article)
    names: set[str] = set()
    found: list[Recurring] = []
    for _, group in sorted(by_source.items(), key=lambda item: (not item[0], item[0])):
        if len(group) >= LEAST_ARTICLES:
            found.extend(_find_in_source(group, names))
    return tuple(found)


def _find_in_source(group: Sequence[Article], names: set[str]) -> Iterator[Recurring]:
    bodies = _read_bodies(group)
    lines = _collect((body, "".join(paragraph)) for body in bodies for paragraph in body.paragraphs)
    parts = [(body, p) for body in bodies for p in body.paragraphs if len(p) > 1 and _fold("".join(p)) not in lines]
    starts = _collect(((body, p[0]) for body, p in parts), LONGEST_SPAN, _LEAST_SPAN_WORDS)
    ends = _collect(((body, p[-1]) for body, p in parts), LONGEST_SPAN, _LEAST_SPAN_WORDS)
    scoped: list[tuple[Scope, _Found]] = [
        *(("line", entry) for entry in lines.values()),
        *(("start-span", entry) for entry in starts.values()),
        *(("end-span", entry) for entry in ends.values()),
    ]
    source = next((body.source for body in bodies), None)
    for scope, entry in sorted(scoped, key=lambda item: (-len(item[1].reports), item[1].text)):
        rule = make_rule(entry.text, scope, source, names)
        yield Recurring(source=source, count=len(entry.reports), path=entry.path, rule=rule)


def _collect(
    texts: Iterable[tuple[_Body, str]], longest: int = LONGEST_LINE, least_words: int = 1
) -> Mapping[str, _Found]:
    """The texts that stand in enough reports, by their folded form."""
    found: dict[str, _Found] = {}
    for body, printed in texts:
        text = printed.strip()
        key = _fold(text)
        if len(text) <= longest and len(key.split()) >= least_words and any(c.isalpha() for c in key):
            found.setdefault(key, _Found(text, body.path)).reports.add(body.report)
    return {key: entry for key, entry in found.items() if len(entry.reports) >= LEAST_ARTICLES}


def _fold(text: str) -> str:
    """A text to compare it by: case, figures and the signs around it apart."""
    return _DIGITS.sub("0", _EDGES.sub("", text).casefold())


# --- bodies ----------------------------------------------------------------------------------------------------------


def _read_bodies(group: Sequence[Article]) -> list[_Body]:
    bodies: list[_Body] = []
    owners: dict[str, str] = {}
    for article in group:
        paragraphs = tuple(_paragraphs(article))
        long = [key for p in paragraphs if len((key := _fold("".join(p))).split()) >= _LONG_WORDS]
        report = _find_report(long, owners) or article.path
        for key in long:
            owners.setdefault(key, report)
        bodies.append(_Body(article.path, article.source, report, paragraphs))
    return bodies


def _find_report(long: Sequence[str], owners: Mapping[str, str]) -> str | None:
    """The report that has most of these paragraphs already."""
    counts: dict[str, int] = defaultdict(int)
    for key in long:
        if key in owners:
            counts[owners[key]] += 1
    return next((report for report, count in counts.items() if 2 * count > len(long)), None)


def _paragraphs(article: Article) -> Iterator[tuple[str, ...]]:
    """Each block as its sentences, white space between them included."""
    starts = [span.start for span in article.sentences]
    at = 0
    for block in article.blocks:
        cuts = []
        while at < len(starts) and starts[at] < block.span.end:
            cuts.append(starts[at])
            at += 1
        edges = [block.span.start, *cuts[1:], block.span.end]
        yield tuple(article.text[start:end] for start, end in pairwise(edges))


# --- rules -----------------------------------------------------------------------------------------------------------


def make_rule(text: str, scope: Scope, source: str | None, names: set[str]) -> Rule:
    """A rule that takes the text; its id is made of the text and added to `names`, none of which it repeats."""
    core = _EDGES.sub("", text) if scope == "line" else text
    pattern = _DIGITS.sub(r"\\d{1,9}", _SPECIAL.sub(lambda match: f"\\{match[0]}", core))
    stem = slugify(" ".join(text.split()[:_ID_WORDS]), 50)
    name, number = stem, 2
    while name in names:
        name, number = f"{stem}-{number}", number + 1
    names.add(name)
    return Rule(id=name, scope=scope, pattern=pattern, example=text, source=(source,) if source else ())
