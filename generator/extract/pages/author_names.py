"""Names in author fields and bylines: texts and JSON-LD values come in, the names alone go out.

Data that says "author" is taken at its word, an outlet's name included; a text that only stands where bylines stand has
to have the shape of names. Offices, places, outlets and addresses beside a name are no part of it.
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.extract.head.byline import cut_source, part_agencies
from generator.extract.head.names import is_name, tidy_name
from generator.extract.head.office import is_role
from generator.extract.head.source import is_agency, is_same_name, is_source
from generator.extract.head.unspaced import read_people
from generator.extract.pages.json_ld import first_text, types_of
from generator.extract.pages.page import squeeze
from generator.vocabulary.stamp_words import cut_at_label, cut_by, join_pattern, list_words, not_names
from generator.world_dates import month_number

_ORGANISATION = re.compile(r"Organi[sz]ation|Corporation|Company|NewsAgency|Brand|WebSite", re.IGNORECASE)
_ADDRESS = re.compile(r"https?:|www\.|\S@\S|\A@\w|[{}<>\[\]]|\A\W*\Z|\A[\d\W]+\Z")
_HANDLE = re.compile(r"\s*(?:\(?@\w{2,30}\)?|[<(]?[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,4}[>)]?)")
_NOBODY = frozenset(
    (
        "admin administrator author anonymous anonym by editor guest none null nan undefined unknown user webmaster"
        " test root"
    ).split()
)
_WEEKDAYS = frozenset("mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday".split())
_ASIDE = re.compile(r"\s*\((?P<said>[^()]{1,60})\)")
_PARTS = re.compile(r"\s*[|·•]\s*|\s[-–—]\s|\s//\s")
_COMMA = re.compile(r"\s*[,;]\s*")
_IN_PLACE = re.compile(
    r"\s+(?:in|aus|à|en|da|i|z|w|из|в)\s+[A-Z\u00c0-\u00de\u0400-\u042f][\w-]{2,30}(?:\s[A-Z]\w+)?\Z"
)
_OUTLETS_OWN = re.compile(r"(?P<outlet>[A-Z][\w. ]{1,40})['’]s?\s(?=[A-Z])")
_OF_OUTLET = re.compile(r"\s(?:of|for)\s(?:the\s)?(?P<outlet>[A-Z][^,;|]{1,50})\Z", re.IGNORECASE)
_FIGURE = re.compile(r"\d")
_LONGEST_NAME = 90
_LONGEST_FIELD = 400
_MOST_AUTHORS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Credited:
    """Who is named somewhere as the author: people, and organisations in the place of people."""

    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The people; where there are none, the organisations."""
        return self.people or self.organisations


# --- what data says --------------------------------------------------------------------------------------------------


def read_credited(value: Any) -> Credited:
    """The `author` of JSON-LD: a text, an object, or a list of them."""
    people: list[str] = []
    organisations: list[str] = []
    for entry in value[:_MOST_AUTHORS] if isinstance(value, list) else [value]:
        kinds = " ".join(types_of(entry)) if isinstance(entry, Mapping) else ""
        names = _names_of(entry)
        (organisations if _ORGANISATION.search(kinds) else people).extend(names)
    return Credited(people=once(people), organisations=once(organisations))


def _names_of(entry: Any) -> Sequence[str]:
    if isinstance(entry, Mapping):
        name = entry.get("name")
        if isinstance(name, list):
            return [found for part in name[:_MOST_AUTHORS] for found in split_names(first_text(part) or "")]
        given, family = first_text(entry.get("givenName")), first_text(entry.get("familyName"))
        return split_names(first_text(name) or " ".join(part for part in (given, family) if part))
    return split_names(entry) if isinstance(entry, str) else ()


def split_names(text: str) -> tuple[str, ...]:
    """The names in an author field that says it is one: `By JO REED and Max Holm, Harbour Post`."""
    text = _tidy_field(text[: 2 * _LONGEST_FIELD])
    if not text or len(text) > _LONGEST_FIELD or _ADDRESS.search(text):
        return ()
    if is_source(text) or len(text.split()) == 1:
        return (text,) if _is_credible(text) else ()
    text = _PARTS.split(text)[0] if is_name(_PARTS.split(text)[0]) else text
    names: list[str] = []
    for part in _COMMA.split(text):
        joined = [piece for piece in join_pattern().split(part) if piece] if _joins_names(part) else [part]
        for piece in joined:
            if (name := _trim_name(piece)) and not (names and _is_beside(name)):
                names.append(name)
    return once(name for name in names if _is_credible(name))


