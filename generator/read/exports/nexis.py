"""LexisNexis and Nexis Uni: outlet, day and headline on lines of their own, then fields, the text, and more fields.

    12 of 40 DOCUMENTS / Portsea Echo / March 5, 2024 Tuesday / Wall falls / BYLINE: Jo Reed / LENGTH: 512 words / … /
    LOAD-DATE: March 6, 2024

    Wall falls / Portsea Echo / March 5, 2024 Tuesday / Copyright … / Length: 512 words / Byline: Jo Reed / Body / … /
    Load-Date: March 6, 2024 / End of Document

A text that states its length and one more of these fields comes in; its articles in order go out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.read.exports.item import Item, make_article, read_day
from generator.read.source import Reader, Readings, Source

_LOOK_WITHIN = 60_000
_LENGTH = re.compile(
    r"\s{0,40}(?:LENGTH|Length|LÄNGE|Länge|LONGUEUR):\s{0,10}\d[\d,.]{0,8}\s(?:words|wörter|mots)\b", re.IGNORECASE
)
_SURE = re.compile(
    r"^\s{0,40}(?:(?:LOAD-DATE|Load-Date|PUBLICATION-TYPE|UPDATE|BYLINE|SECTION|DATELINE|HEADLINE|JOURNAL-CODE):"
    r"|End of Document\s*$|\d{1,5} of \d{1,5} DOCUMENTS?\s*$)",
    re.MULTILINE,
)
_STARTS = re.compile(
    r"\s{0,60}(?:\d{1,5} (?:of|von|de) \d{1,5} DOCUMENTS?|DOCUMENT \d{1,5} (?:of|von|de) \d{1,5})\s*\Z", re.IGNORECASE
)
_ENDS = re.compile(r"\s{0,40}End of Document\s*\Z", re.IGNORECASE)
_FIELD = re.compile(r"\s{0,40}(?P<name>[A-Z][A-Za-z-]{2,24}|LOAD-DATE):(?:\s+(?P<value>.*)|\s*)\Z")
_RIGHTS = re.compile(
    r"\s{0,40}(?:copyright|©|all rights reserved|alle rechte vorbehalten|tous droits réservés)", re.IGNORECASE
)
_BODY = re.compile(r"\s{0,40}(?:BODY|Body):?\s*\Z")
# Fields above the text, and those below it; what is in none of them is text.
_ABOVE = {
    "byline": "authors", "section": "section", "headline": "title", "highlight": "deck", "source": "source",
    "length": "", "dateline": "dateline", "body": "", "series": "", "column": "", "title": "title", "date": "published",
    "länge": "", "longueur": "", "url": "url",
}  # fmt: skip
_BELOW = {
    "load-date": "", "language": "language", "publication-type": "", "journal-code": "", "update": "", "graphic": "",
    "subject": "", "organization": "", "company": "", "ticker": "", "industry": "", "geographic": "", "country": "",
    "state": "", "city": "", "person": "", "type": "", "notes": "", "classification": "", "document-type": "",
    "correction-date": "", "doc-id": "", "url": "url",
}  # fmt: skip
_MOST_TOP = 12
_DAY = re.compile(r"\d{4}")


def is_nexis(source: Source) -> bool:
    """Whether a text states its length in words and another of the fields."""
    head = source.text[:_LOOK_WITHIN]
    return ("words" in head or "Wörter" in head or "mots" in head) and (
        any(_LENGTH.match(line) for line in head.split("\n")) and _SURE.search(head) is not None
    )


def read_nexis(source: Source) -> Readings:
    """The articles in order."""
    lines = source.text.split("\n")
    return tuple(
        make_article(source, _read_item(lines[start:end], start, source.day_first))
        for start, end in pairwise(_find_items(lines))
        if any(_LENGTH.match(line) for line in lines[start:end])
    )


def _find_items(lines: Sequence[str]) -> list[int]:
    """Where items begin: at a line that counts them, below one that ends one, or below the rights of the last."""
    starts = [0]
    fields = False
    for at, line in enumerate(lines):
        if _STARTS.match(line):
            starts.append(at)
            fields = False
        elif _ENDS.match(line):
            starts.append(at + 1)
            fields = False
        elif match := _FIELD.match(line):
            fields = fields or match["name"].casefold() in ("load-date", "publication-type")
        elif fields and line.strip() and not _RIGHTS.match(line) and not lines[at - 1].strip() and _opens(lines, at):
            starts.append(at)
            fields = False
    return sorted({*starts, len(lines)})


def _opens(lines: Sequence[str], at: int) -> bool:
    """Whether the top of an item stands here: a day within its first lines, and its length below."""
    near = [line for line in lines[at : at + 4 * _MOST_TOP] if line.strip()]
    return any(_LENGTH.match(line) for line in near) and any(read_day(line, True) for line in near[:3])


def _read_item(lines: Sequence[str], start: int, day_first: bool) -> Item:
    item = Item(lines, start)
    first = next((at for at, line in enumerate(lines) if _is_field(line, _ABOVE)), len(lines))
    _read_top(item, first, day_first)
    last = next((at for at in range(len(lines) - 1, -1, -1) if _LENGTH.match(lines[at])), first)
    bodies = [at for at in range(first, len(lines)) if _BODY.match(lines[at])]
    _read_fields(item, first, len(lines), headed=bodies[0] if bodies and bodies[0] > last - 1 else None)
    return item


def _is_field(line: str, known: dict[str, str]) -> bool:
    match = _FIELD.match(line)
    return match is not None and match["name"].casefold() in known


def _read_top(item: Item, end: int, day_first: bool) -> None:
    """The lines above the fields: outlet and headline, whichever comes first, with the day between or below them."""
    shown = [
        (at, text)
        for at in range(end)
        if (text := item.lines[at].strip()) and not _STARTS.match(text) and not _RIGHTS.match(text)
    ][:_MOST_TOP]
    dated = next((place for place, (_, text) in enumerate(shown) if _is_day(text, day_first)), None)
    if dated is None:
        if shown:
            item.say("source", shown[0][1])
            item.say("title", " ".join(_paragraph(item, shown[-1][0])) if len(shown) > 1 else "")
        return
    item.say("published", shown[dated][1])
    above = [text for _, text in shown[:dated]]
    if len(above) >= 2:
        item.say("title", " ".join(above[:-1]))
        item.say("source", above[-1])
        return
    item.say("source", above[0] if above else "")
    below = [at for at, _ in shown[dated + 1 :]]
    if below:
        item.say("title", " ".join(_paragraph(item, below[-1])))


def _is_day(text: str, day_first: bool) -> bool:
    return len(text) <= 80 and _DAY.search(text) is not None and read_day(text, day_first) is not None


def _paragraph(item: Item, last: int) -> list[str]:
    """The lines that stand together and end with line `last`."""
    first = last
    while first > 0 and item.lines[first - 1].strip():
        first -= 1
    return [line.strip() for line in item.lines[first : last + 1]]


def _read_fields(item: Item, start: int, end: int, headed: int | None) -> None:
    """Fields and text: a field goes on up to the next blank line; nothing above line `headed` (`Body`) is text."""
    name: str | None = None
    below = False
    for at in range(start, end):
        line = item.lines[at]
        match = _FIELD.match(line)
        key = match["name"].casefold() if match else ""
        if _ENDS.match(line) or _BODY.match(line):
            name = None
        elif match and (key in _BELOW or (key in _ABOVE and not item.text)):
            name = _ABOVE.get(key) or _BELOW.get(key) or ""
            below = below or (key in _BELOW and bool(item.text))
            _say(item, name, match["value"] or "", key)
        elif not line.strip():
            name = None
        elif name is not None:
            item.go_on(name, line)
        elif not below and not (headed is not None and at < headed):
            item.text[at] = line.rstrip()


def _say(item: Item, name: str, value: str, key: str) -> None:
    if name and not (key == "source" and "source" in item.values):
        item.say(name, value)


NEXIS = Reader("export", is_nexis, read_nexis)
