"""The bylines that a page's markup gives away: elements come in, the names of the article's authors go out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree, html

from generator.extract.head.office import is_role
from generator.extract.pages.author_names import Credited, once, read_byline_text
from generator.extract.pages.dates import Blocks, is_date_line
from generator.extract.pages.page import squeeze
from generator.vocabulary.stamp_words import by_pattern

_LONGEST_BYLINE = 220
_LONGEST_NAME = 90
_LONGEST_LINE = 150
_NEAR = 12
# "Ann Field, Political editor", "Ann Field | 10.12.2015": who the name is, or when it was written.
_AND_MORE = re.compile(
    r"(?P<name>[^\W\d_][\w.'’-]{0,20}(?: [^\W\d_][\w.'’-]{0,20}){1,2})\s?[,|·•]\s?(?P<more>\S.{2,80})\Z"
)
_NO_LINES = frozenset(("h1", "h2", "h3", "h4", "figcaption", "blockquote", "td", "figure"))
# What is longer is an article whose element names its author.
_LONGEST_BLOCK = 1_000
# Plain words: looked for in every element of a page, they are found several times faster than a pattern is.
_MARKS = ("author", "byline", "autor", "auteur", "yazar", "muhabir", "writer", "contributor", "reporter", "signature")
_MARKED_BY = frozenset(("class", "itemprop", "rel", "data-testid", "id"))
_MOST_MARKED = 200
# Within a byline, what holds a name: a link to its writer, or what is marked as a name.
_LEAVES = (
    ".//a[not(starts-with(@href, '#'))] | .//*[contains(@itemprop, 'name') or contains(@itemprop, 'author')"
    " or contains(@class, 'name') or contains(@class, 'Name') or contains(@class, 'author')"
    " or contains(@class, 'Author') or contains(@class, 'fn')]"
)
# Names in these are of other people: who comments, who wrote what else is on offer, who took the picture.
_OTHERS = re.compile(
    r"comment|related|teaser|sidebar|recommend|most-|popular|latest|widget|footer|bildautor|photo|image|caption|quote"
    r"|card|promo|newsletter|reply|disqus|more-|social|share|follow|\bad-|listing|swiper|slider|carousel|read-next",
    re.IGNORECASE,
)


def find_bylines(root: html.HtmlElement, site: str | None) -> Credited:
    """The first byline that the article's part of a page marks as one, and those beside it."""
    found: Credited | None = None
    place: html.HtmlElement | None = None
    for element in _outermost(root):
        if found is not None and not _is_beside_place(element, place):
            continue
        credited = _read_element(element, site)
        if credited != Credited():
            found = _add(found, credited)
            place = place if place is not None else element
    return found or Credited()


def find_byline_lines(blocks: Blocks, heading: int | None, site: str | None, language: str | None) -> Credited:
    """The first line near the headline that begins as bylines do in the page's language, and names somebody."""
    if heading is None:
        return Credited()
    begins = by_pattern(language)
    for element, text in blocks[heading + 1 : heading + 1 + _NEAR]:
        is_line = len(text) <= _LONGEST_LINE and element.tag not in _NO_LINES
        if is_line and begins.match(text) and (credited := read_byline_text(text, site)).people:
            return credited
        if (
            is_line
            and (match := _AND_MORE.match(text))
            and (is_role(match["more"]) or is_date_line(match["more"], language))
        ):
            credited = read_byline_text(match["name"], site)
            if credited.people:
                return credited
    return Credited()


def _outermost(root: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Elements marked as bylines that are in no other one and in nothing of another's; the first of them."""
    seen: set[html.HtmlElement] = set()
    for element in islice(filter(_is_marked, root.iterdescendants(etree.Element)), _MOST_MARKED):
        above = [element]
        while above[-1] is not root and (parent := above[-1].getparent()) is not None and len(above) < 40:
            above.append(parent)
        if any(ancestor in seen for ancestor in above[1:]):
            continue
        if any(_is_others(ancestor) for ancestor in above if ancestor is not root):
            continue
        if _is_short(element):
            seen.add(element)
            yield element


def _is_short(element: html.HtmlElement) -> bool:
    length = 0
    for text in element.itertext():
        length += len(text)
        if length > _LONGEST_BLOCK:
            return False
    return True


def _is_marked(element: html.HtmlElement) -> bool:
    for name, said in element.items():
        if name in _MARKED_BY:
            said = said.lower()
            if any(mark in said for mark in _MARKS):
                return True
    return False


def _is_others(element: html.HtmlElement) -> bool:
    marks = f"{element.get('class') or ''} {element.get('id') or ''}"
    return element.tag in ("aside", "nav", "footer", "blockquote", "figure", "form", "button") or bool(
        _OTHERS.search(marks)
    )


def _is_beside_place(element: html.HtmlElement, place: html.HtmlElement | None) -> bool:
    """Whether an element stands beside the first byline, of its kind."""
    if place is None or element.get("class") != place.get("class"):
        return False
    return element.getparent() is place.getparent() or (
        element.getparent() is not None
        and place.getparent() is not None
        and element.getparent().getparent() is place.getparent().getparent()
    )


def _read_element(element: html.HtmlElement, site: str | None) -> Credited:
    """The names in a byline: those of its text, or of the elements within it that are marked to hold a name each."""
    text = _text_of(element)
    whole = read_byline_text(text, site) if len(text) <= _LONGEST_BYLINE else Credited()
    parts = Credited()
    taken: set[html.HtmlElement] = set()
    for leaf in element.xpath(_LEAVES)[:30]:
        found = Credited()
        is_within = leaf.getparent() in taken
        if not is_within and len(leaf_text := _text_of(leaf)) <= _LONGEST_NAME and not _is_others(leaf):
            found = read_byline_text(leaf_text, site)
        if is_within or found.names:
            taken.add(leaf)
            parts = _add(parts, found)
    return whole if len(whole.people) >= len(parts.people) and whole.names else parts


def _text_of(element: html.HtmlElement) -> str:
    return squeeze(" ".join(element.itertext())).replace(" ,", ",")


def _add(one: Credited | None, other: Credited) -> Credited:
    if one is None:
        return other
    return Credited(
        people=once((*one.people, *other.people)), organisations=once((*one.organisations, *other.organisations))
    )
