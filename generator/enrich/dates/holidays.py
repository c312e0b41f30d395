"""The days of holidays. A name and a year in, a day out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from generator.enrich.dates.expression import make_day, number_of


def holiday_of(name: str, year: int) -> date | None:
    """The day of a holiday in a year: fixed, so many days from Easter, or a weekday of a month."""
    if not date.min.year < year < date.max.year:
        return None
    rule = HOLIDAYS[name]
    if isinstance(rule, int):
        return _easter(year) + timedelta(days=rule)
    if len(rule) == 2:
        return make_day(year, *rule)
    month, wanted, nth, later = rule
    day = nth_of_month(year, month, wanted, nth)
    return day + timedelta(days=later) if day else None


def _easter(year: int) -> date:
    """Western Easter Sunday: the anonymous Gregorian computus (Meeus, Astronomical Algorithms, 1991, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def nth_of_month(year: int, month: int, wanted: int, nth: str) -> date | None:
    """The first, second, last … of a weekday (0 for Monday) in a month."""
    first = make_day(year, month, 1)
    if first is None:
        return None
    start = first + timedelta(days=(wanted - first.weekday()) % 7)
    if nth == "last":
        days = [make_day(year, month, start.day + 7 * n) for n in (4, 3)]
        return days[0] or days[1]
    return make_day(year, month, start.day + 7 * ((number_of(nth) or 1) - 1))


HOLIDAYS: Mapping[str, int | tuple[int, int] | tuple[int, int, str, int]] = {
    "christmas_eve": (12, 24),
    "christmas": (12, 25),
    "boxing_day": (12, 26),
    "new_years_eve": (12, 31),
    "new_years_day": (1, 1),
    "epiphany": (1, 6),
    "martin_luther_king_day": (1, 0, "third", 0),
    "valentines_day": (2, 14),
    "presidents_day": (2, 0, "third", 0),
    "womens_day": (3, 8),
    "st_patricks_day": (3, 17),
    "shrove_tuesday": -47,
    "ash_wednesday": -46,
    "palm_sunday": -7,
    "maundy_thursday": -3,
    "good_friday": -2,
    "easter": 0,
    "easter_monday": 1,
    "ascension_day": 39,
    "whit_monday": 50,
    "pentecost": 49,
    "april_fools_day": (4, 1),
    "earth_day": (4, 22),
    "anzac_day": (4, 25),
    "may_day": (5, 1),
    "memorial_day": (5, 0, "last", 0),
    "juneteenth": (6, 19),
    "independence_day": (7, 4),
    "bastille_day": (7, 14),
    "labor_day": (9, 0, "first", 0),
    "columbus_day": (10, 0, "second", 0),
    "halloween": (10, 31),
    "all_saints_day": (11, 1),
    "bonfire_night": (11, 5),
    "armistice_day": (11, 11),
    "remembrance_sunday": (11, 6, "second", 0),
    "thanksgiving": (11, 3, "fourth", 0),
    "black_friday": (11, 3, "fourth", 1),
    "cyber_monday": (11, 3, "fourth", 4),
}
"""Month and day; days from Easter; or month, weekday, which one, and days after it (5 U.S.C. 6103, and custom)."""
