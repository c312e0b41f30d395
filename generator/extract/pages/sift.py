"""The blocks of a story's element, sifted: out go the links, labels and dates between and around its paragraphs.

What tells them is form alone: how much of a block is links, whether a text comes again and again, where it stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

from lxml import html

from generator.extract.lines import ends_sentence
from generator.extract.pages.blocks import HtmlBlock
from generator.extract.pages.page import fold

_MOSTLY = 0.7
_ALL = 0.85
_WHOLLY = 0.95
# On a page whose story is made of links (a list of offers, a digest of news) they are no furniture.
_MOST_LINKED_BLOCKS = 0.2
_LEAST_MANY = 4
_LEAST_TEASERS = 2
_LEAST_OTHERS = 3
_LONG = 140
_SHINGLE = 4
_LEAST_SAID = 80
_LABEL = 60
_LABEL_WORDS = 8
_SHORT_LABEL = 40
_LEAST_MENU = 4
_HALF = 0.5
_LONGEST_LINK = 250
_LONGEST_LINKS = 600
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}:\d\d(?!\d)")
_DATE = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
_LONGEST_DATE = 90
_MOST_DATE_WORDS = 10
_LETTERS = re.compile(r"[^\W\d_]{2}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_PROSE = 80


@dataclass(frozen=True, slots=True)
class Sifted:
    """What is left, and what was taken with the rule that took it, in order."""

    kept: tuple[HtmlBlock, ...]
    taken: tuple[tuple[HtmlBlock, str], ...]


def sift_blocks(blocks: Sequence[HtmlBlock], said: str | None = None) -> Sifted:
    """Take out what is furniture by its form, or outside of what the page's data says is the story."""
    rules: dict[int, str] = {}
    if said:
        _mark_unsaid(blocks, said, rules)
    _mark_above(blocks, rules)
    _mark_links(blocks, rules)
    _mark_teasers(blocks, rules)
    _mark_tail(blocks, rules)
    _mark_repeated(blocks, rules)
    _mark_head(blocks, rules)
    _mark_labels(blocks, rules)
    return Sifted(
        kept=tuple(block for index, block in enumerate(blocks) if index not in rules),
        taken=tuple((block, rules[index]) for index, block in enumerate(blocks) if index in rules),
    )


def _mark_unsaid(blocks: Sequence[HtmlBlock], said: str, rules: dict[int, str]) -> None:
    """What stands above and below the story that the page's data gives, when most of that is in the blocks."""
    wanted = set(_shingle(fold(unescape(said))))
    found: set[tuple[str, ...]] = set()
    within = []
    for index, block in enumerate(blocks):
        shingles = _shingle(fold(block.text))
        common = wanted.intersection(shingles)
        found |= common
        if shingles and len(common) >= _HALF * len(set(shingles)):
            within.append(index)
    # What a page's data gives may be the beginning alone.
    length = sum(len(blocks[index].text) for index in range(within[0], within[-1] + 1)) if within else 0
    if length < _HALF * sum(len(block.text) for block in blocks):
        return
    if len(wanted) < _LEAST_SAID or len(found) < _ALL * len(wanted):
        return
    rules.update(dict.fromkeys((*range(within[0]), *range(within[-1] + 1, len(blocks))), "outside-data"))


def _shingle(text: str) -> list[tuple[str, ...]]:
    words = text.split()
    return [tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)]


def _mark_above(blocks: Sequence[HtmlBlock], rules: dict[int, str]) -> None:
    """What stands above the headline, when most of the text stands below it; and menus above the first prose."""
    headline = next(
        (index for index, block in enumerate(blocks) if block.element is not None and block.element.tag == "h1"), 0
    )
    length = sum(len(block.text) for block in blocks)
    if sum(len(block.text) for block in blocks[headline:]) > _MOSTLY * length:
        rules.update(dict.fromkeys(range(headline), "above-headline"))
    first, _ = _find_prose(blocks)
    labels = [i for i in range(headline, max(first, 0)) if blocks[i].kind == "paragraph" and _is_label(blocks[i].text)]
    if len(labels) >= _LEAST_MENU:
        rules.update(dict.fromkeys(labels, "menu"))


def _is_label(text: str) -> bool:
    return len(text) <= _SHORT_LABEL and not ends_sentence(text)


def _mark_links(blocks: Sequence[HtmlBlock], rules: dict[int, str]) -> None:
    """Paragraphs that are links, and lists of links; headings that are links where they come in a row or at the end."""
    linked = [index for index, block in enumerate(blocks) if is_link(block)]
    first, last = _find_prose(blocks)
    within = [index for index in linked if first < index < last]
    length = sum(len(block.text) for block in blocks)
    many = len(within) > max(_LEAST_MANY, _MOST_LINKED_BLOCKS * len(blocks)) and (
        sum(len(blocks[index].text) for index in within) < _HALF * length
    )
    for index in linked:
        block = blocks[index]
        if many and first < index < last:
            continue
        if block.kind in ("list", "table"):
            rules[index] = "link-list"
        elif block.kind == "heading":
            beside = blocks[index + 1 : index + 2]
            if index > last or (beside and is_link(beside[0])) or rules.get(index - 1) == "related-link":
                rules[index] = "related-link"
        else:
            rules[index] = "related-link"


