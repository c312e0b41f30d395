"""What a page's head says of its article: JSON-LD first, then Open Graph and other meta elements.

Nothing is settled here: wordings and names of different trust stay apart (page_facts settles them with what the page
shows). Dates come in the order of trust; the first that is one counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import Any

from lxml import html

from generator.extract.head.source import is_agency
from generator.extract.pages.author_names import Credited, read_byline_text, read_credited
from generator.extract.pages.dates import parse_page_moment
from generator.extract.pages.json_ld import LinkedData, Thing, first_text, read_linked_data
from generator.extract.pages.page import read_address, squeeze
from generator.extract.pages.title import Titles, agree, tidy_title
from generator.moments import Moment
from generator.vocabulary.stamp_words import by_pattern

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "article:published",
    "publish-date", "publish_date", "publishdate", "published", "pubdate", "parsely-pub-date", "sailthru.date",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "date",
    "article.published", "originalpublicationdate", "cxenseparse:recs:publishtime", "bt:pubdate", "displaydate",
    "publication_date", "article_date_original", "ptime", "rnews:datepublished", "created", "release_date",
    "citation_publication_date", "citation_date", "citation_online_date", "article.created", "article-publication-date",
    "vr:published_time", "og:pubdate", "pub_date", "date_published", "datecreated", "prism.publicationdate",
    "video:release_date", "dc:created", "dc.created",
    "shareaholic:article_published_time",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "og:modified_time", "datemodified",
    "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "revised", "article.updated", "moddate",
    "article:modified", "modified", "last_updated_date", "date_modified", "shareaholic:article_modified_time",
)  # fmt: skip
_AUTHORS = (
    "author", "article:author", "og:article:author", "parsely-author", "sailthru.author", "dc.creator", "byl",
    "dcterms.creator", "cxenseparse:author", "article:author_name", "article.author", "citation_author", "authors",
    "article_author", "shareaholic:article_author_name", "rnews:author",
)  # fmt: skip
_SITES = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "cre",
    "publisher",
    "citation_journal_title",
)
_GRAPH_TITLES = ("og:title",)
_TITLES = ("twitter:title", "headline", "title", "dc.title", "parsely-title", "sailthru.title", "citation_title")
_DECKS = ("og:description", "twitter:description", "description", "dc.description", "dcterms.abstract")
_SECTIONS = ("article:section", "og:article:section", "section", "parsely-section", "cxenseparse:category")
_LANGUAGES = ("content-language", "og:locale", "dc.language", "language")
# What systems file articles under that are filed under nothing.
_NO_SECTIONS = frozenset(
    "all article articles blog default featured home homepage post posts tag tags uncategorized".split()
)
_OWNERS = ("provider", "sourceOrganization", "copyrightHolder", "creditText")
_MOST_METAS = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """What the head of a page says. `decks` and `sites`: all that it offers, best first."""

    titles: Titles = field(default_factory=Titles)
    decks: tuple[str, ...] = ()
    data_authors: Credited = field(default_factory=Credited)
    """Named by an object that says it is the author."""
    meta_authors: Credited = field(default_factory=Credited)
    """Named by a meta element, which are often the outlet's."""
    editors: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    agency: str | None = None
    published: Moment | None = None
    meta_published: Moment | None = None
    """The same as meta elements alone say it."""
    updated: Moment | None = None
    section: str | None = None
    language: str | None = None
    address: str | None = None
    body: str | None = None
    """The story's text, as some pages' data gives it."""


def read_page_metadata(tree: html.HtmlElement, day_first: bool, address: str | None = None) -> PageMetadata:
    """Ask each of a page's ways of saying it. `address` tells its article from others in its data."""
    data = read_linked_data(tree, address)
    article = data.article
    meta = _read_meta(tree)
    return PageMetadata(
        titles=_read_titles(tree, article, meta),
        decks=tuple(_texts((*_all(meta, _DECKS), article.get("description")))),
        data_authors=_first_credited((article.get("author"), article.get("creator"), data.page.get("author"))),
        meta_authors=_read_meta_authors(meta),
        editors=read_credited(article.get("editor")).people,
        sites=tuple(_read_sites(article, meta)),
        agency=next((name for key in _OWNERS if is_agency(name := first_text(article.get(key)) or "")), None),
        published=_first_moment(
            (
                article.get("datePublished"),
                *_all(meta, _PUBLISHED),
                data.page.get("datePublished"),
                article.get("dateCreated"),
                data.page.get("uploadDate"),
            ),
            day_first,
        ),
        meta_published=_first_moment(_all(meta, _PUBLISHED), day_first),
        updated=_first_moment((article.get("dateModified"), *_all(meta, _UPDATED)), day_first),
        section=_read_section(data, meta),
        language=next(iter(_texts((*_all(meta, _LANGUAGES), article.get("inLanguage")))), None),
        address=_read_data_address(article),
        body=first_text(article.get("articleBody")),
    )


