"""Factiva: fields of two or three letters at the beginning of a line, a value that may go on below them.

    HD  Wall falls        BY  By Jo Reed       WC  512 words      PD  5 March 2024     ET  10:41
    SN  Portsea Echo      LA  English          LP  first paragraphs                    TD  the others
    AN  Document PECHO000020240305ek3500001

A text that begins with such fields comes in; its articles in order go out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.read.exports.item import Item, make_article
from generator.read.source import Reader, Readings, Source

_LOOK_WITHIN = 8_000
_CODES = frozenset(
    "SE HD CR CX BY WC PD ET SN SC ED PG VOL LA CY LP TD ART CT RF CO IN NS RE IPC IPD PUB AN CLM PBR TD NFCPU".split()
)
_FIELD = re.compile(r"(?P<code>[A-Z]{2,5})(?:(?P<gap>[ \t]{1,20})(?P<value>\S.*)|[ \t]*)\Z")
_FIELDS = {
    "HD": "title", "BY": "authors", "PD": "published", "SN": "source", "SE": "section", "LA": "language", "AN": "item",
}  # fmt: skip
_TEXT = ("LP", "TD")
_BELOW = frozenset("LP TD ART CT RF CO IN NS RE IPC IPD PUB AN CLM".split())
_LEAST = 4


def is_factiva(source: Source) -> bool:
    """Whether a text has lines that begin with the codes of headline, outlet or day, and text, and one more."""
    codes = {match["code"] for line in source.text[:_LOOK_WITHIN].split("\n") if (match := _match(line))}
    return "HD" in codes and len(codes) >= _LEAST and bool(codes & {"SN", "PD"}) and bool(codes & set(_TEXT))


def _match(line: str) -> re.Match[str] | None:
    match = _FIELD.match(line) if line[:2].isupper() else None
    return match if match is not None and match["code"] in _CODES else None


def read_factiva(source: Source) -> Readings:
    """The articles in order."""
    lines = source.text.split("\n")
    starts = [*_find_items(lines), len(lines)]
    return tuple(make_article(source, _read_item(lines[start:end], start)) for start, end in pairwise(starts))


def _find_items(lines: Sequence[str]) -> Iterator[int]:
    """Where items begin: with the first field below the identifier of the one above, or at a second headline."""
    yield 0
    headed = closed = False
    for at, line in enumerate(lines):
        match = _match(line)
        if match is None:
            continue
        if headed and (closed or (match["code"] == "HD" and _is_wide(match))):
            yield at
            headed = closed = False
        headed = headed or match["code"] == "HD"
        closed = closed or match["code"] == "AN"


def _is_wide(match: re.Match[str]) -> bool:
    """Whether a field's value is set apart from its code by more than a space, or stands below it."""
    return match["value"] is None or match["gap"] != " "


def _follows_text(match: re.Match[str]) -> bool:
    """Whether a line within a text is a field: `IN THE HARBOUR …` is none."""
    return match["code"] in _BELOW and _is_wide(match)


def _read_item(lines: Sequence[str], start: int) -> Item:
    item = Item(lines, start)
    code, name = "", ""
    for at, line in enumerate(lines):
        match = _match(line)
        if match is not None and (code not in _TEXT or _follows_text(match)):
            code, value = match["code"], match["value"] or ""
            name = _FIELDS.get(code, "")
            if code in _TEXT:
                item.text[at] = value.rstrip()
            elif code == "ET" and "published" in item.values:
                item.go_on("published", value)
            elif name:
                item.say(name, value.removeprefix("Document ") if code == "AN" else value)
        elif code in _TEXT:
            item.text[at] = line.rstrip()
        elif name and line.strip() and line[:1].isspace():
            item.go_on(name, line)
        elif name and line.strip() and not item.values.get(name):
            item.say(name, line)
    return item


FACTIVA = Reader("export", is_factiva, read_factiva)
