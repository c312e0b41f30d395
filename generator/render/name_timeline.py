"""The days on which a name is in the news. In: an entity's articles. Out: a sentence a day and story, in order.

Each is the first sentence of a story that names it, in the earliest report that day which has one. Of many, those that
most reports tell are chosen, so that a page stays short however long somebody is in the news.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from operator import itemgetter

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

    entries = (
        (key, entry)
        for key in sorted(groups, key=weight)
        if (entry := _entry(entity, key[0], groups[key], lookups, context)) is not None
    )
    told = [entry for _, entry in sorted(islice(entries, _MOST), key=itemgetter(0))]
    once = {entry.sentence.text: entry for entry in reversed(told)}
    return tuple(reversed(once.values()))


def _entry(
    entity: Entity, day: date, articles: Sequence[str], lookups: NameLookups, context: Context
) -> TimelineEntry | None:
    told = ((context.articles[article], lookups.told(context.articles[article], entity.id)) for article in articles)
    enriched, mention = next(((each, found) for each, found in told if found is not None), (None, None))
    if enriched is None or mention is None:
        return None
    article, offset = enriched.article, mention.span.start
    row = context.rows[article.id]
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
