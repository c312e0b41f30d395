"""Whether the words beside a time expression look ahead or back. A text and a place in, a `Cue` out.

What is looked for stands in `cues.yml`. Only the expression's own clause is read, and a bounded part of it. Where no
word in it tells, its tense may: a sentence with a verb of the present and none of the past tells of a weekday to come
("The bridge reopens on Monday").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, cast

from generator.enrich.wordlists import read_table

Cue: TypeAlias = Literal["ahead", "back", "present", ""]
"""Ahead; clearly back, as the word right before tells; the tense alone, which looks ahead to a near day; or no clear
word, which mostly means back."""

_BEFORE, _DIRECT, _AFTER, _BEHIND = 140, 40, 60, 120
"""Characters looked at: of the clause, of its end, right behind, and behind for its tense."""
_ASIDE = re.compile(r", (?:who|which|where|whose|when)\b[^,]{1,80},")
"""What is told beside, and closed: the clause goes on behind it as it began."""
_CLAUSE_ENDS = re.compile(r"[!?;\n]|\.[\"”'’)]*\s+(?=[\"“‘(]*[A-Z])|—| – ")
_NOT_AN_END = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|St|No|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec))\Z"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateCues:
    """The table of cues, each group as one pattern."""

    before: re.Pattern[str]
    reads: Sequence[str]
    """What each numbered group of `before` says."""
    direct: Sequence[tuple[re.Pattern[str], Cue, str]]
    """Pattern, reading, and what an earlier word may say that is stronger."""
    after: Sequence[tuple[re.Pattern[str], Cue]]
    past: re.Pattern[str]
    """A verb that may be of the past."""
    present: re.Pattern[str]
    """A word that may be a verb of the present."""
    clause: re.Pattern[str]
    """What begins a clause of its own."""


def load_date_cues() -> DateCues:
    """Read the packaged cues."""
    table = read_table("dates/cues.yml")
    words = table["words"]

    def fill(pattern: str) -> str:
        return re.sub(r"<(\w+)>", lambda match: f"(?:{words[match[1]]})", pattern)

    def rows(group: str) -> Iterable[Mapping[str, Any]]:
        return cast(Iterable[Mapping[str, Any]], table[group])

    return DateCues(
        before=re.compile(
            r"(?<![\w-])(?=[A-Za-z’'])(?:"
            + "|".join(rf"(?P<r{n}>{fill(row['pattern'])}(?!\w))" for n, row in enumerate(rows("before")))
            + ")"
        ),
        reads=tuple(row["reads"] for row in rows("before")),
        direct=tuple(
            (re.compile(rf"(?<![\w-]){fill(row['pattern'])}\s\Z"), row["reads"], row.get("unless", "none"))
            for row in rows("direct")
        ),
        after=tuple((re.compile(fill(row["pattern"])), row["reads"]) for row in rows("after")),
        past=re.compile(rf"(?<![\w-]){fill('<past>')}(?!\w)"),
        present=re.compile(rf"(?<![\w-]){fill('<present>')}(?![\w’'])"),
        clause=re.compile(r"[.!?](?:\s|\Z)|[\n;”\"]|,? " + fill("<clause>") + r"\b"),
    )


def read_cue(text: str, start: int, end: int, cues: DateCues) -> Cue:
    """What the clause around an expression says of it."""
    before = _ASIDE.sub("", _clause_before(text, start))
    after = next((reads for pattern, reads in cues.after if pattern.match(text, end, end + _AFTER)), "")
    if after == "back":
        return "back"
    said = _said_before(before, cues)
    for pattern, reads, yields in cues.direct:
        if pattern.search(before, max(0, len(before) - _DIRECT)) is not None and said != yields:
            return reads
    if said:
        return "ahead" if said in ("ahead", "to") else ""
    return "ahead" if after == "ahead" else _read_tense(text, before, end, cues)


def _read_tense(text: str, before: str, end: int, cues: DateCues) -> Cue:
    """Whether a sentence is of the present, as far as words around an expression tell."""
    if before.endswith("from "):
        return ""
    behind = text[end : end + _BEHIND]
    is_told = cues.present.search(before) is not None
    stop = (cues.clause if is_told else _CLAUSE_ENDS).search(behind)
    behind = behind[: stop.start()] if stop else behind
    if not (is_told or cues.present.search(behind)):
        return ""
    return "" if cues.past.search(before) or cues.past.search(behind) else "present"


def _clause_before(text: str, start: int) -> str:
    before = text[max(0, start - _BEFORE) : start]
    for end in reversed(list(_CLAUSE_ENDS.finditer(before))):
        if end[0][0] != "." or _NOT_AN_END.search(before[: end.start()]) is None:
            return before[end.end() :]
    return before


def _said_before(before: str, cues: DateCues) -> str:
    """What the last word that tells anything says: a row's `reads`, or nothing."""
    outer = said = ""
    for match in cues.before.finditer(before):
        reads = cues.reads[int((match.lastgroup or "r0")[1:])]
        if reads == "clause":
            outer, said = said or outer, ""
        elif reads in ("ahead", "back") or not said:
            said = reads
    return said or outer
