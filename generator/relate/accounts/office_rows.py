"""Offices and parts with a different name in each of two reports. In: tellings. Out: rows.

An office is one person's at a time: "Quay Lines chief executive Ben Tarrant" and "Orla Finch, chief executive of Quay
Lines" differ. So does a part that an event has but one of: "the suspect was named as …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from generator.model import Mention
from generator.relate.accounts.alignment import tell_same
from generator.relate.accounts.centre import Centre
from generator.relate.accounts.kinship import Kinship
from generator.relate.accounts.line import Line, Telling
from generator.relate.accounts.stated import Stated, StatedRow, left_out
from generator.relate.vectors import split_terms

_LEAD_LINES = 12
_REACH = 120
"""Characters in front of a name, or behind it, in which an office must stand."""
_LONGEST_OFFICE = 3
"""Words: `prime minister`, `deputy police chief`."""
_LONGEST_QUALIFIER = 4
_OF = re.compile(
    r",?\s+(?:the |its )?((?:[A-Za-z]+ ){0,2}[a-z]+) (?:of|at|for) (?:the )?((?:[A-Z][\w&'’-]*(?: |\b)){1,4})"
)
"""Behind a name: `, chief executive of Quay Lines`."""
_NAMED = re.compile(
    r"\b(?:named|identified) (?:the |a )?(?:\w+ )?(\w+) as (?:\w+-year-old )?$"
    r"|\b[Tt]he (?:\w+ )?(\w+) (?:was|has been|is) (?:later |since )?(?:named|identified)(?: by [\w ]{3,30})? as "
    r"(?:\w+-year-old )?$"
)
_BECOMES = re.compile(
    r"(?:, \d\d,)? (?:as|becomes|became|will become|is|was (?:named|appointed)|has been (?:named|appointed)(?: as)?) "
    r"(?:the |its |their |his |her )?new ((?:[a-z]+ ){0,3}[a-z]+)"
)
"""Behind a name."""
_ITS = frozenset(("its", "their"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """The lists of offices.yml."""

    offices: frozenset[str]
    before: frozenset[str]
    past: frozenset[str]
    stops: frozenset[str]
    parts: frozenset[str]
    many: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Holder:
    """Who holds an office, and of what: `qualifier` is the terms of the body or country, empty where none is named."""

    stated: Stated
    qualifier: frozenset[str]


def find_office_rows(
    tellings: Sequence[Telling], centre: Centre, kinship: Kinship, outlets: Sequence[str]
) -> Iterator[StatedRow]:
    """A row for each pair of tellings that give one office two names."""
    held = [list(_holders(telling)) for telling in tellings]
    texts = [telling.shown.article.text for telling in tellings]
    taken: set[str] = set()
    for number, own in enumerate(held):
        for each in own:
            for other in (o for later in held[number + 1 :] for o in later):
                theirs = held[other.stated.line.telling]
                if each.stated.sort in taken or not _is_one_office(each, other, centre):
                    continue
                if outlets[number] == outlets[other.stated.line.telling] or not _are_strangers(each, other, texts):
                    continue
                if _is_only(each, own) and _is_only(other, theirs) and _may_compare(each, other, kinship):
                    taken.add(each.stated.sort)
                    yield StatedRow(kind="name", subject=each.stated.sort, groups=((each.stated,), (other.stated,)))


def _may_compare(one: _Holder, other: _Holder, kinship: Kinship) -> bool:
    return kinship.may_compare(one.stated.line, other.stated.line, left_out(one.stated, other.stated))


def _holders(telling: Telling) -> Iterator[_Holder]:
    for line in telling.lines:
        for mention in line.mentions:
            if mention.kind == "person" and line.claim.sentence < _LEAD_LINES:
                holder = _read(line, mention)
                if holder is not None:
                    yield holder


def _read(line: Line, mention: Mention) -> _Holder | None:
    start, end = mention.span.start - line.start, mention.span.end - line.start
    text = " ".join(line.text[start:end].split())
    if " " not in text:
        return None
    before, behind = line.text[max(0, start - _REACH) : start], line.text[end : end + _REACH]
    found = _part(before) or _new(behind) or _in_front(line, mention, before) or _behind(behind)
    if found is None:
        return None
    office, qualifier = found
    return _Holder(
        stated=Stated(line=line, value=mention.entity, text=text, span=mention.span, sort=office),
        qualifier=frozenset(split_terms(qualifier)),
    )


def _part(before: str) -> tuple[str, str] | None:
    """`The suspect was identified as`, and of what; an event has one, or its report speaks of several."""
    match = _NAMED.search(before)
    part = (match[1] or match[2]).lower() if match else ""
    return (part, part) if part in _words().parts else None


def _new(behind: str) -> tuple[str, str] | None:
    """`, 49, as the new defence minister`, `becomes defence minister`: who comes into an office."""
    match = _BECOMES.match(behind)
    office = match[1].lower().split() if match else []
    while office and office[-1] not in _words().offices:
        office.pop()
    return (f"new {' '.join(office)}", "") if len(office) > 1 else None


def _in_front(line: Line, mention: Mention, before: str) -> tuple[str, str] | None:
    """`Quay Lines chief executive`, `its chief executive,`."""
    words = before.rstrip().rstrip(",").split()
    office: list[str] = []
    while words and len(office) < _LONGEST_OFFICE and _is_of_office(words[-1], office):
        office.insert(0, words.pop().lower())
    if not office or not _words().past.isdisjoint((*office, *(word.lower() for word in words[-2:]))):
        return None
    qualifier: list[str] = []
    while words and len(qualifier) < _LONGEST_QUALIFIER and words[-1][:1].isupper() and words[-1][-1:] not in ",.;:":
        qualifier.insert(0, words.pop())
    if not qualifier and words and words[-1].lower() in _ITS:
        return " ".join(office), _last_body(line, mention)
    return " ".join(office), " ".join(_without_the(qualifier))


def _is_of_office(word: str, office: Sequence[str]) -> bool:
    """Whether a word goes on with an office, read backwards from the name."""
    words, low = _words(), word.lower()
    if not office:
        return low in words.offices
    return low.isalpha() and low not in words.stops and (word.islower() or low in words.before)


def _without_the(words: Sequence[str]) -> Sequence[str]:
    return [word.removesuffix("'s").removesuffix("’s") for word in words if word != "The"]


def _last_body(line: Line, mention: Mention) -> str:
    """The body that was named last before somebody, which "its" stands for."""
    bodies = [m.span for m in line.mentions if m.kind == "organisation" and m.span.end <= mention.span.start]
    return line.text[bodies[-1].start - line.start : bodies[-1].end - line.start] if bodies else ""


def _behind(behind: str) -> tuple[str, str] | None:
    match = _OF.match(behind)
    if match is None:
        return None
    words = match[1].lower().split()
    if words[-1] not in _words().offices or not _words().past.isdisjoint(words):
        return None
    return " ".join(words), match[2]


def _is_one_office(one: _Holder, other: _Holder, centre: Centre) -> bool:
    """Whether both hold an office of one body; of none that is named, where the sentences tell the same."""
    ours, theirs = one.stated, other.stated
    if ours.sort != theirs.sort or ours.value == theirs.value:
        return False
    if one.qualifier or other.qualifier:
        return one.qualifier == other.qualifier and ours.sort not in _words().many
    if " " not in ours.sort:
        return False
    return tell_same(ours.line, theirs.line, centre, {*split_terms(ours.text), *split_terms(theirs.text)})


def _are_strangers(one: _Holder, other: _Holder, texts: Sequence[str]) -> bool:
    """Whether neither report has the other's name; one of another given name may be called by a short form."""
    return (
        _surname(one) != _surname(other)
        and _surname(one) not in texts[other.stated.line.telling]
        and _surname(other) not in texts[one.stated.line.telling]
    )


def _surname(holder: _Holder) -> str:
    return holder.stated.text.split()[-1]


def _is_only(holder: _Holder, own: Sequence[_Holder]) -> bool:
    """Whether a report gives the office one name, and speaks of one such."""
    return len({_surname(each) for each in own if each.stated.sort == holder.stated.sort}) == 1


@cache
def _words() -> _Words:
    lists = load_office_lists()
    return _Words(
        offices=frozenset(lists["offices"]),
        before=frozenset(lists["before"]),
        past=frozenset(lists["past"]),
        stops=frozenset(lists["not_in_office"]),
        parts=frozenset(lists["parts"]),
        many=frozenset(lists["many"]),
    )


@cache
def load_namesakes() -> frozenset[frozenset[str]]:
    """Pairs of given names that are two people's, for all that they are spelled nearly alike."""
    return frozenset(frozenset(pair) for pair in load_office_lists()["not_one_name"])


@cache
def load_office_lists() -> dict[str, list[str]]:
    """The packaged lists."""
    text = files("generator.relate.accounts").joinpath("offices.yml").read_text("utf-8")
    lists: dict[str, list[str]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return lists
