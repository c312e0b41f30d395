"""What corrections changed. In: chains of versions, all articles. Out: Corrections."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Chain, Correction, EnrichedArticle


def find_corrections(articles: Sequence[EnrichedArticle], chains: Sequence[Chain]) -> tuple[Correction, ...]:
    """Articles whose newer versions say otherwise, the newest first."""
    return ()
