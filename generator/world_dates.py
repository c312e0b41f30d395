"""Dates as pages print them in the languages of the world: a text comes in, its days written as ISO 8601 go out.

`Publicado el 18 de agosto de 2020 a las 14:32` becomes `Publicado el 2020-08-18 14:32`: clocks, zones and labels stay
beside their day, for printed_dates and words to read. What is not a full date stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import resources

import yaml

from generator.moments import is_likely_year
from generator.printed_dates import MONTHS

# Names that are another month's elsewhere: listopad is October in Croatian, November in Polish.
_FALSE_FRIENDS = ("hr",)
_DAY = r"(?P<{}>\d{{1,2}})(?:\.|\s?(?:er|º|ª|°|st|nd|rd|th|ste|de|a|e)(?![^\W\d_]))?"
_WORD = r"(?P<{}>[^\W\d_][^\s\d.,()|:;/–—-]{{1,19}})"
_YEAR = r"(?P<{}>(?:1[6-9]|20)\d\d)(?!\d)(?:\s?(?:г|р)\.|\s(?:года|год|року))?"
_OF = r"(?:(?:de|del|di|da|do|of|tháng)\s|d['’])?"
_PRINTED = re.compile(
    rf"(?<![\w.,/-]){_DAY.format('day_1')}[\s/-]{{0,3}}{_OF}{_WORD.format('month_1')}\.?,?[\s/-]{{1,3}}{_OF}{_YEAR.format('year_1')}"
    rf"|(?<![\w/-]){_WORD.format('month_2')}\.?\s{{1,3}}{_DAY.format('day_2')},?\s{{1,3}}(?:de(?:l|\s)\s?)?{_YEAR.format('year_2')}"
    rf"|(?<![\w/-])(?P<year_3>(?:1[6-9]|20)\d\d)\.?(?:\s(?:m\.|gada))?\s{{1,2}}{_WORD.format('month_3')}\.?\s{{1,2}}(?P<day_3>\d{{1,2}})(?!\d)\.?(?:\sd\.)?"
    rf"|(?<![\w/-])(?P<year_4>(?:1[6-9]|20)\d\d)\.?\s(?:gada\s)?(?P<day_4>\d{{1,2}})\.\s{_WORD.format('month_4')}",
    re.IGNORECASE,
)
_IN_FIGURES = re.compile(
    r"(?P<year_1>\d{4})\s?[年년]\s?(?P<month_1>\d{1,2})\s?[月월]\s?(?P<day_1>\d{1,2})\s?[日일]"
    r"|(?<!\d)(?P<day_2>\d{1,2})\s(?:tháng|thg)\s(?P<month_2>\d{1,2})(?:,\s?|\snăm\s|\s)(?P<year_2>\d{4})"
    r"|(?<![\d.])(?P<year_3>\d{4})\.\s(?P<month_3>\d{1,2})\.\s(?P<day_3>\d{1,2})(?!\d)\.?",
)
_DAY_AND_MONTH = re.compile(r"(?:(?:le|den)\s)?(?P<day>\d{1,2})(?:\.|er|º)?\s(?:de\s)?(?P<month>[^\W\d_]{3,10})\.?")
# What stands between a day and its time of day.
_AT = re.compile(
    r"(?<=\d)[\s,|·•–-]{0,4}(?:\s|\b)(?:um|à|às|as|a las?|alle(?: ore)?|ore|h|kl\.?|klo|saat|в|о|o|ob|ora|στις|om"
    r"|u|pukul|tại)\s{1,2}(?=\d{1,2}\s?[:.hHu]\s?\d\d)",
    re.IGNORECASE,
)
_FRENCH_CLOCK = re.compile(r"(?<=\s)(\d{1,2})\s?[hHu:]\s?(\d\d)(?![\w:])(?:\s?(?:Uhr|uur|hs?|horas|WIB))?")
_FULL_HOUR = re.compile(r"(?<=\s)(\d{1,2})\s?(?:h|Uhr|uur)(?!\w)")
_HOUR_WORD = re.compile(r"(?<=\d)\s?(?:Uhr|uur)(?!\w)")
_EAST_ASIAN_CLOCK = re.compile(r"(?<!\d)(\d{1,2})\s?[時时시]\s?(\d{1,2})\s?[分분]")
_DIGIT = re.compile(r"\d")


@cache
def _load_months() -> Mapping[str, Mapping[str, int]]:
    """Month numbers by language; under "" those of all languages."""
    text = resources.files("generator").joinpath("months.yml").read_text(encoding="utf-8")
    data: Mapping[str, list[list[str]]] = yaml.load(text, Loader=yaml.CSafeLoader)
    languages = {
        language: {name: number for number, names in enumerate(months, start=1) for name in names}
        for language, months in data.items()
    }
    everywhere: dict[str, int] = {}
    for language in sorted(languages, key=lambda code: (code in _FALSE_FRIENDS, code)):
        for name, number in languages[language].items():
            everywhere.setdefault(name, number)
    return {**languages, "": {**everywhere, **MONTHS}}


def month_number(word: str, language: str | None = None) -> int | None:
    """The number of a month by its name, in full or in short, in `language` first and then in any."""
    folded = word.casefold().replace("\u0307", "").replace("ı", "i").removesuffix("'de").removesuffix("’de")
    months = _load_months()
    return months.get(language or "", {}).get(folded) or months[""].get(folded)


def write_iso_days(text: str, language: str | None = None) -> str:
    """The text with each full date that names its month, or is East Asian, as `2020-08-18`."""
    if not _DIGIT.search(text):
        return text
    text = _IN_FIGURES.sub(lambda match: _figures(match) or match[0], text)
    text = _PRINTED.sub(lambda match: _named(match, language) or match[0], text)
    text = _EAST_ASIAN_CLOCK.sub(r"\1:\2", _AT.sub(" ", text))
    text = _FULL_HOUR.sub(r"\1:00", _FRENCH_CLOCK.sub(r"\1:\2", text))
    return _HOUR_WORD.sub("", text)


def _figures(match: re.Match[str]) -> str | None:
    for form in "123":
        if year := match[f"year_{form}"]:
            return _iso(int(year), int(match[f"month_{form}"]), int(match[f"day_{form}"]), match[0])
    return None


def _named(match: re.Match[str], language: str | None) -> str | None:
    for form in "1234":
        if year := match[f"year_{form}"]:
            month = month_number(match[f"month_{form}"], language)
            return _iso(int(year), month, int(match[f"day_{form}"]), match[0]) if month else None
    return None


def _iso(year: int, month: int, day: int, printed: str) -> str | None:
    """The day in figures, with the white space that the printed date ended in."""
    try:
        written = date(year, month, day).isoformat() if is_likely_year(year) else None
    except ValueError:
        return None
    return written and written + (" " if printed[-1:].isspace() else "")


def read_world_day(text: str, year: int, language: str | None = None) -> date | None:
    """`3 avril`, `10. November`, `3 de abr.` of that year."""
    match = _DAY_AND_MONTH.fullmatch(text.strip())
    number = month_number(match["month"], language) if match else None
    if match is None or number is None:
        return None
    try:
        return date(year, number, int(match["day"]))
    except ValueError:
        return None
