"""A small digest made by hand for the pages: two outlets and more, three days, stories, names, hostile reports."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html import escape
from pathlib import Path
from typing import Any

from generator.config import SiteConfig
from generator.model import (
    Article,
    Block,
    DateMention,
    Digest,
    Edition,
    EnrichedArticle,
    Entity,
    EntityKind,
    Grain,
    Item,
    Link,
    Mention,
    Name,
    Quote,
    Source,
    Span,
    Story,
    Subject,
    Summary,
    Topic,
)
from generator.moments import Moment, day_of, instant
from generator.slugs import slugify

SITE = SiteConfig(
    name="The Harbour Digest",
    url="https://news.example.org/digest/",
    description="Small ports, large waters",
    language="en",
    author="Harbour desk",
    root=Path("/site"),
    docs_dir=Path("/site/content"),
    site_dir=Path("/site/site"),
)

NAMES: dict[str, tuple[EntityKind, str, tuple[str, ...], tuple[str, ...]]] = {
    "person/ada-quay": ("person", "Ada Quay", ("Ada Quay", "Ms Quay", "Quay"), ("harbour master",)),
    "person/ben-pier": ("person", "Ben Pier", ("Ben Pier", "Mr Pier"), ("minister of ports",)),
    "person/lone-gull": ("person", "Lone Gull", ("Lone Gull",), ()),
    "place/brinemouth": ("place", "Brinemouth", ("Brinemouth",), ()),
    "place/saltland": ("place", "Saltland", ("Saltland",), ()),
    "organisation/tide-board": ("organisation", "Tide Board", ("Tide Board", "TB"), ()),
}
TOPICS = {
    "medtop:11000000": ("politics", "politics", None),
    "medtop:20000593": ("government", "government", "medtop:11000000"),
    "medtop:03000000": ("disaster, accident and emergency incident", "disaster-accident", None),
    "medtop:20000151": ("flood", "flood", "medtop:03000000"),
    "harbour life": ("harbour life", "harbour-life", None),
}


def find_spans(text: str, wanted: str) -> list[Span]:
    return [Span(start=m.start(), end=m.end()) for m in re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", text)]


def split_plainly(text: str) -> tuple[Span, ...]:
    return tuple(Span(start=m.start(), end=m.end()) for m in re.finditer(r"[^\s.][^.\n]*\.?[”\"]?", text))


def make_article(identity: str, title: str, paragraphs: Sequence[str] = ("It happened.",), **values: Any) -> Article:
    blocks: list[Block] = []
    start = 0
    for paragraph in paragraphs:
        blocks.append(Block(kind="paragraph", span=Span(start=start, end=start + len(paragraph))))
        start += len(paragraph) + 2
    text = "\n\n".join(paragraphs)
    values.setdefault("path", f"articles/2015/12/{identity}.md")
    values.setdefault("html", "".join(f"<p>{escape(p, quote=False)}</p>\n" for p in paragraphs))
    return Article(id=identity, title=title, text=text, blocks=tuple(blocks), sentences=split_plainly(text), **values)


def make_report(
    identity: str,
    title: str,
    paragraphs: Sequence[str] = ("It happened.",),
    topics: Sequence[str] = (),
    **values: Any,
) -> EnrichedArticle:
    """An article with its names, quotes and one date found by the plainest means."""
    article = make_article(identity, title, paragraphs, **values)
    mentions: list[Mention] = []
    for entity, (kind, _, forms, _) in NAMES.items():
        for form in forms:
            for span in find_spans(article.text, form):
                if all(span.end <= m.span.start or span.start >= m.span.end for m in mentions):
                    mentions.append(Mention(span=span, kind=kind, entity=entity))
    quotes = [
        Quote(span=Span(start=m.start(), end=m.end()), speaker="Ada Quay", cue="said")
        for m in re.finditer("“[^”]+”", article.text)
    ]
    dates = [DateMention(span=s, type="DATE", value="2015-12-05") for s in find_spans(article.text, "Saturday")]
    return EnrichedArticle(
        article=article,
        mentions=tuple(sorted(mentions, key=lambda m: m.span.start)),
        topics=tuple(Topic(id=t, label=TOPICS[t][0], score=1.0, origin="rules") for t in topics),
        dates=tuple(dates),
        quotes=tuple(quotes),
        summary=Summary(text=paragraphs[0], spans=article.sentences[:1]),
    )


def make_digest(
    reports: Sequence[EnrichedArticle],
    stories: Sequence[tuple[str, ...]] = (),
    links: Sequence[Link] = (),
) -> Digest:
    """Relate by what each report says of itself; `stories` are ids of articles, the lead first."""
    ordered = tuple(sorted(reports, key=lambda e: (moment(e) is None, -stamp(e), e.article.id)))
    ids = [e.article.id for e in ordered]
    by_id = {e.article.id: e for e in ordered}
    made = tuple(_make_story(story, by_id) for story in stories)
    return Digest(
        articles=ordered,
        stories=made,
        links=tuple(links),
        entities=tuple(e for key in NAMES if len((e := _make_entity(key, ordered)).articles) >= 2),
        subjects=tuple(s for key in TOPICS if (s := _make_subject(key, ordered)).articles),
        sources=tuple(
            Source(name=name, slug=slugify(name), articles=tuple(i for i in ids if by_id[i].article.source == name))
            for name in sorted({e.article.source for e in ordered if e.article.source})
        ),
        editions=tuple(_make_editions(ordered, made)),
        now=datetime(2015, 12, 10, tzinfo=UTC),
    )


def moment(report: EnrichedArticle) -> Moment | None:
    dateline = report.article.dateline
    return report.article.published or report.article.updated or (dateline.date if dateline else None)


def stamp(report: EnrichedArticle) -> float:
    known = moment(report)
    return instant(known).timestamp() if known else 0.0


def _make_story(ids: tuple[str, ...], by_id: dict[str, EnrichedArticle]) -> Story:
    moments = sorted((m for i in ids if (m := moment(by_id[i])) is not None), key=instant)
    earliest = min(ids, key=lambda i: stamp(by_id[i]))
    topics = tuple(dict.fromkeys(t.id for i in ids for t in by_id[i].topics))
    return Story(
        id=earliest,
        title=by_id[ids[0]].article.title,
        articles=ids,
        topics=topics,
        first=moments[0],
        last=moments[-1],
    )


def _make_entity(key: str, reports: Sequence[EnrichedArticle]) -> Entity:
    kind, name, forms, roles = NAMES[key]
    articles = tuple(e.article.id for e in reports if any(m.entity == key for m in e.mentions))
    names = tuple(Name(text=form, count=1) for form in forms)
    return Entity(id=key, kind=kind, name=name, names=names, roles=roles, articles=articles)


def _make_subject(key: str, reports: Sequence[EnrichedArticle]) -> Subject:
    label, slug, parent = TOPICS[key]
    below = {key, *(k for k, (_, _, above) in TOPICS.items() if above == key)}
    articles = tuple(e.article.id for e in reports if any(t.id in below for t in e.topics))
    return Subject(id=key, label=label, slug=slug, parent=parent, articles=articles)


def _make_editions(reports: Sequence[EnrichedArticle], stories: Sequence[Story]) -> list[Edition]:
    found: dict[tuple[int, str], list[EnrichedArticle]] = {}
    for report in reports:
        known = moment(report)
        for grain in range(4) if known else ():
            found.setdefault((grain, edition_id(day_of(known), grain)), []).append(report)  # type: ignore[arg-type]
    ordered = sorted(found, key=lambda key: key[1], reverse=True)
    return [_make_edition(grain, key, found[grain, key], stories) for grain, key in sorted(ordered, key=lambda k: k[0])]


def edition_id(day: date, grain: int) -> str:
    year, week, _ = day.isocalendar()
    return (day.isoformat(), f"{year}-W{week:02}", f"{day:%Y-%m}", f"{day:%Y}")[grain]


def _make_edition(grain: int, key: str, reports: Sequence[EnrichedArticle], stories: Sequence[Story]) -> Edition:
    grains: tuple[Grain, ...] = ("day", "week", "month", "year")
    first = (
        lambda: date.fromisoformat(key),
        lambda: date.fromisocalendar(int(key[:4]), int(key[-2:]), 1),
        lambda: date.fromisoformat(f"{key}-01"),
        lambda: date(int(key), 1, 1),
    )[grain]()
    last = (
        first,
        first + timedelta(days=6),
        (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1),
        first.replace(month=12, day=31),
    )[grain]
    items: list[Item] = []
    told: set[str] = set()
    for report in reports:
        story = next((s for s in stories if report.article.id in s.articles), None)
        here = [r.article.id for r in reports]
        ids = tuple(a for a in story.articles if a in here) if story else (report.article.id,)
        if ids[0] not in told:
            told.update(ids)
            topic = next((TOPICS[t.id][2] or t.id for t in report.topics), None)
            items.append(Item(story=story.id if story else None, articles=ids, topic=topic, score=float(len(ids))))
    items.sort(key=lambda item: -item.score)
    return Edition(id=key, grain=grains[grain], first=first, last=last, items=tuple(items))


def flood_reports() -> list[EnrichedArticle]:
    """Two reports of a flood, on two days; a third of a minister; one without a date."""
    flood = make_report(
        "flood-a",
        "Brinemouth bails out its cellars",
        (
            "Brinemouth woke on Saturday to water in its cellars. The pumps of the Tide Board ran all night.",
            "“We have never seen the tide so high in December,” said Ada Quay. Ms Quay has run the port for a decade.",
        ),
        topics=("medtop:20000151",),
        source="Example Tribune",
        authors=("Una Bay",),
        published=datetime(2015, 12, 9, 18, 40, tzinfo=UTC),
        url="https://tribune.example.org/flood?a=1&b=2",
    )
    echo = make_report(
        "flood-b",
        "Tide Board under fire after flood in Brinemouth",
        ("The Tide Board was warned, a councillor of Brinemouth said. Ada Quay did not answer calls.",),
        topics=("medtop:20000151", "medtop:20000593"),
        source="Sample Gazette",
        published=datetime(2015, 12, 10, 7, 5),
    )
    minister = make_report(
        "minister",
        "Ben Pier to visit Brinemouth",
        ("Ben Pier will see the damage for himself. Saltland has offered pumps.",),
        topics=("medtop:20000593",),
        source="Sample Gazette",
        published=date(2015, 12, 8),
    )
    undated = make_report(
        "undated", "A walk along the pier", ("Saltland is windy. Lone Gull flew by.",), source="Sample Gazette"
    )
    return [flood, echo, minister, undated]


def flood_digest() -> Digest:
    links = [
        Link(source="minister", target="flood-a", relation="shared-subject", score=0.4, why=("shares Brinemouth",)),
        Link(source="flood-b", target="flood-a", relation="same-story", score=0.8, why=("same event",)),
    ]
    return make_digest(flood_reports(), stories=[("flood-a", "flood-b")], links=links)


def with_reports(digest: Digest, *changed: EnrichedArticle) -> Digest:
    by_id = {e.article.id: e for e in changed}
    return replace(digest, articles=tuple(by_id.get(e.article.id, e) for e in digest.articles))
