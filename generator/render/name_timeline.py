"""The days on which a name is in the news. In: an entity's articles. Out: a sentence a day and story, in order.

Each is the first sentence that names it in the earliest report that day. Of many, those that most reports tell are
chosen, so that a page stays short however long somebody is in the news.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.model import Entity
from generator.render.body import plain_sentence, sentence_at
from generator.render.context import Context
from generator.render.name_lookups import NameLookups, locate
from generator.render.views import CountView, LinkView, TimeView
from generator.render.volume_chart import Volumes
from generator.render.wording import say_date, shorten

_MOST = 12
_LONGEST = 260


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """What is told of a name on a day."""

    day: TimeView
    edition: LinkView | None
    sentence: LinkView
    source: LinkView
    story: CountView | None
    language: str | None


def view_timeline(
    entity: Entity, lookups: NameLookups, volumes: Volumes, context: Context
) -> tuple[TimelineEntry, ...]:
    """Entries in the order of time, the earliest first."""
    groups: dict[tuple[date, str], list[str]] = {}
    for article in reversed(entity.articles):  # the newest come first, so these come in the order of time
        day = volumes.day_of(article)
        if day is not None and lookups.mentions(article, entity.id):
            story = context.story_of.get(article)
            groups.setdefault((day, story.id if story else article), []).append(article)

    def weight(key: tuple[date, str]) -> tuple[int, int, int, str]:
        members = groups[key]
        mentions = max(len(lookups.mentions(article, entity.id)) for article in members)
        return -len(members), -mentions, -key[0].toordinal(), key[1]

    told = sorted(sorted(groups, key=weight)[:_MOST])
    entries = (_entry(entity, day, groups[day, event], lookups, context) for day, event in told)
    once = {entry.sentence.text: entry for entry in reversed([e for e in entries if e is not None])}
    return tuple(reversed(once.values()))


def _entry(
    entity: Entity, day: date, articles: Sequence[str], lookups: NameLookups, context: Context
) -> TimelineEntry | None:
    article = context.articles[articles[0]].article
    row = context.rows[article.id]
    offset = lookups.mentions(article.id, entity.id)[0].span.start
    number = sentence_at(article.sentences, offset)
    if number is None:
        return None
    text = shorten(plain_sentence(article.text, article.sentences[number]), _LONGEST)
    return TimelineEntry(
        day=TimeView(iso=day.isoformat(), text=say_date(day)),
        edition=context.day_link(day),
        sentence=LinkView(address=locate(article, offset, context), text=text),
        source=row.source,
        story=row.story,
        language=row.language,
    )
