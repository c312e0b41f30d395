"""One block of a page: its plain text, and the same in Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from lxml import html

from generator.extract.pages.page import squeeze
from generator.extract.pages.running_text import Paragraph

Kind: TypeAlias = Literal["paragraph", "heading", "list", "quote", "table", "pre"]


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlBlock:
    """A block of a page: its plain text, and the same in Markdown."""

    kind: Kind
    text: str
    markdown: str
    parts: tuple[str, ...] = ()
    """The texts of a list's items or a table's cells."""
    paragraph: Paragraph | None = None
    """The running text of a paragraph, from which its Markdown can be written anew."""
    linked: int = 0
    """How many characters of the text stand in links."""
    element: html.HtmlElement | None = field(default=None, compare=False)
    """The element that holds it."""

    @property
    def line(self) -> int:
        """The line of the page's source it stands on; 0 when not known."""
        return (self.element.sourceline or 0) if self.element is not None else 0


def make_block(paragraph: Paragraph, element: html.HtmlElement) -> HtmlBlock:
    """A paragraph as a block."""
    return HtmlBlock(
        kind="paragraph",
        text=paragraph.text,
        markdown=paragraph.write(),
        paragraph=paragraph,
        linked=paragraph.linked,
        element=element,
    )


def make_heading(paragraph: Paragraph, level: int, element: html.HtmlElement) -> HtmlBlock:
    """A sub-heading on one line."""
    written = paragraph.write(" ")
    kept = written.rstrip("#")
    # Hash signs at the end would close the heading.
    markdown = f"{'#' * level} {kept}" + "\\#" * (len(written) - len(kept))
    text = paragraph.text.replace("\n", " ")
    return HtmlBlock(kind="heading", text=text, markdown=markdown, linked=paragraph.linked, element=element)


def join_blocks(kind: Kind, blocks: Sequence[HtmlBlock], markdown: str, element: html.HtmlElement) -> HtmlBlock:
    """Blocks as the parts of one: a list, a quotation."""
    return HtmlBlock(
        kind=kind,
        text=squeeze(" ".join(block.text for block in blocks)),
        markdown=markdown,
        parts=tuple(part for block in blocks for part in (block.parts or (block.text,))),
        linked=sum(block.linked for block in blocks),
        element=element,
    )


def write_item(blocks: Sequence[HtmlBlock], mark: str) -> str:
    """An item; the blocks within it indented by four, as Python-Markdown wants it."""
    first, *rest = blocks
    tight = all(block.kind == "list" and "\n\n" not in block.markdown for block in rest)
    parts = [indent(first.markdown, f"{mark} ", "    ")]
    parts.extend(indent(block.markdown, "    ", "    ") for block in rest)
    return ("\n" if tight else "\n\n").join(parts)


def indent(text: str, first: str, others: str) -> str:
    """Text with something before its first line and something else before the others; blank lines stay blank."""
    head, *tail = text.split("\n")
    return "\n".join([first + head, *(others + line if line else others.rstrip() for line in tail)])
