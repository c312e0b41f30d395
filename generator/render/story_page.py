"""Story pages and their index: what several reports say of one event. In: the context. Out: pages.

Nothing is written here: every sentence is a report's own, and links to its place in the report.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Account, EnrichedArticle, Page, Story
from generator.moments import day_of, instant
from generator.render.article_time import moment_of
from generator.render.body import plain_sentence, sentence_anchor, sentence_at
from generator.render.context import Context
from generator.render.frame import make_frame
from generator.render.link_views import view_subject
from generator.render.listing import cut_list, numbered_title
from generator.render.page import render_page
from generator.render.paths import STORIES
from generator.render.ranking import names_in
from generator.render.reader_mark import reader_mark
from generator.render.related_stories import RelatedStory, view_related_stories
from generator.render.story_account import AccountView, view_account
from generator.render.story_receipt import ReceiptView, view_receipt
from generator.render.templates import Templates
from generator.render.thread_page import THREADS_LINK, ThreadBox, box_thread
from generator.render.views import CountView, LinkView, NamesView, PagerView, RowView
from generator.render.wording import NO_SOURCE, say_count, say_days, say_independent

_INDEX = LinkView(address=STORIES, text="Stories")


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A sentence of a report, linked to its place there."""

    text: str
    sentence: LinkView
    row: RowView


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """A report in the list of all, with the sentence it opens with."""

    row: RowView
    opening: Saying | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """What `story.html` reads."""

    mark: Markup
    title: str
    when: str
    reports_count: str
    sources_count: str
    topic: LinkView | None
    lead: RowView
    summary: tuple[Saying, ...]
    """Of the lead report, where the account has no summary."""
    account: AccountView
    reports: tuple[ReportView, ...]
    """All, the earliest first."""
    topics: tuple[LinkView, ...]
    names: tuple[NamesView, ...]
    days: tuple[LinkView, ...]
    thread: ThreadBox | None
    related: tuple[RelatedStory, ...]
    receipt: ReceiptView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRow:
    """A story in the index."""

    mark: Markup
    link: LinkView
    when: str
    reports_count: str
    topic: LinkView | None
    lead: RowView


@dataclass(frozen=True, slots=True, kw_only=True)
class StoriesView:
    """What `stories.html` reads."""

    stories: tuple[StoryRow, ...]
    threads: CountView | None
    """The stories that go on, where there are any."""
    pager: PagerView | None


def story_pages(context: Context, templates: Templates) -> Iterator[Page]:
    """The index, newest first, and a page for each story."""
    ranked = sorted(context.stories.values(), key=_recency, reverse=True)
    for part in cut_list(ranked, STORIES, context.render.page_articles):
        frame = make_frame(
            context.site,
            part.address,
            numbered_title("Stories", part.pager),
            description="Events that several reports tell of.",
            section=STORIES,
            crumbs=() if part.is_first else (_INDEX,),
            feeds=context.page_feeds(STORIES),
        )
        view = StoriesView(
            stories=tuple(_row(s, context) for s in part.members), threads=_count_threads(context), pager=part.pager
        )
        yield render_page(templates, "stories.html", frame, view)
    for story in ranked:
        view_of_story = view_story(story, context)
        frame = make_frame(
            context.site,
            context.story_addresses[story.id],
            f"{story.title}: {view_of_story.reports_count}",
            description=view_of_story.lead.summary,
            section=STORIES,
            crumbs=(_INDEX,),
            feeds=context.page_feeds(
                context.story_addresses[story.id], *([view_of_story.topic.address] if view_of_story.topic else [])
            ),
        )
        yield render_page(templates, "story.html", frame, view_of_story)


def _count_threads(context: Context) -> CountView | None:
    count = len(context.digest.threads)
    return CountView(address=THREADS_LINK.address, text=THREADS_LINK.text, count=count) if count else None


