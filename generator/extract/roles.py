"""What each line of a pasted page seems to be, before anything is decided: prose, menu, furniture, caption, stamp.

A line's role depends on its own text only; what it means where it stands is for `region`, `header` and `body`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from generator.extract.cleaning import Cleaning, find_rule
from generator.extract.head.byline import read_byline, read_script_byline
from generator.extract.head.contributors import is_contribution
from generator.extract.head.credits import Caption, read_caption
from generator.extract.head.dateline import find_dateline
from generator.extract.head.pictured_byline import read_pictured_byline
from generator.extract.head.sign_off import is_sign_off
from generator.extract.head.source import is_section
from generator.extract.head.stamp import Stamp, read_stamp
from generator.extract.head.world_lines import write_in_english
from generator.extract.head.world_stamp import read_world_stamp
from generator.extract.lines import MOST_LINES, Line, count_words, ends_sentence, has_words, is_prose

Role: TypeAlias = Literal["prose", "short", "menu", "furniture", "box", "end", "caption", "stamp", "sign-off"]

# "Home › News › Politics": where a page stands on its site.
_TRAIL = re.compile(r"[\w&' ]{2,30}(?:\s?[›»>]\s?[\w&' ]{2,30}){1,5}\Z")
# A row of links: "Home | News | Sport", "News - World - Business".
_ROW = re.compile(r"\s*[|/•·»>]\s*|\s+-\s+|\s{2,}")
_LEAST_LINKS = 4
_TOOL_ROW = re.compile(r"\s*[|·•]\s*|\t\s*|\s{2,}")
# The letters that set a page's type, and how many did what a tool does.
_LETTER_SIZE = re.compile(r"(?:[AT][+-]?|\d{1,5})(?:\s[AT][+-]?){0,3}\Z")
_LONGEST_TOOLS = 120
_LONGEST_TRAIL = 100
_LONGEST_STAMP = 200
_MOST_KNOWN = 10_000
_CREDIT_WORD = re.compile(r"[\s,;|/–-]{0,4}\w{2,16}:?\s?\Z")
_STAMP_CUE = re.compile(
    r"\d|\bby\b|\bago\Z|^[A-Z]\w{1,9}(?: \w{1,12})?, [A-Z]|^source|^author|^agency|^from\b|^\(|[A-Z]-|/|\|",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"(?:compiled|written|reported) by\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoledLine:
    """A line and what it seems to be; `rule` names the cleaning or caption rule that told."""

    line: Line
    role: Role
    words: int
    rule: str = ""
    dateline: bool = False
    """Whether the line opens with one."""
    caption: Caption | None = None
    stamp: Stamp | None = None
    english: str = ""
    """A line of another language with the words beside names and dates in English, where it holds any."""

    @property
    def said(self) -> str:
        """The line in the words that bylines and date lines are read in."""
        return self.english or self.line.text


def give_roles(
    lines: tuple[Line, ...], cleaning: Cleaning, day_first: bool, language: str | None = None
) -> tuple[RoledLine, ...]:
    """The lines with their roles. Menus repeat themselves, so a text seen before is not looked at again.

    `language`: that of a text that is not English.
    """
    known: dict[tuple[str, str], RoledLine] = {}
    roled = []
    look = _give_role if len(lines) <= MOST_LINES else _give_plain_role
    for line in lines:
        key = (line.mark[:1], line.text)
        first = known.get(key)
        if first is None:
            first = look(line, cleaning, day_first)
            if language is not None and look is _give_role:
                first = _read_in_language(first, day_first, language)
            roled.append(first)
            if len(known) < _MOST_KNOWN:
                known[key] = first
        else:
            # Prose says a thing once; a long line without a full stop that comes again is a headline in a list.
            role: Role = "short" if first.role == "prose" and not ends_sentence(line.text) else first.role
            roled.append(replace(first, line=line, role=role))
    return tuple(roled)


def _give_role(line: Line, cleaning: Cleaning, day_first: bool) -> RoledLine:
    text = line.text
    words = count_words(text)
    if rule := find_rule(text, cleaning):
        role: Role = rule.scope if rule.scope in ("box", "end") else "furniture"
        return RoledLine(line=line, role=role, words=words, rule=rule.id)
    if not has_words(text):
        return RoledLine(line=line, role="furniture", words=0, rule="symbols")
    if _is_tool_row(line, cleaning):
        return RoledLine(line=line, role="furniture", words=words, rule="tools-row")
    if len(text) <= _LONGEST_STAMP and (stamp := _read_whole_byline(text)):
        return RoledLine(line=line, role="stamp", words=words, rule="stamp", stamp=stamp)
    if is_sign_off(text) or is_contribution(text):
        return RoledLine(line=line, role="sign-off", words=words, rule="sign-off")
    if caption := read_caption(text):
        return RoledLine(line=line, role="caption", words=words, rule=caption.rule, caption=caption)
    stamp = read_stamp(text, day_first) if len(text) <= _LONGEST_STAMP and _STAMP_CUE.search(text) else None
    # "(Sample Wire) Updated: 2016-02-12 08:10" opens as a dateline does.
    if find_dateline(text) and not _is_plainly(stamp, text):
        return RoledLine(line=line, role="prose", words=max(words, 12), dateline=True)
    if stamp is not None:
        return RoledLine(line=line, role="stamp", words=words, rule="stamp", stamp=stamp)
    if is_prose(text, words):
        return RoledLine(line=line, role="prose", words=words)
    return RoledLine(line=line, role="menu" if _is_menu(text) else "short", words=words)


def _is_plainly(stamp: Stamp | None, text: str) -> bool:
    """Whether a stamp is none of the lines that open as one and are a dateline: it says when, or begins with "By"."""
    return stamp is not None and bool(stamp.published or stamp.updated or text[:3].casefold() == "by ")


def _read_whole_byline(text: str) -> Stamp | None:
    """What a byline says that looks like a credit or a closing line as well, or stands in a script without capitals."""
    if pictured := read_pictured_byline(text):
        byline, owner = pictured
        return Stamp(authors=byline.authors, source=byline.source, place=byline.place, credits=(owner,))
    signed = read_byline(text) if _SIGNED.match(text) else read_script_byline(text)
    if signed is None or not signed.authors:
        return None
    return Stamp(authors=signed.authors, source=signed.source, place=signed.place)


def _read_in_language(line: RoledLine, day_first: bool, language: str) -> RoledLine:
    """The line with what it says in another language of author and date."""
    if line.role not in ("prose", "short", "menu", "stamp", "caption") or line.dateline:
        return line
    english = write_in_english(line.line.text, language)
    if english == line.line.text:
        return line
    if line.caption is not None:
        return _read_byline_and_credit(line, english)
    if is_sign_off(english):
        return replace(line, role="sign-off", rule="sign-off", english=english)
    stamp = read_world_stamp(english, day_first)
    if stamp is not None:
        return replace(line, role="stamp", rule="stamp", stamp=stamp, english=english)
    return replace(line, english=english)


def _read_byline_and_credit(line: RoledLine, english: str) -> RoledLine:
    """`Text: Ann Field Foto: Max Holm`: a byline that a credit follows; any other caption as it is."""
    credit = line.caption.credit if line.caption is not None else None
    if not credit or not english.startswith("By ") or credit not in english:
        return line
    stamp = read_world_stamp(_CREDIT_WORD.sub("", english[: english.rfind(credit)]))
    return replace(line, role="stamp", rule="stamp", stamp=stamp) if stamp is not None and stamp.authors else line


def _give_plain_role(line: Line, cleaning: Cleaning, day_first: bool) -> RoledLine:
    words = count_words(line.text)
    return RoledLine(line=line, role="prose" if is_prose(line.text, words) else "short", words=words)


def _is_tool_row(line: Line, cleaning: Cleaning) -> bool:
    """Whether a line is tools set side by side: `E-mail to a friend    Printable version`, `COMMENT · PRINT · T T`."""
    row = line.columns or line.text
    if len(row) > _LONGEST_TOOLS or not (line.columns or " · " in row):
        return False
    parts = [part for part in _TOOL_ROW.split(row.strip()) if part]
    known = [part for part in parts if not _LETTER_SIZE.match(part)]
    return len(parts) > 1 and bool(known) and all(find_rule(part, cleaning) for part in known)


def _is_slashed_trail(text: str) -> bool:
    """`Home / China / Society`: a trail that begins at the home page, or at a part of a paper and ends in another."""
    parts = text[:_LONGEST_TRAIL].split(" / ")
    return len(parts) > 1 and (parts[0].casefold() == "home" or all(is_section(part) for part in parts))


def _is_menu(text: str) -> bool:
    if _TRAIL.match(text[:200]) or _is_slashed_trail(text):
        return True
    links = [part for part in _ROW.split(text[:600]) if part]
    return len(links) >= _LEAST_LINKS and all(len(link.split()) <= 4 for link in links)
