"""Where in a page its story stands: the element that holds most of the page's prose, and what of it is furniture.

Prose is weighed by its length without links. From the page down, the way goes to the child that holds nearly all that
is left once named furniture is set aside; where the prose spreads over many children, the story's element is reached.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from lxml import html

from generator.extract.pages.furniture import Furniture
from generator.extract.pages.furniture_marks import FurnitureMarks, Weights, sum_up
from generator.extract.pages.page import squeeze

Masses: TypeAlias = Mapping[html.HtmlElement, float]

# Shorter blocks are labels and headlines as often as prose; scripts without spaces say more in fewer characters.
_LEAST_PROSE = 40
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_UNSPACED_WEIGHT = 2
_MOST_LINKED = 0.5
_NO_PROSE = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "dt", "th", "figcaption", "address"))
# A child with this share of an element's prose holds the story by itself.
_NEARLY_ALL = 0.75
# So does a child that says it is the story, where no other says so, with this share of it.
_LEAST_STORY = 0.3
# Of several children with headlines, on pages that go on with further stories, the first is the page's own.
_LEAST_FIRST = 0.1
_LEAST_HEADLINE = 15
# With this share of it in paragraphs beside the child, the story is in both.
_BESIDE = 0.05
_MOST_WITH_KIN = 0.85
_INNER = frozenset("p li blockquote td tr ul ol table".split())
_STORY_NAME = re.compile(
    r"(?:article|entry|post|story|news|content)[-_]{0,2}(?:body|content|text|main)|articlebody|bodytext|body-text|rich-?text",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Region:
    """The element that holds the story, and the elements in it that are none of it, by what they are."""

    root: html.HtmlElement
    skipped: Mapping[html.HtmlElement, Furniture]
    find_kind: Callable[[html.HtmlElement], Furniture | None]
    """The kind of furniture that an element of the page is, or stands in."""


def find_region(blocks: Sequence[tuple[html.HtmlElement, str]], tree: html.HtmlElement) -> Region | None:
    """The region of a page's story, by the blocks that the page shows; None when they hold no prose."""
    weights = [(element, weight) for element, text in blocks if (weight := _weigh(element, text))]
    if not weights:
        return None
    body = tree.find("body")
    body = tree if body is None else body
    marks = FurnitureMarks(body, weights)
    if not marks.prose:
        return None
    root = _Descent(marks.prose).find_root(body)
    return Region(root, marks.list_within(root), marks.find_kind)


def _weigh(element: html.HtmlElement, text: str) -> float:
    """How much prose a block is: its length without its links; 0 for what is no prose."""
    length = len(text) if text.isascii() else len(text) + _UNSPACED_WEIGHT * sum(1 for _ in _UNSPACED.finditer(text))
    if length < _LEAST_PROSE or element.tag in _NO_PROSE:
        return 0
    linked = sum(len(str(link.text_content())) for link in element.iter("a"))
    if linked > _MOST_LINKED * len(text) and element.tag in ("p", "li", "td", "dd"):
        return 0
    if next(element.iterancestors("a"), None) is not None:
        return 0
    return max(length - linked, length * 0.2)


def _has_kin(masses: Masses, best: html.HtmlElement, mass: float) -> bool:
    """Whether the story goes on in an element made like the one that holds most of it."""
    name = best.get("class")
    if not name or masses[best] > _MOST_WITH_KIN * mass:
        return False
    kin = (child for child in masses if child is not best and child.tag == best.tag and child.get("class") == name)
    return sum(masses[child] for child in kin) > _BESIDE * mass


def _is_story(element: html.HtmlElement) -> bool:
    """Whether an element says that it is a story."""
    if element.tag in ("article", "main") or element.get("itemprop") == "articleBody":
        return True
    return _STORY_NAME.search(f"{element.get('class') or ''} {element.get('id') or ''}") is not None


def _has_headline(element: html.HtmlElement) -> bool:
    """Whether it holds a headline of the first level; an outlet's name is shorter than a headline."""
    return any(len(squeeze(str(heading.text_content()))) >= _LEAST_HEADLINE for heading in element.iter("h1"))


class _Descent:
    """The way from the page down to its story, by the prose that stands in no furniture."""

    def __init__(self, prose: Weights) -> None:
        self._own = dict(prose)
        self._masses = sum_up(prose)

    def find_root(self, body: html.HtmlElement) -> html.HtmlElement:
        """The lowest element that holds nearly all the prose."""
        at = body
        while (child := self._find_holder(at)) is not None:
            at = child
        return at

    def _find_holder(self, element: html.HtmlElement) -> html.HtmlElement | None:
        """The child that holds the story by itself; None when the element is the lowest that holds it."""
        masses = {child: mass for child in element if (mass := self._masses.get(child, 0.0))}
        if not masses:
            return None
        mass = self._masses[element]
        best = max(masses, key=lambda child: masses[child])
        if best.tag in _INNER or self._has_prose_beside(masses, best, mass) or _has_kin(masses, best, mass):
            return None
        headed = [child for child in masses if _has_headline(child)]
        if len(headed) > 1 and masses[headed[0]] >= _LEAST_FIRST * mass:
            return headed[0]
        if masses[best] >= _NEARLY_ALL * mass:
            return best
        storied = headed or [child for child in masses if _is_story(child)]
        return best if storied == [best] and masses[best] >= _LEAST_STORY * mass else None

    def _has_prose_beside(self, masses: Masses, best: html.HtmlElement, mass: float) -> bool:
        """Whether paragraphs of an element's own stand beside a child: the story begins or ends outside of it."""
        beside = [own for child, own in masses.items() if child is not best and child in self._own]
        return len(beside) > 1 and sum(beside) > _BESIDE * mass
