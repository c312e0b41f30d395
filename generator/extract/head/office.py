"""What a writer is, and for whom and where: `Political editor, Sample News`, beside a name or on the line below it.

A text comes in; the outlet and the place that it names go out, or None when it is something else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.extract.head.names import is_name
from generator.extract.head.source import is_nobody, is_source, is_wire

_ROLE = re.compile(
    r"(?:\w+[\s'’-]){0,5}(?:reporter|correspondent|editor|writer|columnist|producer|analyst|contributor|journalist|"
    r"critic|blogger|bureau chief|chief|staff|commentator|presenter|photographer|agencies|desk|newsroom)\b"
    r"[^.!?]{0,60}\Z",
    re.IGNORECASE,
)
_OFFICE_LAST = re.compile(
    r"(?:\s(?:political|business|senior|staff|chief|sports?|health|science|foreign|national)){0,2}"
    r"\s(?:staff|reporters?|writers?|correspondents?|editors?)\Z",
    re.IGNORECASE,
)
# "Chief Reporter", "Local Democracy Reporter": a post, in capitals or not.
_POST = re.compile(
    r"(?:(?:chief|senior|deputy|assistant|associate|trainee|staff|special|local|democracy|political|politics|business"
    r"|sports?|crime|courts?|health|education|foreign|transport|environment|science|technology|digital|news|features?"
    r"|economics|home|affairs|community|city|national|regional|investigations?|defen[cs]e|royal|arts|and|&) ){0,4}"
    r"(?:reporter|correspondent|editor|writer|columnist|journalist)\Z",
    re.IGNORECASE,
)
_REPORTING = re.compile(
    r"(?:reporting )?(?:in|from) (?P<place>[A-Z\u00c0-\u00de][\w'’.-]{2,20}(?: [A-Z][\w'’.-]{1,20}){0,2})\Z"
)
_HANDLE = re.compile(r"\s*(?:\(?@\w{2,30}\)?|<?[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,4}>?)")
_DIGIT = re.compile(r"\d")
_LONGEST_OFFICE = 90
_PLACE_WORDS = 3


@dataclass(frozen=True, slots=True)
class Office:
    """What a text says of the office of a writer, his name apart; both None when it says only what he is."""

    source: str | None = None
    place: str | None = None


def read_office(text: str) -> Office | None:
    """What stands beside or below the names: `Political editor, BBC News`, `BBC News, Portsea`; None for other text."""
    if match := _REPORTING.match(text):
        return Office(place=match["place"])
    parts = [part for part in re.split(r"\s*[,|•·]\s*|\s[-–—]\s", _HANDLE.sub("", text)) if part]
    told = [is_source(part) or (is_role(part) and not _DIGIT.search(part)) for part in parts]
    if len(text) > _LONGEST_OFFICE or not any(told[:1]):
        return None if parts else Office()
    places = [part for part, known in zip(parts, told, strict=True) if not known]
    if len(places) > 1 or not all(len(place.split()) <= _PLACE_WORDS and is_name(place) for place in places):
        return None
    source = next((part for part in map(cut_office, parts) if is_source(part) and not is_nobody(part)), None)
    return Office(source=source, place=next(iter(places), None))


def is_post(text: str) -> bool:
    """Whether a text is what a writer is and no more, every word of it known: `Chief Reporter`, `political editor`."""
    return _POST.match(text) is not None


def read_wire(text: str) -> str | None:
    """The agency that a post's name begins with: `PA Political Correspondent`."""
    name, _, post = text.partition(" ")
    return name if is_wire(name) and is_post(post) else None


def cut_office(text: str) -> str:
    """An outlet's name without the office of its own that stands behind it: `Sample Post Staff`."""
    return _OFFICE_LAST.sub("", text)


def is_role(text: str) -> bool:
    """Whether a line says what its writer is: `Environment reporter, Paris`."""
    return len(text.split()) <= 9 and _ROLE.match(text) is not None
