"""What a story's newer reports say that its earlier ones did not. In: its reports. Out: News of them since any day.

Each title and each sentence is taken apart into what it tells: its terms, the names in it, its numbers, and the days
ahead that it speaks of. What no report of the story had before a day is new since that day. A sentence says something
new when half the weight of its terms is (three terms at least; a third of five), or a quarter where a name, a number or
a day is among it: near-repeats, copies and the background that every report carries along say nothing new.

Of any two outlets' reports, each has some sentence of its own. So a report says something new when two of its sentences
and a seventh of all do, or a third; or one, where the title does too, or where the report opens with a number that is
new: a toll that rose, a vote that was counted again. Too much shown again is a lesser fault than news left out.

New words of a sentence count as in Allan, Wade and Bolivar, "Retrieval and novelty detection at the sentence level"
(SIGIR 2003), weighed by TF-IDF. Days as printed are left out of the terms: "on Thursday" is new each Thursday.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from heapq import heapify, heappop, heappush
from itertools import islice
from typing import NamedTuple

from generator.model import Claim, EnrichedArticle
from generator.relate.chronology import day_of_article
from generator.relate.utterances import NUMBER, OPENING, Utterance, list_told, take_apart
from generator.relate.vectors import Vector

MOST_CLAIMS = 3
"""New sentences named of an item: enough to see what goes on."""

_LEAST_TERMS = 5
"""Terms of a sentence that can say something new; shorter ones are scraps ("He declined to comment")."""
_NEW_ENOUGH = ((1 / 2, 3), (1 / 3, 5))
"""The least share of the weight of a sentence's terms that must be new, and how many terms that must be."""
_NEW_SHARE_WITH_FACT = 0.25
_TITLE_SHARE, _TITLE_TERMS = 0.3, 3
_LEAST_SENTENCES, _LEAST_SHARE, _PLAIN_SHARE = 2, 1 / 7, 1 / 3
_LONGEST_CLAIM = 320
"""Characters: a longer sentence tells too much at once to stand in a list."""
_CALL = 16
"""Characters in which a line that only calls is told by its capitals."""
_MOST_FACTS, _FADING, _BACKGROUND, _COLOUR = 2, 0.15, 0.25, 0.5
_CANDIDATES = 40
"""Sentences that are weighed for being named: bounds the cost of a long day."""


class News(NamedTuple):
    """What some reports of a story tell that was not told before.

    Something may be new without a claim: a title, or a text whose sentences are not known.
    """

    share: float
    """Of the title and sentences of the report that tells most."""
    claims: tuple[Claim, ...]
    """The most telling sentences, in the order of the reports."""
    tellers: tuple[str, ...]
    """The reports that say something new, in their order."""


class _Fresh(NamedTuple):
    """What an utterance tells that was not told before some day."""

    utterance: Utterance
    weights: Mapping[str, float]
    """Of its new terms, those that count."""
    whole: float
    """The weight of all its terms."""
    share: float
    """The share of the weight of its terms that is new."""
    facts: frozenset[str]

    def without(self, told: frozenset[str]) -> _Fresh:
        """What is new in it beside something else that is."""
        weights = {term: weight for term, weight in self.weights.items() if term not in told}
        return _Fresh(self.utterance, weights, self.whole, _measure_share(weights, self.whole), self.facts - told)

    def is_new(self) -> bool:
        """Whether it tells something new."""
        if len(self.utterance.terms) < _LEAST_TERMS:
            return False
        if self.has_figure():
            return True
        if self.facts:
            return self.share >= _NEW_SHARE_WITH_FACT
        return any(len(self.weights) >= terms and self.share >= least for least, terms in _NEW_ENOUGH)

    def is_new_lead(self) -> bool:
        """The same of a first sentence, which says by custom what is new, maybe in words that were all used before."""
        return len(self.utterance.terms) >= _LEAST_TERMS and self.share >= _NEW_SHARE_WITH_FACT

    def has_figure(self) -> bool:
        """Whether it opens a report with a number that was not told: a toll that rose needs no other new word."""
        sentence = self.utterance.sentence
        return sentence is not None and sentence < OPENING and any(fact.startswith(NUMBER) for fact in self.facts)

    def measure(self) -> float:
        """How telling it is: its new share and its facts, and that it stands early, as news does.

        New words without a new name, number or day are mostly colour, or what anyone says of such an event;
        but not in the first sentence.
        """
        early = 1.0 / (1.0 + _FADING * (self.utterance.sentence or 0))
        background = _BACKGROUND if self.utterance.is_background else 1.0
        telling = self.share + 0.5 * min(len(self.facts), _MOST_FACTS)
        is_colour = not self.facts and self.utterance.sentence != 0
        return telling * (_COLOUR if is_colour else 1.0) * early * background


class _Report(NamedTuple):
    """What one report tells since some day."""

    share: float
    says_new: bool
    found: tuple[_Fresh, ...]
    """Its new sentences, in order."""


