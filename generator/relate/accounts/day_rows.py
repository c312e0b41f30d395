"""Days and hours on which reports differ. In: tellings. Out: rows of what each states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from generator.model import DateMention
from generator.relate.accounts.centre import Centre
from generator.relate.accounts.day_roles import day_of_value, find_day_roles, is_of_saying
from generator.relate.accounts.kinship import Kinship
from generator.relate.accounts.line import Line, Telling
from generator.relate.accounts.stated import Stated, StatedRow, are_single, find_rows, find_single
from generator.relate.chronology import day_of_article, days_between

_MOST_DAYS_APART = 31
_LEAD_LINES = 8
_NIGHT = frozenset("night late early midnight overnight evening morning dawn hours".split())
"""Of two days in a row: what happened around midnight is told under either."""
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_ZONES = frozenset("gmt bst utc est edt cst pst cet local eastern pacific".split())
_ZONE_REACH = 3
_HALF_DAY = 12 * 60
_DOTTED = (".m.", ".M.")
_HOUR = "T00:00"


def find_day_rows(
    tellings: Sequence[Telling], centre: Centre, kinship: Kinship, outlets: Sequence[str]
) -> list[StatedRow]:
    """Days, then hours, on which tellings differ."""
    own = [day_of_article(telling.shown.article) for telling in tellings]
    days = [list(_days(telling, day)) for telling, day in zip(tellings, own, strict=True)]
    hours = [list(_hours(telling)) for telling in tellings]
    known = [frozenset(m.value[:10] for m in telling.shown.dates if day_of_value(m.value)) for telling in tellings]
    clocks = [frozenset(_clock(m) for m in telling.shown.dates) for telling in tellings]

    single = find_single("date", hours)
    zoned = {number for number, telling in enumerate(tellings) if _names_zone(telling)} if single else set()

    def days_differ(one: Stated, other: Stated) -> bool:
        if one.value in known[other.line.telling] or other.value in known[one.line.telling]:
            return False
        return (
            _days_differ(one, other) and not _are_each_of_its_day(one, other, own) and _are_told_alike(one, other, own)
        )

    def hours_differ(one: Stated, other: Stated) -> bool:
        if one.value in clocks[other.line.telling] or other.value in clocks[one.line.telling]:
            return False
        minutes = _minutes_between(one.value, other.value)
        if minutes % _HALF_DAY == 0:
            return False  # clocks of twelve and of twenty-four hours
        return minutes % 60 != 0 or (
            are_single(one, other, single) and not (zoned & {one.line.telling, other.line.telling})
        )

    return [
        *find_rows("date", days, days_differ, centre, kinship, outlets),
        *find_rows("date", hours, hours_differ, centre, kinship, outlets, single),
    ]


def _days(telling: Telling, own: date | None) -> Iterator[Stated]:
    """Whole days of lines that name one only, and are not about who spoke when."""
    for line in _leads(telling):
        times = [m for m in line.dates if m.type in ("DATE", "TIME") and m.value[:1].isdigit()]
        day = day_of_value(times[0].value) if len({m.value[:10] for m in times}) == 1 else None
        named = [m for m in times if not _clock(m)]
        if day is not None and named and not is_of_saying(line, named[0]):
            yield _state(line, named[0], value=day.isoformat(), offset=days_between(own, day))


def _hours(telling: Telling) -> Iterator[Stated]:
    """Hours by the clock, of lines that name one only and no zone: one report's may be another's elsewhere."""
    for line in _leads(telling):
        clocks = [m for m in line.dates if _clock(m)]
        if len(clocks) == 1:
            behind = line.text[clocks[0].span.end - line.start :].lower().replace(",", " ").split()[:_ZONE_REACH]
            if _ZONES.isdisjoint(word.strip("().") for word in behind) and not is_of_saying(line, clocks[0]):
                yield _state(line, clocks[0], value=_clock(clocks[0]))


def _leads(telling: Telling) -> Iterator[Line]:
    for line in telling.lines:
        if line.claim.sentence >= _LEAD_LINES:
            return
        if line.dates and not line.quotes:
            yield line


def _state(line: Line, mention: DateMention, *, value: str, offset: int | None = None) -> Stated:
    text = " ".join(line.text[mention.span.start - line.start : mention.span.end - line.start].split())
    if not text.endswith(_DOTTED):
        text = text.removesuffix(".")  # the sentence's
    return Stated(line=line, value=value, text=text, span=mention.span, offset=offset)


def _clock(mention: DateMention) -> str:
    """The hour and minute of a mention, `06:30`; empty for whole days and parts of days."""
    clock = mention.value[11:16]
    return clock if mention.type == "TIME" and len(clock) == len(_HOUR) - 1 and clock[2] == ":" else ""


def _days_differ(one: Stated, other: Stated) -> bool:
    """Whether two days are called otherwise, too: "Monday" and "last Monday" may be one."""
    if set(one.text.lower().split()) & set(other.text.lower().split()) & _WEEKDAYS:
        return False
    if one.value == other.value or one.text.lower() == other.text.lower():
        return False
    if one.offset is not None and one.offset == other.offset:
        return False
    apart = abs((date.fromisoformat(one.value) - date.fromisoformat(other.value)).days)
    if apart == 1 and not _NIGHT.isdisjoint((*one.text.lower().split(), *other.text.lower().split())):
        return False
    return apart <= _MOST_DAYS_APART


def _are_each_of_its_day(one: Stated, other: Stated, own: Sequence[date | None]) -> bool:
    """Whether two reports of two days each tell what has just happened: of something that happens daily."""
    if days_between(own[one.line.telling], own[other.line.telling]) in (0, None):
        return False
    return all(each.offset is not None and -1 <= each.offset <= 0 for each in (one, other))


def _are_told_alike(one: Stated, other: Stated, own: Sequence[date | None]) -> bool:
    """Whether something happens on both days, or is to happen on both; looked at last, since it costs most."""
    ours, theirs = (
        find_day_roles(each.line, own[each.line.telling]).get(date.fromisoformat(each.value)) for each in (one, other)
    )
    return ours == theirs and ours in ("happened", "planned")


def _minutes_between(one: str, other: str) -> int:
    minutes = [int(each[:2]) * 60 + int(each[3:5]) for each in (one, other)]
    return abs(minutes[0] - minutes[1])


def _names_zone(telling: Telling) -> bool:
    """Whether it tells of zones, so that whole hours between two reports may be no more than that."""
    return any(not _ZONES.isdisjoint(line.tokens.low) for line in _leads(telling))
