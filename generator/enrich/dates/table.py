"""The packaged table of time expressions, `dates.yml`, as compiled patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from generator.enrich.dates.cues import DateCues, load_date_cues
from generator.enrich.dates.outline import FIGURES, Outline, make_outline
from generator.enrich.wordlists import read_table
from generator.model import DateType

_GUARD = r"(?<![\w$£€#@/])(?<!\d[.,:])(?:(?<!-)|(?<=\b[Mm]id-)|(?<=\b[Ee]arly-)|(?<=\b[Ll]ate-)|(?<=[{names}.]-))"
"""An expression begins a word, and is no part of a number, a path, or a compound, but for "mid-" and "April-June"."""

_NEAR = 16
_WIDER = ("he", "of", "ly", "te", "er", "id", "ar")
"""How the last word of `wider` ends, before a blank or a dash: "the", "end of", "early", "mid-", "so far"."""


@dataclass(frozen=True, kw_only=True)
class DatePattern:
    """One row of dates.yml. Its patterns are compiled when first asked for: most news needs a part of them only."""

    order: int
    written: str
    type: DateType
    value: str
    written_before: str | None
    written_unless: str | None
    ends: bool
    """Whether a phrase must end after it."""
    by: int
    suffix: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What the expression itself looks like."""
        return re.compile(rf"(?:{self.written})(?!\w)")

    @cached_property
    def _before(self) -> re.Pattern[str] | None:
        return re.compile(rf"(?:{self.written_before})\Z") if self.written_before is not None else None

    @cached_property
    def _unless(self) -> re.Pattern[str] | None:
        return re.compile(rf"(?:{self.written_unless})\Z") if self.written_unless is not None else None

    def fits(self, before: str) -> bool:
        """Whether what stands right before it allows it."""
        if self._before is not None and self._before.search(before) is None:
            return False
        return self._unless is None or self._unless.search(before) is None


@dataclass(frozen=True, kw_only=True)
class Start:
    """A way in which expressions begin, and the rows tried there."""

    written: str
    rows: tuple[DatePattern, ...]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self.written)

    def fits(self, text: str, at: int) -> bool:
        """Whether an expression of this kind stands here."""
        return self._pattern.match(text, at) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWords:
    """The table of time expressions."""

    outline: Outline
    guard: re.Pattern[str]
    """What must stand before a place where something starts."""
    kinds: Mapping[str, tuple[Start, ...]]
    """By what stands there: see `Outline.draw`."""
    tails: Mapping[str, tuple[DatePattern, ...]]
    """Grain -> how a range goes on."""
    wider: re.Pattern[str]
    part: re.Pattern[str]
    end: re.Pattern[str]
    cues: DateCues

    def find_wider(self, outline: str, start: int, end: int) -> re.Match[str] | None:
        """What belongs to an expression on its left, up to `end`; looked for only where the words there allow it."""
        near = outline[max(start, end - _NEAR) : end]
        near = near[:-3] if near.endswith(("on ", "in ")) else near
        return self.wider.search(outline, start if near[:-1].endswith(_WIDER) else end, end)

    def find_part(self, outline: str, start: int, end: int) -> re.Match[str] | None:
        """ "The morning of" before a day."""
        return self.part.search(outline, start, end) if outline.endswith(("of ", "of the "), start, end) else None

    def rows_at(self, text: str, at: int, key: str) -> Sequence[DatePattern]:
        """The rows that may fit at a place where something starts, in the order of the table."""
        kinds = self.kinds.get(key)
        if kinds is None or self.guard.match(text, at) is None:
            return ()
        fitting = [kind.rows for kind in kinds if kind.fits(text, at)]
        if len(fitting) < 2:
            return fitting[0] if fitting else ()
        return sorted({row.order: row for rows in fitting for row in rows}.values(), key=lambda row: row.order)


def load_date_words() -> DateWords:
    """Read the packaged patterns."""
    table = read_table("dates/dates.yml")
    outline = make_outline(table["outline"], table["holidays"], frozenset(_list_words(table["starts"])))
    words = {name: f"{letter}+" for name, letter in outline.letters.items()}
    for name, pattern in table["words"].items():
        words[name] = _fill(pattern, words)
    rows = [(_kinds(row), _make_row(order, row, words)) for order, row in enumerate(table["patterns"])]
    tails = [(row["grain"], _make_row(order, row, words)) for order, row in enumerate(table["tails"])]
    return DateWords(
        outline=outline,
        guard=re.compile(_GUARD.format(names="".join(outline.letters.values()))),
        kinds=_list_kinds(table["starts"], rows, words, outline.letters),
        tails={grain: tuple(row for g, row in tails if g == grain) for grain in dict(tails)},
        wider=re.compile(table["wider"]["words"]),
        part=re.compile(table["wider"]["part"]),
        end=re.compile(words["end"]),
        cues=load_date_cues(),
    )


def _list_words(starts: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    for start in starts.values():
        yield from start.get("words", "").split()


def _list_kinds(
    starts: Mapping[str, Mapping[str, Any]],
    rows: Sequence[tuple[Sequence[str], DatePattern]],
    words: Mapping[str, str],
    letters: Mapping[str, str],
) -> Mapping[str, tuple[Start, ...]]:
    found: dict[str, tuple[Start, ...]] = {}
    for kind, start in starts.items():
        value = Start(written=_fill(start["if"], words), rows=tuple(row for kinds, row in rows if kind in kinds))
        keys = [*start.get("words", "").split(), *(letters[name] for name in start.get("outline", "").split())]
        for key in (*keys, FIGURES) if start.get("figures") else keys:
            found[key] = (*found.get(key, ()), value)
    return found


def _kinds(row: Mapping[str, Any]) -> Sequence[str]:
    return [row["at"]] if isinstance(row["at"], str) else cast(Sequence[str], row["at"])


def _make_row(order: int, row: Mapping[str, Any], words: Mapping[str, str]) -> DatePattern:
    return DatePattern(
        order=order,
        written=_fill(row["pattern"], words),
        type=row.get("type", "DATE"),
        value=row["value"],
        written_before=_fill(row["before"], words) if "before" in row else None,
        written_unless=_fill(row["unless"], words) if "unless" in row else None,
        ends=row.get("end", False),
        by=row.get("by", 0),
        suffix=row.get("suffix", ""),
    )


def _fill(pattern: str, words: Mapping[str, str]) -> str:
    return re.sub(r"(?<!\?P)<(\w+)>", lambda match: f"(?:{words[match[1]]})", pattern)
