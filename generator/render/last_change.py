"""When an article's text last changed otherwise than its own stamp says. In: the digest. Out: moments by article.

A raw file's text changes without a stamp as often as with one, and a notice of a correction is dated by itself: a
subscriber must see the entry move all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from generator.model import Digest
from generator.moments import Moment, instant


def last_changes(digest: Digest) -> Mapping[str, datetime]:
    """Newest version -> when another text took a former one's place, or a correction was made; UTC."""
    found: dict[str, datetime] = {}
    for identity, moment in _moments(digest):
        if moment is not None:
            found[identity] = max(instant(moment), found.get(identity, instant(moment)))
    return found


def _moments(digest: Digest) -> Iterator[tuple[str, Moment | None]]:
    articles = {enriched.article.id: enriched.article for enriched in digest.articles}
    for chain in digest.versions:
        for older in chain.older:
            of = articles[older].version_of
            if of is not None and of.article == chain.newest:
                yield chain.newest, of.until
    for correction in digest.corrections:
        yield correction.article, correction.moment
