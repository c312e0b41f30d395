"""Page furniture: which lines and spans of a text are none of the story. The rules are data, in cleaning.yml.

They are packaged with the program: read once, when first asked for, and never different within a run.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Literal, TypeAlias, get_args

import yaml

from generator.extract.lines import Line
from generator.model import Removed

Scope: TypeAlias = Literal["line", "box", "end", "start-span", "end-span"]
"""Where a rule applies.

`line`: the whole line is furniture. `box`: the line heads a box of links; what belongs to the box goes with it.
`end`: the story is over above this line. `start-span`, `end-span`: a part of a line, at its start or end.
"""

_SECTION = re.compile(r"\W{0,4}from the section:?\s(?P<name>[^.!?:|]{2,40})", re.IGNORECASE)
_LONGEST_LINE = 500
_LONGEST_SPAN = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of furniture. The pattern is matched without regard to case, against all of the line or span."""

    id: str
    scope: Scope
    pattern: str
    example: str


@dataclass(frozen=True, slots=True)
class Cleaning:
    """The rules, ready to be used."""

    rules: tuple[Rule, ...]
    lines: re.Pattern[str]
    starts: re.Pattern[str]
    ends: re.Pattern[str]
    by_group: Mapping[str, Rule]


@cache
def load_cleaning() -> Cleaning:
    """The packaged rules."""
    text = resources.files("generator.extract").joinpath("cleaning.yml").read_text(encoding="utf-8")
    return make_cleaning(tuple(Rule(**entry) for entry in yaml.load(text, Loader=yaml.CSafeLoader)))


def make_cleaning(rules: tuple[Rule, ...]) -> Cleaning:
    """One pattern of alternatives for each way of matching: a line is looked at once, not once a rule."""
    groups = {f"r{number}": rule for number, rule in enumerate(rules)}

    def join(*scopes: Scope) -> str:
        return (
            "|".join(f"(?P<{name}>{rule.pattern})" for name, rule in groups.items() if rule.scope in scopes) or "(?!)"
        )

    assert all(rule.scope in get_args(Scope) for rule in rules)  # noqa: S101  (our own data)
    return Cleaning(
        rules=rules,
        lines=re.compile(rf"\W*(?:{join('line', 'box', 'end')})\W*\Z", re.IGNORECASE),
        starts=re.compile(rf"(?:{join('start-span')})\s*", re.IGNORECASE),
        ends=re.compile(rf"\s*(?:{join('end-span')})\s*\Z", re.IGNORECASE),
        by_group=groups,
    )


def find_rule(text: str, cleaning: Cleaning) -> Rule | None:
    """The rule that takes a whole line, if any."""
    if len(text) > _LONGEST_LINE:
        return None
    match = cleaning.lines.match(text)
    return cleaning.by_group[match.lastgroup] if match and match.lastgroup else None


def read_section(text: str) -> str | None:
    """The name of a section in a line that is nothing else: `From the section Middle East`."""
    match = _SECTION.fullmatch(text)
    return match["name"] if match else None


def strip_spans(line: Line, cleaning: Cleaning) -> tuple[Line, tuple[Removed, ...]]:
    """A line without the furniture run into its start and end, and what was taken."""
    text, removed = line.text, []
    while match := cleaning.starts.match(text[:_LONGEST_SPAN]):
        if match.end() in (0, len(text)):
            break
        removed.append(_remove(line, match, cleaning))
        text = text[match.end() :]
    while match := cleaning.ends.search(text, max(0, len(text) - _LONGEST_SPAN)):
        if match.start() == 0:
            break
        removed.append(_remove(line, match, cleaning))
        text = text[: match.start()]
    return (replace(line, text=text), tuple(removed)) if removed else (line, ())


def _remove(line: Line, match: re.Match[str], cleaning: Cleaning) -> Removed:
    return Removed(line=line.number, text=match[0].strip(), rule=cleaning.by_group[match.lastgroup or ""].id)
