"""What an article is, for machines: schema.org JSON-LD. In: an article. Out: a script element's content."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from generator.model import Article
from generator.moments import format_moment
from generator.render.article_time import moment_of
from generator.render.web_address import web_address


def article_data(article: Article, canonical: str, source: str | None, language: str) -> Markup:
    """A schema.org NewsArticle."""
    moment = moment_of(article)
    authors = [{"@type": "Person", "name": name} for name in article.authors]
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "description": article.deck,
        "url": canonical,
        "mainEntityOfPage": canonical,
        "isBasedOn": web_address(article.url),
        "datePublished": format_moment(moment) if moment else None,
        "dateModified": format_moment(article.updated) if article.updated else None,
        "inLanguage": article.language or language,
        "author": authors or ([{"@type": "Organization", "name": source}] if source else None),
        "publisher": {"@type": "Organization", "name": source} if source else None,
    }
    return embed_json({key: value for key, value in data.items() if value})


def embed_json(data: Mapping[str, Any]) -> Markup:
    """JSON that may stand inside a script element: no `<` that could end it, nothing an HTML parser would read."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704 - escaped above
