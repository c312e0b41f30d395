"""Cleaning rules as values: what furniture looks like, and whose pages it stands on.

The packaged rules and those of a site's own `content/vocabulary/cleaning.yml` are the same kind of value, so that
`extract` takes them as an argument and a worker process can be sent them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import lru_cache, partial
from typing import Literal, TypeAlias

Scope: TypeAlias = Literal["line", "box", "end", "start-span", "end-span"]
"""Where a rule applies.

`line`: the whole line is furniture. `box`: the line heads a box of links; what belongs to the box goes with it.
`end`: the story is over above this line. `start-span`, `end-span`: a part of a line, at its start or end.
"""

WHOLE: tuple[Scope, ...] = ("line", "box", "end")
LONGEST_LINE = 500
"""A longer line is prose: only rules that say so (`most`) are tried."""
LONGEST_SPAN = 300
"""How far into a line, from either end, a span is looked for."""
_NOTHING = "(?!)"
_SHORT, _LONGEST_NOTICE = 160, 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of furniture. The pattern is matched without regard to case, against all of the line or span.

    `source`, `but` and `files` narrow it: to articles of these sources, of any but these, of raw files named so. `cues`
    and `most` only save time: a longer text, or a long one that holds none of the cues in small letters, is not tried.
    """

    id: str
    scope: Scope
    pattern: str
    example: str
    source: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    most: int = LONGEST_LINE

    def __hash__(self) -> int:
        # Rules are looked up by the hundred for each article; a text remembers its hash.
        return hash(self.pattern)


@dataclass(frozen=True, slots=True)
class Cleaning:
    """Rules, ready to be used: for short lines all of them at once, for prose those that can take it."""

    rules: tuple[Rule, ...]
    lines: re.Pattern[str]
    long_lines: re.Pattern[str]
    cued_lines: re.Pattern[str]
    line_cues: tuple[str, ...]
    notices: re.Pattern[str]
    notice_cues: tuple[str, ...]
    starts: re.Pattern[str]
    ends: re.Pattern[str]
    cued_ends: re.Pattern[str]
    end_cues: tuple[str, ...]
    by_group: Mapping[str, Rule]
    match_repeated: Callable[[str], str | None]
    """`lines`, with a memory: the pages of a site have their menus and labels in common, line for line."""

    def match_line(self, text: str) -> Rule | None:
        """The rule that takes a whole line."""
        if len(text) <= _SHORT:
            group = self.match_repeated(text)
        elif len(text) > LONGEST_LINE:
            noticed = len(text) <= _LONGEST_NOTICE and _holds(text.lower(), self.notice_cues)
            group = _match(self.notices, text) if noticed else None
        else:
            group = _match(self.long_lines, text)
            if group is None and _holds(text.lower(), self.line_cues):
                group = _match(self.cued_lines, text)
        return self.by_group[group] if group else None

    def search_end(self, text: str) -> re.Match[str] | None:
        """The match for furniture at the end of a line."""
        at = max(0, len(text) - LONGEST_SPAN)
        if self.ends.pattern != _NOTHING and (match := self.ends.search(text, at)):
            return match
        return self.cued_ends.search(text, at) if _holds(text[at:].lower(), self.end_cues) else None


@lru_cache(maxsize=64)
def make_cleaning(rules: tuple[Rule, ...]) -> Cleaning:
    """One pattern of alternatives for each way of matching: a line is looked at once, not once a rule.

    Raises re.error when a pattern is none.
    """
    groups = {f"r{number}": rule for number, rule in enumerate(rules)}
    whole = {name: rule for name, rule in groups.items() if rule.scope in WHOLE}
    long = {name: rule for name, rule in whole.items() if rule.most > _SHORT}
    notices = {name: rule for name, rule in whole.items() if rule.most > LONGEST_LINE}
    ends = {name: rule for name, rule in groups.items() if rule.scope == "end-span"}
    lines = _compile_lines(whole)
    starts = {name: rule for name, rule in groups.items() if rule.scope == "start-span"}
    return Cleaning(
        rules=rules,
        lines=lines,
        long_lines=_compile_lines({name: rule for name, rule in long.items() if not rule.cues}),
        cued_lines=_compile_lines({name: rule for name, rule in long.items() if rule.cues}),
        line_cues=_find_cues(long),
        notices=_compile_lines(notices),
        notice_cues=_find_cues(notices),
        starts=re.compile(rf"(?:{_join(starts) or _NOTHING})\s*", re.IGNORECASE),
        ends=_compile_ends({name: rule for name, rule in ends.items() if not rule.cues}),
        cued_ends=_compile_ends({name: rule for name, rule in ends.items() if rule.cues}),
        end_cues=_find_cues(ends),
        by_group=groups,
        match_repeated=lru_cache(maxsize=16_384)(partial(_match, lines)),
    )


def _match(pattern: re.Pattern[str], text: str) -> str | None:
    match = pattern.match(text)
    return match.lastgroup if match else None


def _join(rules: Mapping[str, Rule]) -> str:
    return "|".join(f"(?P<{name}>{rule.pattern})" for name, rule in rules.items())


def _find_cues(rules: Mapping[str, Rule]) -> tuple[str, ...]:
    """The cues of all rules, short ones first, without those that hold another."""
    cues: list[str] = []
    for cue in sorted({cue for rule in rules.values() for cue in rule.cues}, key=lambda cue: (len(cue), cue)):
        if not _holds(cue, cues):
            cues.append(cue)
    return tuple(cues)


def _holds(text: str, cues: Sequence[str]) -> bool:
    # A plain loop: asked of every line, it is twice as fast as a generator.
    for cue in cues:  # noqa: SIM110
        if cue in text:
            return True
    return False


def _compile_lines(rules: Mapping[str, Rule]) -> re.Pattern[str]:
    # A rule may begin with signs of its own; a line of hundreds of signs must not be tried at each of them.
    return re.compile(
        rf"(?:(?!\W)|(?=\W)(?:\W*+|\W{{0,6}}))(?:{_join(rules)})\W*+\Z" if rules else _NOTHING, re.IGNORECASE
    )


def _compile_ends(rules: Mapping[str, Rule]) -> re.Pattern[str]:
    # Not within a word: a third of the places to try.
    return re.compile(rf"(?:(?<!\w)|(?=\s))\s*(?:{_join(rules)})\s*\Z" if rules else _NOTHING, re.IGNORECASE)


def select_file(rules: Sequence[Rule], path: str) -> tuple[Rule, ...]:
    """The rules for articles of a raw file, by its path below the inbox."""
    return tuple(rule for rule in rules if not rule.files or any(fnmatchcase(path, glob) for glob in rule.files))


def select_source(rules: Sequence[Rule], source: str | None) -> tuple[Rule, ...]:
    """The rules for articles of a source; while it is not known, those that name none to be used for."""
    name = fold_source(source or "")
    return tuple(
        rule
        for rule in rules
        if (not rule.source or name in map(fold_source, rule.source))
        and (not rule.but or name not in map(fold_source, rule.but))
    )


def fold_source(name: str) -> str:
    """A source's name to compare it by: case, spaces and a leading article apart."""
    return " ".join(name.casefold().split()).removeprefix("the ")
