"""Who and what is named in the same reports as a name. In: an entity and the context. Out: names with their figures.

Ranked by how strongly two are tied, not by how often both appear: Ochiai's coefficient, the reports that name both over
the geometric mean of those that name each. By counts alone the same few names would stand beside every other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from math import sqrt

from generator.model import Entity, EntityKind
from generator.render.context import Context
from generator.render.frame import SECTIONS
from generator.render.link_views import view_entity
from generator.render.paths import KINDS
from generator.render.views import CountView, NamesView

_MOST, _MOST_OF_FEW = 6, 3
"""Names of one kind: beside a name of many reports, and beside one of few."""
_NAMES_COUNTED = 40
"""Of one article, the names counted as named together: a list of hundreds of names would cost its square."""
_MANY = 4
"""Of a name with so many reports, those that share one report with it are left out: most are there by chance."""


def named_together(entity: Entity, context: Context) -> tuple[NamesView, ...]:
    """Names by kind, the strongest ties first; the note is how many of the other's reports name both: `of 12`."""
    counts: Counter[str] = Counter()
    for article in entity.articles:
        counts.update([e.id for e in context.names_of.get(article, ())[:_NAMES_COUNTED]])
    del counts[entity.id]
    least, most = (2, _MOST) if len(entity.articles) >= _MANY else (1, _MOST_OF_FEW)
    told = [identity for identity in counts if counts[identity] >= least]
    ranked = sorted(told, key=lambda other: _rank(counts, entity, context.entities[other]))
    found: dict[EntityKind, list[CountView]] = {kind: [] for kind in KINDS}
    for other in (context.entities[identity] for identity in ranked):
        if len(found[other.kind]) < most:
            found[other.kind].append(_view(other, counts[other.id]))
    headings = {section.address: section for section in SECTIONS}
    return tuple(
        NamesView(heading=headings[KINDS[kind]], kind=kind, names=tuple(names))
        for kind, names in found.items()
        if names
    )


def strength(both: int, one: int, other: int) -> float:
    """Ochiai's coefficient, 0 to 1: 1 where neither is named without the other."""
    return both / sqrt(one * other)


def _rank(counts: Mapping[str, int], entity: Entity, other: Entity) -> tuple[float, int, str]:
    both = counts[other.id]
    return -strength(both, len(entity.articles), len(other.articles)), -both, other.id


def _view(other: Entity, both: int) -> CountView:
    link = view_entity(other)
    return CountView(address=link.address, text=link.text, count=both, note=f"of {len(other.articles):,}")
