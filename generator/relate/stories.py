"""Stories. In: groups of reports of one event, the reports and their articles. Out: Stories.

A story is named after its earliest report (`id`), which never changes when a later one leads it, and is titled as its
lead is (`leads.py`). Its topics and names are those that half of its reports share.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from generator.model import EnrichedArticle, Story, Syndication
from generator.moments import instant
from generator.relate.chronology import EPOCH, moment_of
from generator.relate.leads import choose_lead
from generator.relate.reports import Report
from generator.relate.syndication import count_independent


def make_stories(
    articles: Sequence[EnrichedArticle],
    reports: Sequence[Report],
    groups: Sequence[Sequence[int]],
    syndications: Sequence[Syndication],
) -> tuple[Story, ...]:
    """Stories by their first moment, the newest first; ties by id. `groups` has places of `articles` and `reports`."""
    stories = [
        _make_story([articles[at] for at in group], [reports[at] for at in group], syndications) for group in groups
    ]
    return tuple(sorted(stories, key=lambda story: (-instant(story.first or EPOCH).timestamp(), story.id)))


def _make_story(
    members: Sequence[EnrichedArticle], reports: Sequence[Report], syndications: Sequence[Syndication]
) -> Story:
    lead = members[choose_lead([member.article.title for member in members], reports)]
    moments = [moment for member in members if (moment := moment_of(member.article)) is not None]
    others = [member.article.id for member in members if member is not lead]
    return Story(
        id=members[0].article.id,
        title=lead.article.title,
        articles=(lead.article.id, *others),
        topics=_most_shared([{topic.id: topic.score for topic in member.topics} for member in members]),
        entities=_most_shared([{entity.id: 1.0 for entity in member.entities} for member in members]),
        first=min(moments, key=instant, default=None),
        last=max(moments, key=instant, default=None),
        independent=count_independent([member.article.id for member in members], syndications),
    )


def _most_shared(rows: Sequence[Mapping[str, float]]) -> tuple[str, ...]:
    """Ids that at least half of the members have (two at least): those of most, then of most weight, then by id."""
    counts = Counter(identity for row in rows for identity in row)
    least = max(2, (len(rows) + 1) // 2)
    weights = {identity: round(sum(row.get(identity, 0.0) for row in rows), 4) for identity in counts}
    shared = [identity for identity in counts if counts[identity] >= least]
    return tuple(sorted(shared, key=lambda identity: (-counts[identity], -weights[identity], identity)))