def _read_meta(tree: html.HtmlElement) -> Mapping[str, Sequence[str]]:
    meta: dict[str, list[str]] = {}
    for element in islice(tree.iter("meta"), _MOST_METAS):
        content = squeeze(element.get("content") or "")
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if content and (name := element.get(attribute)):
                meta.setdefault(name.lower(), []).append(content)
    return meta


def _all(meta: Mapping[str, Sequence[str]], names: Iterable[str]) -> list[str]:
    """Values in the order of the names."""
    return [value for name in names for value in meta.get(name, ())]


def _texts(values: Iterable[Any]) -> Iterator[str]:
    seen = set()
    for value in values:
        text = tidy_title(first_text(value), longest=5_000)
        if text and text not in seen:
            seen.add(text)
            yield text


def _read_titles(tree: html.HtmlElement, article: Thing, meta: Mapping[str, Sequence[str]]) -> Titles:
    graph = next((text for value in _all(meta, _GRAPH_TITLES) if (text := tidy_title(value))), None)
    others = (*_all(meta, _TITLES), first_text(article.get("alternativeHeadline")) or "")
    return Titles(
        data=tidy_title(first_text(article.get("headline"))) or tidy_title(first_text(article.get("name"))),
        graph=graph,
        others=tuple(dict.fromkeys(text for value in others if (text := tidy_title(value)))),
        page=tidy_title(tree.findtext(".//title")),
    )


def _read_sites(article: Thing, meta: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Names of the outlet, without what some add of themselves; an address is none."""
    for name in _texts((*_all(meta, ("og:site_name",)), first_text(article.get("publisher")), *_all(meta, _SITES))):
        name = re.split(r"\s+[|»·•]\s+|\s+[-–—:]\s+", name)[0]
        if not name.lower().startswith(("http:", "https:", "www.", "@")) and len(name) <= 100:
            yield name


def _first_credited(values: Iterable[Any]) -> Credited:
    return next((found for value in values if (found := read_credited(value)).names), Credited())


def _read_meta_authors(meta: Mapping[str, Sequence[str]]) -> Credited:
    """The first meta element with names in it: several authors may each have an element of their own."""
    found = _first_credited(list(values) for name in _AUTHORS if (values := meta.get(name)))
    for number in "12":
        label, text = (meta.get(f"twitter:{part}{number}", ("",))[0] for part in ("label", "data"))
        if not found.names and label and by_pattern().fullmatch(f"{label.strip(' :')} "):
            found = read_byline_text(text)
    return found


def _first_moment(values: Iterable[Any], day_first: bool) -> Moment | None:
    """The first that is a date; where it is a day alone, the first after it that has a time on that day."""
    first: Moment | None = None
    for value in values:
        text = first_text(value)
        moment = parse_page_moment(text, day_first) if text else None
        if isinstance(moment, datetime) and (first is None or moment.date() == first):
            return moment
        first = first or moment
    return first


def _read_section(data: LinkedData, meta: Mapping[str, Sequence[str]]) -> str | None:
    """The section that is named; else the last step of the trail before the article itself."""
    for named in _texts((*_all(meta, _SECTIONS), data.article.get("articleSection"))):
        if len(named) <= 80 and not re.search(r"/|\.\w{2,3}\Z", named) and named.casefold() not in _NO_SECTIONS:
            return named
    headline = first_text(data.article.get("headline")) or ""
    steps = [step for step in data.trail[1:] if not agree(step, headline) and len(step) <= 40]
    return steps[-1] if steps else None


def _read_data_address(article: Thing) -> str | None:
    for value in (article.get("url"), article.get("mainEntityOfPage"), article.get("@id")):
        address = value.get("@id", value.get("url")) if isinstance(value, Mapping) else value
        if isinstance(address, str) and (found := read_address(address)):
            return found
    return None
