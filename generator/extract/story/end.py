"""Where a story ends: at the first box or closing mark below its last prose, unless it goes on below that.

Lines with their roles and the region of the story come in; the index of the first line below the story goes out.
"""

from __future__ import annotations

import re
from itertools import takewhile

from generator.extract.head.source import read_credit
from generator.extract.lines import ends_sentence
from generator.extract.roles import RoledLine
from generator.extract.story.region import Region

_MARKS = ("box", "end", "menu")
_FOOT = re.compile(r"(?:story |article )?(?:first|originally) (?:published|posted)\b", re.IGNORECASE)
_FOOT_ROLES = ("stamp", "sign-off", "furniture")
_LEAST_SENTENCE_WORDS = 2
_LEAST_TAGS = 2
_LEAST_LINKS, _LEAST_LINK_WORDS = 2, 3
_TAG_WORDS = 6
_NAME_WORDS, _BIOGRAPHY_REACH, _BIOGRAPHY_WORDS = 4, 2, 120
_BIOGRAPHY = re.compile(
    r",? (?:is|was|has been|writes|covers|reports|joined) "
    r"(?:(?:an?|the|about|for|on|based|currently|our)\b|\S{2,20}['’]s\b)"
)
_SOMEBODY = re.compile(
    r"(?:Dr\.? |Prof\.? )?[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{0,20}){1,2}(?= (?:is|writes|covers)\b)"
)


def find_foot(lines: tuple[RoledLine, ...], start: int, region: Region) -> int | None:
    """The line below a story that says when it was first published: what stands below that is of the page."""
    total = sum(line.words for line in lines[start : region.end] if line.role == "prose")
    seen = 0
    for at in range(start, len(lines)):
        line = lines[at]
        if line.role == "stamp" and 2 * seen > total and _FOOT.match(line.line.text):
            return at
        seen += line.words if line.role == "prose" else 0
    return None


def find_end(
    lines: tuple[RoledLine, ...], start: int, region: Region, authors: tuple[str, ...], foot: int | None = None
) -> int:
    """The first line below the story that begins at `start`; `authors` are those named above it.

    `foot`: the line, if any, that no sentence of the story follows.
    """
    if foot is not None:
        end = foot + 1
        while end < len(lines) and lines[end].role in _FOOT_ROLES:
            end += 1
        return end
    if region.dump:
        return _find_author_box(lines, start, _cut_tags(lines, region, _find_mark(lines, region.end)), authors)
    end = _find_mark(lines, region.end)
    while end < len(lines) and (below := _find_resumed(lines, end, authors)) is not None:
        end = _find_mark(lines, below)
    if (last := _find_last_words(lines, end, authors)) is not None:
        return last
    return _cut_tags(lines, region, end)


def is_sentence(line: RoledLine) -> bool:
    """Whether a line is a sentence of a story, however short: not the title of a link, which may be a question."""
    text = line.line.text
    return (
        line.role in ("short", "prose")
        and not line.line.mark
        and line.words >= _LEAST_SENTENCE_WORDS
        and ends_sentence(text)
        and "?" not in text[-3:]
    )


def _find_mark(lines: tuple[RoledLine, ...], at: int) -> int:
    while at < len(lines) and lines[at].role not in _MARKS:
        at += 1
    return at


def _find_resumed(lines: tuple[RoledLine, ...], at: int, authors: tuple[str, ...]) -> int | None:
    """The first sentence of the story below a box of links, or below a row of links that is the text's only mark.

    Below the links of a box, sentences alone are the story; where links follow them, they are what links say.
    """
    if lines[at].role == "menu":
        return at + 1 if sum(line.role in _MARKS for line in lines) == 1 else None
    if lines[at].role != "box":
        return None
    links, resumed = 0, None
    for index in range(at + 1, len(lines)):
        line = lines[index]
        if line.role in _MARKS or line.rule == "copyright":
            break
        if is_sentence(line):
            if resumed is None:
                resumed = index
        elif line.role in ("short", "prose"):
            if resumed is not None and not read_credit(line.line.text):
                return None
            links += resumed is None
    if not links or resumed is None or is_biography(lines[resumed].line.text, authors):
        return None
    return resumed


