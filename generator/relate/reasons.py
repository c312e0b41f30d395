"""Why two articles or stories point at each other, in a few words. In: what both have. Out: short phrases.

The rarest things come first, for what few articles name tells most; countries come last. What a good part of the site
has in common is no reason at all, nor is a country alone: where no name tells, words of both do, then topics.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from generator.model import EnrichedArticle, Topic
from generator.relate.chronology import days_between
from generator.relate.company import is_country
from generator.relate.names import Names
from generator.relate.printed_words import text_words, title_words
from generator.relate.reports import Report
from generator.relate.vectors import Vector, is_common, split_terms

NAMED = 4
"""Most names in one reason."""

WORDS = 3
"""Most words of both titles, or of both texts, in one reason."""

FEW = 2
"""With fewer names than this, shared topics are said too, at most as many."""

ALWAYS = 8
"""What so few articles have is never common, however small the site."""

COMMON_NAME, COMMON_TOPIC = 8, 4
"""A name that more than one in 8 articles has, or a topic that more than one in 4 has, is common. Of a site of less
than a few hundred articles more are let pass, up to SMALL or half of them."""

SMALL = 20

COMMON_WORD = 100
"""A word that more than one in 100 articles has, and more than SMALL, tells of a kind of news ("sets", "4th qtr")."""


class Reasons:
    """What articles share that is worth telling. Articles and reports are in one order; pairs are places in it."""

    def __init__(self, articles: Sequence[EnrichedArticle], reports: Sequence[Report], names: Names) -> None:
        self._articles = articles
        self._reports = reports
        self._names = names
        self._named = Counter(identity for row in names.weights for identity in row)
        self._topics = Counter(identity for article in articles for identity in {t.id for t in article.topics})
        entities = {entity.id: entity for article in articles for entity in article.entities}
        self._countries = frozenset(identity for identity, entity in entities.items() if is_country(entity))
        self._most_named = most_common(len(articles), COMMON_NAME)
        self._most_rare = max(ALWAYS, len(articles) // COMMON_NAME)
        self._most_on = most_common(len(articles), COMMON_TOPIC)
        self._rare = _rare_terms(reports)
        self._told: dict[tuple[int, int], list[str]] = {}
        self._titles: dict[int, dict[str, str]] = {}
        self._terms_of: dict[str, frozenset[str]] = {}
        self._rare_of: dict[int, frozenset[str]] = {}
        self._place = {report.id: at for at, report in enumerate(reports)}

    # --- names -------------------------------------------------------------------------------------------------------

    def telling_names(self, one: int, other: int) -> list[str]:
        """Ids of the names of both that are not common, the rarest first."""
        pair = (one, other) if one < other else (other, one)
        found = self._told.get(pair)
        if found is None:
            ours, theirs = self._names.weights[one], self._names.weights[other]
            shared = [identity for identity in ours.keys() & theirs.keys() if self.is_telling(identity)]
            if len(shared) > 1:
                shared.sort(key=lambda identity: (-min(ours[identity], theirs[identity]), identity))
            found = self._told[pair] = self.rarest_first(shared)
        return found

    def own_names(self, one: int, others: Sequence[int]) -> list[str]:
        """Ids of telling names of an article that none of the others has, those that weigh most in it first."""
        ours = self._names.weights[one]
        theirs = [self._names.weights[other] for other in others]
        found = [i for i in ours if self.is_telling(i) and not any(i in row for row in theirs)]
        return sorted(found, key=lambda identity: (-ours[identity], identity))

    def is_telling(self, identity: str) -> bool:
        """Whether a name is one that few articles have, and no source's own."""
        return 0 < self._named[identity] <= self._most_named

    def are_specific(self, names: Sequence[str]) -> bool:
        """Whether names say by themselves what two have in common: they are not all of countries."""
        return not self._countries.issuperset(names)

    def rarest_first(self, names: Iterable[str]) -> list[str]:
        """Names by the number of articles that have them, countries last; those of one number stay in their order."""
        found = list(names)
        if len(found) > 1:
            found.sort(key=lambda identity: (identity in self._countries, self._named[identity]))
        return found

    def label_names(self, names: Iterable[str], most: int = NAMED) -> list[str]:
        """What names are called, each once, `most` of them."""
        return list(dict.fromkeys(self._names.label(identity) for identity in names))[:most]

    def say_names(self, names: Sequence[str]) -> Iterator[str]:
        """Names in one phrase: `shares Sergei Lavrov, Syria`; nothing for none."""
        if labels := self.label_names(names):
            yield f"shares {', '.join(labels)}"

    # --- all that two have in common ---------------------------------------------------------------------------------

    def say_shared(self, one: int, other: int) -> Iterator[str]:
        """What two articles have in common, the same whichever comes first; nothing where that is a country or a topic
        and no more."""
        one, other = min(one, other), max(one, other)
        names = self.telling_names(one, other)
        is_specific = self.are_specific(names)
        words = () if is_specific else tuple(self._say_words(one, other, names))
        if is_specific or words:
            yield from self.say_names(names)
            yield from words
            if len(names) < FEW and (topics := self._shared_topics(one, other)):
                yield f"both on {', '.join(topics)}"

    def say_articles(self, one: str, other: str) -> Iterator[str]:
        """What two articles have in common, by their ids."""
        yield from self.say_shared(self._place[one], self._place[other])

    def shared_title_words(self, one: int, other: int) -> list[str]:
        """Words of both titles as the first has them, those that weigh most in both first."""
        ours, theirs = self._reports[one].title, self._reports[other].title
        return self._print(one, _heaviest([term for term in ours if term in theirs], ours, theirs))

    def title_words_in(self, one: int, other: int) -> list[str]:
        """Words of the first one's title that the other's text has, those that weigh most first."""
        ours, there = self._reports[one].title, self._reports[other]
        terms = sorted((t for t in ours if t in there.vector and t not in there.headline), key=lambda t: (-ours[t], t))
        return self._print(one, terms)

    def _print(self, place: int, terms: Iterable[str]) -> list[str]:
        printed = self._titles.get(place)
        if printed is None:
            printed = self._titles[place] = title_words(self._articles[place].article.title)
        return list(dict.fromkeys(printed[term] for term in terms if term in printed))

    def _say_words(self, one: int, other: int, names: Sequence[str]) -> Iterator[str]:
        """Rare words that both headlines have, else that both texts have, other than those of names that are told."""
        rare = self._rare_terms(one) & self._rare_terms(other)
        if rare and names:
            rare = rare.difference(*map(self._name_terms, names))
        if not rare:
            return
        ours, theirs = self._reports[one], self._reports[other]
        titled = [term for term in ours.title if term in theirs.title and term in rare]
        if words := self._print(one, _heaviest(titled, ours.title, theirs.title)):
            yield f"both headlines say {quote_words(words)}"
            return
        if words := self._find_text_words(one, other, rare):
            yield f"both speak of {quote_words(words)}"

    def _name_terms(self, identity: str) -> frozenset[str]:
        found = self._terms_of.get(identity)
        if found is None:
            found = self._terms_of[identity] = frozenset(split_terms(self._names.label(identity)))
        return found

    def shared_text_words(self, one: int, other: int) -> list[str]:
        """Words that both texts and few others have, as the first has them, those that weigh most in both first."""
        return self._find_text_words(one, other, self._rare_terms(one) & self._rare_terms(other))

    def _find_text_words(self, one: int, other: int, rare: frozenset[str]) -> list[str]:
        ours, theirs = self._reports[one].vector, self._reports[other].vector
        terms = _heaviest((term for term in rare if self._rare[term] <= self._most_rare), ours, theirs)
        words = text_words(self._articles[one].article.text, terms[: 2 * WORDS], WORDS)
        return words if len(words) > 1 else []  # one word is soon shared by chance

    def _rare_terms(self, place: int) -> frozenset[str]:
        """Terms of an article that a few others have too."""
        found = self._rare_of.get(place)
        if found is None:
            found = self._rare_of[place] = frozenset(self._rare.keys() & self._reports[place].vector.keys())
        return found

    def _shared_topics(self, one: int, other: int) -> list[str]:
        ours, theirs = self._articles[one].topics, self._articles[other].topics
        if not ours or not theirs:
            return []
        ids = {topic.id for topic in theirs}
        shared = [topic for topic in ours if topic.id in ids and self._topics[topic.id] <= self._most_on]
        return list(dict.fromkeys(topic.label for topic in sorted(shared, key=self._by_rarity)))[:FEW]

    def _by_rarity(self, topic: Topic) -> tuple[int, str]:
        return self._topics[topic.id], topic.id


