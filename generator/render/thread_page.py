"""Thread pages, their index, and what leads to them. In: the context. Out: pages, and a box for stories and articles.

What is new in an episode is said by its lead report's own sentences, each a link to its place there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Article, Digest, Episode, Page, Thread
from generator.moments import Moment, day_of, instant
from generator.render.article_time import moment_of
from generator.render.body import plain_sentence, sentence_anchor
from generator.render.context import Context, foreign
from generator.render.frame import make_frame
from generator.render.link_views import href, view_subject
from generator.render.listing import cut_list, numbered_title
from generator.render.page import render_page
from generator.render.paths import STORIES, THREADS, thread_address
from generator.render.ranking import group_names
from generator.render.templates import Templates
from generator.render.views import LinkView, NamesView, PagerView, TimeView
from generator.render.wording import say_count, say_days, view_day

STORIES_CRUMB = LinkView(address=STORIES, text="Stories")
THREADS_LINK = LinkView(address=THREADS, text="Threads")
_MOST_SHARED_TOPICS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class EpisodeView:
    """A part of a thread: a story, or an article that is of none."""

    link: LinkView
    day: TimeView | None
    reports_count: str
    source: LinkView | None
    """Of an article alone."""
    language: str | None
    claims: tuple[LinkView, ...]
    """What the parts before did not tell; of the first, what sums it up."""
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadView:
    """What `thread.html` reads."""

    title: str
    when: str
    episodes_count: str
    reports_count: str
    episodes: tuple[EpisodeView, ...]
    """The earliest first."""
    topics: tuple[LinkView, ...]
    names: tuple[NamesView, ...]
    """Those of two episodes or more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadRow:
    """A thread in the index, with its newest part."""

    link: LinkView
    when: str
    episodes_count: str
    newest: EpisodeView


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadsView:
    """What `threads.html` reads."""

    threads: tuple[ThreadRow, ...]
    pager: PagerView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadBox:
    """The thread that a story or article is a part of, on its page."""

    thread: LinkView
    place: str
    """`part 2 of 5`"""
    earlier: EpisodeView | None
    later: EpisodeView | None


def thread_pages(context: Context, templates: Templates) -> Iterator[Page]:
    """The index, what went on last first, and a page for each thread; nothing where there are none."""
    threads = context.digest.threads
    for part in cut_list(threads, THREADS, context.render.page_articles) if threads else ():
        frame = make_frame(
            context.site,
            part.address,
            numbered_title("Threads", part.pager),
            description="Stories that go on over days or months.",
            section=STORIES,
            crumbs=(STORIES_CRUMB,) if part.is_first else (STORIES_CRUMB, THREADS_LINK),
            feeds=context.page_feeds(STORIES),
        )
        view = ThreadsView(threads=tuple(_view_row(thread, context) for thread in part.members), pager=part.pager)
        yield render_page(templates, "threads.html", frame, view)
    for thread in threads:
        view_of_thread = view_thread(thread, context)
        frame = make_frame(
            context.site,
            context.thread_addresses[thread.id],
            f"{thread.title}: {view_of_thread.episodes_count}",
            description=f"{thread.title}: {view_of_thread.episodes_count}, {view_of_thread.when}.",
            section=STORIES,
            crumbs=(STORIES_CRUMB, THREADS_LINK),
            feeds=context.page_feeds(context.thread_addresses[thread.id]),
        )
        yield render_page(templates, "thread.html", frame, view_of_thread)


def view_thread(thread: Thread, context: Context) -> ThreadView:
    """All that a thread's page says."""
    articles = [article for episode in thread.episodes for article in articles_of(episode, context)]
    topics = tuple(_shared_topics(thread, context))
    return ThreadView(
        title=thread.title,
        when=_say_when(thread, context),
        episodes_count=say_count(len(thread.episodes), "part"),
        reports_count=say_count(len(articles), "report"),
        episodes=tuple(view_episode(episode, context) for episode in thread.episodes),
        topics=topics,
        names=_shared_names(thread, topics, context),
    )


