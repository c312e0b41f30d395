"""Links from an article to other pages of the site, written as in any MkDocs page: `[the vote](../11/vote.md#after)`.

They are settled once, when all pages are known: each becomes a path below `docs_dir`, and a link to a file that has no
page becomes its text. Where the article's HTML is used, the path becomes an address: from its own page, or whole.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import escape, unescape
from urllib.parse import quote, unquote

from generator.model import Article, Digest
from generator.render.paths import address_of, article_address
from generator.render.views import LinkView

# Sanitised html: attributes stand in double quotes. A colon would be that of a scheme.
_LINK = re.compile(r'<a href="(?P<path>[^":#?]{1,1000}\.md)(?P<anchor>#[^"]{0,300})?"[^>]{0,1000}>')


def settle_links(digest: Digest, written: Sequence[LinkView]) -> Digest:
    """The digest with links between pages as paths below `docs_dir`; `written` are the pages written by hand."""
    if not any(".md" in enriched.article.html for enriched in digest.articles):
        return digest
    known = {page.address for page in written} | {article_address(e.article) for e in digest.articles}
    articles = (replace(e, article=_settle(e.article, known)) for e in digest.articles)
    return replace(digest, articles=tuple(articles))


def _settle(article: Article, known: Iterable[str]) -> Article:
    def settle(match: re.Match[str]) -> str:
        path = unquote(unescape(match["path"]))
        folder = "" if path.startswith("/") else posixpath.dirname(article.path)
        target = posixpath.normpath(posixpath.join(folder, path.lstrip("/")))
        if address_of(target) not in known:
            return "<a>"
        return f'<a href="{escape(quote(target))}{match["anchor"] or ""}">'

    return replace(article, html=_LINK.sub(settle, article.html)) if ".md" in article.html else article


def point_links(html: str, root: str) -> str:
    """An article's html with settled links as addresses below `root`: the way up to the site's root, or its URL."""

    def point(match: re.Match[str]) -> str:
        address = address_of(unquote(unescape(match["path"])))
        return f'<a href="{escape(root + quote(address))}{match["anchor"] or ""}">'

    return _LINK.sub(point, html) if ".md" in html else html
