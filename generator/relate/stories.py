"""Reports of one event, grouped. In: reports in the order of time, their articles, copies. Out: Stories.

Candidates share rare terms; `likeness.compare` scores them; average linkage groups them. A copy is as like as can be. A
round-up is a member of no story.

The lead is the fullest early report: among those of the story's first two days, the one with the longest text; ties go
to the earlier, then to the smaller id. First reports are thin, and late ones tell what came after.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files

from generator.model import EnrichedArticle, Story
from generator.moments import instant
from generator.relate.chronology import EPOCH, day_of_article, moment_of, oldest_first
from generator.relate.likeness import Likeness, compare
from generator.relate.linkage import link_average
from generator.relate.reports import Report

EARLY_DAYS = 1
Pair = tuple[int, int]


def find_stories(
    articles: Sequence[EnrichedArticle],
    reports: Sequence[Report],
    likeness: Mapping[Pair, Likeness],
    copies: Iterable[Pair],
    threshold: float,
    story_days: int,
) -> tuple[Story, ...]:
    """Stories by their first moment, the newest first; ties by id.

    `articles` and `reports` are in the order of time; `likeness` has that of candidate pairs by their places.
    """
    apart = frozenset(place for place, article in enumerate(articles) if is_roundup(article.article.title))
    usable = {pair: like.score for pair, like in likeness.items() if not apart & {*pair}}
    usable.update({pair: 1.0 for pair in copies if not apart & {*pair}})

    def score(one: int, other: int) -> float:
        return compare(reports[one], reports[other], story_days).score

    groups = link_average(usable, score, threshold)
    stories = [_make_story([articles[place] for place in group]) for group in groups]
    return tuple(sorted(stories, key=lambda story: (-instant(story.first or EPOCH).timestamp(), story.id)))


def is_roundup(title: str) -> bool:
    """Whether a title says that the article touches many events."""
    return any(pattern.search(title) for pattern in _roundup_patterns())


@cache
def _roundup_patterns() -> tuple[re.Pattern[str], ...]:
    text = files("generator.relate").joinpath("roundups.txt").read_text(encoding="utf-8")
    rows = [line.split("\t")[0] for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(re.compile(row, re.IGNORECASE) for row in rows)


def _make_story(members: Sequence[EnrichedArticle]) -> Story:
    lead = _choose_lead(members)
    moments = [moment for member in members if (moment := moment_of(member.article)) is not None]
    others = [member.article.id for member in members if member is not lead]
    return Story(
        id=members[0].article.id,
        title=lead.article.title,
        articles=(lead.article.id, *others),
        topics=_most_shared(members, [[topic.id for topic in member.topics] for member in members]),
        entities=_most_shared(members, [[entity.id for entity in member.entities] for member in members]),
        first=min(moments, key=instant, default=None),
        last=max(moments, key=instant, default=None),
    )


def _choose_lead(members: Sequence[EnrichedArticle]) -> EnrichedArticle:
    start = day_of_article(members[0].article)
    early = [member for member in members if _is_early(member, start)]
    return min(early, key=lambda member: (-len(member.article.text), oldest_first(member)))


def _is_early(member: EnrichedArticle, start: date | None) -> bool:
    day = day_of_article(member.article)
    return day is None or start is None or (day - start).days <= EARLY_DAYS


def _most_shared(members: Sequence[EnrichedArticle], rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Ids that at least half of the members have (two at least), those of most members first; ties by id."""
    counts = Counter(identity for row in rows for identity in dict.fromkeys(row))
    least = max(2, (len(members) + 1) // 2)
    shared = [identity for identity in counts if counts[identity] >= least]
    return tuple(sorted(shared, key=lambda identity: (-counts[identity], identity)))
