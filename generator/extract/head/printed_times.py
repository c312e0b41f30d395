"""Dates and times in a line as pages print them: run into other words, in long zones, or without a day at all.

A line comes in; the line as dates are usually printed goes out, or whether it says when and yet no day.
"""

from __future__ import annotations

import re

from generator.printed_dates import read_day

_DIGIT = re.compile(r"\d")
_LEAP_YEAR = 2000
# "Ann FieldPublished 3 May": a page's boxes set side by side leave no space between their words.
# "Published3 May": so does a label above its date.
_GLUED = re.compile(
    r"(?<=[a-z\d])(?=(?:First p|P)ublished\b|(?:Last u|U)pdated\b|Posted\b)"
    r"|(?:(?<=[Pp]ublished)|(?<=[Uu]pdated)|(?<=Posted))(?=\d)"
)
_TIME_AGO = re.compile(
    r"(?:(?:last |page )?(?:updated|published|posted):? )?"
    r"(?:(?:about |over )?(?:an? ?|\d{1,3} ?)(?:sec(?:ond)?|min(?:ute)?|h(?:ou)?r|[smhd]|day|week|month|year)s? ago"
    r"|\d{1,3} ?(?:[smhdwy]|mins?|hrs?|mo)\.?|just now|yesterday|today)\Z",
    re.IGNORECASE,
)
# "Xinhua Editor: Ann Field": two parts with nothing between.
_EDITOR = re.compile(r"(?<=\w) (?=(?:Web )?Editor: )")
# "0 Comment(s)Print E-mail Xinhua, …": a page's tools run into the line.
_TOOLS = re.compile(r"(?:\d{1,5} ?comments?(?:\(s\))? ?)?print ?e-?mail\s(?=\S)", re.IGNORECASE)
# "2012-05-03 08:12 FeedbackPrintRSS", "4 March, 06:24 am 12 Comments": or into its end.
_TOOLS_LAST = re.compile(
    r"(?<=[\w)])\s(?:(?:(?:feedback|print|rss|e-?mail|comments?|share|save) ?){2,6}|\d{1,5} comments?)\Z", re.IGNORECASE
)
_LAST_TOOLS = ("feedback", "print", "rss", "mail", "comment", "comments", "share", "save")
# "Nov.November 18, 2019": a month for narrow screens and one for wide.
_DOUBLED_MONTH = re.compile(r"\b([A-Z][a-z]{2,3})\.?(?=\1[a-z]{1,7} \d)")
# "8 AM Eastern Standard Time"
_LONG_ZONE = re.compile(r"\b([ECMP])(?:astern|entral|ountain|acific)(?: ([SD])(?:tandard|aylight))? (T)ime\b")
# A time, or how long ago: no day. "Last updated 12:04 GMT", "Updated 3 hours ago".
_CLOCK_ONLY = re.compile(
    r"(?:(?:last |page |first )*(?:updated|published|posted|modified)(?: at| on)?\s?:?\s)?"
    r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: ?\(?[A-Z]{2,4}\)?)?\Z",
    re.IGNORECASE,
)
_CLOCK_LAST = re.compile(r",?\s\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: ?\(?[A-Z]{2,4}\)?)?\Z", re.IGNORECASE)
_MOST_DAYLESS = 60
# "2315 GMT (0715 HKT)", and a day and its time set apart: "May 3, 2018 / 1:01 PM".
_CLOCK = re.compile(r"\b(?P<hour>[012]\d)(?P<minute>[0-5]\d) (?P<zone>GMT|ET|BST)\b(?: \(\d{4} [A-Z]{2,4}\))?")
_SET_APART = re.compile(r"(?<=\b\d{4}) [/•|] (?=\d{1,2}[:.]\d\d ?[ap]m\b)", re.IGNORECASE)
# "Posted: 5/3/24 10:00": two figures are a year where the line says that this is its date.
_SHORT_YEAR = re.compile(
    r"(?P<before>\b(?:posted|published|updated|modified|created|filed|date)(?: on| at)?\s?:?\s{1,2}(?:[a-z]{3,9},? )?"
    r"\d{1,2}(?P<sign>[/.])\d{1,2}(?P=sign))(?P<year>\d\d)(?![\d:]|[/.]\d)",
    re.IGNORECASE,
)
_LAST_CENTURY = 70


def tidy_dates(text: str) -> str:
    """The line with its dates and times as they are usually printed."""
    text = text.strip()
    if "ublished" in text or "pdated" in text or "osted" in text:
        text = _GLUED.sub(" ", text)
    if "ditor: " in text:
        text = _EDITOR.sub(" | ", text)
    if not _DIGIT.search(text):
        return _TOOLS.sub("", text, count=1) if text[:5].casefold() == "print" else text
    if "rint" in text or "RINT" in text:
        text = _TOOLS.sub("", text, count=1)
    text = _DOUBLED_MONTH.sub("", text)
    if "/" in text or "." in text:
        text = _SHORT_YEAR.sub(_write_year, text)
    if text[-8:].casefold().endswith(_LAST_TOOLS):
        text = _TOOLS_LAST.sub("", text)
    if " Time" in text:
        text = _LONG_ZONE.sub(r"\1\2\3", text)
    if " GMT" in text or " ET" in text or " BST" in text:
        text = _CLOCK.sub(r"\g<hour>:\g<minute> \g<zone>", text)
    return _SET_APART.sub(" ", text) if " / " in text or " • " in text or " | " in text else text


def _write_year(match: re.Match[str]) -> str:
    return f"{match['before']}{19 if int(match['year']) >= _LAST_CENTURY else 20}{match['year']}"


def is_age(text: str) -> bool:
    """Whether a text says how long ago and no more: `3 hours ago`, `Updated just now`."""
    return _TIME_AGO.match(text) is not None


def tells_no_day(text: str) -> bool:
    """Whether a line says when and yet no day: `3 hours ago`, `Last updated 12:04 GMT`, `Mar. 4 06:24 am JST`."""
    if len(text) > _MOST_DAYLESS or not (_DIGIT.search(text) or text[-3:].casefold() in ("ago", "now", "day")):
        return False
    text = tidy_dates(text)
    if is_age(text) or _CLOCK_ONLY.match(text):
        return True
    clock = _CLOCK_LAST.search(text)
    return clock is not None and read_day(text[: clock.start()].strip(" ,"), _LEAP_YEAR) is not None
