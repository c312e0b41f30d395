"""All that pages look up, prepared once for a digest. In: digest and options. Out: `Context`.

Every lookup is a dictionary made in one walk, so that a page costs what it shows, however large the digest is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import TypeVar

from generator.config import FeedsConfig, RenderConfig, SiteConfig
from generator.model import (
    Account,
    Correction,
    Digest,
    Edition,
    EnrichedArticle,
    Entity,
    Link,
    Membership,
    Source,
    Story,
    StoryLink,
    Subject,
    Syndication,
    Thread,
)
from generator.moments import day_of, format_moment
from generator.render.article_time import moment_of
from generator.render.body import plain_sentence, sentence_anchor, sentence_at
from generator.render.copies import stand_ins
from generator.render.feed_link import FeedLink
from generator.render.feed_list import list_feeds
from generator.render.fragments import Fragments
from generator.render.frame import make_site_view
from generator.render.last_change import last_changes
from generator.render.link_views import href, view_source, view_subject
from generator.render.paths import HOME, article_address, day_address, story_address, thread_address
from generator.render.reader_mark import reader_mark
from generator.render.templates import Templates
from generator.render.views import CountView, LinkView, RowView, SiteView, TimeView
from generator.render.wording import say_day, say_independent, say_time, shorten, view_day, view_moment

_ROW_SUMMARY = 220
"""Most characters of a summary in a list."""
_LEAST_CLAIM = 30
"""Characters that must be left for another sentence: shorter scraps say nothing."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A digest, and what leads from each of its parts to the others. Keys are ids; an article's things, by its id."""

    digest: Digest
    site: SiteView
    render: RenderConfig
    articles: Mapping[str, EnrichedArticle]
    rows: Mapping[str, RowView]
    fragments: Fragments
    subjects: Mapping[str, Subject]
    children: Mapping[str | None, Sequence[Subject]]
    """Subjects below a subject, by label; those below None are the top."""
    entities: Mapping[str, Entity]
    """Those that have a page."""
    names_of: Mapping[str, Sequence[Entity]]
    """An article's entities that have a page, most named first."""
    stories: Mapping[str, Story]
    story_addresses: Mapping[str, str]
    story_of: Mapping[str, Story]
    mentioned_in: Mapping[str, Sequence[tuple[Story, Membership]]]
    """The stories that a round-up tells of."""
    source_of: Mapping[str, Source]
    links_of: Mapping[str, Sequence[Link]]
    """Links from and to an article; its own first."""
    thread_of: Mapping[str, Thread]
    """By the ids of all articles in it."""
    thread_addresses: Mapping[str, str]
    story_links_of: Mapping[str, Sequence[StoryLink]]
    """A story's links to others."""
    accounts: Mapping[str, Account]
    """By the ids of stories."""
    newest_of: Mapping[str, str]
    """An older version's newest."""
    older_of: Mapping[str, Sequence[str]]
    """A newest version's older ones, the oldest first."""
    syndications: Mapping[str, Syndication]
    """Texts that several carry, by what is shown of each."""
    shown_of: Mapping[str, str]
    """A copy's stand-in in lists."""
    parts_of: Mapping[str, Sequence[str]]
    """Of an article that holds others' texts: those."""
    wholes_of: Mapping[str, Sequence[str]]
    corrections_of: Mapping[str, Sequence[Correction]]
    """Of the newest version all corrections, of an older one those of its text."""
    rewritten: Mapping[str, datetime]
    """When a text last changed without a stamp of its own."""
    days: Mapping[date, Edition]
    feeds: Mapping[str, FeedLink]
    """By their own address."""
    feeds_of: Mapping[str, Sequence[FeedLink]]
    """By the address of their page."""

    def page_feeds(self, *addresses: str) -> tuple[FeedLink, ...]:
        """The feeds a page announces: those of the pages named, its own first, and the site's."""
        return tuple(feed for a in dict.fromkeys((*addresses, HOME)) for feed in self.feeds_of.get(a, ()))

    def rows_of(self, articles: Iterable[str]) -> tuple[RowView, ...]:
        """Articles as rows of a list."""
        return tuple(self.rows[a] for a in articles if a in self.rows)

    def main_subject(self, article: str) -> Subject | None:
        """The one topic that stands above an article wherever it is listed: its story's, so that all reports agree.

        What most reports of the story share, else the first of its lead; of an article alone, its own first.
        """
        story = self.story_of.get(article)
        lead = self.articles.get(story.articles[0] if story else article)
        topics = [*(story.topics if story else ()), *(t.id for t in (lead.topics if lead else ()))]
        return next((s for t in topics if (s := self.subjects.get(t)) is not None), None)

    def top_subject(self, article: str) -> Subject | None:
        """The top of the tree above an article's main topic."""
        main = self.main_subject(article)
        return next(iter(self.broader(main)), main) if main else None

    def broader(self, subject: Subject) -> tuple[Subject, ...]:
        """The subjects above one, the top first."""
        above: list[Subject] = []
        while (parent := self.subjects.get(subject.parent or "")) is not None and parent not in above:
            above.append(parent)
            subject = parent
        return tuple(reversed(above))

    def story_link(self, story: Story) -> CountView:
        """A story with the number of its reports."""
        return CountView(
            address=href(self.story_addresses[story.id]),
            text=story.title,
            count=len(story.articles),
            note=say_independent(story),
        )

    def day_link(self, day: date) -> LinkView | None:
        """A day's edition, if there is one."""
        return _link_day(day) if day in self.days else None


