"""Why two articles or stories point at each other, in a few words. In: what both have. Out: short phrases.

The rarest things come first, for what few articles name tells most. What a good part of the site has in common is no
reason at all. Where no name tells, topics do, then words of both headlines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from generator.model import EnrichedArticle
from generator.relate.chronology import days_between
from generator.relate.names import Names
from generator.relate.reports import Report
from generator.relate.vectors import split_terms

NAMED = 4
"""Most names in one reason."""

FEW = 2
"""With fewer names than this, shared topics are said too, at most as many."""

ALWAYS = 8
"""What so few articles have is never common, however small the site."""

COMMON_NAME, COMMON_TOPIC = 8, 4
"""A name that more than one in 8 articles has, or a topic that more than one in 4 has, is common. Of a site of less
than a few hundred articles more are let pass, up to SMALL or half of them."""

SMALL = 20

_WORD = re.compile(r"\w+(?:['’]\w+)?")


class Reasons:
    """What articles share that is worth telling. Articles and reports are in one order; pairs are places in it."""

    def __init__(self, articles: Sequence[EnrichedArticle], reports: Sequence[Report], names: Names) -> None:
        self._articles = articles
        self._reports = reports
        self._names = names
        self._named = Counter(identity for row in names.weights for identity in row)
        self._topics = Counter(identity for article in articles for identity in {t.id for t in article.topics})
        self._most_named = most_common(len(articles), COMMON_NAME)
        self._most_on = most_common(len(articles), COMMON_TOPIC)
        self._told: dict[tuple[int, int], list[str]] = {}
        self._place = {report.id: at for at, report in enumerate(reports)}

    def telling_names(self, one: int, other: int) -> list[str]:
        """Ids of the names of both that are not common, the rarest first."""
        found = self._told.get((one, other))
        if found is None:
            found = self._told[one, other] = self._find_names(one, other)
        return found

    def _find_names(self, one: int, other: int) -> list[str]:
        shared = [identity for identity in self._names.shared(one, other) if self.is_telling(identity)]
        return self.rarest_first(shared)

    def is_telling(self, identity: str) -> bool:
        """Whether a name is one that few articles have, and no source's own."""
        return 0 < self._named[identity] <= self._most_named

    def rarest_first(self, names: Iterable[str]) -> list[str]:
        """Names by the number of articles that have them; those of one number stay in their order."""
        return sorted(names, key=lambda identity: self._named[identity])

    def say_names(self, names: Sequence[str]) -> Iterator[str]:
        """Names in one phrase: `shares Sergei Lavrov, Syria`; nothing for none."""
        labels = list(dict.fromkeys(self._names.label(identity) for identity in names))
        if labels:
            yield "shares " + ", ".join(labels[:NAMED])

    def say_shared(self, one: int, other: int) -> Iterator[str]:
        """What two articles have in common."""
        names = self.telling_names(one, other)
        yield from self.say_names(names)
        topics = self._shared_topics(one, other) if len(names) < FEW else []
        if topics:
            yield f"both on {', '.join(topics[:FEW])}"
        elif not names:
            words = self._shared_words(one, other)
            yield f"both headlines say {', '.join(words)}" if words else "similar words"

    def say_articles(self, one: str, other: str) -> Iterator[str]:
        """What two articles have in common, by their ids."""
        yield from self.say_shared(self._place[one], self._place[other])

    def _shared_topics(self, one: int, other: int) -> list[str]:
        theirs = {topic.id for topic in self._articles[other].topics}
        shared = [t for t in self._articles[one].topics if t.id in theirs and self._topics[t.id] <= self._most_on]
        return list(dict.fromkeys(t.label for t in sorted(shared, key=lambda t: (self._topics[t.id], t.id))))

    def _shared_words(self, one: int, other: int) -> list[str]:
        """Words of both headlines, in quotation marks: those that weigh most in both."""
        ours, theirs = self._reports[one].title, self._reports[other].title
        terms = sorted((t for t in ours if t in theirs), key=lambda t: (-min(ours[t], theirs[t]), t))[:FEW]
        printed = _words_of(self._articles[one].article.title)
        return [f"“{printed[term]}”" for term in terms if term in printed]


def most_common(articles: int, part: int) -> int:
    """How many of `articles` may have a thing that is still worth telling."""
    return max(ALWAYS, min(SMALL, articles // 2), articles // part)


def _words_of(title: str) -> dict[str, str]:
    """The terms of a title, and the first word of each in small letters, so that both ends say the same."""
    found: dict[str, str] = {}
    for word in _WORD.findall(title):
        for term in split_terms(word):
            found.setdefault(term, word.casefold())
    return found


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