def _rare_terms(reports: Sequence[Report]) -> dict[str, int]:
    """Terms that more than one article has, and few, with how many have them; no numbers."""
    seen: Counter[str] = Counter()
    for report in reports:
        seen.update(report.vector.keys())
    most = max(SMALL, len(reports) // COMMON_WORD)
    found = ((term, count) for term, count in seen.items() if 1 < count <= most)
    return {term: count for term, count in found if not term[0].isdigit() and not is_common(term)}


def _heaviest(terms: Iterable[str], ours: Vector, theirs: Vector) -> list[str]:
    """Terms of two, those that weigh most in both first."""
    return sorted(terms, key=lambda term: (-min(ours[term], theirs[term]), term))


def quote_words(words: Sequence[str]) -> str:
    """`“lantern”, “parade”`."""
    return ", ".join(f"“{word}”" for word in words[:WORDS])


def most_common(articles: int, part: int) -> int:
    """How many of `articles` may have a thing that is still worth telling."""
    return max(ALWAYS, min(SMALL, articles // 2), articles // part)


# --- time ------------------------------------------------------------------------------------------------------------


def say_distance(start: date | None, end: date | None, exact: bool = False) -> Iterator[str]:
    """How far `end` is from `start`: `same day`, `same week`, `6 months later`; nothing where either is not known.

    A week is that of the editions, from Monday. With `exact`, days of one week are counted too.
    """
    days = days_between(start, end)
    if days is None or start is None or end is None:
        return
    if days == 0:
        yield "same day"
    elif not exact and abs(days) > 1 and start.isocalendar()[:2] == end.isocalendar()[:2]:
        yield "same week"
    else:
        yield f"{_say_days(abs(days))} {'later' if days > 0 else 'earlier'}"


def _say_days(days: int) -> str:
    if days == 1:
        return "a day"
    if days < 14:
        return f"{days} days"
    if days < 60:
        return f"{round(days / 7)} weeks"
    months = round(days / 30.44)
    return f"{months} months" if months < 24 else f"{round(days / 365.25)} years"
