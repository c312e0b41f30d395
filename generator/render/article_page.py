"""An article's page. In: an enriched article and the context. Out: its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.model import EnrichedArticle, EntityKind, Link, Page
from generator.moments import day_of, instant
from generator.render.absolute import absolute_url
from generator.render.article_time import moment_of
from generator.render.body import NameLink, name_tag, weave
from generator.render.carried_views import CarriedView, carriers, view_carried
from generator.render.citation import Citation, view_citation
from generator.render.context import Context, foreign
from generator.render.correction_views import CorrectionView, corrections_of
from generator.render.frame import SECTIONS, make_frame
from generator.render.link_views import leave_out_filed, view_entity, view_subject
from generator.render.linked_data import article_data
from generator.render.mentioned import MentionedView, view_mentioned
from generator.render.page import render_page
from generator.render.page_links import point_links
from generator.render.paths import KINDS, article_address, entity_address, root_of, subject_address
from generator.render.templates import Templates
from generator.render.thread_page import ThreadBox, box_thread
from generator.render.topic_page import topic_crumbs
from generator.render.version_views import VersionView, shown_labels, view_earlier, view_newest
from generator.render.views import CountView, Frame, LinkView, RowView, TimeView
from generator.render.web_address import web_address, web_host
from generator.render.wording import view_moment

_MOST_RELATED = 12

_OPPOSITES = {"earlier": "later", "later": "earlier"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another article, and why it is one to read."""

    row: RowView
    label: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NameGroup:
    """An article's names of one kind."""

    heading: LinkView
    kind: str
    names: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """What `article.html` reads."""

    mark: Markup
    title: str
    deck: str | None
    authors: tuple[str, ...]
    source: LinkView
    place: str | None
    published: TimeView | None
    updated: TimeView | None
    language: str | None
    labels: tuple[str, ...]
    photo_credits: tuple[str, ...]
    original: str | None
    original_host: str
    body: Markup
    topics: tuple[LinkView, ...]
    learned: tuple[str, ...]
    """Those of the topics that no one gave and no rule found, but other articles taught."""
    names: tuple[NameGroup, ...]
    story: CountView | None
    reports: tuple[RowView, ...]
    """The story's other reports, but for those that carry the same text."""
    thread: ThreadBox | None
    related: tuple[Related, ...]
    newest: VersionView | None
    """The newest version, on the page of an older one."""
    earlier: tuple[VersionView, ...]
    """The older versions, on the page of the newest."""
    corrections: tuple[CorrectionView, ...]
    """On the page of an older version, the one that put it right."""
    carried: CarriedView | None
    """Who else carries the text, and whose it is."""
    mentioned: tuple[MentionedView, ...]
    """Of a round-up: the stories that it tells of."""
    parts: tuple[RowView, ...]
    """Articles whose text this one holds among matter of its own."""
    wholes: tuple[RowView, ...]
    """Articles that hold this one's."""
    citation: Citation
    day: LinkView | None


def article_pages(context: Context, templates: Templates) -> Iterator[Page]:
    """A page for each article."""
    for enriched in context.digest.articles:
        yield render_page(templates, "article.html", _frame(enriched, context), view_article(enriched, context))


def view_article(enriched: EnrichedArticle, context: Context) -> ArticleView:
    """All that an article's page says."""
    article = enriched.article
    story = context.story_of.get(article.id)
    moment = moment_of(article)
    original = web_address(article.url)
    row = context.rows[article.id]
    subjects = [(topic, s) for topic in enriched.topics if (s := context.subjects.get(topic.id))]
    named = {article.id, *carriers(article.id, context)}
    reports = context.rows_of(a for a in story.articles if a not in named) if story else ()
    topics = tuple(view_subject(s) for _, s in subjects)
    return ArticleView(
        mark=row.mark,
        title=article.title,
        deck=article.deck,
        authors=article.authors,
        source=row.source,
        place=article.dateline.place if article.dateline else None,
        published=row.published,
        updated=view_moment(article.updated) if article.published else None,
        language=foreign(article.language, context.site.language),
        labels=shown_labels(article),
        photo_credits=article.photo_credits,
        original=original,
        original_host=web_host(original) if original else "",
        body=_weave_body(enriched, context),
        topics=topics,
        learned=tuple(s.label for topic, s in subjects if topic.origin == "learned"),
        names=_group_names(enriched, topics, context),
        story=row.story,
        reports=reports,
        thread=box_thread(article.id, context),
        related=_relate(article.id, {r.id for r in reports}, context),
        newest=view_newest(article.id, context),
        earlier=view_earlier(article.id, context),
        corrections=corrections_of(article.id, context),
        carried=view_carried(article.id, context),
        mentioned=view_mentioned(article.id, context),
        parts=context.rows_of(context.parts_of.get(article.id, ())),
        wholes=context.rows_of(context.wholes_of.get(article.id, ())),
        citation=view_citation(article, row, absolute_url(article_address(article), context.site.url)),
        day=context.day_link(day_of(moment)) if moment else None,
    )


