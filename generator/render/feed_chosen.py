"""Feeds that the site's owner chose: articles that share several things. In: the choice, the digest. Out: their ids.

A topic is named by its label or code, a name by any of its forms, a source as it is printed; upper and lower case are
one. What names nothing of the site is told with what there is, for it is most likely a slip.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches

from generator.config import ChosenFeed
from generator.model import Digest, Problem

_MOST_NEAR = 3

_Named = Mapping[tuple[str, str], Sequence[str]]
"""(kind, name in lower case) -> ids of articles."""


def choose_articles(chosen: Iterable[ChosenFeed], digest: Digest) -> tuple[frozenset[str], ...]:
    """The ids of the articles that have all that each names."""
    wanted = tuple(chosen)
    named = _named(digest) if wanted else {}
    return tuple(
        frozenset.intersection(*(frozenset(named.get((kind, name.casefold()), ())) for kind, name in each.names))
        for each in wanted
    )


def find_unmatched_feeds(digest: Digest, chosen: Sequence[ChosenFeed], file: str) -> Iterator[Problem]:
    """Chosen feeds that no article is in; `file` is where they were chosen."""
    if not chosen:
        return
    named = _named(digest)
    for each, articles in zip(chosen, choose_articles(chosen, digest), strict=True):
        where = f"{file}: plugins: digest: feeds: chosen: {each.called}"
        unknown = [(kind, name) for kind, name in each.names if (kind, name.casefold()) not in named]
        for kind, name in unknown:
            near = get_close_matches(name.casefold(), [n for k, n in named if k == kind], n=_MOST_NEAR)
            hint = f"; there are {', '.join(near)}" if near else ""
            yield Problem(path=file, message=f"{where}: no {kind} is called {name!r}{hint}; no feed is made")
        if not unknown and not articles:
            yield Problem(path=file, message=f"{where}: no article has all of it yet; the feed is made with the first")


def _named(digest: Digest) -> _Named:
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for subject in digest.subjects:
        for name in dict.fromkeys((subject.label.casefold(), subject.id.casefold(), subject.slug)):
            found["topic", name].extend(subject.articles)
    for entity in digest.entities:
        for name in dict.fromkeys(n.casefold() for n in (entity.name, *(form.text for form in entity.names))):
            found[entity.kind, name].extend(entity.articles)
    for source in digest.sources:
        for name in dict.fromkeys((source.name.casefold(), source.slug)):
            found["source", name].extend(source.articles)
    return found
