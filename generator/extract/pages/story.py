"""The blocks of a page's body without what its markup did not give away as furniture: bylines, captions, link boxes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import html

from generator.extract.cleaning import Cleaning, Rule, find_rule
from generator.extract.head.contributors import is_contribution, read_contributors
from generator.extract.head.credits import read_caption
from generator.extract.head.dateline import PrintedDateline, find_dateline
from generator.extract.head.office import is_role, read_office
from generator.extract.head.pictured_byline import read_pictured_byline
from generator.extract.head.sign_off import is_sign_off, read_sign_off
from generator.extract.head.stamp import Stamp, read_stamp
from generator.extract.lines import MOST_LINES
from generator.extract.pages.body import HtmlBlock
from generator.extract.pages.page import fold
from generator.extract.pages.running_text import cut_start
from generator.model import Contributor, Removed

# A byline or date above the story stands in its first blocks.
_HEAD = 8
_LONGEST_HEAD = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A page's story: Markdown, the plain texts of its blocks, and what was read off it."""

    body: str = ""
    texts: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    """The texts of list items and table cells, which a page shows as blocks of their own."""
    stamps: tuple[Stamp, ...] = ()
    authors: tuple[str, ...] = ()
    contributors: tuple[Contributor, ...] = ()
    credits: tuple[str, ...] = ()
    dateline: PrintedDateline | None = None
    removed: tuple[Removed, ...] = ()

    @property
    def text(self) -> str:
        """The blocks' texts, a blank line between them."""
        return "\n\n".join(self.texts)


def read_story(blocks: Sequence[HtmlBlock], known: Mapping[str, str], day_first: bool, cleaning: Cleaning) -> Story:
    """Take out what is no part of the story; `known` are folded texts that are none, with what each is: `title`."""
    reader = _Reader(known, day_first, cleaning)
    for index, block in enumerate(blocks):
        if index < MOST_LINES:
            reader.read(block, index < _HEAD, blocks[index + 1] if index + 1 < len(blocks) else None)
        else:
            reader.keep(block)
    return reader.finish()


class _Reader:
    """Goes down the blocks once."""

    def __init__(self, known: Mapping[str, str], day_first: bool, cleaning: Cleaning) -> None:
        self._known, self._day_first, self._cleaning = known, day_first, cleaning
        self._kept: list[HtmlBlock] = []
        self._removed: list[Removed] = []
        self._story = Story()
        self._box: Rule | None = None
        self._byline = False

    def read(self, block: HtmlBlock, head: bool, following: HtmlBlock | None) -> None:
        """Take or keep the next block."""
        text = block.text
        rule = find_rule(text, self._cleaning) if block.kind in ("paragraph", "heading") else None
        if rule is not None and rule.scope == "box":
            self._box = rule
            self._drop(block, rule.id)
        elif self._box is not None and block.kind == "list":
            self._drop(block, self._box.id)
            self._box = None
        elif rule is not None:
            self._drop(block, rule.id)
        elif (name := self._known.get(fold(text))) and not (name == "deck" and _is_kin(block, following)):
            self._byline = name == "byline"
            if self._byline and (pictured := read_pictured_byline(text)):
                self._credit(pictured[1])
            self._drop(block, name)
        elif not self._take(block, head):
            self.keep(block)

    def keep(self, block: HtmlBlock) -> None:
        """Take the next block as it is."""
        self._box = None
        self._byline = False
        self._kept.append(block)

    def _take(self, block: HtmlBlock, head: bool) -> bool:
        """Read a byline, a date, a caption or a sign-off; False when the block is none."""
        text = block.text
        if block.kind not in ("paragraph", "heading"):
            return False
        if head and len(text) <= _LONGEST_HEAD and (stamp := read_stamp(text, self._day_first)):
            self._story = replace(self._story, stamps=(*self._story.stamps, stamp))
            self._byline = bool(stamp.authors)
            self._credit(*stamp.credits)
            return self._drop(block, "stamp")
        if self._byline and (office := read_office(text)) is not None:
            stamp = Stamp(source=office.source, place=office.place)
            self._story = replace(self._story, stamps=(*self._story.stamps, stamp))
            return self._drop(block, "byline")
        if self._byline and is_role(text):
            return self._drop(block, "byline")
        if is_sign_off(text) or is_contribution(text):
            contributors = (*self._story.contributors, *read_contributors(text))
            authors = self._story.authors or read_sign_off(text)
            self._story = replace(self._story, authors=authors, contributors=contributors)
            return self._drop(block, "sign-off")
        if caption := read_caption(text):
            self._credit(*filter(None, (caption.credit,)))
            return self._drop(block, caption.rule)
        return False

    def _credit(self, *owners: str) -> None:
        self._story = replace(self._story, credits=(*self._story.credits, *owners))

    def _drop(self, block: HtmlBlock, rule: str) -> bool:
        parts = block.parts or (block.text,)
        self._removed.extend(Removed(line=block.line, text=text, rule=rule) for text in parts)
        return True

    def finish(self) -> Story:
        while self._kept and self._kept[-1].kind == "heading":
            self._drop(self._kept.pop(), "heading-last")
        dateline = self._take_dateline()
        return replace(
            self._story,
            body="\n\n".join(block.markdown for block in self._kept),
            texts=tuple(block.text for block in self._kept),
            parts=tuple(part for block in self._kept for part in block.parts),
            dateline=dateline,
            removed=tuple(self._removed),
        )

    def _take_dateline(self) -> PrintedDateline | None:
        """A dateline at the start, whatever of it and of the words after it is emphasised."""
        first = next((index for index, block in enumerate(self._kept) if block.kind == "paragraph"), None)
        if first is None:
            return None
        block = self._kept[first]
        dateline = find_dateline(block.text)
        if dateline is None:
            return None
        if block.paragraph is not None:
            rest = cut_start(block.paragraph, dateline.end)
            self._removed.append(Removed(line=block.line, text=block.text[: dateline.end].strip(), rule="dateline"))
            self._kept[first] = replace(block, text=rest.text, markdown=rest.write(), paragraph=rest)
        return dateline


def _is_kin(block: HtmlBlock, other: HtmlBlock | None) -> bool:
    """Whether a block is set as the one after it: the first paragraph, though the page's head may give it as a deck."""
    if other is None or block.element is None or other.element is None or other.kind != "paragraph":
        return False
    return _make_of(block.element) == _make_of(other.element)


def _make_of(element: html.HtmlElement) -> tuple[str | None, ...]:
    """What an element and the one around it are called; paragraphs may each be wrapped in one of their own."""
    around = element.getparent()
    outer = (None, None) if around is None else (str(around.tag), around.get("class"))
    return (str(element.tag), element.get("class"), *outer)
