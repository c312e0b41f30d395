"""The corrections feed. In: the digest. Out: an `Entry` a correction, the newest first.

A correction without a moment is on the page alone, as an article without one is: a feed demands a date. A GUID is made
of the version that was wrong, which no later version changes, so that an entry stays when its article is updated.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from generator.config import FeedsConfig, SiteConfig
from generator.model import Correction, Digest, EnrichedArticle
from generator.moments import instant
from generator.render.absolute import absolute_url
from generator.render.article_time import published
from generator.render.correction_views import ANCHOR, say_correction, view_correction
from generator.render.feed_entries import Entry, legal, make_category, make_guid, one_line
from generator.render.link_views import href
from generator.render.paths import article_address
from generator.render.views import LinkView


def correction_entries(
    digest: Digest, site: SiteConfig, options: FeedsConfig, *, whole: bool = False
) -> tuple[Entry, ...]:
    """The newest corrections that have a moment, of articles that have one; with `whole` all of them."""
    writer = _Writer(
        articles={e.article.id: e for e in digest.articles},
        sources={i: source.name for source in digest.sources for i in source.articles},
        first={chain.newest: chain.older[0] for chain in digest.versions},
        site=site,
        full=options.content == "full",
    )
    entries = (writer.write(correction) for correction in digest.corrections)
    return tuple([entry for entry in entries if entry is not None][: None if whole else options.entries])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Writer:
    articles: Mapping[str, EnrichedArticle]
    sources: Mapping[str, str]
    first: Mapping[str, str]
    """The first version of each newest."""
    site: SiteConfig
    full: bool

    def write(self, correction: Correction) -> Entry | None:
        corrected = self.articles[correction.article]
        article = corrected.article
        if correction.moment is None or published(article) is None:
            return None
        source = one_line(self.sources.get(article.id, ""))
        moment = instant(correction.moment)
        return Entry(
            guid=make_guid(self._name(correction)),
            url=f"{absolute_url(article_address(article), self.site.url)}#{ANCHOR}",
            title=f"{'Update' if correction.is_update else 'Correction'}: {one_line(article.title) or 'Untitled'}",
            summary=one_line(say_correction(correction)),
            html=legal("\n".join(self._html(correction))) if self.full else "",
            published=moment,
            updated=moment,
            authors=(source,) if source else (),
            categories=tuple(make_category(topic.id, topic.label) for topic in corrected.topics),
            source=source or None,
            language=one_line(article.language or "") or None,
        )

    def _name(self, correction: Correction) -> str:
        if correction.older is not None:
            return f"correction:{correction.older}"
        first = self.articles[self.first.get(correction.article, correction.article)].article
        return f"correction:{first.first_id}:{' '.join(correction.notices)}"

    def _html(self, correction: Correction) -> Iterator[str]:
        view = view_correction(correction, self.articles)
        for change in view.changes:
            yield f"<p>“{self._link(change.now)}” was “{self._link(change.was)}”.</p>"
        for notice in view.notices:
            yield f"<p>{_text(notice)}</p>"
        article = self.articles[correction.article].article
        links = [LinkView(address=href(article_address(article)), text=article.title)]
        if view.older is not None:
            links.append(view.older)
        yield f"<p>{' · '.join(self._link(link) for link in links)}</p>"

    def _link(self, link: LinkView) -> str:
        return f'<a href="{escape(self.site.url + link.address)}">{_text(link.text)}</a>'


def _text(text: str) -> str:
    return escape(one_line(text), quote=False)
