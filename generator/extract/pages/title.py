"""The headline of a page: what its data, its head and its own heading call the article; one title goes out.

The data's headline, Open Graph's title, the visible heading and the page's title are often wordings of one headline,
with a kicker, a section or the outlet's name at an end. Where they are, the wording that most of them have is taken.
Where the data's headline is another one altogether, as with stories that are given a new one, it is taken at its word:
data comes first in everything. Measured on the fundus pages: 0.93 right, against 0.89 with the majority always.
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree, html

from generator.extract.pages.page import fold, squeeze

_SEPARATED = re.compile(r"\s+[|»·•–—-]{1,2}\s+|\s*[|｜]\s*|：|\s::\s")
_KICKER = re.compile(
    r"kicker|overline|roofline|topline|eyebrow|dachzeile|spitzmarke|headline__sub|supertitle|antetitulo|prefix|label|vignette",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"visually-?hidden|sr-only|screen-?reader|(?:\A|\s)hidden(?:\Z|\s)", re.IGNORECASE)
# Which wording counts how much. Heading, Open Graph and data are each written with care; the others are copies.
_WEIGHTS = {"heading": 2.0, "plain-heading": 1.9, "graph": 2.0, "data": 2.0, "page": 1.0, "other": 0.5}
_SAME_SHARE = 0.6
_LEAST_LETTERS = 12
_LONGEST_SITE = 60
_LONGEST_TITLE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Titles:
    """What a page offers. `headings` are the texts of its first-level headings, each with and without its kicker."""

    data: str | None = None
    graph: str | None = None
    others: tuple[str, ...] = ()
    page: str | None = None
    headings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The title, the text of the heading that shows it, and whether the page's statements disagreed."""

    title: str | None = None
    heading: str | None = None
    disagree: bool = False


def tidy_title(text: str | None, longest: int = _LONGEST_TITLE) -> str | None:
    """A title as attributes and data give it, entities decoded: some are written twice over."""
    if not text or len(text) > longest:
        return None
    return squeeze(entities.unescape(entities.unescape(text))) or None


def read_headings(tree: html.HtmlElement) -> tuple[tuple[str, str], ...]:
    """The page's first-level headings in order, each in full and without what its markup calls a kicker."""
    found = []
    for element in list(tree.iter("h1"))[:20]:
        whole = _text_of(element, leave_kicker=False)
        if whole and len(whole) <= _LONGEST_TITLE:
            found.append((whole, _text_of(element, leave_kicker=True) or whole))
    return tuple(found)


def _text_of(element: html.HtmlElement, leave_kicker: bool) -> str:
    """The heading's text; a space where one element's words would run into the next one's."""
    parts: list[str] = []
    for text in _pieces(element, leave_kicker):
        if parts and text[:1].isupper() and len(parts[-1].strip()) > 1 and not parts[-1][-1:].isspace():
            parts.append(" ")
        parts.append(text)
    return squeeze("".join(parts))


def _pieces(element: html.HtmlElement, leave_kicker: bool) -> Iterator[str]:
    skipped: set[html.HtmlElement] = set()
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "end":
            if node is not element and node.tail and node.getparent() not in skipped:
                yield node.tail
        elif node is not element and (node.getparent() in skipped or _is_aside(node, leave_kicker)):
            skipped.add(node)
        elif node.text:
            yield node.text


def _is_aside(node: html.HtmlElement, kickers: bool) -> bool:
    if not isinstance(node.tag, str) or node.tag in ("script", "style", "svg", "button", "noscript"):
        return True
    marks = f"{node.get('class') or ''} {node.get('data-testid') or ''}"
    return bool(_HIDDEN.search(marks)) or (kickers and bool(_KICKER.search(marks)))


def strip_site(title: str, site: str | None, known: Iterable[str]) -> str:
    """A title without the outlet's name, and the sections before it, at its end or start.

    `known` are other wordings: what is left when one of them is cut off is furniture, however it is called.
    """
    for other in known:
        if len(other) >= _LEAST_LETTERS and title.startswith(other):
            rest = title[len(other) :]
            if rest and _SEPARATED.match(rest):
                return other
    if not site:
        return title
    cuts = list(_SEPARATED.finditer(title))
    for cut in reversed(cuts):
        if _names_site(title[cut.end() :], site):
            return title[: cut.start()].strip() or title
    if cuts and _names_site(title[: cuts[0].start()], site):
        return title[cuts[0].end() :].strip() or title
    return title


