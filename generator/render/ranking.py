"""An edition's stories as a front page shows them: a lead, a few seconds, the rest by topic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from generator.model import Claim, EntityKind, Item
from generator.moments import day_of
from generator.render.body import plain_sentence, sentence_anchor
from generator.render.context import Context
from generator.render.copies import leave_out_copies
from generator.render.frame import SECTIONS
from generator.render.link_views import count_entity, count_subject, leave_out_filed, view_subject
from generator.render.paths import KINDS
from generator.render.views import ClaimView, CountView, ItemView, LinkView, NamesView, RankedView, TopicItems
from generator.render.wording import view_day

SECONDS = 3
"""Stories that stand below the lead."""
_NAMES = 9


def rank_items(items: Sequence[ItemView]) -> RankedView:
    """Items as a page shows them, all of them."""
    head, rest = items[: 1 + SECONDS], items[1 + SECONDS :]
    return RankedView(lead=head[0] if head else None, seconds=tuple(head[1:]), by_topic=tuple(_group_topics(rest)))


def view_items(items: Sequence[Item], context: Context, first: date, dated: bool) -> list[ItemView]:
    """The places of an edition that begins on `first`; `dated` where the page is of more than one day."""
    listed = frozenset(leave_out_copies([i for item in items for i in item.articles], context.shown_of))
    views = (_view_item(item, listed, context, first, dated) for item in items)
    return [view for view in views if view is not None]


def _view_item(item: Item, listed: frozenset[str], context: Context, first: date, dated: bool) -> ItemView | None:
    rows = context.rows_of(article for article in item.articles if article in listed)
    if not rows:
        return None
    story = context.story_of.get(rows[0].id)
    section = context.top_subject(rows[0].id)
    began = day_of(story.first) if story and story.first else first
    new = tuple(_view_claim(claim, rows[0].id, context) for claim in item.new)
    return ItemView(
        story=story.id if story else None,
        lead=rows[0],
        when=rows[0].day if dated else rows[0].time,
        topic=rows[0].topic,
        section=view_subject(section) if section else None,
        others=rows[1:],
        since=view_day(began) if began < first and not new else None,
        before=view_day(item.before) if new else None,
        new=new,
    )


def _view_claim(claim: Claim, lead: str, context: Context) -> ClaimView:
    """A sentence in the words of its report, with its source where the report does not lead."""
    row, article = context.rows[claim.article], context.articles[claim.article].article
    return ClaimView(
        address=f"{row.address}#{sentence_anchor(claim.sentence)}",
        text=plain_sentence(article.text, article.sentences[claim.sentence]),
        note="" if claim.article == lead else row.source.text,
    )


def _group_topics(items: Sequence[ItemView]) -> Iterator[TopicItems]:
    """Items under their topics, in the order of each topic's best; those of none come last."""
    groups: dict[str, list[ItemView]] = {}
    for item in items:
        groups.setdefault(item.section.address if item.section else "", []).append(item)
    other = groups.pop("", [])
    for group in (*groups.values(), *([other] if other else [])):
        yield TopicItems(topic=group[0].section, items=tuple(group))


def names_in(
    articles: Sequence[str], context: Context, topics: Sequence[LinkView | CountView] = ()
) -> tuple[NamesView, ...]:
    """Who and what is named in most of some articles, by kind, but for what stands among the topics."""
    counts: dict[str, int] = {}
    for article in articles:
        for entity in context.names_of.get(article, ()):
            counts[entity.id] = counts.get(entity.id, 0) + 1
    return group_names(counts, context, topics=topics)


def topics_in(articles: Sequence[str], context: Context) -> tuple[CountView, ...]:
    """The topics most of some articles are on, each with their number."""
    counts = Counter(t.id for a in articles for t in context.articles[a].topics if t.id in context.subjects)
    ranked = sorted(counts, key=lambda t: (-counts[t], context.subjects[t].label, t))
    return tuple(count_subject(context.subjects[t], counts[t]) for t in ranked[:_NAMES])


def group_names(
    counts: dict[str, int], context: Context, most: int = _NAMES, topics: Sequence[LinkView | CountView] = ()
) -> tuple[NamesView, ...]:
    """Entities under their kinds, those counted most first, each with its count; none that stands among the topics."""
    ranked = sorted(counts, key=lambda e: (-counts[e], -len(context.entities[e].articles), e))
    headings = {section.address: section for section in SECTIONS}
    found: dict[EntityKind, list[CountView]] = {kind: [] for kind in KINDS}
    for entity in leave_out_filed((context.entities[e] for e in ranked), topics):
        if len(found[entity.kind]) < most:
            found[entity.kind].append(count_entity(entity, counts[entity.id]))
    return tuple(
        NamesView(heading=headings[KINDS[kind]], kind=kind, names=tuple(names))
        for kind, names in found.items()
        if names
    )