@lru_cache(maxsize=10_000)
def _link_day(day: date) -> LinkView:
    """Kept, because nearly every page links days, and mostly the same ones."""
    return LinkView(address=day_address(day), text=say_day(day))


def make_context(
    digest: Digest,
    site: SiteConfig,
    render: RenderConfig,
    templates: Templates,
    written: Sequence[LinkView] = (),
    feeds: FeedsConfig | None = None,
) -> Context:
    """Prepare the lookups. `written` are the hand-written pages that every page links."""
    listed = list_feeds(digest, site, feeds)
    articles = {e.article.id: e for e in digest.articles}
    entities = {e.id: e for e in digest.entities}
    stories = {s.id: s for s in digest.stories if len(s.articles) >= 2}
    rows: dict[str, RowView] = {}
    context = Context(
        digest=digest,
        site=make_site_view(site, written),
        render=render,
        articles=articles,
        rows=rows,
        fragments=Fragments(templates, rows),
        subjects={s.id: s for s in digest.subjects},
        children=_children(digest.subjects),
        entities=entities,
        names_of=_names_of(articles, entities),
        stories=stories,
        story_addresses={s.id: _story_address(s, articles) for s in stories.values()},
        story_of={a: s for s in stories.values() for a in s.articles},
        mentioned_in=_group((m.article, (s, m)) for s in stories.values() for m in s.mentions),
        source_of=_source_of(digest),
        links_of=_links_of(digest.links),
        thread_of=_thread_of(digest.threads, stories),
        thread_addresses={t.id: _thread_address(t, articles) for t in digest.threads},
        story_links_of=_story_links_of(digest.story_links),
        accounts={account.story: account for account in digest.accounts},
        newest_of={older: chain.newest for chain in digest.versions for older in chain.older},
        older_of={chain.newest: chain.older for chain in digest.versions},
        syndications={each.shown: each for each in digest.syndications},
        shown_of=stand_ins(digest),
        parts_of=_group((found.whole, found.part) for found in digest.inclusions),
        wholes_of=_group((found.part, found.whole) for found in digest.inclusions),
        corrections_of=_corrections_of(digest.corrections),
        rewritten=last_changes(digest),
        days={e.first: e for e in digest.editions if e.grain == "day"},
        feeds={f.address: f for f in listed},
        feeds_of=_group((f.page, f) for f in listed),
    )
    rows.update((i, _make_row(e, context)) for i, e in articles.items())
    return context


def _source_of(digest: Digest) -> dict[str, Source]:
    """An article's source; that of an older version, which no source lists, is its newest's."""
    found = {article: source for source in digest.sources for article in source.articles}
    for chain in digest.versions:
        if source := found.get(chain.newest):
            found.update(dict.fromkeys(chain.older, source))
    return found


def _story_address(story: Story, articles: Mapping[str, EnrichedArticle]) -> str:
    first = articles.get(story.id) or articles[story.articles[0]]
    return story_address(story, first.article)


