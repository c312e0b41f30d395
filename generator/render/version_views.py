"""Versions of one item as links. In: the context and an article's id. Out: what its page says of the others."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Article
from generator.render.article_time import moment_of
from generator.render.context import Context
from generator.render.views import TimeView
from generator.render.wording import view_moment

_HIDDEN = frozenset(("EMBARGO",))
"""Labels that say nothing once an article is published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionView:
    """Another version: its page, headline and labels, and when it was sent; of a former text, when it was replaced."""

    address: str
    title: str
    labels: str
    time: TimeView | None
    is_former: bool = False


def shown_labels(article: Article) -> tuple[str, ...]:
    """An article's labels for readers; of notes in brackets, none whose words a longer one says too."""
    labels = [label for label in article.labels if label not in _HIDDEN]
    notes = [_words_of(label) for label in labels if label.startswith("(")]
    return tuple(
        label for label in labels if not (label.startswith("(") and any(_words_of(label) < note for note in notes))
    )


def _words_of(note: str) -> frozenset[str]:
    return frozenset(note.casefold().replace(",", " ").strip("() ").split())


def view_newest(article: str, context: Context) -> VersionView | None:
    """The newest version of an older one."""
    newest = context.newest_of.get(article)
    return _view(newest, context) if newest else None


def view_earlier(article: str, context: Context) -> tuple[VersionView, ...]:
    """The older versions of the newest, the latest first."""
    return tuple(_view(older, context) for older in reversed(context.older_of.get(article, ())))


def _view(identity: str, context: Context) -> VersionView:
    article, row = context.articles[identity].article, context.rows[identity]
    of = article.version_of
    return VersionView(
        address=row.address,
        title=article.title,
        labels=" ".join(shown_labels(article)),
        time=view_moment(of.until if of else article.updated or moment_of(article)),
        is_former=of is not None,
    )
