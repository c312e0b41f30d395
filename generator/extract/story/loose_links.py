"""Links that stand alone among the paragraphs of a story, told by how they are put or by what stands above them."""

from __future__ import annotations

import re

from generator.extract.lines import ends_sentence, is_open
from generator.extract.roles import RoledLine

# "Profile: Ann Field", "Election night as it happened", "All About Harbours • Storms".
_LINK_LABEL = re.compile(
    r"(?:(?:in depth|interactive|gallery|in pictures|infographic|profile|timeline|factbox|quiz|photos|video|opinion"
    r"|complete coverage|special report|podcast)\s?:\s?[^.!]{4,150}|.{5,100}\bas it happened"
    r"|.{10,150} [–-] (?:video|video report|video explainer|in pictures|gallery|podcast|audio)"
    r"|all about [A-Z][^.!?]{2,80}|watch [^.!?\s]{1,30}(?: [^.!?\s]{1,30}){2,20})\Z",
    re.IGNORECASE,
)


def is_link_label(text: str) -> bool:
    """Whether a line says what a link is to, and its title."""
    return _LINK_LABEL.match(text) is not None


def is_loose_item(line: RoledLine, above: RoledLine) -> bool:
    """A list item that no sentence leads up to: on a page, a link to another story."""
    text = above.line.text
    led = above.line.mark or is_open(text) or not ends_sentence(text)
    title = line.line.text
    return not led and not line.line.mark[0].isdigit() and (title.endswith("?") or not ends_sentence(title))
