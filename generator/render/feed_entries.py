"""What a feed says of one article. In: an enriched article. Out: an `Entry`, the same for RSS, Atom and JSON Feed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Literal
from uuid import UUID, uuid5

from generator.config import SiteConfig
from generator.model import Article, EnrichedArticle
from generator.render.absolute import absolute_url, origin_url
from generator.render.article_time import changed, published
from generator.render.page_links import point_links
from generator.render.paths import article_address

MEDIA_TOPICS = "http://cv.iptc.org/newscodes/mediatopic/"
"""The scheme of IPTC Media Topics: https://iptc.org/std/NewsCodes/guidelines/."""

_NAMESPACE = UUID("5abbf9dc-bc8f-4d0b-8b36-8d7ede6787d6")
"""Never change it: every reader would show every article again."""

# What XML 1.0 has no way to write (https://www.w3.org/TR/xml/#charsets), escaped or not.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A topic: an IPTC qcode with its scheme, or a word of the site's own without one."""

    term: str
    label: str
    scheme: str | None

    @property
    def uri(self) -> str | None:
        """The address of an IPTC concept, which is its scheme's and its code."""
        return self.scheme and self.scheme + self.term.partition(":")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed. Texts hold no character that XML forbids; The links in `html` are whole."""

    guid: str
    url: str
    title: str
    summary: str
    """Plain text."""
    html: str
    """The whole content; empty when the feeds carry summaries only."""
    published: datetime
    updated: datetime
    authors: tuple[str, ...] = ()
    categories: tuple[Category, ...] = ()
    source: str | None = None
    origin: str | None = None
    """Where the source has it on the web."""
    language: str | None = None


def article_entry(
    enriched: EnrichedArticle,
    source_name: str | None,
    site: SiteConfig,
    content: Literal["full", "summary"],
    first: str | None = None,
    rewritten: datetime | None = None,
) -> Entry | None:
    """The entry of an article, published by `source_name`; None when it has no date at all.

    A day without a time counts as its midnight in UTC. The GUID is made of the article's id alone: it outlives a
    corrected title, a moved file and a site that moves house. `first` is the id of the article's first version, whose
    GUID all versions have: a subscriber sees one entry that changes. `rewritten` is when its text last changed without
    saying so.
    """
    article = enriched.article
    moment = published(article)
    if moment is None:
        return None
    source = one_line(source_name or "")
    names = [name for author in article.authors if (name := one_line(author))] or [source] * bool(source)
    return Entry(
        guid=make_guid(first or article.id),
        url=absolute_url(article_address(article), site.url),
        title=one_line(article.title) or "Untitled",
        summary=one_line(enriched.summary.text),
        html=_content(article, site) if content == "full" else "",
        published=moment,
        updated=max(changed(article) or moment, rewritten or moment),
        authors=tuple(dict.fromkeys(names)),
        categories=tuple(make_category(topic.id, topic.label) for topic in enriched.topics),
        source=source or None,
        origin=origin_url(article.url),
        language=one_line(article.language or "") or None,
    )


def _content(article: Article, site: SiteConfig) -> str:
    """The article's HTML; in another language than the site's, marked so that a reader sets it from the right side."""
    body = legal(point_links(article.html, site.url))
    if not body.strip() or article.language in (None, site.language):
        return body
    return f'<div lang="{escape(one_line(article.language or ""))}" dir="auto">\n{body}</div>\n'


def make_guid(name: str) -> str:
    """A name-based UUID (RFC 9562, version 5) as a URN."""
    return uuid5(_NAMESPACE, legal(name)).urn


def make_category(topic_id: str, label: str) -> Category:
    """A topic as a feed's category."""
    scheme = MEDIA_TOPICS if topic_id.startswith("medtop:") else None
    return Category(term=one_line(topic_id), label=one_line(label) or one_line(topic_id), scheme=scheme)


def legal(text: str) -> str:
    """The text without characters that XML forbids: control characters, half surrogates."""
    return _ILLEGAL.sub("", text)


def one_line(text: str) -> str:
    """Legal text on one line, with single spaces."""
    return " ".join(legal(text).split())