def _frame(enriched: EnrichedArticle, context: Context) -> Frame:
    article = enriched.article
    address = article_address(article)
    source = context.source_of.get(article.id)
    main = next((s for t in enriched.topics if (s := context.subjects.get(t.id))), None)
    crumbs = topic_crumbs(main, context) if main else ()
    frame = make_frame(
        context.site,
        address,
        article.title,
        description=enriched.summary.text,
        crumbs=crumbs,
        feeds=context.page_feeds(subject_address(main) if main else address),
        kind="article",
    )
    newest = context.newest_of.get(article.id)
    data = article_data(
        article,
        frame.canonical,
        source.name if source else None,
        context.site.language,
        () if newest else context.corrections_of.get(article.id, ()),
        context.rewritten.get(article.id),
    )
    canonical = absolute_url(article_address(context.articles[newest].article), context.site.url) if newest else ""
    return replace(frame, linked_data=data, canonical=canonical or frame.canonical)


def _weave_body(enriched: EnrichedArticle, context: Context) -> Markup:
    article = enriched.article
    root = root_of(article_address(article))
    tags = {e.id: name_tag(e.kind, root + entity_address(e)) for e in context.names_of.get(article.id, ())}
    names = [NameLink(span=m.span, entity=m.entity, tag=tags[m.entity]) for m in enriched.mentions if m.entity in tags]
    return weave(point_links(article.html, root), article.text, article.sentences, names)


def _group_names(enriched: EnrichedArticle, topics: Sequence[LinkView], context: Context) -> tuple[NameGroup, ...]:
    """By kind. What is a topic too is left out where the text has it, for it is a link there."""
    groups: dict[EntityKind, list[LinkView]] = {kind: [] for kind in KINDS}
    named = context.names_of.get(enriched.article.id, ())
    kept, linked = set(leave_out_filed(named, topics)), {mention.entity for mention in enriched.mentions}
    for entity in named:
        if entity in kept or entity.id not in linked:
            groups[entity.kind].append(view_entity(entity))
    headings = {section.address: section for section in SECTIONS}
    return tuple(
        NameGroup(heading=headings[KINDS[kind]], kind=kind, names=tuple(names))
        for kind, names in groups.items()
        if names
    )


def _relate(article: str, told: set[str], context: Context) -> tuple[Related, ...]:
    """Related articles, one entry each, without those that the page names already: of its story, of the same text."""
    found: dict[str, Related] = {}
    same_text = carriers(article, context)
    for link in context.links_of.get(article, ()):
        other = link.target if link.source == article else link.source
        if link.relation == "version" or other in found or other in same_text or other not in context.rows:
            continue
        if other in told and link.relation != "duplicate":
            continue
        why = link.why if link.source == article else tuple(map(_reverse, link.why))
        found[other] = Related(row=context.rows[other], label=_label(link, article, other, context), why="; ".join(why))
        if len(found) == _MOST_RELATED:
            break
    return tuple(found.values())


def _label(link: Link, article: str, other: str, context: Context) -> str:
    """A word for the other article."""
    if link.relation == "duplicate":
        return "Same text"
    here, there = (moment_of(context.articles[i].article) for i in (article, other))
    if link.relation != "follow-up" or here is None or there is None:
        return ""
    return "Earlier" if instant(there) < instant(here) else "Later"


def _reverse(reason: str) -> str:
    """A reason seen from the other end: `7 days later` is `7 days earlier`."""
    words, _, last = reason.rpartition(" ")
    return f"{words} {_OPPOSITES[last]}" if last in _OPPOSITES else reason