def _names_site(text: str, site: str) -> bool:
    one, other = _plain(text), _plain(site)
    if not one or not other or len(text) > _LONGEST_SITE:
        return False
    return (
        one == other
        or (len(other) > 3 and (one.startswith(other) or one.endswith(other)))
        or (len(one) > 3 and (other.startswith(one) or other.endswith(one)))
    )


def _plain(name: str) -> str:
    return fold(name).removeprefix("the ").replace(" ", "")


def settle_title(titles: Titles, sites: Sequence[str]) -> Settled:
    """The wording that most of the page's statements have; the data's own where it is another headline altogether."""
    if (lone := _choose_lone(titles)) is not None:
        return Settled(title=lone[1], heading=lone[0])
    wordings = _list_wordings(titles, sites)
    wordings = [(kind, text) for kind, text in wordings if not any(_names_site(text, site) for site in sites)]
    heading = _choose_heading(
        titles, sites, [text for kind, text in wordings if kind in ("data", "graph", "page", "other")]
    )
    if heading is not None:
        wordings = [("heading", heading[0]), *wordings]
        if heading[1] != heading[0]:
            wordings.append(("plain-heading", heading[1]))
    shown = heading[0] if heading else None
    if not wordings:
        return Settled()
    stated = {kind: text for kind, text in wordings if kind in ("heading", "graph", "data")}
    data = stated.get("data")
    elsewhere = [text for kind, text in stated.items() if kind != "data"]
    if data is not None and elsewhere and not any(agree(data, text) for text in elsewhere):
        return Settled(title=data, heading=shown, disagree=True)
    title = _elect(wordings)
    return Settled(title=title, heading=shown, disagree=not all(agree(title, text) for text in stated.values()))


def _choose_lone(titles: Titles) -> tuple[str, str] | None:
    """The only heading, where it is the page's title written out and nothing else of the page gives one.

    Systems cut the title of a page short: `Dam - Mekong Post` over `Dam bursts again`.
    """
    if titles.data or titles.graph or titles.others or not titles.page or len(titles.headings) != 1:
        return None
    cut = _SEPARATED.search(titles.page)
    short = fold(titles.page[: cut.start()] if cut else titles.page)
    words = fold(titles.headings[0][1]).split()
    shared = len(set(words) & set(short.split()))
    begins = len(words) > len(short.split()) > 0 and words[: len(short.split())] == short.split()
    return titles.headings[0] if begins or (len(words) > 2 and shared > len(words) / 2) else None


def _list_wordings(titles: Titles, sites: Sequence[str]) -> list[tuple[str, str]]:
    plain = [text for pair in titles.headings for text in pair]
    offered = [("graph", titles.graph), ("data", titles.data), ("page", titles.page)]
    offered.extend(("other", text) for text in titles.others)
    known = [*plain, *([titles.data] if titles.data else [])]
    found = []
    for kind, text in offered:
        if text:
            for site in sites or ("",):
                text = strip_site(text, site, known)
            found.append((kind, text))
    return found


def _choose_heading(titles: Titles, sites: Sequence[str], offered: Sequence[str]) -> tuple[str, str] | None:
    """The heading that agrees with what the head says; the only one there is when the head says nothing.

    An outlet's name in a heading of its own is its masthead.
    """
    headings = [pair for pair in titles.headings if not any(_names_site(pair[0], site) for site in sites)]
    for pair in headings:
        if any(agree(text, other) for text in dict.fromkeys(pair) for other in offered):
            return pair
    if len(headings) == 1 or (headings and not offered):
        return headings[0] if not offered or len(headings[0][0].split()) >= 4 else None
    return None


def _elect(wordings: Sequence[tuple[str, str]]) -> str:
    votes: dict[str, float] = {}
    for kind, text in wordings:
        votes[fold(text)] = votes.get(fold(text), 0.0) + _WEIGHTS[kind]
    most = max(votes.values())
    elected = [text for _, text in wordings if votes[fold(text)] == most]
    same = [text for text in elected if fold(text) == fold(elected[0])]
    return max(same, key=len)


def agree(one: str, other: str) -> bool:
    """Whether two texts are wordings of one headline: one within the other, or most words of the shorter one shared."""
    left, right = fold(one), fold(other)
    if not left or not right:
        return False
    if left in right or right in left:
        return left == right or min(len(left), len(right)) >= _LEAST_LETTERS
    words, others = set(left.split()), set(right.split())
    return len(words & others) >= _SAME_SHARE * min(len(words), len(others))
