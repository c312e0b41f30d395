"""One text carried by several. In: articles in the order of time, pairs of copies. Out: Syndications.

Lists show one article of each text, and name the others with it. What is shown is

    the article of the agency that the text is credited to, else the earliest
    of those that carry the whole text: a cut one never stands for a whole one

A copy's text is in what is shown, at first hand or through another that carries the same whole text. So an article that
shares a passage with one of the copies alone stays by itself; and so does one that has the agency's text and a good
part more of its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from generator.model import Article, EnrichedArticle, SyndicatedCopy, Syndication
from generator.moments import instant
from generator.relate.chronology import day_of_article, days_between, moment_of
from generator.relate.credits import find_agency, find_credit
from generator.relate.duplicates import Copy

SAME_WHOLE = 0.8
"""Share of the words of either text, of two that carry the same whole."""

_CUT = 0.9
"""Of the words of what is shown, a text of fewer is said to be cut."""

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400


def find_syndications(articles: Sequence[EnrichedArticle], copies: Sequence[Copy]) -> tuple[Syndication, ...]:
    """Texts that two or more articles carry, in the order of what is shown of each."""
    carriers = _Carriers([enriched.article for enriched in articles], copies)
    groups = sorted((shown, sorted(others)) for shown, others in carriers.groups())
    return tuple(carriers.describe(shown, others) for shown, others in groups)


class Carried:
    """Who stands for whom, over all syndications."""

    def __init__(self, syndications: Sequence[Syndication]) -> None:
        self._shown = {copy.article: each.shown for each in syndications for copy in each.copies}
        self._origins = {each.shown: each.origin for each in syndications}

    def stand_in(self, article: str) -> str:
        """The article that lists show for one: itself, unless it is a copy."""
        return self._shown.get(article, article)

    def count_independent(self, articles: Iterable[Article]) -> int:
        """How many of some articles speak for themselves.

        Those that carry one text are one voice. So are those that credit one agency, however they word its copy: they
        are the agency's voice, and add nothing to reports of its own.
        """
        own: set[str] = set()
        speaking: set[str] = set()
        quoting: set[str] = set()
        for article in articles:
            text = self.stand_in(article.id)
            agency = find_agency(self._origins.get(text) or find_credit(article) or "")
            if agency is None or agency == find_agency(article.source or ""):
                own.add(text)
            (quoting if agency and agency != find_agency(article.source or "") else speaking).add(agency or "")
        return len(own) + len(quoting - speaking)


class _Carriers:
    """Articles that copies connect, by their places in the order of time."""

    def __init__(self, articles: Sequence[Article], copies: Sequence[Copy]) -> None:
        self._articles = articles
        self._near: defaultdict[int, dict[int, Copy]] = defaultdict(dict)
        for copy in copies:
            self._near[copy.first][copy.second] = self._near[copy.second][copy.first] = copy
        self._words = {place: len(articles[place].text.split()) for place in self._near}
        self._credits = {place: find_credit(articles[place]) for place in self._near}

    def groups(self) -> Iterator[tuple[int, list[int]]]:
        """What is shown of each text, and its copies. The longest texts choose first."""
        taken: set[int] = set()
        for longest in sorted(self._near, key=lambda place: (-self._words[place], place)):
            if longest in taken:
                continue
            shown = self._choose(longest, taken)
            copies = [place for place in self._reach(shown, taken) if self._holds(shown, place)]
            if copies:
                taken.update((shown, *copies))
                yield shown, copies

    def _choose(self, longest: int, taken: set[int]) -> int:
        """What is shown of the text that the longest article carries."""
        near = [place for place in self._near[longest] if place not in taken]
        wholes = [longest, *(place for place in near if self._is_same_whole(longest, place))]
        agencies = [place for place in wholes if self._is_agency(place)] or [p for p in near if self._is_agency(p)]
        return min(agencies or wholes)

    def _reach(self, shown: int, taken: set[int]) -> list[int]:
        """Copies of what is shown, and of those that carry the same whole."""
        wholes = [shown, *(place for place in self._near[shown] if self._is_same_whole(shown, place))]
        found = {place for whole in wholes for place in self._near[whole]}
        return sorted(found - taken - {shown})

    def _holds(self, shown: int, place: int) -> bool:
        """Whether a copy's text is in what is shown, but for a few words."""
        return self._words[place] * SAME_WHOLE <= self._words[shown]

    def _is_same_whole(self, one: int, other: int) -> bool:
        copy = self._near[one][other]
        return min(copy.of_first, copy.of_second) >= SAME_WHOLE

    def _is_agency(self, place: int) -> bool:
        """Whether it is the article of the agency that it credits."""
        source = self._articles[place].source
        return source is not None and self._credits[place] is not None and find_agency(source) == self._credits[place]

    def describe(self, shown: int, copies: Sequence[int]) -> Syndication:
        """A text, who carries it, and what tells so."""
        credited = Counter(credit for place in (shown, *copies) if (credit := self._credits[place]))
        own = self._credits[shown] if self._is_agency(shown) else None
        return Syndication(
            shown=self._articles[shown].id,
            copies=tuple(self._describe_copy(shown, place) for place in copies),
            origin=own or min(credited, key=lambda name: (-credited[name], name), default=None),
        )

    def _describe_copy(self, shown: int, place: int) -> SyndicatedCopy:
        article, share = self._articles[place], self._share(shown, place)
        return SyndicatedCopy(
            article=article.id,
            share=share,
            why=tuple(
                phrase
                for phrase in (
                    self._say_credit(place),
                    _say_share(share, self._words[place] / max(1, self._words[shown])),
                    _say_time(self._articles[shown], article),
                )
                if phrase
            ),
        )

    def _share(self, shown: int, place: int) -> float:
        """What two texts have in common; of two that are not measured, what both have with one that carries it too."""
        near = self._near[place]
        if shown in near:
            return near[shown].share
        return max(
            min(near[whole].share, self._near[shown][whole].share) for whole in near if whole in self._near[shown]
        )

    def _say_credit(self, place: int) -> str:
        credit = self._credits[place]
        return f"credits {credit}" if credit and not self._is_agency(place) else ""


def _say_share(share: float, length: float) -> str:
    """How much of a text a copy is: `98% of the text`, `cut to 40%`."""
    return f"cut to {max(1, round(length * 100))}%" if length < _CUT else f"{round(share * 100)}% of the text"


def _say_time(shown: Article, copy: Article) -> str:
    """How far a copy is from what is shown: `3 hours later`, `same day`; nothing where a day is not known."""
    moments = moment_of(shown), moment_of(copy)
    if isinstance(moments[0], datetime) and isinstance(moments[1], datetime):
        seconds = (instant(moments[1]) - instant(moments[0])).total_seconds()
        if abs(seconds) < _MINUTE:
            return "at the same time"
        return _say_span(abs(seconds)) + (" later" if seconds > 0 else " earlier")
    days = days_between(day_of_article(shown), day_of_article(copy))
    if days is None:
        return ""
    return _say_span(abs(days) * _DAY) + (" later" if days > 0 else " earlier") if days else "same day"


def _say_span(seconds: float) -> str:
    for size, word in ((_DAY, "day"), (_HOUR, "hour"), (_MINUTE, "minute")):
        if seconds >= size:
            count = int(seconds // size)
            return f"{count} {word}" if count == 1 else f"{count} {word}s"
    return ""
