"""What an article is, for machines: schema.org JSON-LD. In: an article. Out: a script element's content."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from generator.model import Article, Correction
from generator.moments import Moment, format_moment, instant
from generator.render.article_time import moment_of
from generator.render.correction_views import say_correction
from generator.render.web_address import web_address


def article_data(
    article: Article,
    canonical: str,
    source: str | None,
    language: str,
    corrections: Sequence[Correction] = (),
    rewritten: Moment | None = None,
) -> Markup:
    """A schema.org NewsArticle with its corrections. `rewritten` is when its text last changed without saying so."""
    moment = moment_of(article)
    authors = [{"@type": "Person", "name": name} for name in article.authors]
    updates = [each for each in (article.updated, rewritten) if each is not None]
    modified = max(updates, key=instant) if updates else None
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "description": article.deck,
        "url": canonical,
        "mainEntityOfPage": canonical,
        "isBasedOn": web_address(article.url),
        "datePublished": format_moment(moment) if moment else None,
        "dateModified": format_moment(modified) if modified else None,
        "inLanguage": article.language or language,
        "author": authors or ([{"@type": "Organization", "name": source}] if source else None),
        "publisher": {"@type": "Organization", "name": source} if source else None,
        "correction": [_comment(correction) for correction in corrections],
    }
    return embed_json({key: value for key, value in data.items() if value})


def _comment(correction: Correction) -> dict[str, str]:
    """https://schema.org/CorrectionComment"""
    comment = {"@type": "CorrectionComment", "text": say_correction(correction)}
    return comment | ({"datePublished": format_moment(correction.moment)} if correction.moment else {})


def embed_json(data: Mapping[str, Any]) -> Markup:
    """JSON that may stand inside a script element: no `<` that could end it, nothing an HTML parser would read."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704 - escaped above