def _find_prose(blocks: Sequence[HtmlBlock]) -> tuple[int, int]:
    """The first and the last block of prose; a teaser, below a heading that is a link, is none."""
    prose = [
        index
        for index, block in enumerate(blocks)
        if block.kind in ("paragraph", "quote", "list")
        and len(block.text) >= _PROSE
        and not is_link(block)
        and not (index and blocks[index - 1].kind == "heading" and is_link(blocks[index - 1]))
    ]
    return (prose[0], prose[-1]) if prose else (-1, len(blocks))


def is_link(block: HtmlBlock) -> bool:
    """Whether a block is a link to another story, or some: not a sentence that has a link in it."""
    length = len(block.text)
    if not length:
        return False
    if block.kind in ("list", "table"):
        return block.linked >= _MOSTLY * length
    if block.kind == "heading":
        return block.linked >= _ALL * length
    if block.kind != "paragraph":
        return False
    share = block.linked / length
    if share >= _WHOLLY and length <= _LONGEST_LINK:
        return True
    return share >= _HALF and length <= _LONGEST_LINKS and not ends_sentence(block.text)


def _mark_teasers(blocks: Sequence[HtmlBlock], rules: dict[int, str]) -> None:
    """What stands below the story's last prose, with headings that are links: other stories and their first words."""
    _, last = _find_prose(blocks)
    headings = [
        index for index in range(last + 1, len(blocks)) if blocks[index].kind == "heading" and is_link(blocks[index])
    ]
    if len(headings) >= _LEAST_TEASERS:
        for index in range(headings[0], len(blocks)):
            rules.setdefault(index, "teaser")


def _mark_tail(blocks: Sequence[HtmlBlock], rules: dict[int, str]) -> None:
    """Paragraphs below the story that are made otherwise than all of its own, and stand elsewhere."""
    shares: Counter[tuple[str, str | None]] = Counter()
    for block in blocks:
        if block.kind == "paragraph" and not is_link(block):
            shares[_make_of(block)] += len(block.text)
    make, length = max(shares.items(), key=lambda item: item[1], default=(("", None), 0))
    if not shares or length < _HALF * shares.total():
        return
    own = [index for index, block in enumerate(blocks) if block.kind == "paragraph" and _make_of(block) == make]
    homes = {block.element.getparent() for index in own if (block := blocks[index]).element is not None}
    tail = range(own[-1] + 1, len(blocks))
    others = [i for i in tail if blocks[i].kind == "paragraph" and _stands_apart(blocks[i], homes)]
    if len(others) >= _LEAST_OTHERS:
        rules.update(dict.fromkeys(range(others[0], len(blocks)), "below-story"))


def _make_of(block: HtmlBlock) -> tuple[str, str | None]:
    element = block.element
    return ("", None) if element is None else (str(element.tag), element.get("class"))


def _stands_apart(block: HtmlBlock, homes: set[html.HtmlElement | None]) -> bool:
    return block.element is not None and block.element not in homes and block.element.getparent() not in homes


def _mark_repeated(blocks: Sequence[HtmlBlock], rules: dict[int, str]) -> None:
    """Paragraphs that stood in the story already: pull quotes, and pages that hold their text twice."""
    seen: set[tuple[str, ...]] = set()
    for index, block in enumerate(blocks):
        if index in rules:
            continue
        shingles = _shingle(block.text)
        if (
            len(block.text) >= _LONG
            and sum(1 for shingle in shingles if shingle in seen) >= _MOSTLY * len(shingles) > 0
        ):
            rules[index] = "repeated"
        seen.update(shingles)


def _mark_head(blocks: Sequence[HtmlBlock], rules: dict[int, str]) -> None:
    """Dates and bare figures above the first paragraph of prose."""
    for index, block in enumerate(blocks):
        if index in rules:
            continue
        if (
            block.kind != "paragraph"
            or len(block.text) > _LONGEST_DATE
            or not (is_date(block.text) or not _LETTERS.search(block.text))
        ):
            if block.kind != "heading" and len(block.text) >= _PROSE:
                return
            continue
        rules[index] = "stamp" if is_date(block.text) else "figure"


def is_date(text: str) -> bool:
    """Whether a short line tells a time, in whatever language: figures of a date, hardly any words, no sentence."""
    words = text.split()
    if len(words) > _MOST_DATE_WORDS or not _YEAR.search(text) or ends_sentence(text):
        return False
    return len(_DATE.findall(text)) >= 2


def _mark_labels(blocks: Sequence[HtmlBlock], rules: dict[int, str]) -> None:
    """Headings and short lines above what was taken: "More on this" above its links."""
    for index in range(len(blocks) - 2, -1, -1):
        block = blocks[index]
        if index in rules or rules.get(index + 1) not in ("related-link", "link-list", "link-label"):
            continue
        short = len(block.text) <= _LABEL and len(block.text.split()) <= _LABEL_WORDS
        if short and block.kind in ("paragraph", "heading") and not ends_sentence(block.text):
            rules[index] = "link-label"
