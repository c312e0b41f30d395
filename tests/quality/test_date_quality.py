"""Dates in the text against two sets: news marked by hand (`dates.yml`), and the cases of Recognizers-Text.

Microsoft's Recognizers-Text (MIT) has cases for an assistant that reads what people type. Those whose phrase news prose
has are scored; `date_kinds.yml` lists what is left out, by pattern, and why. A case is one expected date or range of
dates, or a text in which none is to be found. What counts as right:

- our value is theirs, or spans the same days: theirs of a range is (first, end), ends as printed;
- where theirs leaves the year or week open (XXXX), its past reading is the news reading. Where the words around look
  ahead ("I'll be out on Friday") the coming one is right as well;
- "two years ago" is a year in TIMEX3 and a day in theirs: our year must hold their day. "The last three weeks" is a
  length (P3W) in TIMEX3 and a range of that length in theirs; the length must be the same. "A few" is three in theirs
  and X in TIMEX3. "The rest of the week" is the week in TIMEX3, and must end when theirs does.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
import yaml
from conftest import REPOSITORY, SHARED

from generator.enrich.dates.expression import first_day, grain_of, move
from generator.enrich.dates.mentions import find_dates, load_date_words
from generator.model import DateMention

QUALITY = REPOSITORY / "tests" / "quality"
FLOORS = json.loads((QUALITY / "floors.json").read_text("utf-8"))["dates"]
FOLDER = SHARED / "data" / "dates"
WORDS = load_date_words()
MARK = re.compile(r"\[([^\]|]+)\|([A-Z]+)\|([^\]|]+)\]")


# --- News marked by hand ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Passage:
    day: date
    text: str
    aside: bool
    marks: tuple[DateMention, ...]


def read_passage(row: Mapping[str, Any]) -> Passage:
    """`[words|TYPE|value]` taken out of the text."""
    text, marks, at = "", [], 0
    for mark in MARK.finditer(row["text"]):
        text += row["text"][at : mark.start()]
        marks.append((len(text), mark[1], mark[2], mark[3]))
        text, at = text + mark[1], mark.end()
    return Passage(row["day"], text + row["text"][at:], row.get("aside", False), tuple(marks))


def read_passages() -> list[Passage]:
    return [read_passage(row) for row in yaml.safe_load((QUALITY / "dates.yml").read_text("utf-8"))]


def fold(text: str) -> str:
    return " ".join(text.split()).casefold()


def overlap(one: str, other: str) -> bool:
    one, other = fold(one), fold(other)
    return bool(set(one.split()) & set(other.split())) and (one in other or other in one)


def score_passages(passages: Sequence[Passage]) -> tuple[dict[str, float], list[str]]:
    """F1 of text and of value, as TempEval-3 has them, and what was not as marked."""
    hits, found, true, wrong = Counter(), 0, 0, []
    for passage in passages:
        got = [(passage.text[m.span.start : m.span.end], m) for m in find_dates(passage.text, passage.day, WORDS)]
        found, true = found + len(got), true + len(passage.marks)
        for _, text, kind, value in passage.marks:
            match = next(((printed, m) for printed, m in got if overlap(printed, text)), None)
            if match is None:
                wrong.append(f"{passage.day} missing {text} {value}: {passage.text[:60]}")
                continue
            got.remove(match)
            hits["text"] += 1
            hits["value"] += match[1].value == value
            hits["type"] += match[1].value == value and match[1].type == kind
            if match[1].value != value:
                wrong.append(f"{passage.day} {text} = {value}, got {match[0]} = {match[1].value}: {passage.text[:60]}")
        wrong.extend(f"{passage.day} extra {printed} = {m.value}: {passage.text[:60]}" for printed, m in got)
    return {name: round(2 * hits[name] / max(1, found + true), 3) for name in ("text", "value", "type")}, wrong


@pytest.mark.parametrize("aside", [False, True])
def test_marked_news(aside):
    figures, wrong = score_passages([p for p in read_passages() if p.aside == aside])
    floors = FLOORS["aside" if aside else "news"]
    assert all(figures[name] >= floor for name, floor in floors.items()), (figures, wrong)


# --- Recognizers-Text ------------------------------------------------------------------------------------------------

KINDS = {row["kind"]: row["pattern"] for row in yaml.safe_load((QUALITY / "date_kinds.yml").read_text("utf-8"))}
AHEAD = re.compile(
    r"(?i)\b(?:I'll|will|going to|let's|schedule|book|set|find|plan|arrange|what's your|please|should|can you|could"
    r"|would|do you|are you|how about|remind|meet|next|upcoming|leave|coordinate|next|starts?|is|when)\b"
)
VAGUE = re.compile(r"(?i)\b(?:ago|from now|later|hence)\b|^in ")


@dataclass(frozen=True)
class Case:
    text: str
    phrase: str
    at: int
    today: date
    timex: str
    readings: tuple[tuple[str, str], ...]
    """First day and end, of the past reading and then of the coming one; empty where nothing is to be found."""


def read_cases() -> Iterator[Case]:
    for name in ("DateParser", "DatePeriodParser", "DateTimeModel"):
        for spec in json.loads((FOLDER / f"{name}.json").read_text("utf-8")):
            today = date.fromisoformat(spec.get("Context", {}).get("ReferenceDateTime", "2016-11-07")[:10])
            if not spec["Results"]:
                yield Case(spec["Input"], "", 0, today, "", ())
            for result in spec["Results"]:
                kind = (result.get("TypeName") or result.get("Type") or "").removeprefix("datetimeV2.")
                if kind in ("date", "daterange"):
                    yield read_case(spec["Input"], result, today)


def read_case(text: str, result: Mapping[str, Any], today: date) -> Case:
    phrase = text[result["Start"] : result["Start"] + len(result["Text"])]
    if "Value" in result:
        value = result["Value"]
        readings = [value.get("PastResolution", {}), value.get("FutureResolution", {})]
        timex = value["Timex"]
    else:
        readings = (result.get("Resolution") or {}).get("values", [])
        timex = readings[0]["timex"] if readings else ""
    spans = [read_days(r) for r in readings]
    return Case(text, phrase, result["Start"], today, timex, tuple(spans))


def read_days(reading: Mapping[str, str]) -> tuple[str, str]:
    """First day and end; of what is open on one side, the day that is told."""
    first = reading.get("startDate") or reading.get("start") or reading.get("date") or reading.get("value")
    end = reading.get("endDate") or reading.get("end")
    return (first or end or ""), (end or "") if first else ""


def left_out(case: Case) -> str | None:
    """The kind a case is left out as; texts without a date are all kept."""
    return next((kind for kind, pattern in KINDS.items() if case.phrase and re.search(pattern, case.phrase)), None)


def in_years(value: str) -> str:
    """Lengths in the units of theirs: P2DE is P20Y, P2Q is P6M."""
    match = re.fullmatch(r"P(\d+)(DE|Q)", value)
    return (f"P{int(match[1]) * 10}Y" if match[2] == "DE" else f"P{int(match[1]) * 3}M") if match else value


def first_and_end(mentions: Sequence[DateMention], phrase: str, today: date) -> tuple[str, str]:
    """The days of one expression, the end excluded, or from the first of several to the last as printed."""
    values = [m.value for m in mentions]
    first = today if values[0] == "PRESENT_REF" else first_day(values[0])
    if len(values) > 1 and first is not None:
        last = today if values[-1] == "PRESENT_REF" else first_day(values[-1])
        if " end of" in phrase and phrase.rindex(" end of") > len(phrase) // 2 and last is not None:
            last = first_day(move(last, grain_of(values[-1]), 1) or "")
        return str(first), str(last)
    value = values[0]
    if len(value) in (2, 3) and value.isdigit():
        years = 10 ** (4 - len(value))
        return f"{int(value) * years:04}-01-01", f"{(int(value) + 1) * years:04}-01-01"
    if first is None:
        return "", ""
    if grain_of(value) == "weekend":
        return str(first), str(first + timedelta(days=2))
    following = move(first, "quarter", 2) if grain_of(value) == "half" else move(first, grain_of(value), 1)
    end = first_day(following or "")
    return str(first), str(end)


def is_right(case: Case) -> bool:
    mentions = find_dates(case.text, case.today, WORDS)
    if not case.phrase:
        return not [m for m in mentions if m.type == "DATE" and not m.value.endswith("_REF")]
    start, end = case.at, case.at + len(case.phrase)
    inside = [m for m in mentions if m.span.start < end and m.span.end > start]
    if not inside:
        return False
    values = {in_years(m.value) for m in inside}
    length = case.timex.rstrip(")").rpartition(",")[2]
    if case.timex in values or length in values or (re.search(r"\bfew\b", case.phrase) and "PX" in str(values)):
        return True
    allowed = case.readings if AHEAD.search(case.text) else case.readings[:1]
    first, last = first_and_end(inside[-2:], case.phrase, case.today)
    for wanted_first, wanted_last in allowed:
        if (first, last) == (wanted_first, wanted_last) or (first == wanted_first and not wanted_last):
            return True
        if case.phrase.startswith("rest of") and wanted_last == str(date.fromisoformat(last) - timedelta(days=1)):
            return True
        if VAGUE.search(case.phrase) and first and first <= wanted_first < (last or "9"):
            return True
    return any(
        case.timex.startswith("XXXX-") and m.value[4:] == case.timex[4:] and {a[:4] for a, _ in allowed} & {m.value[:4]}
        for m in inside
    )


def score_cases() -> tuple[float, Counter[str], list[Case]]:
    """The share that is right of the cases kept, how many were left out of each kind, and what was wrong."""
    cases = list(read_cases())
    kinds = [left_out(case) for case in cases]
    kept = [case for case, kind in zip(cases, kinds, strict=True) if kind is None]
    wrong = [case for case in kept if not is_right(case)]
    return 1 - len(wrong) / len(kept), Counter(kind or "kept" for kind in kinds), wrong


@pytest.mark.skipif(not FOLDER.is_dir(), reason="needs the cases of Recognizers-Text, which are not in the repository")
def test_cases_of_recognizers_text():
    share, counts, wrong = score_cases()
    sys.stdout.write(f"{share:.3f} right; {', '.join(f'{kind} {count}' for kind, count in counts.most_common())}\n")
    assert share >= FLOORS["recognizers"], (counts, [(case.text, case.timex) for case in wrong])
