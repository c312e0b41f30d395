"""The digest feeds, grouped by topic and date. In: the digest. Out: one `Entry` a day, week or month, the newest first.

A day's content lists its stories in the day's ranking, under a heading for each topic, as the front page does: the
report that leads the story that day, then the day's others, and who published each. What the day's edition leaves out
comes last, by title. A week or a month has its topics' stories day by day, and leads to what it leaves out: that may be
thousands.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from html import escape
from itertools import islice

from generator.config import FeedsConfig, SiteConfig
from generator.model import Digest, Edition, EnrichedArticle, Grain, Item, Story, Subject
from generator.moments import day_of
from generator.render.absolute import absolute_url
from generator.render.article_time import changed, moment_of
from generator.render.copies import leave_out_copies, stand_ins
from generator.render.feed_entries import Category, Entry, legal, make_category, make_guid, one_line
from generator.render.feed_list import edition_articles
from generator.render.last_change import last_changes
from generator.render.left_out import say_reason
from generator.render.link_views import capital, edition_name
from generator.render.paths import article_address, edition_address, story_address, subject_address
from generator.render.wording import NO_SOURCE, say_count, say_day

OTHER = "Other news"
"""The heading of what has no topic."""
LEFT_OUT = "Left out"
"""The heading of what says nothing new, or stands too low."""


def digest_entries(
    digest: Digest, site: SiteConfig, options: FeedsConfig, grain: Grain = "day", *, whole: bool = False
) -> tuple[Entry, ...]:
    """The newest editions of a grain that have dated articles, or with `whole` all of them."""
    writer = _EditionWriter(digest, site, summaries=options.content == "full")
    entries = (entry for edition in digest.editions if edition.grain == grain and (entry := writer.write(edition)))
    return tuple(entries if whole else islice(entries, options.days))


class _EditionWriter:
    """Writes editions; holds the digest's values by id."""

    def __init__(self, digest: Digest, site: SiteConfig, summaries: bool) -> None:
        self.site = site
        self.summaries = summaries
        self.changes = last_changes(digest)
        self.shown_of = stand_ins(digest)
        self.articles: Mapping[str, EnrichedArticle] = {e.article.id: e for e in digest.articles}
        self.stories: Mapping[str, Story] = {story.id: story for story in digest.stories}
        self.subjects: Mapping[str, Subject] = {subject.id: subject for subject in digest.subjects}
        self.sources: Mapping[str, str] = {i: source.name for source in digest.sources for i in source.articles}

    def write(self, day: Edition) -> Entry | None:
        """The entry of an edition. Dated by its first day, and updated with its newest or last corrected report."""
        ids = [i for i in edition_articles(day) if i in self.articles]
        moments = [moment for i in ids if (moment := changed(self.articles[i].article))]
        moments.extend(self.changes[i] for i in ids if i in self.changes)
        if not moments:
            return None
        groups = self._by_topic(day)
        shown = day.items or tuple(left.item for left in day.left_out)
        left_out = self._left_out(day) if day.grain == "day" else self._link_left_out(day)
        sections = [*(self._section(subject, items, day) for subject, items in groups), left_out]
        start = datetime.combine(day.first, time(), UTC)
        return Entry(
            guid=make_guid(f"{self.site.url}{day.id}"),
            url=absolute_url(edition_address(day), self.site.url),
            title=edition_name(day),
            summary=one_line(" · ".join(self._title(item) for item in shown[:3])),
            html=legal("\n".join(section for section in sections if section)),
            published=start,
            updated=max(start, *moments),
            categories=tuple(_category(subject) for subject, _ in groups if subject),
        )

    def _by_topic(self, day: Edition) -> list[tuple[Subject | None, list[Item]]]:
        """The day's items by topic, topics in the order of their best item, what has no topic last."""
        groups: dict[str, list[Item]] = {}
        for item in day.items:
            groups.setdefault(item.topic if item.topic and item.topic in self.subjects else "", []).append(item)
        rest = groups.pop("", None)
        known: list[tuple[Subject | None, list[Item]]] = [(self.subjects[key], items) for key, items in groups.items()]
        return [*known, (None, rest)] if rest else known

    def _section(self, subject: Subject | None, items: list[Item], edition: Edition) -> str:
        heading = self._link(subject_address(subject), capital(subject.label)) if subject else OTHER
        lines = [f"<h2>{heading}</h2>"]
        for day, of_day in self._by_day(items, edition):
            lines.extend([f"<h3>{say_day(day)}</h3>"] if day else [])
            lines.extend(["<ul>", *map(self._item, of_day), "</ul>"])
        return "\n".join(lines)

    def _by_day(self, items: list[Item], edition: Edition) -> list[tuple[date | None, list[Item]]]:
        """Items by the day of their lead, the newest day first; in a day's edition together."""
        if edition.grain == "day":
            return [(None, items)]
        days: dict[date, list[Item]] = {}
        for item in items:
            days.setdefault(self._day(item) or edition.first, []).append(item)
        return [(day, days[day]) for day in sorted(days, reverse=True)]

    def _day(self, item: Item) -> date | None:
        moments = (moment_of(self.articles[i].article) for i in item.articles if i in self.articles)
        return next((day_of(moment) for moment in moments if moment is not None), None)

    def _link_left_out(self, edition: Edition) -> str:
        if not edition.left_out:
            return ""
        link = self._link(edition_address(edition), say_count(len(edition.left_out), "story", "stories"))
        return f"<h2>{LEFT_OUT}</h2>\n<p>{link}</p>"

    def _left_out(self, day: Edition) -> str:
        rows = [
            f"<li>{self._report(self.articles[i])}. {say_reason(left, day)}</li>"
            for left in day.left_out
            for i in leave_out_copies(left.item.articles, self.shown_of)
            if i in self.articles
        ]
        return "\n".join([f"<h2>{LEFT_OUT}</h2>", "<ul>", *rows, "</ul>"]) if rows else ""

    def _item(self, item: Item) -> str:
        shown = leave_out_copies(item.articles, self.shown_of)
        reports = [self.articles[i] for i in shown if i in self.articles]
        if not reports:
            return ""
        lead, *others = reports
        story = self._story_link(item)
        summary = _text(lead.summary.text) if self.summaries else ""
        listed = "".join(f"<li>{self._report(report)}</li>" for report in others)
        parts = (
            self._report(lead),
            f" ({story})" if story else "",
            f"<p>{summary}</p>" if summary else "",
            f"<ul>{listed}</ul>" if listed else "",
        )
        return f"<li>{''.join(parts)}</li>"

    def _story_link(self, item: Item) -> str | None:
        story = self.stories.get(item.story or "")
        first = self.articles.get(story.id) if story else None
        if story is None or first is None:
            return None
        return self._link(story_address(story, first.article), say_count(len(story.articles), "report"))

    def _report(self, report: EnrichedArticle) -> str:
        source = one_line(self.sources.get(report.article.id, NO_SOURCE))
        return f"{self._link(article_address(report.article), report.article.title)} – {_text(source)}"

    def _title(self, item: Item) -> str:
        lead = next((self.articles[i] for i in item.articles if i in self.articles), None)
        return lead.article.title if lead else ""

    def _link(self, address: str, text: str) -> str:
        return f'<a href="{escape(absolute_url(address, self.site.url))}">{_text(text)}</a>'


def _category(subject: Subject) -> Category:
    return make_category(subject.id, subject.label)


def _text(text: str) -> str:
    return escape(one_line(text), quote=False)
