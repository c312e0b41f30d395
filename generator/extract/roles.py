"""What each line of a pasted page seems to be, before anything is decided: prose, menu, furniture, caption, stamp.

A line's role depends on its own text only; what it means where it stands is for `region`, `header` and `body`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from generator.extract.byline import is_sign_off
from generator.extract.cleaning import Cleaning, find_rule
from generator.extract.contributors import is_contribution
from generator.extract.credits import Caption, read_caption
from generator.extract.dateline import find_dateline
from generator.extract.lines import Line, count_words, ends_sentence, has_words, is_prose
from generator.extract.stamp import Stamp, read_stamp

Role: TypeAlias = Literal["prose", "short", "menu", "furniture", "box", "end", "caption", "stamp", "sign-off"]

# "Home › News › Politics": where a page stands on its site.
_TRAIL = re.compile(r"[\w&' ]{2,30}(?:\s?[›»>]\s?[\w&' ]{2,30}){1,5}\Z")
# A row of links: "Home | News | Sport", "News - World - Business".
_ROW = re.compile(r"\s*[|/•·»>]\s*|\s+-\s+|\s{2,}")
_LEAST_LINKS = 4
_LONGEST_STAMP = 200
_MOST_KNOWN = 10_000
# No article has so many lines. What has is kept, but not searched for captions and bylines: ten times the work.
_MOST_LINES = 5_000
_STAMP_CUE = re.compile(r"\d|\bby\b|^source|^author|^agency|^\(|[A-Z]-|/|\|", re.IGNORECASE)


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


def give_roles(lines: tuple[Line, ...], cleaning: Cleaning, day_first: bool) -> tuple[RoledLine, ...]:
    """The lines with their roles. Menus repeat themselves, so a text seen before is not looked at again."""
    known: dict[tuple[str, str], RoledLine] = {}
    roled = []
    look = _give_role if len(lines) <= _MOST_LINES else _give_plain_role
    for line in lines:
        key = (line.mark[:1], line.text)
        first = known.get(key)
        if first is None:
            first = look(line, cleaning, day_first)
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
    if is_sign_off(text) or is_contribution(text):
        return RoledLine(line=line, role="sign-off", words=words, rule="sign-off")
    if caption := read_caption(text):
        return RoledLine(line=line, role="caption", words=words, rule=caption.rule, caption=caption)
    stamp = read_stamp(text, day_first) if len(text) <= _LONGEST_STAMP and _STAMP_CUE.search(text) else None
    # "(Sample Wire) Updated: 2016-02-12 08:10" opens as a dateline does.
    if find_dateline(text) and (stamp is None or not (stamp.published or stamp.updated)):
        return RoledLine(line=line, role="prose", words=max(words, 12), dateline=True)
    if stamp is not None:
        return RoledLine(line=line, role="stamp", words=words, rule="stamp", stamp=stamp)
    if is_prose(text):
        return RoledLine(line=line, role="prose", words=words)
    return RoledLine(line=line, role="menu" if _is_menu(text) else "short", words=words)


def _give_plain_role(line: Line, cleaning: Cleaning, day_first: bool) -> RoledLine:
    return RoledLine(line=line, role="prose" if is_prose(line.text) else "short", words=count_words(line.text))


def _is_menu(text: str) -> bool:
    if _TRAIL.match(text[:200]):
        return True
    links = [part for part in _ROW.split(text[:600]) if part]
    return len(links) >= _LEAST_LINKS and all(len(link.split()) <= 4 for link in links)
