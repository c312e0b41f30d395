"""The words and patterns of `labels.yml`, ready to be used. Packaged with the program: read once, when first needed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal, TypeAlias

import yaml

Form: TypeAlias = Literal["colon", "dash", "tight", "brackets", "line"]
"""How a label is set: `LABEL: …`, `LABEL - …`, `LABEL-…`, `(LABEL) …`, alone on its line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelRule:
    """Words that are a label where they are set as one. See labels.yml."""

    label: str
    words: str
    example: str
    reads: tuple[str, ...]
    counter: str
    numbered: bool = False
    tight: bool = False
    any_case: frozenset[Form] = frozenset()
    never: frozenset[Form] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRule:
    """How a note to editors begins; `adds` is the label it gives besides."""

    id: str
    pattern: str
    example: str
    counter: str
    adds: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbargoRule:
    """How an embargo's line begins; `sure` when it needs no date to be one."""

    id: str
    pattern: str
    example: str
    counter: str
    sure: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KillRule:
    """What takes a report back, in a note; with `alone` on a line too, which begins with the word `shown`, if given."""

    id: str
    pattern: str
    example: str
    counter: str
    alone: bool = False
    shown: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelRules:
    """All of labels.yml. The patterns have one group a rule, `r0`, `r1` …, matched without regard to case."""

    labels: tuple[LabelRule, ...]
    notes: tuple[NoteRule, ...]
    bare_notes: tuple[NoteRule, ...]
    notes_go_on: tuple[NoteRule, ...]
    kills: tuple[KillRule, ...]
    replaced: tuple[NoteRule, ...]
    embargoes: tuple[EmbargoRule, ...]
    label: re.Pattern[str]
    """One label: groups `before` and `after` hold its number, the rule's own group its words."""
    note: re.Pattern[str]
    bare_note: re.Pattern[str]
    note_goes_on: re.Pattern[str]
    kill: re.Pattern[str]
    kill_line: re.Pattern[str]
    """At the beginning of a line, perhaps below what announces a note."""
    replacement: re.Pattern[str]
    embargo: re.Pattern[str]


@cache
def load_label_rules() -> LabelRules:
    """The packaged rules."""
    text = resources.files("generator.extract.versions").joinpath("labels.yml").read_text(encoding="utf-8")
    data = yaml.load(text, Loader=yaml.CSafeLoader)
    labels = tuple(
        LabelRule(
            **entry
            | {
                "reads": tuple(entry["reads"]),
                "any_case": frozenset(entry.get("any_case", ())),
                "never": frozenset(entry.get("never", ())),
            }
        )
        for entry in data["labels"]
    )
    notes = tuple(NoteRule(**entry) for entry in data["notes"])
    bare = tuple(NoteRule(**entry) for entry in data["bare_notes"])
    further = tuple(NoteRule(**entry) for entry in data["notes_go_on"])
    kills = tuple(KillRule(**entry) for entry in data["kills"])
    replaced = tuple(NoteRule(**entry) for entry in data["replaced"])
    embargoes = tuple(EmbargoRule(**entry) for entry in data["embargoes"])
    opening = rf"[\W_]{{0,10}}(?:(?:{'|'.join(data['embargo_openings'])})[\s:,.–—*-]{{1,4}}){{0,2}}"
    return LabelRules(
        labels=labels,
        notes=notes,
        bare_notes=bare,
        notes_go_on=further,
        kills=kills,
        replaced=replaced,
        embargoes=embargoes,
        label=re.compile(
            r"(?:(?P<before>\d{1,2})(?:st|nd|rd|th|\.|ª|er|e)\s?)?"
            rf"(?:{_join([rule.words for rule in labels])})(?!\w)"
            r"(?(before)|(?:\s?#?(?P<after>\d{1,2})(?![\w.,:%]\d|[\w.]))?)",
            re.IGNORECASE,
        ),
        note=re.compile(_join([rule.pattern for rule in notes]), re.IGNORECASE),
        bare_note=re.compile(_join([rule.pattern for rule in bare]), re.IGNORECASE),
        note_goes_on=re.compile(_join([rule.pattern for rule in further]), re.IGNORECASE),
        kill=re.compile(_join([rule.pattern for rule in kills]), re.IGNORECASE),
        kill_line=re.compile(
            rf"{opening}(?:{'|'.join(f'(?={rule.shown})(?:{rule.pattern})' for rule in kills if rule.alone)})",
            re.IGNORECASE,
        ),
        replacement=re.compile(_join([rule.pattern for rule in replaced]), re.IGNORECASE),
        embargo=re.compile(rf"{opening}(?:{_join([rule.pattern for rule in embargoes])})", re.IGNORECASE),
    )


def _join(patterns: list[str]) -> str:
    return "|".join(f"(?P<r{number}>{pattern})" for number, pattern in enumerate(patterns))
