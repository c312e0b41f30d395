"""Time expressions of a text resolved against the article's own day. Text and day in, `DateMention` values out.

What is looked for stands in `dates.yml`, a table of patterns; here is what their values mean. "On Wednesday" is the
last one on or before the day, "Nov. 24" the nearest past one, unless the words before it look ahead ("will meet on
Friday", "until May"). Without a day only expressions that name their year are resolved; the rest are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeAlias, cast

from generator.enrich.wordlists import read_table
from generator.model import DateMention, DateType, Span

_CUES_BEFORE = 70
"""Characters before an expression that tell whether it looks ahead."""
_LONGEST_WORD_BEFORE = 12
_FUTURE = re.compile(
    r"\b(?P<future>will|shall|due|scheduled|expected|set to|until|till|by|to be|going to|plans?|planned|upcoming|would|"
    r"may|could|ahead of|starting|beginning)\b"
    r"|\b(?:said|told|announced|was|were|had|did|reported|since|from|has been|last|\w+ed)\b"
)
_MONTHS = {m: n for n, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)}
_WEEKDAYS = {d: n for n, d in enumerate("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())}
_COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
}  # fmt: skip
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_SEASONS = {"spring": ("SP", 6), "summer": ("SU", 9), "autumn": ("FA", 12), "fall": ("FA", 12), "winter": ("WI", 3)}
"""Season -> TIMEX3 code, and the month by which it is over."""
_PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
_LENGTHS = {
    "minute": "T{}M", "hour": "T{}H", "day": "{}D", "week": "{}W", "fortnight": "{}W", "month": "{}M", "quarter": "{}Q",
    "year": "{}Y", "decade": "{}E", "century": "{}C",
}  # fmt: skip
_UNITS_TOO_COMMON = frozenset(("minute", "hour", "day", "quarter"))
"""With "a": "a quarter of", "a day" say nothing of time, or too little."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatePattern:
    """One row of dates.yml."""

    pattern: re.Pattern[str]
    type: DateType
    value: str
    after: frozenset[str]
    """Words one of which must stand directly before, in lower case; empty for any."""
    by: int
    suffix: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWords:
    """The table of time expressions."""

    starts: re.Pattern[str]
    any: re.Pattern[str]
    """All patterns as one, to pass over quickly what none fits."""
    patterns: tuple[DatePattern, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Expression:
    """A match, the day it is read on (None: not known), whether it looks ahead, and its row."""

    parts: Mapping[str, str]
    today: date | None
    ahead: bool
    row: DatePattern


_Rule: TypeAlias = Callable[[_Expression], "str | None"]


def load_date_words() -> DateWords:
    """Read the packaged patterns."""
    table = read_table("dates.yml")
    words = table["words"]

    def fill(pattern: str) -> str:
        return re.sub(r"(?<!\?P)<(\w+)>", lambda match: f"(?:{words[match[1]]})", pattern)

    rows = [cast(Mapping[str, Any], row) for row in table["patterns"]]
    return DateWords(
        any=re.compile("|".join(re.sub(r"\?P<\w+>", "?:", fill(row["pattern"])) for row in rows)),
        starts=re.compile(rf"(?<![\w.,$£€#-])(?:{words['starts']})"),
        patterns=tuple(
            DatePattern(
                pattern=re.compile(rf"(?:{fill(row['pattern'])})(?!\w)"),
                type=row.get("type", "DATE"),
                value=row["value"],
                after=frozenset(row.get("after", ())),
                by=row.get("by", 0),
                suffix=row.get("suffix", ""),
            )
            for row in rows
        ),
    )


def find_dates(text: str, today: date | None, words: DateWords) -> tuple[DateMention, ...]:
    """Every time expression that can be resolved; `today` is the day the article speaks from."""
    found: list[DateMention] = []
    at = 0
    while (start := words.starts.search(text, at)) is not None:
        mention = _read_at(text, start.start(), today, words)
        if mention is not None:
            found.append(mention)
        at = mention.span.end if mention is not None else start.end()
    return tuple(found)


def _read_at(text: str, at: int, today: date | None, words: DateWords) -> DateMention | None:
    if words.any.match(text, at) is None:
        return None
    before = text[max(0, at - _LONGEST_WORD_BEFORE) : at].rpartition(" ")[0].rpartition(" ")[2].lower()
    for row in words.patterns:
        match = row.pattern.match(text, at)
        if match is None or (row.after and before not in row.after):
            continue
        parts = {name.rstrip("0123456789"): part for name, part in match.groupdict().items() if part}
        value = _RULES[row.value](_Expression(parts=parts, today=today, ahead=_looks_ahead(text, at), row=row))
        if value is not None:
            timed = "T" in value and row.type == "DATE"
            return DateMention(span=Span(start=at, end=match.end()), type="TIME" if timed else row.type, value=value)
    return None


def _looks_ahead(text: str, at: int) -> bool:
    """Whether the nearest verb or preposition before looks ahead, in the same sentence."""
    before = text[max(0, at - _CUES_BEFORE) : at]
    before = before[max(before.rfind(". "), before.rfind("\n")) + 1 :]
    cues = [match["future"] is not None for match in _FUTURE.finditer(before)]
    return bool(cues) and cues[-1]


# --- values ----------------------------------------------------------------------------------------------------------


def _month_of(name: str) -> int:
    return _MONTHS[name[:3].lower()] if name[:1].isalpha() else int(name)


def _calendar(this: _Expression) -> str | None:
    month, day = _month_of(this.parts["month"]), int(re.sub(r"\D", "", this.parts["day"]))
    if "year" in this.parts:
        return _iso(int(this.parts["year"]), month, day)
    if this.today is None:
        return None
    value = _iso(this.today.year, month, day)
    if value is None or not this.ahead:
        return _iso(this.today.year - 1, month, day) if value is None or value > this.today.isoformat() else value
    return _iso(this.today.year + 1, month, day) if value < this.today.isoformat() else value


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _month(this: _Expression) -> str | None:
    month = _month_of(this.parts["month"])
    if "year" in this.parts:
        return f"{this.parts['year']}-{month:02}"
    if this.today is None:
        return None
    year = this.today.year
    if this.ahead:
        return f"{year + (month < this.today.month)}-{month:02}"
    return f"{year - (month > this.today.month)}-{month:02}"


def _shifted_month(this: _Expression) -> str | None:
    if this.today is None:
        return None
    month, shift = _month_of(this.parts["month"]), this.parts["shift"].lower()
    year = this.today.year
    if shift == "last":
        year -= month >= this.today.month
    elif shift == "next":
        year += month <= this.today.month
    return f"{year}-{month:02}"


def _decade(this: _Expression) -> str | None:
    return this.parts["decade"][:3]


def _quarter(this: _Expression) -> str | None:
    number = _ORDINALS[
        this.parts["quarter"].rstrip("stndrh") if this.parts["quarter"][0].isdigit() else this.parts["quarter"]
    ]
    if "year" in this.parts:
        return f"{this.parts['year']}-Q{number}"
    if this.today is None:
        return None
    return f"{this.today.year - (number > (this.today.month + 2) // 3)}-Q{number}"


def _half(this: _Expression) -> str | None:
    return f"{this.parts['year']}-H{_ORDINALS[this.parts['half']]}"


def _season(this: _Expression) -> str | None:
    code, over = _SEASONS[this.parts["season"]]
    if "year" in this.parts:
        return f"{this.parts['year']}-{code}"
    if this.today is None:
        return None
    shift = this.parts["shift"].lower()
    year = this.today.year
    if shift == "last":
        year -= this.today.month < over
    elif shift == "next":
        year += this.today.month >= over - 3
    return f"{year}-{code}"


def _year(this: _Expression) -> str | None:
    return this.parts["year"]


def _weekday(this: _Expression) -> str | None:
    if this.today is None:
        return None
    gap = (this.today.weekday() - _WEEKDAYS[this.parts["weekday"]]) % 7
    shift = this.parts.get("shift", "").lower()
    if shift == "last":
        day = this.today - timedelta(days=gap or 7)
    elif shift == "next":
        day = this.today + timedelta(days=7 - gap)
    elif shift == "this" or this.ahead:
        day = this.today + timedelta(days=(7 - gap) % 7)
    else:
        day = this.today - timedelta(days=gap)
    return day.isoformat() + _part(this)


def _part(this: _Expression) -> str:
    return _PARTS[this.parts["part"]] if "part" in this.parts else ""


def _days(this: _Expression) -> str | None:
    if this.today is None:
        return None
    return (this.today + timedelta(days=this.row.by)).isoformat() + (this.row.suffix or _part(this))


def _shifted_unit(this: _Expression) -> str | None:
    shift = this.parts["shift"].lower()
    return _move(this.today, this.parts["unit"], {"last": -1, "next": 1, "coming": 1}.get(shift, 0))


def _ago(this: _Expression) -> str | None:
    count = _count(this.parts["count"])
    return "PAST_REF" if count is None else _move(this.today, this.parts["unit"], -count)


def _hence(this: _Expression) -> str | None:
    count = _count(this.parts["count"])
    return "FUTURE_REF" if count is None else _move(this.today, this.parts["unit"], count)


def _move(today: date | None, unit: str, by: int) -> str | None:
    """The day, week, month … so many units away, at the grain of the unit."""
    if today is None or abs(by) > 1000:
        return None
    if unit in ("day", "week", "fortnight"):
        day = today + timedelta(days=by * {"day": 1, "week": 7, "fortnight": 14}[unit])
        year, week, _ = day.isocalendar()
        return day.isoformat() if unit == "day" else f"{year}-W{week:02}"
    if unit in ("month", "quarter"):
        months = today.year * 12 + today.month - 1 + by * (3 if unit == "quarter" else 1)
        year, month = divmod(months, 12)
        return f"{year}-{month + 1:02}" if unit == "month" else f"{year}-Q{month // 3 + 1}"
    if unit in ("minute", "hour"):
        return None
    year = today.year + by * {"year": 1, "decade": 10, "century": 100}[unit]
    return {"year": f"{year}", "decade": f"{year // 10}", "century": f"{year // 100}"}[unit] if year > 0 else None


def _count(text: str) -> int | None:
    return int(text) if text.isdigit() else _COUNTS.get(text.lower())


def _length(this: _Expression) -> str | None:
    unit, text = this.parts["unit"], this.parts.get("count", "one")
    if text in ("a", "an") and unit in _UNITS_TOO_COMMON:
        return None
    count = _count(text)
    size = "X" if count is None else str(count * (2 if unit == "fortnight" else 1))
    return "P" + _LENGTHS[unit].format(size)


def _past_ref(_: _Expression) -> str | None:
    return "PAST_REF"


_RULES: Mapping[str, _Rule] = {
    "calendar": _calendar,
    "month": _month,
    "shifted_month": _shifted_month,
    "decade": _decade,
    "quarter": _quarter,
    "half": _half,
    "season": _season,
    "year": _year,
    "weekday": _weekday,
    "days": _days,
    "shifted_unit": _shifted_unit,
    "ago": _ago,
    "hence": _hence,
    "length": _length,
    "past_ref": _past_ref,
}
