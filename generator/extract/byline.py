"""Who wrote an article: `By A and B in Moscow`, `By Jo Reed, Political Editor`, `(Reporting by A; Editing by B)`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.extract.source import is_agency, is_source

_BY = re.compile(
    r"(?:(?:written |reported |posted |published |text |story |words |report )?by|author|authors|byline)"
    r"\s?(?::\s?|\s)(?P<rest>.{2,250})\Z",
    re.IGNORECASE,
)
# "Ann FieldBy Ann Field": a picture's words run into the byline that they repeat.
_TWICE = re.compile(r"(?P<name>[^\W\d_].{2,40}?)\s?(?=[Bb]y (?P=name)\b)")
_HANDLE = re.compile(r"\s*(?:\(?@\w{2,30}\)?|<?[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,4}>?)")
_NAMES = re.compile(r"\s*(?:;|,|&|\band\b|\bwith\b|\s/\s)\s*", re.IGNORECASE)
_PLACE = re.compile(
    r"\s*,?\s+(?:in|at|from)\s+(?P<place>(?:the )?[A-Z\u00c0-\u00de](?:(?!\s(?:in|at|from)\s)[^,;|]){1,60})\Z"
)
_PARTICLE = r"(?:de|da|do|dos|del|della|di|van|von|der|den|ten|ter|la|le|el|al|bin|ibn|bint|y|e|zu|af|du|st\.?)"
_NAME = re.compile(
    rf"(?:Dr\.?\s|Prof\.?\s|Sir\s)?[^\W\d_][\w.'’-]{{0,30}}(?:\s(?:{_PARTICLE}|[^\W\d_][\w.'’-]{{0,30}})){{0,5}}\Z"
)
_CAPITAL = re.compile(r"[^\W\d_a-z]")
_ROLE = re.compile(
    r"(?:\w+[\s'’-]){0,5}(?:reporter|correspondent|editor|writer|columnist|producer|analyst|contributor|journalist|"
    r"critic|blogger|bureau chief|chief|staff|commentator|presenter|photographer|agencies|desk|newsroom)\b"
    r"[^.!?]{0,60}\Z",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(
    r"[(\[—–-]?\s?(?:additional |further |with )?"
    r"(?:reporting|assistance|writing|compiled|reported|written|edit(?:ing|ed)|compiling"
    r"|translat(?:ing|ed)|produc(?:ing|ed))(?: and (?:writing|reporting|editing))? (?:by|from) .{3,400}",
    re.IGNORECASE,
)
_REPORTED_BY = re.compile(
    r"(?<!additional )\b(?:reporting|reported)(?: and writing)? by (?P<names>[^;.)\]]{3,200})", re.IGNORECASE
)
_UPPER_PART = re.compile(r"[^\W\d_]+")
_LONGEST_NAME = 6
_SHORTEST_DOUBLED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """What a byline says. `source` when it names no person but an agency or outlet."""

    authors: tuple[str, ...] = ()
    source: str | None = None
    place: str | None = None


def read_byline(text: str) -> Byline | None:
    """A line or part of one that begins with "By"; None when it is none."""
    text = text.strip(" *_|-–—")
    if twice := _TWICE.match(text):
        text = text[twice.end() :]
    match = _BY.match(text)
    return read_names(match["rest"]) if match else None


def read_names(text: str) -> Byline | None:
    """The names of a byline without its "By"; None when a part is neither a name, a role nor a source."""
    text = _halve(_HANDLE.sub("", text).strip(" .,|-–—*_"))
    text, _, bracketed = text.partition("(")
    bracketed = bracketed.strip(" )")
    aside = f" ({bracketed})" if bracketed and not is_source(bracketed) else ""
    place = None
    if match := _PLACE.search(text):
        place, text = match["place"].strip(), text[: match.start()]
    if text.strip() and is_source(text):
        return Byline(source=bracketed if is_source(bracketed) else text.strip() + aside, place=place)
    authors: list[str] = []
    source = bracketed if is_source(bracketed) else None
    for part in _NAMES.split(text.strip(" ,")):
        if match := _PLACE.search(part):
            place, part = place or match["place"].strip(), part[: match.start()]
        if not part or (authors and _ROLE.match(part)):
            continue
        if agency := _find_agency(part):
            authors.append(tidy_name(part[: -len(agency)].strip()))
            source = source or agency
        elif is_source(part):
            source = source or part + aside
        elif is_name(part):
            authors.append(tidy_name(part))
        elif not authors or not _is_addition(part):
            return None
    return Byline(authors=tuple(dict.fromkeys(authors)), source=source, place=place) if authors or source else None


def _halve(text: str) -> str:
    """Once what a page prints twice without a space: `Ann FieldAnn Field`."""
    half = len(text) // 2
    return text[:half] if half > _SHORTEST_DOUBLED and text[:half] == text[half:] else text


def _find_agency(part: str) -> str | None:
    """The agency that stands right after a name: `Ann Field BBC News`."""
    words = part.split()
    for count in (3, 2, 1):
        agency = " ".join(words[-count:])
        if len(words) >= count + 2 and is_agency(agency) and is_name(" ".join(words[:-count])):
            return agency
    return None


def _is_addition(part: str) -> bool:
    """A place or an office after a name: `Jo Reed, Harbour Sample (online)`."""
    return len(part.split()) <= 5 and bool(_CAPITAL.match(part))


def is_name(text: str) -> bool:
    """Whether a text has the shape of a person's name: one to six capitalised words, particles apart."""
    words = text.split()
    if not 0 < len(words) <= _LONGEST_NAME or _NAME.match(text) is None:
        return False
    return all(_CAPITAL.match(word) or re.fullmatch(_PARTICLE, word) for word in words)


def tidy_name(text: str) -> str:
    """A name set in capitals in the usual way: `JANE O'NEILL-ROSS` to `Jane O'Neill-Ross`; others as they are."""
    if not text.isupper() or len(text) < 5:
        return text
    return _UPPER_PART.sub(lambda part: part[0] if len(part[0]) == 1 else _capitalise(part[0]), text)


def _capitalise(word: str) -> str:
    return "Mc" + word[2:].capitalize() if word.startswith("MC") and len(word) > 4 else word.capitalize()


def is_role(text: str) -> bool:
    """Whether a line says what its writer is: `Environment reporter, Paris`."""
    return len(text.split()) <= 9 and _ROLE.match(text) is not None


def is_sign_off(text: str) -> bool:
    """Whether a line is an agency's closing line of who reported, wrote and edited."""
    return _SIGN_OFF.match(text) is not None


def read_sign_off(text: str) -> tuple[str, ...]:
    """The reporters named in a closing line; those who edited are not authors."""
    match = _REPORTED_BY.search(text[:500])
    if match is None:
        return ()
    names = (_PLACE.sub("", re.sub(r"^in .*|\bin [A-Z].*", "", part)).strip() for part in _NAMES.split(match["names"]))
    return tuple(dict.fromkeys(tidy_name(name) for name in names if is_name(name)))