def view_episode(episode: Episode, context: Context) -> EpisodeView:
    """A part as the thread's page shows it."""
    row = context.rows[episode.article]
    story = context.stories.get(episode.story or "")
    # Beside the lead's headline stands the lead's day: a story of a week begins long before what its title says.
    moment = moment_of(context.articles[episode.article].article)
    lead = context.articles[episode.article].article
    sentences = [claim.sentence for claim in episode.news if claim.sentence < len(lead.sentences)]
    news = tuple(
        LinkView(
            address=f"{row.address}#{sentence_anchor(number)}", text=plain_sentence(lead.text, lead.sentences[number])
        )
        for number in sentences
    )
    return EpisodeView(
        link=LinkView(address=context.story_link(story).address, text=story.title)
        if story
        else LinkView(address=row.address, text=row.title),
        day=view_day(day_of(moment)) if moment else None,
        reports_count=say_count(len(story.articles), "report") if story else "",
        source=None if story else row.source,
        language=foreign(lead.language, context.site.language),
        claims=news or row.claims,
        why="; ".join(episode.why),
    )


def box_thread(article: str, context: Context) -> ThreadBox | None:
    """The thread that an article, or the story it is in, is a part of."""
    thread = context.thread_of.get(article)
    if thread is None:
        return None
    story = context.story_of.get(article)
    parts = [e.article if e.story is None else e.story for e in thread.episodes]
    at = parts.index(story.id if story else article)
    around = thread.episodes[at - 1] if at else None, next(iter(thread.episodes[at + 1 :]), None)
    earlier, later = (view_episode(episode, context) if episode else None for episode in around)
    return ThreadBox(
        thread=link_thread(thread, context), place=f"part {at + 1} of {len(parts)}", earlier=earlier, later=later
    )


def thread_members(digest: Digest, articles: Mapping[str, Article]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Addresses of thread pages, the index first, each with the ids of its articles."""
    stories = {story.id: story.articles for story in digest.stories}
    if digest.threads:
        yield THREADS, tuple(articles)
    for thread in digest.threads:
        members = tuple(a for e in thread.episodes for a in stories.get(e.story or "", (e.article,)))
        yield thread_address(thread, articles.get(thread.id) or articles[thread.episodes[0].article]), members


def link_thread(thread: Thread, context: Context) -> LinkView:
    """To its page."""
    return LinkView(address=href(context.thread_addresses[thread.id]), text=thread.title)


def articles_of(episode: Episode, context: Context) -> tuple[str, ...]:
    """The ids of a part's reports."""
    story = context.stories.get(episode.story or "")
    return story.articles if story else (episode.article,)


def _view_row(thread: Thread, context: Context) -> ThreadRow:
    return ThreadRow(
        link=link_thread(thread, context),
        when=_say_when(thread, context),
        episodes_count=say_count(len(thread.episodes), "part"),
        newest=view_episode(thread.episodes[-1], context),
    )


def _say_when(thread: Thread, context: Context) -> str:
    """From the first part's first day to the last's last."""
    moments = sorted((moment for each in thread.episodes for moment in _ends(each, context)), key=instant)
    return say_days(day_of(moments[0]), day_of(moments[-1])) if moments else ""


def _ends(episode: Episode, context: Context) -> Iterator[Moment]:
    """The first and the last moment of a part."""
    story = context.stories.get(episode.story or "")
    alone = moment_of(context.articles[episode.article].article)
    for moment in (story.first, story.last) if story else (alone,):
        if moment is not None:
            yield moment


def _shared_names(thread: Thread, topics: Sequence[LinkView], context: Context) -> tuple[NamesView, ...]:
    """The names that stand in two parts or more, with the number of the thread's reports that have them."""
    parts: Counter[str] = Counter()
    reports: Counter[str] = Counter()
    for episode in thread.episodes:
        named = [[e.id for e in context.names_of.get(a, ())] for a in articles_of(episode, context)]
        parts.update({identity for identities in named for identity in identities})
        reports.update(identity for identities in named for identity in identities)
    shared = {identity: reports[identity] for identity in sorted(parts) if parts[identity] > 1}
    return group_names(shared, context, topics=topics)


def _shared_topics(thread: Thread, context: Context) -> Iterator[LinkView]:
    """Topics of the leads of two parts or more, by how many have them."""
    counts = Counter(topic.id for episode in thread.episodes for topic in context.articles[episode.article].topics)
    shared = [i for i in counts if counts[i] > 1 and i in context.subjects]
    for identity in sorted(shared, key=lambda i: -counts[i])[:_MOST_SHARED_TOPICS]:
        yield view_subject(context.subjects[identity])