def _thread_of(threads: Sequence[Thread], stories: Mapping[str, Story]) -> dict[str, Thread]:
    found: dict[str, Thread] = {}
    for thread in threads:
        for episode in thread.episodes:
            story = stories.get(episode.story or "")
            found.update(dict.fromkeys(story.articles if story else (episode.article,), thread))
    return found


def _thread_address(thread: Thread, articles: Mapping[str, EnrichedArticle]) -> str:
    first = articles.get(thread.id) or articles[thread.episodes[0].article]
    return thread_address(thread, first.article)


def _children(subjects: Sequence[Subject]) -> dict[str | None, list[Subject]]:
    known = {s.id for s in subjects}
    children: dict[str | None, list[Subject]] = defaultdict(list)
    for subject in sorted(subjects, key=lambda s: (s.label.casefold(), s.id)):
        children[subject.parent if subject.parent in known else None].append(subject)
    return dict(children)


def _names_of(articles: Mapping[str, EnrichedArticle], entities: Mapping[str, Entity]) -> dict[str, list[Entity]]:
    named: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities.values():
        for article in entity.articles:
            named[article].append(entity)
    for article, found in named.items():
        counts = Counter(m.entity for m in articles[article].mentions)
        found.sort(key=lambda e, c=counts: (-c[e.id], -len(e.articles), e.id))  # type: ignore[misc]
    return dict(named)


def _links_of(links: Sequence[Link]) -> dict[str, list[Link]]:
    found: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        found[link.source].append(link)
    linked = {(link.source, link.target) for link in links}
    for link in links:
        if (link.target, link.source) not in linked:
            found[link.target].append(link)
    return dict(found)


def _story_links_of(links: Sequence[StoryLink]) -> dict[str, list[StoryLink]]:
    found: dict[str, list[StoryLink]] = defaultdict(list)
    for link in links:
        found[link.source].append(link)
    return dict(found)


def _group(pairs: Iterable[tuple[str, _T]]) -> dict[str, list[_T]]:
    found: dict[str, list[_T]] = defaultdict(list)
    for one, other in pairs:
        found[one].append(other)
    return dict(found)


def _corrections_of(corrections: Sequence[Correction]) -> dict[str, list[Correction]]:
    found: dict[str, list[Correction]] = defaultdict(list)
    for correction in corrections:
        found[correction.article].append(correction)
        if correction.older is not None:
            found[correction.older].append(correction)
    return dict(found)


def _make_row(enriched: EnrichedArticle, context: Context) -> RowView:
    article = enriched.article
    source = context.source_of.get(article.id)
    story = context.story_of.get(article.id)
    moment = moment_of(article)
    time = say_time(moment) if moment else None
    topic = context.main_subject(article.id)
    address = href(article_address(article))
    return RowView(
        id=article.id,
        mark=reader_mark(article.id, moment),
        address=address,
        title=article.title,
        summary=shorten(enriched.summary.text, _ROW_SUMMARY),
        claims=tuple(_claims(enriched, address)),
        source=view_source(source),
        published=view_moment(moment),
        time=TimeView(iso=format_moment(moment), text=time) if moment and time else None,
        day=view_day(day_of(moment) if moment else None),
        topic=view_subject(topic) if topic else None,
        story=context.story_link(story) if story else None,
        language=foreign(article.language, context.site.language),
    )


def _claims(enriched: EnrichedArticle, address: str) -> Iterator[LinkView]:
    """A summary's sentences, each a link to its place; a deck, or what is no sentence, links to the article."""
    article, summary = enriched.article, enriched.summary
    numbers = [sentence_at(article.sentences, span.start) for span in summary.spans]
    sentences = [
        (plain_sentence(article.text, article.sentences[n]), f"{address}#{sentence_anchor(n)}")
        for n in dict.fromkeys(numbers)
        if n is not None
    ]
    room = _ROW_SUMMARY
    for text, place in sentences or [(summary.text, address)]:
        if room > _LEAST_CLAIM and (short := shorten(text, room)):
            yield LinkView(address=place, text=short)
            room -= len(short) + 1
            if short.endswith("…"):
                return


def foreign(language: str | None, own: str) -> str | None:
    """An article's language where it is not the site's."""
    return language if language and language != own else None
