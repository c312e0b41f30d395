"""Story pages and their index: what several reports say of one event. In: the context. Out: pages.

Nothing is written here: every sentence is a report's own, and links to its place in the report.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model import EnrichedArticle, Page, Quote, Story
from generator.moments import day_of, instant
from generator.render.article_time import moment_of
from generator.render.body import plain_sentence, sentence_anchor, sentence_at
from generator.render.context import Context, foreign
from generator.render.frame import make_frame
from generator.render.link_views import view_subject
from generator.render.listing import cut_list, numbered_title
from generator.render.page import render_page
from generator.render.paths import STORIES
from generator.render.ranking import names_in
from generator.render.templates import Templates
from generator.render.views import LinkView, NamesView, PagerView, QuoteView, RowView, TimeView
from generator.render.wording import NO_SOURCE, say_count, say_date, say_days

_INDEX = LinkView(address=STORIES, text="Stories")
_MOST_QUOTES = 12
_MOST_DATES = 12
_SHORTEST_QUOTE = 20
"""Characters; shorter ones are words in quotation marks, not things said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A sentence of a report, linked to its place there."""

    text: str
    sentence: LinkView
    row: RowView


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who is quoted, and with what."""

    name: str
    quotes: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSaying:
    """A day the reports speak of, and a sentence that does."""

    day: TimeView
    edition: LinkView | None
    saying: Saying


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """What `story.html` reads."""

    title: str
    when: str
    reports_count: str
    sources_count: str
    topic: LinkView | None
    lead: RowView
    summary: tuple[Saying, ...]
    reports: tuple[RowView, ...]
    """All, the earliest first."""
    openings: tuple[Saying, ...]
    speakers: tuple[Speaker, ...]
    dates: tuple[DateSaying, ...]
    topics: tuple[LinkView, ...]
    names: tuple[NamesView, ...]
    days: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRow:
    """A story in the index."""

    link: LinkView
    when: str
    reports_count: str
    topic: LinkView | None
    lead: RowView


@dataclass(frozen=True, slots=True, kw_only=True)
class StoriesView:
    """What `stories.html` reads."""

    stories: tuple[StoryRow, ...]
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
        view = StoriesView(stories=tuple(_row(s, context) for s in part.members), pager=part.pager)
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
            feeds=context.page_feeds(view_of_story.topic.address if view_of_story.topic else ""),
        )
        yield render_page(templates, "story.html", frame, view_of_story)


def _recency(story: Story) -> tuple[bool, float, int, str]:
    """Stories without a date come last."""
    newest = instant(story.last).timestamp() if story.last else 0.0
    return story.last is not None, newest, len(story.articles), story.id


def _say_when(story: Story) -> str:
    return say_days(day_of(story.first), day_of(story.last)) if story.first and story.last else ""


def _row(story: Story, context: Context) -> StoryRow:
    lead = context.rows[story.articles[0]]
    return StoryRow(
        link=LinkView(address=context.story_link(story).address, text=story.title),
        when=_say_when(story),
        reports_count=say_count(len(story.articles), "report"),
        topic=lead.topic,
        lead=lead,
    )


def view_story(story: Story, context: Context) -> StoryView:
    """All that a story's page says."""
    reports = [context.articles[a] for a in story.articles if a in context.articles]
    in_order = sorted(reports, key=_time_key)
    rows = context.rows_of(e.article.id for e in in_order)
    days = dict.fromkeys(day_of(m) for e in in_order if (m := moment_of(e.article)) is not None)
    topics = [s for t in story.topics if (s := context.subjects.get(t)) is not None]
    return StoryView(
        title=story.title,
        when=_say_when(story),
        reports_count=say_count(len(reports), "report"),
        sources_count=_say_sources(rows),
        topic=context.rows[story.articles[0]].topic,
        lead=context.rows[story.articles[0]],
        summary=_summary(reports[0], context),
        reports=rows,
        openings=tuple(o for e in in_order if (o := _say(e, 0, context)) is not None),
        speakers=_speakers(in_order, context),
        dates=_dates(in_order, context),
        topics=tuple(view_subject(s) for s in topics),
        names=names_in(story.articles, context),
        days=tuple(link for day in days if (link := context.day_link(day)) is not None),
    )


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


def _speakers(reports: Sequence[EnrichedArticle], context: Context) -> tuple[Speaker, ...]:
    """Quotes whose speaker is known, the same words once, under the speakers; who is quoted most comes first."""
    found: dict[str, list[QuoteView]] = {}
    told: set[str] = set()
    for enriched in reports:
        for quote in enriched.quotes:
            words = enriched.article.text[quote.span.start : quote.span.end]
            key = "".join(c for c in words.casefold() if c.isalnum())
            if quote.speaker and len(words) >= _SHORTEST_QUOTE and key not in told:
                told.add(key)
                found.setdefault(quote.speaker, []).append(_quote(enriched, quote, words, context))
    ranked = sorted(found.items(), key=lambda pair: -len(pair[1]))
    speakers: list[Speaker] = []
    room = _MOST_QUOTES
    for name, quotes in ranked:
        if room > 0:
            speakers.append(Speaker(name=name, quotes=tuple(quotes[:room])))
            room -= len(quotes)
    return tuple(speakers)


def _quote(enriched: EnrichedArticle, quote: Quote, words: str, context: Context) -> QuoteView:
    article = enriched.article
    row = context.rows[article.id]
    number = sentence_at(article.sentences, quote.span.start) or 0
    return QuoteView(
        text=" ".join(words.split()),
        speaker=quote.speaker or "",
        sentence=_sentence_link(row, number) if article.sentences else LinkView(address=row.address, text=row.title),
        source=row.source,
        language=foreign(article.language, context.site.language),
    )


def _dates(reports: Sequence[EnrichedArticle], context: Context) -> tuple[DateSaying, ...]:
    """The days the reports speak of, in order, each with the first sentence that names it."""
    found: dict[date, Saying] = {}
    for enriched in reports:
        for mention in enriched.dates:
            day = _day_value(mention.value) if mention.type in ("DATE", "TIME") else None
            number = sentence_at(enriched.article.sentences, mention.span.start)
            if day is None or day in found or number is None:
                continue
            saying = _say(enriched, number, context)
            if saying is not None:
                found[day] = saying
    return tuple(
        DateSaying(
            day=TimeView(iso=day.isoformat(), text=say_date(day)), edition=context.day_link(day), saying=found[day]
        )
        for day in sorted(found)[:_MOST_DATES]
    )


def _day_value(value: str) -> date | None:
    """The day of a TIMEX3 value: `2015-12-09`, `2015-12-09T18:40`; None for weeks, months, years."""
    try:
        return date.fromisoformat(value[:10]) if len(value) >= 10 and value[4] == value[7] == "-" else None
    except ValueError:
        return None