def _find_last_words(lines: tuple[RoledLine, ...], at: int, authors: tuple[str, ...]) -> int | None:
    """Where a story ends whose last paragraphs stand below a box of links, and furniture or tags below them.

    What a link says has links on both sides of it, or further sentences between them.
    """
    if at >= len(lines) or lines[at].role != "box" or not lines[at].rule.startswith("related"):
        return None
    first = at + 1
    while first < len(lines) and is_link(lines[first]):
        first += 1
    if first - at <= _LEAST_LINKS or first == len(lines) or not _is_paragraph(lines[first], authors):
        return None
    last = first
    while last < len(lines) and (is_sentence(lines[last]) or lines[last].role == "sign-off"):
        last += 1
    below = lines[last : _find_mark(lines, last)]
    return None if any(map(is_sentence, below)) or _is_list_on(lines[first], below) else last


def _is_list_on(sentence: RoledLine, below: tuple[RoledLine, ...]) -> bool:
    """Whether a list of links goes on below a sentence in it."""
    links = sum(1 for _ in takewhile(is_link, below))
    return links >= _LEAST_LINKS or (links == 1 and not sentence.line.gap and not below[0].line.gap)


def is_link(line: RoledLine) -> bool:
    """Whether a line can be the title of a link."""
    return line.role == "short" and line.words >= _LEAST_LINK_WORDS and not ends_sentence(line.line.text)


def _is_paragraph(line: RoledLine, authors: tuple[str, ...]) -> bool:
    return line.role == "prose" and is_sentence(line) and not is_biography(line.line.text, authors)


def _cut_tags(lines: tuple[RoledLine, ...], region: Region, end: int) -> int:
    """The end less the tags that stand above a box; in a paste, a list there is the story's."""
    if end < len(lines):
        tags = end
        while tags > region.end and _is_tag(lines[tags - 1]) and (region.dump or not lines[tags - 1].line.mark):
            tags -= 1
        if end - tags >= _LEAST_TAGS:
            return tags
    return end


def is_below_tags(lines: tuple[RoledLine, ...], at: int, end: int) -> bool:
    """Whether a line below a story, which ends at `end`, is a tag: a line of tags stands above, tags alone between."""
    while at > end and _is_tag(lines[at]):
        at -= 1
        if lines[at].rule == "tags-line":
            return True
    return False


def _is_tag(line: RoledLine) -> bool:
    text = line.line.text
    return (
        line.role == "short"
        and line.words <= _TAG_WORDS
        and text[:1].isupper()
        and not ends_sentence(text)
        and ":" not in text
    )


def _find_author_box(lines: tuple[RoledLine, ...], start: int, end: int, authors: tuple[str, ...]) -> int:
    """On a page: where an author's name stands alone, or a sentence says who they are, below the story's first half."""
    names = {name.casefold() for name in authors}
    total = sum(line.words for line in lines[start:end] if line.role == "prose")
    seen = 0
    for at in range(start, end):
        line = lines[at]
        text = line.line.text
        if 2 * seen >= total - 1 and at > start:
            if text.casefold() in names or is_biography(text, authors):
                return at
            if total - seen <= _BIOGRAPHY_WORDS and _heads_biography(lines, at):
                return at
        seen += line.words if line.role == "prose" else 0
    return end


def _heads_biography(lines: tuple[RoledLine, ...], at: int) -> bool:
    """Whether a line is a name alone, and a sentence right below says who that is."""
    line, name = lines[at], lines[at].line.text
    return (
        line.role == "short"
        and not line.line.mark
        and line.words <= _NAME_WORDS
        and name[:1].isupper()
        and any(is_biography(below.line.text, (name,)) for below in lines[at + 1 : at + 1 + _BIOGRAPHY_REACH])
    )


def is_writer_note(line: RoledLine, authors: tuple[str, ...]) -> bool:
    """Whether a line, one of a text's last, says who wrote it: about an author named above, or without a full stop."""
    text = line.line.text
    if is_biography(text, authors):
        return True
    match = _SOMEBODY.match(text) if not ends_sentence(text) else None
    return match is not None and _BIOGRAPHY.match(text[match.end() :]) is not None


def is_biography(text: str, authors: tuple[str, ...]) -> bool:
    """Whether a sentence says who an author is."""
    return any(text.startswith(name) and _BIOGRAPHY.match(text[len(name) :]) is not None for name in authors)
