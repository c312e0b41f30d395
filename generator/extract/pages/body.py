"""The body of a page: the blocks of its main text, in order, without what its markup gives away as furniture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import html

from generator.extract.pages.blocks import HtmlBlock, read_block, read_blocks
from generator.extract.pages.region import Region, find_region
from generator.extract.pages.sift import sift_blocks
from generator.model import Removed

__all__ = ["HtmlBlock", "HtmlBody", "extract_body", "read_block"]


@dataclass(frozen=True, slots=True)
class HtmlBody:
    """The blocks of a page's story, and what was sifted out from among them."""

    blocks: tuple[HtmlBlock, ...] = ()
    removed: tuple[Removed, ...] = ()
    region: Region | None = None

    def name_furniture(self, element: html.HtmlElement) -> str | None:
        """The rule that left an element out of the story, by what it or an element around it is called."""
        return f"html-{kind.id}" if self.region is not None and (kind := self.region.find_kind(element)) else None


def extract_body(
    tree: html.HtmlElement,
    shown: Sequence[tuple[html.HtmlElement, str]],
    base: str | None,
    said: str | None = None,
) -> HtmlBody:
    """The body of a page, of the blocks that it shows; without blocks when it has none.

    Links are made whole against `base`; those without an http(s) address become their text. `said` is the story's text
    as the page's data gives it: where it agrees with the page, the story begins and ends with it.
    """
    region = find_region(shown, tree)
    if region is None:
        return HtmlBody()
    sifted = sift_blocks(read_blocks(region.root, base, region.skipped), said)
    removed = tuple(
        Removed(line=block.line, text=text, rule=rule)
        for block, rule in sifted.taken
        for text in block.parts or (block.text,)
    )
    return HtmlBody(sifted.kept, removed, region)
