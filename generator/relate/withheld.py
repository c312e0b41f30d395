"""What must not be published. In: articles, the moment that is over. Out: the others, and why each is kept back.

A kill (label KILL) keeps itself back, and the versions of its item that are not newer. An embargo keeps an article back
until its moment has come; one that no moment could be read of, until a person has settled it. The date of an
article never tells that moment: a slip in one text would release another. A former text is published with its article
only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from generator.model import Article, EnrichedArticle, Problem, VersionOf
from generator.moments import format_moment, instant
from generator.relate.chronology import oldest_first
from generator.relate.duplicates import find_shared
from generator.relate.versions import find_chains, is_killed, is_older

EMBARGO = "EMBARGO"
_RELEASE = (
    "build again after that (where `build: now` or SOURCE_DATE_EPOCH state the moment, with a later one), "
    "or remove the key `embargo` from its front matter to publish it at once"
)


def withhold(
    articles: Sequence[EnrichedArticle], release: datetime | None, duplicate_threshold: float
) -> tuple[tuple[EnrichedArticle, ...], tuple[Problem, ...]]:
    """The articles that may be published, in their order, and a problem for each other one, by path.

    Embargoes are over that end by `release`; without it, none is.
    """
    killed = _find_killed(articles, duplicate_threshold)
    problems = {}
    for enriched in articles:
        article = enriched.article
        if why := killed.get(article.id) or _say_embargo(article, release):
            problems[article.id] = Problem(path=article.path, message=f"{article.path}: {why}")
    shown = {enriched.article.id for enriched in articles} - problems.keys()
    for enriched in articles:
        article = enriched.article
        if article.version_of and article.id in shown and article.version_of.article not in shown:
            message = f"{article.path}: {_say_left(article.version_of)}"
            problems[article.id] = Problem(path=article.path, message=message)
    kept = tuple(enriched for enriched in articles if enriched.article.id not in problems)
    return kept, tuple(sorted(problems.values(), key=lambda problem: problem.path))


def _find_killed(articles: Sequence[EnrichedArticle], duplicate_threshold: float) -> Mapping[str, str]:
    """Why each article that a kill notice concerns is kept back, by id."""
    notices = [enriched.article for enriched in articles if is_killed(enriched.article)]
    if not notices:
        return {}
    why = {
        notice.id: "is a kill notice (label KILL), and kept out of the site; delete it with the versions it kills, or "
        "remove the label from its front matter to publish it"
        for notice in notices
    }
    for notice, version in _find_versions(articles, duplicate_threshold):
        why.setdefault(
            version.id,
            f"is kept out of the site, for it is an earlier version of what {notice.path} kills; delete both, or "
            f"remove the label KILL from {notice.path}",
        )
    return why


def _find_versions(articles: Sequence[EnrichedArticle], threshold: float) -> Iterator[tuple[Article, Article]]:
    """Each kill notice with each version of its item that is not newer."""
    ordered = sorted(articles, key=oldest_first)
    known = {enriched.article.id: enriched.article for enriched in ordered}
    shared = find_shared(ordered, threshold)
    for chain in find_chains(ordered, (*shared.copies, *shared.revisions)):
        versions = [known[identity] for identity in (*chain.older, chain.newest)]
        for notice in filter(is_killed, versions):
            yield from ((notice, version) for version in versions if is_older(version, notice))


def _say_left(of: VersionOf) -> str:
    return (
        f"is a former text of the article {of.article}, which is not on the site, and kept out with it; publish that "
        "one, or delete this file, or take `version_of` out of its front matter to publish it as an article of its own"
    )


def _say_embargo(article: Article, release: datetime | None) -> str | None:
    if article.embargo is not None:
        if release is not None and instant(article.embargo) <= release:
            return None
        return f"is under embargo until {format_moment(article.embargo)}, and kept out of the site; {_RELEASE}"
    if EMBARGO not in article.labels:
        return None
    return (
        "is under an embargo whose moment could not be read, and kept out of the site; write it as the key `embargo` "
        "in its front matter (such as 2015-12-10T00:01:00Z), or remove the label EMBARGO there"
    )
