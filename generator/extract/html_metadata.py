"""What a page's head says of its article: JSON-LD, Open Graph and other meta elements, microdata, `<time>`.

Each is asked in that order; the first that answers wins. Visible text comes after them (html_article).
"""

from __future__ import annotations

import html as entities
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import html

from generator.extract.byline import is_name, read_names, tidy_name
from generator.extract.html_page import squeeze
from generator.extract.source import is_source
from generator.moments import Moment, parse_moment
from generator.printed_dates import read_moment

_ARTICLE_TYPES = re.compile(r"(?:\w*Article|\w*Posting|Report|\w*Review|Story)\Z")
_COMMENT = re.compile(r"\A\s*(?://)?\s*<!(?:--|\[CDATA\[)|(?://)?\s*(?:-->|\]\]>)\s*\Z")
_DEEPEST_JSON = 20
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "article:published",
    "publish-date", "publish_date", "publishdate", "published", "pubdate", "parsely-pub-date", "sailthru.date",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "date",
    "article.published", "originalpublicationdate", "cxenseparse:recs:publishtime", "bt:pubdate", "displaydate",
    "publication_date", "article_date_original", "ptime", "rnews:datepublished", "created", "release_date",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "og:modified_time", "datemodified",
    "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "revised", "article.updated", "moddate",
)  # fmt: skip
_AUTHORS = (
    "author",
    "article:author",
    "og:article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "byl",
    "dcterms.creator",
    "cxenseparse:author",
)
_SITES = ("og:site_name", "application-name", "dc.publisher", "cre", "publisher")
_TITLES = ("og:title", "twitter:title", "headline", "dc.title", "parsely-title", "sailthru.title")
_DECKS = ("og:description", "twitter:description", "description", "dc.description")
_SECTIONS = ("article:section", "og:article:section", "section", "parsely-section")
_BY = re.compile(r"\s*(?:by|von|par|por|di|door|av)[:\s]\s*", re.IGNORECASE)
_JOINED = re.compile(r"\s*(?:;|,|&|\||\band\b|\bund\b|\bet\b|\by\b)\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """What the head of a page says. `titles` and `decks`: all that it offers, best first."""

    titles: tuple[str, ...] = ()
    decks: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    source: str | None = None
    published: Moment | None = None
    updated: Moment | None = None
    section: str | None = None


def read_page_metadata(tree: html.HtmlElement, day_first: bool) -> PageMetadata:
    """Ask each of a page's ways of saying it."""
    article = find_article_data(tree)
    meta = _read_meta(tree)
    micro = _read_microdata(tree)
    publisher = article.get("publisher")
    return PageMetadata(
        titles=_texts((article.get("headline"), *_all(meta, _TITLES), *micro.get("headline", ()))),
        decks=_texts((*_all(meta, _DECKS), article.get("description"))),
        authors=_first_names(
            (article.get("author"), article.get("creator"), *_all(meta, _AUTHORS), micro.get("author"))
        ),
        source=next(iter(_texts((_name_of(publisher), *_all(meta, _SITES)))), None),
        published=_first_moment(
            (
                article.get("datePublished"),
                *_all(meta, _PUBLISHED),
                *micro.get("datepublished", ()),
                article.get("dateCreated"),
            ),
            day_first,
        ),
        updated=_first_moment(
            (article.get("dateModified"), *_all(meta, _UPDATED), *micro.get("datemodified", ())), day_first
        ),
        section=next(iter(_texts((*_all(meta, _SECTIONS), _first(article.get("articleSection"))))), None),
    )


def find_article_data(tree: html.HtmlElement) -> Mapping[str, Any]:
    """The first article among a page's JSON-LD objects; empty when there is none."""
    fallback: Mapping[str, Any] = {}
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        for data in _walk(_load_json(script.text_content() or ""), 0):
            kinds = data.get("@type")
            for kind in kinds if isinstance(kinds, list) else [kinds]:
                if isinstance(kind, str) and _ARTICLE_TYPES.match(kind):
                    return data
            if not fallback and isinstance(data.get("headline"), str):
                fallback = data
    return fallback


def _load_json(text: str) -> Any:
    text = _COMMENT.sub("", text.strip()).strip().rstrip(";")
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _walk(data: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > _DEEPEST_JSON:
        return
    if isinstance(data, list):
        for entry in data:
            yield from _walk(entry, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            yield from _walk(data.get(key), depth + 1)


def _read_meta(tree: html.HtmlElement) -> Mapping[str, Sequence[str]]:
    meta: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = squeeze(element.get("content") or "")
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if content and (name := element.get(attribute)):
                meta.setdefault(name.lower(), []).append(content)
    return meta


def _read_microdata(tree: html.HtmlElement) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.xpath("//*[@itemprop]"):
        value = element.get("content") or element.get("datetime") or squeeze(element.text_content())[:300]
        for name in (element.get("itemprop") or "").lower().split():
            if name in ("headline", "datepublished", "datemodified", "author") and value:
                found.setdefault(name, []).append(value)
    return found


def _all(meta: Mapping[str, Sequence[str]], names: Iterable[str]) -> list[Any]:
    """Values in the order of the names; several authors may each have an element of their own."""
    return [values[0] if len(values) == 1 else list(values) for name in names if (values := meta.get(name))]


def _first(value: Any) -> Any:
    while isinstance(value, list):
        value = value[0] if value else None
    return value


def _texts(values: Iterable[Any]) -> tuple[str, ...]:
    cleaned = (squeeze(entities.unescape(text)) for value in values if isinstance(text := _first(value), str))
    return tuple(dict.fromkeys(text for text in cleaned if text))


def _name_of(value: Any) -> str | None:
    value = _first(value)
    name = _first(value.get("name")) if isinstance(value, Mapping) else value
    return name if isinstance(name, str) and not name.startswith(("http:", "https:")) else None


def _first_moment(values: Iterable[Any], day_first: bool) -> Moment | None:
    for value in values:
        text = _first(value)
        if isinstance(text, str) and (moment := parse_page_moment(text, day_first)):
            return moment
    return None


def parse_page_moment(text: str, day_first: bool) -> Moment | None:
    """A date as attributes write it: ISO 8601 mostly, or any printed form."""
    try:
        return parse_moment(text)
    except ValueError:
        return read_moment(text, day_first)


def _first_names(values: Iterable[Any]) -> tuple[str, ...]:
    for value in values:
        listed = value if isinstance(value, list) else [value]
        names = tuple(dict.fromkeys(name for entry in listed for name in split_names(_person(entry))))
        if names:
            return names
    return ()


def _person(entry: Any) -> str:
    if isinstance(entry, Mapping):
        name = _first(entry.get("name"))
        return name if isinstance(name, str) else ""
    return entry if isinstance(entry, str) else ""


def split_names(text: str) -> tuple[str, ...]:
    """The people in an author field; addresses, agencies and outlets are none."""
    text = squeeze(entities.unescape(text))
    match = _BY.match(text)
    text = text[match.end() :] if match else text
    if not text or "http" in text or "@" in text.split(" ")[0] or len(text) > 300 or is_source(text):
        return ()
    if (byline := read_names(text)) and byline.authors:
        return byline.authors
    names = [
        tidy_name(part.strip()) for part in _JOINED.split(text) if is_name(part.strip()) and not is_source(part.strip())
    ]
    return tuple(names)