class Telling:
    """A story's dated reports, taken apart. `weights` has the terms of each, by article id."""

    def __init__(self, reports: Sequence[EnrichedArticle], weights: Mapping[str, Vector]) -> None:
        self._weights = weights
        self._articles = {report.article.id: report.article for report in reports}
        self._said: dict[str, tuple[Utterance, ...]] = {}
        self._first: dict[str, date] = {}
        """The first day on which something was told."""
        self._known: dict[tuple[str, date], _Report] = {}
        days: dict[date, list[EnrichedArticle]] = {}
        for report in reports:
            if (day := day_of_article(report.article)) is not None:
                days.setdefault(day, []).append(report)
        start = min(days, default=date.max)
        for day in sorted(days):
            told = self._take_apart(days[day], day, start)
            self._first.update(dict.fromkeys(told.difference(self._first), day))

    def _take_apart(self, reports: Iterable[EnrichedArticle], day: date, start: date) -> set[str]:
        """Keep what the reports of a day say; all that they tell. Nobody asks what is new on the first day."""
        told: set[str] = set()
        for report in reports:
            if day == start:
                told.update(list_told(report, day, start))
                continue
            said = self._said[report.article.id] = tuple(take_apart(report, day, start))
            told.update(*(utterance.terms for utterance in said), *(utterance.facts for utterance in said))
        return told

    def find_news(self, articles: Iterable[str], since: date) -> News:
        """What some of the reports tell that was not told before a day.

        All are of `since` or later, which is a day of a report and not the first.
        """
        reports = {article: self._find_new(article, since) for article in articles}
        telling = {article: report for article, report in reports.items() if report.says_new}
        best = max((report.share for report in telling.values()), default=0.0)
        return News(best, self._choose([fresh for each in telling.values() for fresh in each.found]), tuple(telling))

    def _find_new(self, article: str, since: date) -> _Report:
        """What one report tells; weeks, months and years that begin with one day ask the same."""
        report = self._known.get((article, since))
        if report is None:
            said = [self._look_at(utterance, since) for utterance in self._said[article]]
            new = [fresh for fresh in said if fresh.is_new()]
            lead = [fresh for fresh in said[:2] if fresh.utterance.sentence == 0 and not fresh.is_new()]
            found = (*(fresh for fresh in lead if fresh.is_new_lead()), *new)
            report = _Report(len(new) / len(said), _says_something_new(said, new), found)
            self._known[article, since] = report
        return report

    def _look_at(self, utterance: Utterance, since: date) -> _Fresh:
        first, table = self._first, self._weights[utterance.article]
        terms = [term for term in utterance.terms if first[term] >= since and term in table]
        facts = frozenset([fact for fact in utterance.facts if first[fact] >= since])
        if not terms:
            return _Fresh(utterance, {}, 0.0, 0.0, facts)
        whole = sum([table[term] for term in utterance.terms if term in table])
        weights = {term: table[term] for term in terms}
        return _Fresh(utterance, weights, whole, _measure_share(weights, whole), facts)

    def _choose(self, found: Sequence[_Fresh]) -> tuple[Claim, ...]:
        """The sentences that tell most, none of which tells what another of them does."""
        told: frozenset[str] = frozenset()
        chosen: list[int] = []
        for place in islice(self._rank(found), _CANDIDATES):
            if len(chosen) == MOST_CLAIMS:
                break
            fresh = found[place].without(told) if told else found[place]
            if fresh.is_new_lead() if fresh.utterance.sentence == 0 else fresh.is_new():
                told |= fresh.utterance.facts.union(fresh.utterance.terms)
                chosen.append(place)
        named = (found[place].utterance for place in sorted(chosen))
        return tuple(Claim(article=u.article, sentence=u.sentence) for u in named if u.sentence is not None)

    def _rank(self, found: Sequence[_Fresh]) -> Iterator[int]:
        """Places of the sentences, the most telling first. How one stands alone is looked at when its turn comes."""
        rows = [(-round(value, 4), place, False) for place, fresh in enumerate(found) if (value := fresh.measure())]
        heapify(rows)
        while rows:
            _, place, is_settled = heappop(rows)
            alone = 1.0 if is_settled else self._stands_alone(found[place].utterance)
            if alone == 1.0:
                yield place
            elif alone:
                heappush(rows, (-round(alone * found[place].measure(), 4), place, True))

    def _stands_alone(self, said: Utterance) -> float:
        """How well a sentence reads by itself; a title is never named."""
        return _stands_alone(self._articles[said.article].text[said.span.start : said.span.end]) if said.span else 0.0


def _measure_share(weights: Mapping[str, float], whole: float) -> float:
    return sum(weights.values()) / whole if weights else 0.0


def _says_something_new(said: Sequence[_Fresh], new: Sequence[_Fresh]) -> bool:
    if not new:
        return False
    share = len(new) / len(said)
    if share >= _PLAIN_SHARE or (share >= _LEAST_SHARE and len(new) >= _LEAST_SENTENCES):
        return True
    title = said[0]
    title_is_new = title.share >= _TITLE_SHARE and len(title.weights) >= _TITLE_TERMS
    return title_is_new or any(fresh.has_figure() for fresh in new)


def _stands_alone(sentence: str) -> float:
    """How well a sentence reads by itself: not at all where it is long, or no whole one (a credit, a rest)."""
    text = sentence.strip()
    if not text or len(text) > _LONGEST_CLAIM or text[-1].isalnum() or text[0].islower() or text[0] in "([":
        return 0.0
    if text[:_CALL].partition(":")[0].isupper() and ":" in text[:_CALL]:  # READ MORE: …
        return 0.0
    is_halved = text.count('"') % 2 == 1 or text.count("“") != text.count("”")
    return 0.5 if is_halved else 1.0
