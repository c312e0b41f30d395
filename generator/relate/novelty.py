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
from typing import NamedTuple

from generator.model import Article, Claim, DateMention, EnrichedArticle, Span
from generator.relate.chronology import day_of_article
from generator.relate.vectors import Vector, split_terms

MOST_CLAIMS = 3
"""New sentences named of an item: enough to see what goes on."""

_LEAST_TERMS = 5
"""Terms of a sentence that can say something new; shorter ones are scraps ("He declined to comment")."""
_NEW_ENOUGH = ((1 / 2, 3), (1 / 3, 5))
"""The least share of the weight of a sentence's terms that must be new, and how many terms that must be."""
_NEW_SHARE_WITH_FACT = 0.25
_TITLE_SHARE, _TITLE_TERMS = 0.3, 3
_LEAST_SENTENCES, _LEAST_SHARE, _PLAIN_SHARE = 2, 1 / 7, 1 / 3
_NUMBER = "number "
_LONGEST_CLAIM = 320
"""Characters: a longer sentence tells too much at once to stand in a list."""
_OPENING = 3
"""Sentences that open a report; later ones that speak of the past alone are background."""
_MOST_FACTS, _FADING = 2, 0.15
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


class _Utterance(NamedTuple):
    """A title or a sentence: its terms, and its facts (marked by their kind, so that no two kinds meet)."""

    article: str
    sentence: int | None
    terms: tuple[str, ...]
    """In one order: the last bit of a sum of weights depends on it."""
    weights: tuple[float, ...]
    whole: float
    facts: frozenset[str]
    stands_alone: float
    """How well it reads out of its place: 0 where it may not be named as a claim."""


class Telling:
    """A story's dated reports, taken apart. `weights` has the terms of each, by article id."""

    def __init__(self, reports: Sequence[EnrichedArticle], weights: Mapping[str, Vector]) -> None:
        self._said: dict[str, tuple[_Utterance, ...]] = {}
        self._first: dict[str, date] = {}
        """The first day on which something was told."""
        dated = [(day, report) for report in reports if (day := day_of_article(report.article)) is not None]
        start = min((day for day, _ in dated), default=date.max)
        for day, report in dated:
            said = tuple(_take_apart(report, weights[report.article.id], day, start))
            self._said[report.article.id] = said
            for utterance in said:
                for told in (*utterance.terms, *utterance.facts):
                    if self._first.setdefault(told, day) > day:
                        self._first[told] = day

    def find_news(self, articles: Iterable[str], since: date) -> News:
        """What some of the reports, all of them of `since` or later, tell that was not told before that day."""
        best = 0.0
        found: list[_Utterance] = []
        tellers: list[str] = []
        for article in articles:
            said = self._said[article]
            new = [utterance for utterance in said if self._is_new(utterance, since)]
            if self._says_something_new(said, new, since):
                tellers.append(article)
                best = max(best, len(new) / len(said))
                # The first sentence says by custom what is new, and may say it in words that were all used before.
                lead = (u for u in said[:2] if u.sentence == 0 and u not in new[:2] and self._is_new_lead(u, since))
                found.extend((*lead, *new))
        return News(best, self._choose(found, since), tuple(tellers))

    def _says_something_new(self, said: Sequence[_Utterance], new: Sequence[_Utterance], since: date) -> bool:
        if not new:
            return False
        share = len(new) / len(said)
        if share >= _PLAIN_SHARE or (share >= _LEAST_SHARE and len(new) >= _LEAST_SENTENCES):
            return True
        title_share, terms = self._new_terms(said[0], since)
        title_is_new = title_share >= _TITLE_SHARE and terms >= _TITLE_TERMS
        return title_is_new or any(self._has_new_figure(utterance, since) for utterance in new)

    def _is_new(self, utterance: _Utterance, since: date, named: frozenset[str] = frozenset()) -> bool:
        """Whether it tells something that was neither told before `since` nor is among `named`."""
        if len(utterance.terms) < _LEAST_TERMS:
            return False
        if self._has_new_figure(utterance, since, named):
            return True
        share, new = self._new_terms(utterance, since, named)
        if self._new_facts(utterance, since, named):
            return share >= _NEW_SHARE_WITH_FACT
        return any(share >= least and new >= terms for least, terms in _NEW_ENOUGH)

    def _is_new_lead(self, utterance: _Utterance, since: date, named: frozenset[str] = frozenset()) -> bool:
        share, _ = self._new_terms(utterance, since, named)
        return len(utterance.terms) >= _LEAST_TERMS and share >= _NEW_SHARE_WITH_FACT

    def _has_new_figure(self, utterance: _Utterance, since: date, named: frozenset[str] = frozenset()) -> bool:
        """Whether it opens a report with a number that was not told: a toll that rose needs no other new word."""
        if utterance.sentence is None or utterance.sentence >= _OPENING:
            return False
        return any(
            fact.startswith(_NUMBER) and self._first[fact] >= since and fact not in named for fact in utterance.facts
        )

    def _new_terms(self, utterance: _Utterance, since: date, named: frozenset[str] = frozenset()) -> tuple[float, int]:
        """The share of the weight of its terms that is new, and how many terms are."""
        part, new, first = 0.0, 0, self._first
        for term, weight in zip(utterance.terms, utterance.weights, strict=True):
            if weight and first[term] >= since and term not in named:
                part += weight
                new += 1
        return (part / utterance.whole if new else 0.0), new

    def _new_facts(self, utterance: _Utterance, since: date, named: frozenset[str] = frozenset()) -> int:
        return sum(1 for fact in utterance.facts if self._first[fact] >= since and fact not in named)

    def _choose(self, found: Sequence[_Utterance], since: date) -> tuple[Claim, ...]:
        """The sentences that tell most, none of which tells what another of them does."""
        ranked = sorted((-self._measure(u, since), place) for place, u in enumerate(found) if u.stands_alone)
        named: frozenset[str] = frozenset()
        chosen: list[int] = []
        for _, place in ranked[:_CANDIDATES]:
            utterance = found[place]
            is_new = self._is_new_lead if utterance.sentence == 0 else self._is_new
            if len(chosen) < MOST_CLAIMS and is_new(utterance, since, named):
                named |= utterance.facts.union(utterance.terms)
                chosen.append(place)
        named_ones = (found[place] for place in sorted(chosen))
        return tuple(Claim(article=u.article, sentence=u.sentence) for u in named_ones if u.sentence is not None)

    def _measure(self, utterance: _Utterance, since: date) -> float:
        """How telling a new sentence is: its new share and its facts, and that it stands early, as news does."""
        share, _ = self._new_terms(utterance, since)
        facts = min(self._new_facts(utterance, since), _MOST_FACTS)
        early = 1.0 / (1.0 + _FADING * (utterance.sentence or 0))
        return round((share + 0.5 * facts) * early * utterance.stands_alone, 4)


