"""Stories. In: groups of reports of one event, the reports and their articles. Out: Stories.

A story is named after its earliest report (`id`), which never changes when a later one leads it, and is titled as its
lead is (`leads.py`), unless the site's own file says which report leads it or what it is called. Its topics and names
are those that half of its reports share.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from generator.model import EnrichedArticle, Story, Syndication
from generator.moments import instant
from generator.relate.chronology import EPOCH, moment_of
from generator.relate.leads import choose_lead
from generator.relate.overrides import NO_OVERRIDES, Overrides
from generator.relate.ranking import Voices
from generator.relate.reports import Report
from generator.relate.syndication import Carried


def make_stories(
    articles: Sequence[EnrichedArticle],
    reports: Sequence[Report],
    groups: Sequence[Sequence[int]],
    syndications: Sequence[Syndication],
    overrides: Overrides = NO_OVERRIDES,
) -> tuple[Story, ...]:
    """Stories by their first moment, the newest first; ties by id. `groups` has places of `articles` and `reports`."""
    carried, voices = Carried(syndications), Voices(articles, syndications)
    stories = [_make_story(group, articles, reports, carried, voices, overrides) for group in groups]
    return tuple(sorted(stories, key=lambda story: (-instant(story.first or EPOCH).timestamp(), story.id)))


def _make_story(
    group: Sequence[int],
    articles: Sequence[EnrichedArticle],
    reports: Sequence[Report],
    carried: Carried,
    voices: Voices,
    overrides: Overrides,
) -> Story:
    members = [articles[at] for at in group]
    lead = members[_find_lead(group, members, reports, carried, overrides)]
    moments = [moment for member in members if (moment := moment_of(member.article)) is not None]
    others = [member.article.id for member in members if member is not lead]
    return Story(
        id=members[0].article.id,
        title=overrides.title_of(group) or lead.article.title,
        articles=(lead.article.id, *others),
        topics=_most_shared([{topic.id: topic.score for topic in member.topics} for member in members]),
        entities=_most_shared([{entity.id: 1.0 for entity in member.entities} for member in members]),
        first=min(moments, key=instant, default=None),
        last=max(moments, key=instant, default=None),
        independent=voices.count_independent([member.article.id for member in members]),
    )


def _find_lead(
    group: Sequence[int],
    members: Sequence[EnrichedArticle],
    reports: Sequence[Report],
    carried: Carried,
    overrides: Overrides,
) -> int:
    """Its place in the group. A copy leaves the lead to the article that lists show for it."""
    given = overrides.lead_of(group)
    if given is not None:
        return group.index(given)
    lead = choose_lead([member.article.title for member in members], [reports[at] for at in group])
    places = {member.article.id: place for place, member in enumerate(members)}
    return places.get(carried.stand_in(members[lead].article.id), lead)


def _most_shared(rows: Sequence[Mapping[str, float]]) -> tuple[str, ...]:
    """Ids that at least half of the members have (two at least): those of most, then of most weight, then by id."""
    counts = Counter(identity for row in rows for identity in row)
    least = max(2, (len(rows) + 1) // 2)
    shared = [identity for identity in counts if counts[identity] >= least]
    weights = {identity: round(sum(row.get(identity, 0.0) for row in rows), 4) for identity in shared}
    return tuple(sorted(shared, key=lambda identity: (-counts[identity], -weights[identity], identity)))
