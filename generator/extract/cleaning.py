"""Page furniture: which lines and spans of a text are none of the story. The packaged rules are data, in cleaning.yml.

They are packaged with the program: read once, when first asked for, and never different within a run. A site's own
rules come in as an argument: see vocabulary/cleaning.py.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

import yaml

from generator.extract.lines import Line
from generator.extract.receipt import take_end, take_start
from generator.model import Removed
from generator.vocabulary.cleaning import LONGEST_SPAN, Cleaning, Rule, Scope, make_cleaning

__all__ = ["Cleaning", "Rule", "Scope", "find_rule", "load_cleaning", "make_cleaning", "packaged_rules", "strip_spans"]

_SECTION = re.compile(r"\W{0,4}from the section:?\s(?P<name>[^.!?:|]{2,40})", re.IGNORECASE)


@cache
def packaged_rules() -> tuple[Rule, ...]:
    """The rules that come with the program."""
    text = resources.files("generator.extract").joinpath("cleaning.yml").read_text(encoding="utf-8")
    entries = yaml.load(text, Loader=yaml.CSafeLoader)
    return tuple(Rule(**{**entry, "cues": tuple(entry.get("cues", ()))}) for entry in entries)


@cache
def load_cleaning() -> Cleaning:
    """The packaged rules, ready to be used."""
    return make_cleaning(packaged_rules())


def find_rule(text: str, cleaning: Cleaning) -> Rule | None:
    """The rule that takes a whole line, if any."""
    return cleaning.match_line(text)


def read_section(text: str) -> str | None:
    """The name of a section in a line that is nothing else: `From the section Middle East`."""
    match = _SECTION.fullmatch(text)
    return match["name"] if match else None


def strip_spans(line: Line, cleaning: Cleaning) -> tuple[Line, tuple[Removed, ...]]:
    """A line without the furniture run into its start and end, and what was taken."""
    removed = []
    while match := cleaning.starts.match(line.text[:LONGEST_SPAN]):
        if match.end() in (0, len(line.text)):
            break
        line, entry = take_start(line, match.end(), _id(match, cleaning))
        removed.append(entry)
    while match := cleaning.search_end(line.text):
        if match.start() in (0, len(line.text)):
            break
        line, entry = take_end(line, match.start(), _id(match, cleaning))
        removed.append(entry)
    return line, tuple(removed)


def _id(match: re.Match[str], cleaning: Cleaning) -> str:
    return cleaning.by_group[match.lastgroup or ""].id