def _tidy_field(text: str) -> str:
    text = squeeze(entities.unescape(entities.unescape(text)))
    text = squeeze(_HANDLE.sub("", text)).strip(" ,;|·•–—")
    return cut_by(text)


def _joins_names(text: str) -> bool:
    """Whether what stands between the joints are names of two words and more; `Ortega y Gasset` is one name."""
    parts = [part for part in join_pattern().split(text) if part]
    return len(parts) > 1 and all(len(part.split()) > 1 or is_agency(part) for part in parts)


def _trim_name(text: str) -> str:
    text = _ASIDE.sub("", text).strip(" .,;:|/–—-\"'“”")
    text = cut_by(text)
    return tidy_name(_IN_PLACE.sub("", text) if len(text.split()) > 3 else text)


def _is_beside(text: str) -> bool:
    """What stands after a name and is none: an office, an outlet, a place in one word."""
    return len(text.split()) == 1 or is_role(text) or is_source(text) or text[:1].islower()


def _is_credible(name: str) -> bool:
    return 1 < len(name) <= _LONGEST_NAME and name.casefold() not in _NOBODY and not _ADDRESS.search(name)


def once(names: Iterable[str]) -> tuple[str, ...]:
    """The names without those that differ from an earlier one in case and space alone."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(" ".join(name.casefold().split()), name)
    return tuple(found.values())


# --- what bylines say -----------------------------------------------------------------------------------------------


def read_byline_text(text: str, site: str | None = None) -> Credited:
    """The names in a text that stands where a byline would; nothing when there is anything else in it but dates."""
    text = cut_by(_tidy_field(text), names=False)
    if unspaced := read_people(text):
        return Credited(people=unspaced if not_names().isdisjoint(unspaced) else ())
    text, helper = part_agencies(text)
    people: list[str] = []
    organisations: list[str] = [helper] if helper else []
    for part in _PARTS.split(text):
        if people:
            part = part if is_agency(part) else ""
        part = _cut_date(part)
        for piece in (piece for half in _COMMA.split(part) for piece in _pieces(half)):
            if (aside := _ASIDE.search(piece)) and is_agency(cut_source(aside["said"])):
                organisations.append(cut_source(aside["said"]))
            name, agency = _cut_agency(
                _OF_OUTLET.sub(_cut_outlet, _OUTLETS_OWN.sub(_cut_outlet, _trim_name(piece), count=1))
            )
            organisations.extend([agency] if agency else [])
            if not name or (site and is_same_name(name, site)):
                continue
            if is_agency(name):
                organisations.append(name)
            elif _is_shown_name(name):
                people.append(name)
            elif not people and not is_role(name) and name.casefold() not in _staff():
                return Credited(organisations=once(organisations))
    return Credited(people=once(people), organisations=once(organisations))


@cache
def _staff() -> frozenset[str]:
    """What stands for a paper's own people in several languages: `la rédaction`."""
    return frozenset(list_words("staff"))


def _cut_outlet(match: re.Match[str]) -> str:
    return "" if is_source(match["outlet"]) else match[0]


def _cut_date(text: str) -> str:
    """A part of a byline without the date or label that it runs into: `Ann Field Posted Dec 10`."""
    words = cut_at_label(_FIGURE.split(text)[0]).split()
    while len(words) > 2 and (month_number(words[-1].strip(".")) or words[-1].strip(".,").casefold() in _WEEKDAYS):
        words.pop()
    return " ".join(words)


def _cut_agency(name: str) -> tuple[str, str | None]:
    """A name and the agency that is printed after it: `Ann Field The Associated Press`."""
    words = name.split()
    for count in range(min(4, len(words) - 2), 0, -1):
        if is_agency(" ".join(words[-count:])):
            return " ".join(words[:-count]), " ".join(words[-count:])
    return name, None


def _pieces(text: str) -> list[str]:
    return [piece for piece in join_pattern().split(text) if piece] if _joins_names(text) else [text]


def _is_shown_name(text: str) -> bool:
    """Whether a text alone looks like a person's name: two to five words, none of them a button's."""
    words = text.split()
    return (
        1 < len(words) <= 5
        and is_name(text)
        and not is_source(text)
        and not is_role(text)
        and not any(word.casefold().strip(".:") in not_names() for word in words)
        and cut_at_label(text) == text
    )
