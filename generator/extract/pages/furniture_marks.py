"""Which elements of one page are furniture: their names, judged by how much of the page's prose stands in them.

A name is not enough. A frame around everything may be called `has-sidebar` or `gallery`; a story may be told in slides.
What holds much of the prose is no furniture, unless its name is one that no story has (comments, cookie notices).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from lxml import html

from generator.extract.pages.furniture import Furniture, find_furniture

Weights: TypeAlias = Sequence[tuple[html.HtmlElement, float]]
"""The blocks of prose and how much prose each is."""

# Named furniture that holds more of the page's prose than this is no furniture: the name is that of a frame.
_MOST_FURNITURE = 0.4
# A box among paragraphs may hold more.
_INSET = "box"
_MOST_INSET = 0.75
_LEAST_BESIDE = 4
# So is one that holds the headline, and this much.
_LEAST_FRAME = 0.2
# With less than this left of a page's prose, a kind of furniture that holds much of it is none on this page.
_LEAST_LEFT = 0.25


class FurnitureMarks:
    """The furniture of a page, looked for when asked for."""

    def __init__(self, body: html.HtmlElement, weights: Weights) -> None:
        self._body = body
        self._named: dict[html.HtmlElement, Furniture | None] = {}
        self._none: frozenset[str] = frozenset()
        self._start(weights)
        self.prose: Weights = weights
        """What stands in no furniture."""
        if outside := [entry for entry in weights if not self._look_around(entry[0])[1]]:
            self._start(outside)
        self._settle(outside or weights)

    def _start(self, weights: Weights) -> None:
        """Forget what was found, and judge by these weights from now on."""
        self._masses = sum_up(weights)
        self._total = self._masses.get(self._body, 0.0) or 1.0
        self._kinds: dict[html.HtmlElement, Furniture | None] = {}
        self._around: dict[html.HtmlElement, tuple[Furniture | None, bool]] = {}

    def _settle(self, weights: Weights) -> None:
        """Find the prose; where nearly all of it stands in furniture, leave out kinds that hold much, and again."""
        while True:
            self.prose = [entry for entry in weights if self.find_kind(entry[0]) is None]
            if sum(weight for _, weight in self.prose) >= _LEAST_LEFT * self._total:
                return
            held: Counter[str] = Counter()
            for element, weight in weights:
                if (kind := self.find_kind(element)) is not None:
                    held[kind.id] += int(weight)
            most = [name for name, weight in held.items() if weight > _MOST_FURNITURE * self._total]
            if not most:
                return
            self._none |= frozenset(most)
            self._start(weights)

    def find_kind(self, element: html.HtmlElement) -> Furniture | None:
        """The kind of furniture that an element is, or stands in."""
        return self._look_around(element)[0]

    def _look_around(self, element: html.HtmlElement) -> tuple[Furniture | None, bool]:
        """The nearest furniture that an element is or stands in, and whether any of it is strong."""
        if (known := self._around.get(element)) is not None:
            return known
        above = element.getparent()
        nearest, strong = self._look_around(above) if above is not None else (None, False)
        kind = self.kind_of(element)
        self._around[element] = found = (kind or nearest, strong or (kind is not None and kind.strong))
        return found

    def kind_of(self, element: html.HtmlElement) -> Furniture | None:
        """What kind of furniture an element itself is."""
        if element not in self._kinds:
            if element not in self._named:
                self._named[element] = find_furniture(element) if element is not self._body else None
            kind = self._named[element]
            self._kinds[element] = None if kind is not None and self._is_frame(element, kind) else kind
        return self._kinds[element]

    def _is_frame(self, element: html.HtmlElement, kind: Furniture) -> bool:
        share = self._masses.get(element, 0.0) / self._total
        if kind.id in self._none:
            return True
        if share > _MOST_FURNITURE and not kind.strong:
            return kind.id != _INSET or share > _MOST_INSET or not self._is_inset(element)
        return share > _LEAST_FRAME and next(element.iter("h1"), None) is not None

    def _is_inset(self, element: html.HtmlElement) -> bool:
        """Whether paragraphs stand beside it: a box within a story, not a frame around one."""
        beside = [child for child in element.itersiblings("p", preceding=True) if child in self._masses]
        return len(beside) >= _LEAST_BESIDE

    def list_within(self, root: html.HtmlElement) -> Mapping[html.HtmlElement, Furniture]:
        """The elements within one that are furniture."""
        return {
            element: kind
            for element in root.iterdescendants()
            if isinstance(element.tag, str) and (kind := self.kind_of(element)) is not None
        }


def sum_up(weights: Iterable[tuple[html.HtmlElement, float]]) -> dict[html.HtmlElement, float]:
    """How much prose each element holds."""
    sums: dict[html.HtmlElement, float] = {}
    for element, weight in weights:
        sums[element] = sums.get(element, 0.0) + weight
        for above in element.iterancestors():
            sums[above] = sums.get(above, 0.0) + weight
    return sums
