"""The lines of a story without what stands between and below them: boxes, captions, credits, sign-offs, dates."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.extract.head.credits import read_caption_text
from generator.extract.head.printed_times import is_age
from generator.extract.head.source import is_picture_agency, read_copyright, read_credit
from generator.extract.head.stamp import Stamp
from generator.extract.head.title import is_repeat
from generator.extract.lines import ends_sentence, is_open
from generator.extract.receipt import take_end, take_line
from generator.extract.roles import RoledLine
from generator.extract.story.end import find_end, find_foot, is_below_tags, is_link, is_sentence, is_writer_note
from generator.extract.story.found import Body
from generator.extract.story.last_agency import find_last_agency
from generator.extract.story.loose_links import is_link_label, is_loose_item
from generator.extract.story.neighbours import ALTERNATIVE
from generator.extract.story.picture_words import has_headings, is_unpunctuated
from generator.extract.story.posts import is_post
from generator.extract.story.region import Region
from generator.extract.story.repeats import Told, is_pull_quote
from generator.extract.story.rest import find_rest
from generator.extract.story.taken_up import speaks_to_reader
from generator.model import Removed

# An agency's or outlet's name on its own line is a credit in the last lines of a text only.
_LAST_LINES = 6
_NOTE_LINES = 3
_LINK_WORDS = 3
_AGE_WORDS = 4
# The most words of a sub-heading below links: in a story that has had none, and in one that has.
_HEADING_WORDS = (4, 6)
# A correspondent's box within the story is headed by what it is, and by whom.
_COMMENT_BOX = re.compile(r"(?:analysis|at the scene|eyewitness)\b", re.IGNORECASE)
# "The tower will reopen soon — Harbour Office (@harbouroffice) …": a post that the story quotes.
_POST = re.compile(r" \(@\w{1,30}\)")
_BELOW = "page-end"
"""The rule for lines below a story that no heading of theirs explains."""


def read_body(
    lines: tuple[RoledLine, ...], start: int, region: Region, title: str | None, authors: tuple[str, ...] = ()
) -> Body:
    """Read the story from `lines[start]` on, to the end of the text or of the story.

    `authors` are those named above it: on a whole page, an author's name alone below it heads what is said of them.
    """
    foot = find_foot(lines, start, region)
    if foot is not None:
        region = replace(region, end=min(region.end, foot))
    parted = region.end
    if region.dump and foot is None:
        region = find_rest(lines, region, authors)
    end = find_end(lines, start, region, authors, foot)
    reader = _Reader(lines, end, region, title, authors, range(parted, region.end), start)
    at = start
    while at < end:
        at = reader.read_line(at)
    return reader.finish()


@dataclass(slots=True)
class _Block:
    """What the lines that are taken stand in: the rule of the last heading of a box."""

    rule: str = _BELOW


class _Reader:
    """Goes down the lines of a story; `read_line` returns the index of the next to read."""

    def __init__(
        self,
        lines: tuple[RoledLine, ...],
        end: int,
        region: Region,
        title: str | None,
        authors: tuple[str, ...],
        parted: range,
        start: int,
    ) -> None:
        self._lines, self._end, self._region, self._title = lines, end, region, title
        self._authors, self._parted = authors, parted
        self._kept: list[RoledLine] = []
        self._headed = False
        self._told = Told()
        self._has_headings = not region.dump and has_headings(lines[start : region.end])
        self._removed: list[Removed] = []
        self._credits: list[str] = []
        self._captions: list[str] = []
        self._stamps: list[Stamp] = []
        self._body = Body()

    def read_line(self, at: int) -> int:
        line = self._lines[at]
        if line.role == "box":
            return self._skip_box(at)
        line = self._cut_agency(line, at)
        if line.rule == "story-highlight":
            self._drop(line, line.rule)
            if at + 1 < self._end:
                self._drop(self._lines[at + 1], line.rule)
            return at + 2
        if line.role in ("furniture", "end", "menu") or line.role == "caption":
            self._read_removed(line)
        elif line.role == "sign-off":
            self._body = self._body.with_sign_off(line.said)
            self._drop(line, line.rule)
        elif rule := self._find_place_rule(line, at):
            self._drop(line, rule)
        else:
            self._kept.append(line)
            self._told.add(line)
            self._headed = self._headed or is_link(line)
        return at + 1

    def _cut_agency(self, line: RoledLine, at: int) -> RoledLine:
        """The story's last paragraph without the agency that it ends in, which may have made it seem a caption."""
        last = at >= self._region.end - 1 and (not self._region.dump or at < self._region.end)
        if not last or line.line.mark or line.rule not in ("", "caption-agency-last"):
            return line
        agency = find_last_agency(line.line.text)
        if agency is None:
            return line
        rest, entry = take_end(line.line, agency.start, "source")
        self._removed.append(entry)
        self._body = replace(self._body, source=self._body.source or agency.name)
        return replace(line, line=rest, role="prose", rule="", caption=None)

    def _read_removed(self, line: RoledLine) -> None:
        if line.caption is not None:
            self._read_caption(line)
        if line.rule == "copyright":
            self._body = replace(
                self._body,
                copyright=self._body.copyright or read_copyright(line.line.text),
                copyright_line=self._body.copyright_line or line.line.text,
            )
        self._drop(line, line.rule or line.role)

    def _read_caption(self, line: RoledLine) -> None:
        credit = line.caption.credit if line.caption is not None else None
        if credit:
            self._credits.append(credit)
        if line.rule != ALTERNATIVE and (caption := read_caption_text(line.line.text, credit)):
            self._captions.append(caption)

    def _find_place_rule(self, line: RoledLine, at: int) -> str | None:
        """Rules that need to know where a line stands: below the story, or alone between paragraphs."""
        text = line.line.text
        if self._title and is_repeat(text, self._title):
            return "title-repeat"
        if line.role in ("short", "stamp") and line.words <= _AGE_WORDS and is_age(line.said):
            return "article-time"
        if line.role == "stamp" and self._region.dump and self._is_dated_link(at):
            return "page-end"
        if line.role == "stamp" and line.stamp is not None and (at >= self._region.end or not self._kept):
            self._stamps.append(line.stamp)
            return "stamp"
        if self._is_foot(at) and line.role == "short" and (source := read_credit(text)):
            self._body = replace(self._body, source=self._body.source or source)
            return "source"
        if at >= self._region.end and (self._region.dump or is_below_tags(self._lines, at, self._region.end)):
            return "page-end"
        if self._region.dump and at < self._region.start and self._kept and self._is_offer(line):
            return "page-top"
        if at in self._parted and line.role == "prose" and speaks_to_reader(text):
            return "page-end"
        if self._kept and at >= len(self._lines) - _NOTE_LINES and is_writer_note(line, self._authors):
            return "writer-note"
        return self._find_repeat(line, at) or self._find_picture_rule(line, at)

    def _find_repeat(self, line: RoledLine, at: int) -> str | None:
        """What the story has said or says near by, and what others post."""
        if self._told.is_again(line, self._lines[at + 1] if at + 1 < self._end else None):
            return "said-twice"
        if at + 1 < self._end and is_post(line, self._lines[at + 1]):
            return "post-text"
        return "pull-quote" if self._kept and is_pull_quote(self._lines, at) else None

    def _is_offer(self, line: RoledLine) -> bool:
        """Whether a line between a page's first paragraph and the rest is none of the story."""
        return line.role != "prose" or bool(line.line.mark) or speaks_to_reader(line.line.text)

    def _is_dated_link(self, at: int) -> bool:
        """Whether a date below a page's story belongs to the item of a list right above it."""
        above = self._lines[at - 1] if at else None
        return at >= self._region.end and above is not None and bool(above.line.mark) and above.role == "short"

    def _is_foot(self, at: int) -> bool:
        below = at - self._region.end
        return below in (0, 1) or (below > 1 and at >= len(self._lines) - _LAST_LINES)

    def _find_picture_rule(self, line: RoledLine, at: int) -> str | None:
        """A line too long for a sub-heading, without a full stop, alone between paragraphs: a caption."""
        if line.line.mark and not self._kept and self._region.dump:
            return "key-points"
        if line.role != "short" or not self._kept:
            return None
        text = line.line.text
        if not line.line.mark and (rule := self._find_label_rule(text, at)):
            return rule
        if at + 1 >= self._end or _COMMENT_BOX.match(text) or _POST.search(text):
            return None
        below = self._lines[at + 1]
        above = self._kept[-1]
        if line.line.mark:
            return "page-link" if self._region.dump and is_loose_item(line, above) else None
        if is_open(above.line.text) or is_open(text) or above.line.mark:
            return None
        if ends_sentence(text):
            return None
        own = self._has_headings or at >= self._region.end
        if is_unpunctuated(self._lines, at, self._region.dump, own):
            return "caption-unpunctuated"
        # On a page, a line like a sub-heading that has no text below it is a link or a caption.
        loose = below.role in ("short", "furniture", "caption", "box") and not below.line.mark
        if self._region.dump and loose and line.words >= _LINK_WORDS and ":" not in text and not text[0].isdigit():
            return "page-link"
        return None

    def _find_label_rule(self, text: str, at: int) -> str | None:
        """A picture's owner alone between paragraphs; what a link is to, and its title."""
        if at < self._region.end and is_picture_agency(text):
            self._credits.append(text)
            return "credit-alone"
        listed = at + 1 < len(self._lines) and bool(self._lines[at + 1].line.mark)
        return "link-label" if not listed and is_link_label(text) else None

    def _skip_box(self, at: int) -> int:
        """A box of links and what is in it: its list, or the lines down to the next paragraph of the story."""
        head, block = at, _Block()
        self._drop_block(self._lines[at], block)
        at += 1
        listed = at < self._end and bool(self._lines[at].line.mark)
        while at < self._end and not self._resumes(at, head, listed):
            self._drop_block(self._lines[at], block)
            at += 1
        return at

    def _resumes(self, at: int, head: int, listed: bool) -> bool:
        line = self._lines[at]
        if line.line.mark or line.role not in ("prose", "short"):
            return False
        if listed or (at > head + 1 and not self._region.dump and is_sentence(line)):
            return True
        below = self._lines[at + 1] if at + 1 < self._end else None
        if line.role == "prose":
            return below is None or below.role != "short" or below.line.gap
        if not line.line.gap or below is None or below.role != "prose" or not below.line.gap:
            return False
        above = self._lines[at - 1]
        if line.line.indent > below.line.indent and line.line.indent == above.line.indent and is_link(above):
            return False
        # A sub-heading, or the last link: it is no sub-heading below a link when it is longer than those are.
        return line.words <= _HEADING_WORDS[self._headed] or not is_link(above)

    def _drop(self, line: RoledLine, rule: str) -> None:
        self._removed.append(take_line(line.line, rule))

    def _drop_block(self, line: RoledLine, block: _Block) -> None:
        """Take a line of a box, or of what follows the story, by its own rule or by that of the heading above it."""
        if line.rule == "copyright":
            self._read_removed(line)
            block.rule = _BELOW
            return
        if line.role in ("box", "end"):
            block.rule = line.rule
        # What a line here says of a name or a day is not read: it is no stamp of this story.
        own = line.role if line.role == "menu" else line.rule if line.role != "stamp" else ""
        self._drop(line, own or block.rule)

    def finish(self) -> Body:
        block = _Block()
        for line in self._lines[self._end :]:
            self._drop_block(line, block)
        return replace(
            self._body,
            lines=tuple(self._kept),
            stamps=tuple(self._stamps),
            credits=tuple(dict.fromkeys(self._credits)),
            captions=tuple(dict.fromkeys(self._captions)),
            removed=tuple(self._removed),
        )