def _take_apart(report: EnrichedArticle, weights: Vector, day: date, start: date) -> Iterator[_Utterance]:
    article = report.article
    yield _make_utterance(article.id, None, article.title, weights, set(), 0.0)
    known = bool(article.sentences)
    for place, (span, text, facts, past) in enumerate(_cut_sentences(report, day, start)):
        background = past and place >= _OPENING
        alone = _stands_alone(article.text[span.start : span.end], background) if known else 0.0
        yield _make_utterance(article.id, place if known else None, text, weights, facts, alone)


def _make_utterance(
    article: str, sentence: int | None, text: str, weights: Vector, facts: set[str], alone: float
) -> _Utterance:
    terms = sorted(set(split_terms(text)))
    weighed = tuple([weights.get(term, 0.0) for term in terms])
    if sentence is not None:
        facts.update(_NUMBER + term for term in terms if term[0].isdigit())
    return _Utterance(article, sentence, tuple(terms), weighed, sum(weighed), frozenset(facts), alone)


def _stands_alone(sentence: str, background: bool) -> float:
    """How well a sentence reads by itself: not at all where it is long, or no whole one (a credit, a rest)."""
    text = sentence.strip()
    if not text or len(text) > _LONGEST_CLAIM or text[-1].isalnum() or text[0].islower() or text[0] in "([":
        return 0.0
    is_halved = text.count('"') % 2 == 1 or text.count("“") != text.count("”")
    return (0.5 if is_halved else 1.0) * (0.25 if background else 1.0)


def _cut_sentences(report: EnrichedArticle, day: date, start: date) -> Iterator[tuple[Span, str, set[str], bool]]:
    """Each sentence, its text without the days in it, the names and days ahead in it, and whether it is of the past.

    That is where it speaks of time before the story's `start` alone.
    """
    text = report.article.text
    names, days = iter(report.mentions), iter(report.dates)
    name, spoken = next(names, None), next(days, None)
    for span in report.article.sentences or _whole(report.article):
        facts: set[str] = set()
        while name is not None and name.span.start < span.end:
            if name.span.start >= span.start:
                facts.add(f"name {name.entity}")
            name = next(names, None)
        parts, at, past = [], span.start, set()
        while spoken is not None and spoken.span.start < span.end:
            if spoken.span.start >= at:
                parts.append(text[at : spoken.span.start])
                at = spoken.span.end
                past.add(_is_before(spoken, start))
                if len(spoken.value) == 10 and spoken.type == "DATE" and spoken.value > day.isoformat():
                    facts.add(f"day {spoken.value}")
            spoken = next(days, None)
        parts.append(text[at : span.end])
        yield span, " ".join(parts), facts, past == {True}


def _is_before(spoken: DateMention, day: date) -> bool:
    """Whether a day, month, year or decade (`2015-12-10`, `2015-12`, `2015`, `201`) lies before a day."""
    value = spoken.value[:10]
    return spoken.type == "DATE" and value[:1].isdigit() and value < day.isoformat()[: len(value)]


def _whole(article: Article) -> tuple[Span, ...]:
    return (Span(start=0, end=len(article.text)),) if article.text else ()
