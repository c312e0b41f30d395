"""A small digest made by hand, with everything in it that feeds trip over."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from generator.config import SiteConfig
from generator.model import (
    Article,
    Dateline,
    Digest,
    Edition,
    EnrichedArticle,
    Item,
    Source,
    Story,
    Subject,
    Summary,
    Topic,
)

SITE = SiteConfig(
    name="Small & Early",
    url="https://news.example.org/digest/",
    description="News of <everything>, daily.",
    language="en",
    author="",
    root=Path("/site"),
    docs_dir=Path("/site/content"),
    site_dir=Path("/site/site"),
)

HOSTILE = "Ships <b>sail</b> & \x07return ]]> \ud800 \ufffe\x00 </title>"
ARABIC = "السفن تعود إلى الميناء"

CONFLICT = Topic(id="medtop:20000056", label="armed conflict", score=2.0, origin="rules")
PORTS = Topic(id="harbour life", label="harbour life", score=1.0, origin="given")


def make_article(identity: str, title: str, **values: Any) -> EnrichedArticle:
    topics = values.pop("topics", ())
    summary = values.pop("summary", "Two ships came home.")
    html = values.pop("html", '<p>Two ships came home &amp; rested. <a href="https://port.example/">Port</a></p>\n')
    path = values.pop("path", f"articles/2015/12/{identity}.md")
    article = Article(id=identity, title=title, path=path, html=html, text="", blocks=(), sentences=(), **values)
    return EnrichedArticle(article=article, topics=topics, summary=Summary(text=summary))


def make_digest() -> Digest:
    """Newest first: `late`, `hostile`, `arabic`, `plain`; `undated` has no date."""
    east = timezone(timedelta(hours=3))
    late = make_article(
        "late",
        "Fleet home after storm",
        published=datetime(2015, 12, 10, 21, 40, tzinfo=east),
        updated=datetime(2015, 12, 11, 6, 0),
        source="Harbour Sample",
        authors=("Ann Quay", "Ann Quay", "Ben \x01Pier"),
        url="https://harbour.example/news?a=1&b=höh",
        topics=(CONFLICT, PORTS),
    )
    hostile = make_article(
        "hostile",
        HOSTILE,
        published=datetime(2015, 12, 10, 9, 30, tzinfo=UTC),
        source="Coast <Sample>",
        url="javascript:alert(1)",
        summary="Less < more & \x0bmost ]]>",
        html="<p>One &lt;script&gt; \x1f ]]&gt; two</p>\n",
        topics=(CONFLICT,),
    )
    arabic = make_article(
        "arabic", ARABIC, published=date(2015, 12, 10), language="ar", path="articles/2015/12/سفن.md", summary=""
    )
    plain = make_article(
        "plain", "Quiet day", dateline=Dateline(place="PORT", date=date(2015, 11, 30)), topics=(PORTS,)
    )
    undated = make_article("undated", "No day at all", topics=(PORTS,))
    return Digest(
        articles=(late, hostile, arabic, plain, undated),
        stories=(_story(),),
        links=(),
        entities=(),
        subjects=_subjects(),
        sources=(
            Source(name="Coast <Sample>", slug="coast-sample", articles=("hostile",)),
            Source(name="Harbour Sample", slug="harbour-sample", articles=("late",)),
        ),
        editions=_editions(),
        now=datetime(2015, 12, 11, 6, 0, tzinfo=UTC),
    )


def _story() -> Story:
    return Story(
        id="hostile",
        title="Storm & <fleet>",
        articles=("late", "hostile"),
        first=date(2015, 12, 10),
        last=date(2015, 12, 10),
    )


def _subjects() -> tuple[Subject, ...]:
    return (
        Subject(id=CONFLICT.id, label=CONFLICT.label, slug="armed-conflict", articles=("late", "hostile")),
        Subject(id=PORTS.id, label=PORTS.label, slug="harbour-life", articles=("late", "plain", "undated")),
        Subject(id="lonely", label="lonely", slug="lonely", articles=("undated",)),
    )


def _editions() -> tuple[Edition, ...]:
    storm = Item(story="hostile", articles=("hostile", "late"), topic=CONFLICT.id, score=2.0)
    ships = Item(story=None, articles=("arabic",), topic=None, score=1.0)
    quiet = Item(story=None, articles=("plain",), topic=PORTS.id, score=1.0)
    return (
        _edition("2015-12-10", "day", date(2015, 12, 10), date(2015, 12, 10), ships, storm),
        _edition("2015-11-30", "day", date(2015, 11, 30), date(2015, 11, 30), quiet),
        _edition("2015-W50", "week", date(2015, 12, 7), date(2015, 12, 13), storm, ships),
        _edition("2015-12", "month", date(2015, 12, 1), date(2015, 12, 31), storm, ships),
        _edition("2015-11", "month", date(2015, 11, 1), date(2015, 11, 30), quiet),
        _edition("2015", "year", date(2015, 1, 1), date(2015, 12, 31), storm, ships, quiet),
    )


def _edition(identity: str, grain: Any, first: date, last: date, *items: Item) -> Edition:
    return Edition(id=identity, grain=grain, first=first, last=last, items=items)
