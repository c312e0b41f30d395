"""The days that the reports of a story speak of. In: tellings. Out: `Happening`s in the order of the days.

Only whole days count: "in March" is no day. The days around the event come first where there are too many; of older
ones, those that several reports name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from generator.model import Claim, DateMention, Happening
from generator.relate.accounts.centre import Centre
from generator.relate.accounts.line import Line, Telling

MOST_DAYS, MOST_BACKGROUND = 10, 3
MOST_CLAIMS = 3
_BEFORE, _AFTER = timedelta(days=10), timedelta(days=45)
"""How far from the reports the event's own days lie."""
_REPEATS = 0.6
_SAYING = ("said on", "said", "told", "says", "statement on", "announced on", "reported on")
_SAID_WORTH = 0.5
"""What a sentence is worth whose day is that on which somebody spoke."""
_LEAN_WORTH = 0.6


def find_happenings(
    tellings: Sequence[Telling], first: date | None, last: date | None, centre: Centre
) -> tuple[Happening, ...]:
    """Two days or more; a single one is no timeline. `first` and `last` are the days of the reports."""
    found: dict[date, list[tuple[float, Line]]] = defaultdict(list)
    for telling in tellings:
        for line in telling.lines:
            for day, worth in _days(line, centre).items():
                found[day].append((worth, line))
    chosen = _choose_days(found, first, last)
    if len(chosen) < 2:
        return ()
    return tuple(
        Happening(
            value=day.isoformat(),
            claims=tuple(_choose_claims(found[day], centre)),
            is_background=not _is_own(day, first, last),
        )
        for day in sorted(chosen)
    )


def _days(line: Line, centre: Centre) -> Mapping[date, float]:
    """The days of a line, each with what the line is worth for it."""
    if not line.dates or not line.is_statement:
        return {}
    days: dict[date, float] = {}
    for mention in line.dates:
        day = day_of_value(mention.value) if mention.type in ("DATE", "TIME") else None
        if day is not None:
            days.setdefault(day, _SAID_WORTH if is_of_saying(line, mention) else 1.0)
    if not days:
        return {}
    whole = centre.nearness(line) * (_LEAN_WORTH if line.leans else 1.0)
    return {day: whole * worth / len(days) for day, worth in days.items()}


def is_of_saying(line: Line, mention: DateMention) -> bool:
    """Whether the day is that on which somebody spoke: "said on Monday"."""
    before = line.text[: mention.span.start - line.start].rstrip().lower().removesuffix(" on")
    return before.endswith(_SAYING)


def day_of_value(value: str) -> date | None:
    """The day of a TIMEX3 value: `2015-12-09`, `2015-12-09T18:40`; None for weeks, months, years."""
    try:
        return date.fromisoformat(value[:10]) if len(value) >= 10 and value[4] == value[7] == "-" else None
    except ValueError:
        return None


def _choose_days(
    found: Mapping[date, Sequence[tuple[float, Line]]], first: date | None, last: date | None
) -> list[date]:
    own = [day for day in found if _is_own(day, first, last)]
    tellings = {day: len({line.telling for _, line in rows}) for day, rows in found.items()}
    ranked = sorted(own, key=lambda day: (-tellings[day], -max(worth for worth, _ in found[day]), day))
    shared = (day for day in found if day not in own and tellings[day] > 1)
    older = sorted(shared, key=lambda day: (-tellings[day], day))
    return ranked[:MOST_DAYS] + older[:MOST_BACKGROUND]


def _is_own(day: date, first: date | None, last: date | None) -> bool:
    return first is None or last is None or first - _BEFORE <= day <= last + _AFTER


def _choose_claims(rows: Sequence[tuple[float, Line]], centre: Centre) -> Iterator[Claim]:
    """The best sentences, one of a telling, none that says again what another does."""
    chosen: list[Line] = []
    for _, line in sorted(rows, key=lambda row: (-row[0], row[1].telling, row[1].start)):
        if len(chosen) == MOST_CLAIMS:
            return
        if any(line.telling == each.telling or centre.overlap(line, each) > _REPEATS for each in chosen):
            continue
        chosen.append(line)
        yield line.claim
