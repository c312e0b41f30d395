"""The blocks of a page's body without what its markup did not give away as furniture: bylines, captions, link boxes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.extract.byline import is_role, is_sign_off, read_sign_off
from generator.extract.cleaning import Rule, find_rule, load_cleaning
from generator.extract.credits import read_caption
from generator.extract.dateline import PrintedDateline, find_dateline
from generator.extract.html_body import HtmlBlock
from generator.extract.stamp import Stamp, read_stamp
from generator.model import Removed

_WORDS = re.compile(r"\w+")
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
    credits: tuple[str, ...] = ()
    dateline: PrintedDateline | None = None
    removed: tuple[Removed, ...] = ()

    @property
    def text(self) -> str:
        """The blocks' texts, a blank line between them."""
        return "\n\n".join(self.texts)


def read_story(blocks: Sequence[HtmlBlock], known: frozenset[str], day_first: bool) -> Story:
    """Take out what is no part of the story; `known` are folded texts (title, deck, captions) that are none."""
    reader = _Reader(known, day_first)
    for index, block in enumerate(blocks):
        reader.read(block, head=index < _HEAD)
    return reader.finish()


class _Reader:
    """Goes down the blocks once."""

    def __init__(self, known: frozenset[str], day_first: bool) -> None:
        self._known, self._day_first = known, day_first
        self._cleaning = load_cleaning()
        self._kept: list[HtmlBlock] = []
        self._removed: list[Removed] = []
        self._story = Story()
        self._box: Rule | None = None
        self._byline = False

    def read(self, block: HtmlBlock, head: bool) -> None:
        text = block.text
        rule = find_rule(text, self._cleaning) if block.kind in ("paragraph", "heading") else None
        if rule is not None and rule.scope == "box":
            self._box = rule
            self._drop(text, rule.id)
        elif self._box is not None and block.kind == "list":
            self._drop(text, self._box.id)
            self._box = None
        elif rule is not None:
            self._drop(text, rule.id)
        elif " ".join(_WORDS.findall(text.casefold())) in self._known:
            self._drop(text, "title" if head else "caption")
        elif not self._take(block, head):
            self._box = None
            self._kept.append(block)

    def _take(self, block: HtmlBlock, head: bool) -> bool:
        """Read a byline, a date, a caption or a sign-off; False when the block is none."""
        text = block.text
        if block.kind not in ("paragraph", "heading"):
            return False
        if head and len(text) <= _LONGEST_HEAD and (stamp := read_stamp(text, self._day_first)):
            self._story = replace(self._story, stamps=(*self._story.stamps, stamp))
            self._byline = bool(stamp.authors)
            return self._drop(text, "stamp")
        if self._byline and is_role(text):
            return self._drop(text, "byline")
        if is_sign_off(text):
            self._story = replace(self._story, authors=self._story.authors or read_sign_off(text))
            return self._drop(text, "sign-off")
        if caption := read_caption(text):
            credit = (caption.credit,) if caption.credit else ()
            self._story = replace(self._story, credits=self._story.credits + credit)
            return self._drop(text, caption.rule)
        return False

    def _drop(self, text: str, rule: str) -> bool:
        self._removed.append(Removed(line=0, text=text, rule=rule))
        return True

    def finish(self) -> Story:
        while self._kept and self._kept[-1].kind == "heading":
            self._drop(self._kept.pop().text, "heading-last")
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
        """A dateline in plain letters at the start; one with emphasis within it stays."""
        first = next((index for index, block in enumerate(self._kept) if block.kind == "paragraph"), None)
        if first is None:
            return None
        block = self._kept[first]
        dateline = find_dateline(block.text)
        if dateline is None:
            return None
        cut = _cut_markdown(block, dateline.end)
        if cut is not None:
            self._drop(block.text[: dateline.end].strip(), "dateline")
            self._kept[first] = replace(block, text=block.text[dateline.end :], markdown=cut)
        return dateline


def _cut_markdown(block: HtmlBlock, end: int) -> str | None:
    """The block's Markdown without its first characters of text, emphasis around them included; None if unsure."""
    printed = block.text[:end].strip()
    pattern = r"[*\s]*" + r"[*\s\\]*".join(re.escape(word) for word in printed.split()) + r"[*\s]*"
    match = re.match(pattern, block.markdown)
    if match is None or match[0].count("*") % 2:
        return None
    return block.markdown[match.end() :]
