"""Links from an article to other pages of the site, written as in any MkDocs page: `[the vote](../11/vote.md#after)`.

They are settled once, when all pages are known: each becomes a path below `docs_dir`, and a link to a file that has no
page becomes its text, which is told. Where the article's HTML is used, the path becomes an address: from its own page,
or whole.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import replace
from html import escape, unescape
from urllib.parse import quote, unquote

from generator.dialect.fences import is_code
from generator.model import Article, Digest, Problem
from generator.render.paths import address_of, article_address
from generator.render.views import LinkView

# Sanitised html: attributes stand in double quotes, no link stands in another. A colon would be that of a scheme.
_LINK = re.compile(r'<a href="(?P<path>[^":#?]{1,1000}\.md)(?P<anchor>#[^"]{0,300})?"[^>]{0,1000}>')
# MkDocs has put addresses in the place of all that it knows; an author's own html may stand among them.
_LEFT = re.compile(r'<a [^<>]{0,500}?\bhref="(?P<path>[^":#?]{1,1000}\.md)(?:[#?][^"]{0,300})?"[^<>]{0,1000}>')
_WRITTEN = re.compile(
    r"`[^`\n]{1,300}`|(?:\]\([ ]?<?|^[ ]{0,3}\[[^\[\]^]{1,300}\]:[ \t]{0,4}<?)"
    r"(?P<path>[^()<>\s:#?]{1,1000}\.md)(?=[\s#?)>]|\Z)"
)


def settle_links(digest: Digest, written: Sequence[LinkView]) -> Digest:
    """The digest with links between pages as paths below `docs_dir`; `written` are the pages written by hand."""
    if not any(".md" in enriched.article.html for enriched in digest.articles):
        return digest
    known = known_addresses(digest, written)
    articles = (replace(e, article=_settle(e.article, known)) for e in digest.articles)
    return replace(digest, articles=tuple(articles))


def known_addresses(digest: Digest, written: Sequence[LinkView]) -> frozenset[str]:
    """Addresses of all pages that have a Markdown file."""
    return frozenset(page.address for page in written) | {article_address(e.article) for e in digest.articles}


def _settle(article: Article, known: Set[str]) -> Article:
    def settle(match: re.Match[str]) -> str | None:
        target = _resolve(article.path, unescape(match["path"]))
        if address_of(target) not in known:
            return None
        return f'<a href="{escape(quote(target))}{match["anchor"] or ""}">'

    return replace(article, html=_relink(_LINK, article.html, settle)) if ".md" in article.html else article


def _resolve(page: str, written: str) -> str:
    """What a link in a page names, below `docs_dir`."""
    path = unquote(written)
    folder = "" if path.startswith("/") else posixpath.dirname(page)
    return posixpath.normpath(posixpath.join(folder, path.lstrip("/")))


def _relink(pattern: re.Pattern[str], html: str, made: Callable[[re.Match[str]], str | None]) -> str:
    """The html with links as they are made; one of which None is made is left out, and its text stays."""
    parts: list[str] = []
    at = 0
    for match in pattern.finditer(html):
        if match.start() < at:
            continue
        parts.append(html[at : match.start()])
        at = match.end()
        if (tag := made(match)) is not None:
            parts.append(tag)
        elif (end := html.find("</a>", at)) >= 0:
            parts.append(html[at:end])
            at = end + len("</a>")
    return "".join((*parts, html[at:]))


def unlink_lost(html: str) -> str:
    """A hand-written page's html, as MkDocs made it, without links to Markdown files that it does not know."""
    return _relink(_LEFT, html, lambda _: None) if ".md" in html else html


# --- what leads nowhere ----------------------------------------------------------------------------------------------


def has_lost_link(article: Article, known: Set[str]) -> bool:
    """Whether an article links to a page that is not there; its links are not settled yet."""
    found = _LINK.finditer(article.html) if ".md" in article.html else ()
    return any(address_of(_resolve(article.path, unescape(match["path"]))) not in known for match in found)


def find_lost_links(path: str, text: str, known: Set[str]) -> Iterator[Problem]:
    """A problem for each link of a Markdown file to a page that is not there, naming its line."""
    if ".md" not in text:
        return
    lines = text.split("\n")
    for number, (line, code) in enumerate(zip(lines, is_code(lines), strict=True), 1):
        for match in _WRITTEN.finditer(line) if ".md" in line and not code else ():
            written = match["path"]
            if written and address_of(_resolve(path, written)) not in known:
                message = f"links to {written}, which is no page of this site; mend the address, or take the link out"
                yield Problem(path=path, message=f"{path}:{number}: {message}")


def point_links(html: str, root: str) -> str:
    """An article's html with settled links as addresses below `root`: the way up to the site's root, or its URL."""

    def point(match: re.Match[str]) -> str:
        address = address_of(unquote(unescape(match["path"])))
        return f'<a href="{escape(root + quote(address))}{match["anchor"] or ""}">'

    return _LINK.sub(point, html) if ".md" in html else html