def _recency(story: Story) -> tuple[bool, float, int, str]:
    """Stories without a date come last."""
    newest = instant(story.last).timestamp() if story.last else 0.0
    return story.last is not None, newest, len(story.articles), story.id


def _mark(story: Story) -> Markup:
    return reader_mark(story.id, story.last, "story")


def _say_when(story: Story) -> str:
    return say_days(day_of(story.first), day_of(story.last)) if story.first and story.last else ""


def _row(story: Story, context: Context) -> StoryRow:
    lead = context.rows[story.articles[0]]
    return StoryRow(
        mark=_mark(story),
        link=LinkView(address=context.story_link(story).address, text=story.title),
        when=_say_when(story),
        reports_count=_say_reports(story),
        topic=lead.topic,
        lead=lead,
    )


def view_story(story: Story, context: Context) -> StoryView:
    """All that a story's page says."""
    reports = [context.articles[a] for a in story.articles if a in context.articles]
    in_order = sorted(reports, key=_time_key)
    rows = context.rows_of(e.article.id for e in in_order)
    days = dict.fromkeys(day_of(m) for e in in_order if (m := moment_of(e.article)) is not None)
    account = view_account(context.accounts.get(story.id, Account(story=story.id)), context)
    topics = tuple(view_subject(s) for t in story.topics if (s := context.subjects.get(t)) is not None)
    return StoryView(
        mark=_mark(story),
        title=story.title,
        when=_say_when(story),
        reports_count=_say_reports(story),
        sources_count=_say_sources(rows),
        topic=context.rows[story.articles[0]].topic,
        lead=context.rows[story.articles[0]],
        summary=() if account.summary else _summary(reports[0], context),
        account=account,
        reports=tuple(ReportView(row=context.rows[e.article.id], opening=_say(e, 0, context)) for e in in_order),
        topics=topics,
        names=names_in(story.articles, context, topics),
        days=tuple(link for day in days if (link := context.day_link(day)) is not None),
        thread=box_thread(story.articles[0], context),
        related=view_related_stories(story, context),
        receipt=view_receipt(story, context),
    )


def _say_reports(story: Story) -> str:
    """`5 reports`; `5 reports, 2 independent` where the others carry another's text."""
    return ", ".join(filter(None, (say_count(len(story.articles), "report"), say_independent(story))))


def _say_sources(reports: Sequence[RowView]) -> str:
    """`3 sources`, `2 sources, 1 not stated`: reports that name no source are counted apart, for they may share one."""
    stated = len({r.source.address for r in reports if r.source.address})
    unstated = sum(1 for r in reports if not r.source.address)
    if not stated:
        return NO_SOURCE
    return f"{say_count(stated, 'source')}, {unstated} not stated" if unstated else say_count(stated, "source")


def _time_key(enriched: EnrichedArticle) -> tuple[bool, float, str]:
    moment = moment_of(enriched.article)
    return (moment is None, instant(moment).timestamp() if moment else 0.0, enriched.article.id)


def _summary(lead: EnrichedArticle, context: Context) -> tuple[Saying, ...]:
    """The sentences the lead report is summed up with, or its deck."""
    article = lead.article
    numbers = (sentence_at(article.sentences, span.start) for span in lead.summary.spans)
    sayings = tuple(s for n in dict.fromkeys(numbers) if n is not None and (s := _say(lead, n, context)) is not None)
    if sayings or not lead.summary.text:
        return sayings
    row = context.rows[article.id]
    return (Saying(text=lead.summary.text, sentence=LinkView(address=row.address, text=row.title), row=row),)


def _say(enriched: EnrichedArticle, number: int, context: Context) -> Saying | None:
    article = enriched.article
    if number >= len(article.sentences):
        return None
    row = context.rows[article.id]
    text = plain_sentence(article.text, article.sentences[number])
    return Saying(text=text, sentence=_sentence_link(row, number), row=row)


def _sentence_link(row: RowView, number: int) -> LinkView:
    return LinkView(address=f"{row.address}#{sentence_anchor(number)}", text=row.title)
