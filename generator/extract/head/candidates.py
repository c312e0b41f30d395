"""Which of the lines above a story is its headline: neither in a list, nor the words of a picture, nor a byline.

Lines with their roles come in; an index among them goes out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extract.head.bare_bylines import read_loose
from generator.extract.head.head_lines import is_date_label, is_tags_label
from generator.extract.head.source import is_section, is_source
from generator.extract.head.title import choose_title, is_score
from generator.extract.roles import RoledLine
from generator.extract.story.start import NEAR, STANDFIRST, TOOLS

POINT = "*"
"""Before each point of an agency's report, between headline and byline."""
_TOOL_WORDS = 5
_TRAIL_WORDS = 4
_TITLE_WORDS = 4
# "HomeLocal NewsRegionsPortsea": the links of a menu, set side by side.
_MENU_WORDS = 5
_GLUED = re.compile(r"[a-z][A-Z][a-z]")
# "The wall before it fell. Ann Field": whose picture it is.
_SIGNED = re.compile(r"\w{4}[.!?][\"”’']? (?:[A-Z][\w'’-]{1,20} ){1,2}[A-Z][\w'’-]{1,20}\Z")


def find_title(above: tuple[RoledLine, ...], story: Sequence[str], page: bool) -> int | None:
    """The index of the headline among the lines above a story; `story`: its first paragraphs, `page`: a whole one."""
    candidates = _find_candidates(above, page)
    stamped = frozenset(index for index, _ in candidates if _is_stamped(above, index, page))
    anchors = stamped | {
        index for index, _ in candidates if index + 1 == len(above) or above[index + 1].role in ("caption", "furniture")
    }
    later = frozenset(index for index, _ in candidates if _is_below_stamp(above, index))
    chosen = choose_title(candidates, anchors, stamped, story, later, page)
    return candidates[chosen][0] if chosen is not None else None


def find_title_by_byline(above: tuple[RoledLine, ...]) -> int | None:
    """The first line of a headline's length right above who wrote the story and when, whatever follows."""
    return next((index for index in range(len(above) - 1) if _is_right_above_byline(above, index)), None)


def _is_right_above_byline(above: tuple[RoledLine, ...], index: int) -> bool:
    """Whether a line of a headline's length stands right above who wrote the story and when."""
    line, stamp = above[index], above[index + 1].stamp
    if line.role != "short" or line.line.mark or line.words < _TITLE_WORDS or is_source(line.line.text):
        return False
    return stamp is not None and bool(stamp.authors or stamp.source) and bool(stamp.published or stamp.updated)


def _find_candidates(above: tuple[RoledLine, ...], dump: bool) -> list[tuple[int, RoledLine]]:
    """Lines that can be the headline: neither in a list, nor the words of a picture, nor a date on a page."""
    pictured = [line.line.text for line in above if line.role == "caption"]
    return [
        (index, line)
        for index, line in enumerate(above)
        if line.role in ("short", "prose")
        and line.line.mark != POINT
        and not (dump and (line.line.mark or read_loose(line) or _SIGNED.search(line.line.text)))
        and (not any(line.line.text in caption for caption in pictured) or _is_signed(above, index))
        and not _is_menu(line)
        and not (index and (is_tags_label(above[index - 1]) or _is_score_below(above, index)))
        and not (dump and _is_trail(line.line.text, above[index + 1 : index + 1 + NEAR]))
    ]


def _is_menu(line: RoledLine) -> bool:
    """Whether a line is a row of links: run together without a space, or nothing but parts of a paper."""
    words = line.line.text.split()
    if len(words) >= _MENU_WORDS and all(word[:1].isupper() for word in words):
        return 2 * sum(map(is_section, words)) >= len(words)
    return len(_GLUED.findall(line.line.text)) > 1


def _is_signed(above: tuple[RoledLine, ...], index: int) -> bool:
    """Whether a byline or date stands right below a line: a picture's words may be the headline's again."""
    return index + 1 < len(above) and above[index + 1].role == "stamp"


def _is_score_below(above: tuple[RoledLine, ...], index: int) -> bool:
    """Whether a line is a game's score, below what can be the headline."""
    return above[index - 1].role in ("short", "prose") and is_score(above[index].line.text)


def _is_trail(text: str, below: tuple[RoledLine, ...]) -> bool:
    """Whether a line is a page's trail: the names of its parts run into the headline that stands below."""
    return any(
        line.words >= _TRAIL_WORDS and text != line.line.text and text.endswith(line.line.text) for line in below
    )


def _is_stamped(above: tuple[RoledLine, ...], index: int, dump: bool) -> bool:
    """Whether a byline or date stands below a line: right below, on a page with its tools and standfirst between."""
    others = 0
    for line in above[index + 1 : index + 1 + (TOOLS if dump else 1)]:
        if line.role == "stamp" or (dump and line.role == "short" and read_loose(line)):
            return True
        if not dump and is_date_label(line):
            return True
        if line.role not in ("furniture", "caption") and not (line.line.mark and line.words <= _TOOL_WORDS):
            others += 1
        if others > (STANDFIRST if dump else 0):
            return False
    return False


def _is_below_stamp(above: tuple[RoledLine, ...], index: int) -> bool:
    return any(line.role == "stamp" for line in above[max(0, index - TOOLS) : index])
