"""Who wrote an article: `By A and B in Moscow`, `By Jo Reed, Political Editor`, `(Reporting by A; Editing by B)`.

A line or a part of one comes in; the people and the outlet that it names go out, or None when it is something else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from generator.extract.head.names import has_capital, is_name, tidy_name
from generator.extract.head.office import Office, is_post, is_role, read_office, read_wire
from generator.extract.head.source import is_agency, is_nobody, is_source, is_staff
from generator.extract.head.unspaced import read_unspaced_names
from generator.vocabulary.stamp_words import list_words

_BY = re.compile(
    r"(?:(?:(?:an? )?(?:written|reported|posted|published|text|story|words|report|compiled|analysis|commentary|opinion"
    r"|essay|review|interview|column|dispatch|article) )?by|author|authors|byline)"
    r"\s?(?::\s?|\s)(?P<rest>.{2,250})\Z",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?:From|FROM) (?P<rest>[A-Z\u00c0-\u00de].{2,120} (?:in|IN) [A-Z\u00c0-\u00de].{1,60})\Z")
# "Written by ann field": small letters are a name after words that nothing else follows.
_NAMED = re.compile(r"(?:written by|posted by|authors?\s?:)", re.IGNORECASE)
_SMALL = re.compile(r"(?!(?:the|an?|our|my|your|its?|on|in|at)\b)[a-zß-öø-ÿ'’-]{2,20}(?: [a-zß-öø-ÿ'’-]{2,20}){1,2}\Z")
# "Ann FieldBy Ann Field": a picture's words run into the byline that they repeat.
_TWICE = re.compile(r"(?P<name>[^\W\d_].{2,40}?)\s?(?=[Bb]y (?P=name)\b)")
_HANDLE = re.compile(r"\s*(?:\(?@\w{2,30}\)?|<?[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,4}>?)")
_NAMES = re.compile(r"\s*(?:;|,|&|\band\b|\bwith\b|\s/\s)\s*", re.IGNORECASE)
# "Sample Wire writers Ann Field, Max Holm", "Political Editor Ann Field": office and outlet before the names.
_OFFICE_FIRST = re.compile(
    r"(?:(?P<outlet>[A-Z\u00c0-\u00de][^,;|()]{1,50}?)(?:['’]s?)?\s)?"
    r"(?:(?:staff|senior|special|chief|foreign|business|sports?|political|health|science)\s){0,2}"
    r"(?:writer|reporter|correspondent|editor|columnist)s?\s(?P<names>[A-Z\u00c0-\u00de].{3,150})\Z",
    re.IGNORECASE,
)
_OUTLET_FIRST = re.compile(r"(?P<outlet>[A-Z][\w. ]{1,40})['’]s?\s(?P<names>[A-Z\u00c0-\u00de].{3,150})\Z")
_ASIDES = re.compile(r"\s+(?:[-–—|•·]|//)\s+")
_PLACE = re.compile(
    r"\s*,?\s+(?:in|at|from)\s+(?P<place>(?:the )?[A-Z\u00c0-\u00de](?:(?!\s(?:in|at|from)\s)[^,;|]){1,60})\Z"
)
# "By Ann Field in Portsea, Harbourshire": the region behind a place is no second author.
_IN = r"\b(?:in|at|from) [A-Z\u00c0-\u00de][\w.'’-]{1,20}(?: [A-Z\u00c0-\u00de][\w.'’-]{1,20}){0,2}"
_REGION = re.compile(
    rf"(?P<place>{_IN}), [A-Z\u00c0-\u00de][\w.'’-]{{1,20}}(?:(?: [A-Z][\w.'’-]{{1,20}}){{0,2}} (?:[Pp]rovince|[Ss]tate"
    r"|[Rr]egion|[Cc]ounty))?(?= *(?:\Z|[;,&|(]|and\b))"
)
# After a name in capitals, one that is not.
_REGION_LAST = re.compile(
    rf"(?P<place>\A[A-Z][A-Z'’-]{{1,20}}(?: [A-Z][A-Z'’-]{{1,20}}){{1,2}} {_IN}), [A-Z][\w'’-]{{0,20}}[a-z]"
    r"(?: [A-Z][\w'’-]{0,20}[a-z]){0,2}\Z"
)
_AND_AGENCIES = re.compile(
    r"(?<= )(?:in|at|from) [^,;]{2,60}?(?P<end>,? (?:and|with|et|avec|y|und|mit) (?P<agency>[^,;]{2,40}))\Z"
)
# "By Ann Field for the Portsea Sample": whom they wrote it for, in the same case as the "for" where that is large.
_FOR = re.compile(r"\s+(?:for|For|FOR|of|Of|OF)\s+(?:the\s)?(?P<outlet>[A-Z\u00c0-\u00de][^,;|]{1,60})\Z")
# A name written as one word of several: "SampleOnline".
_CAMEL = re.compile(r"[A-Z][a-z]{2,20}[A-Z]\w{1,20}\Z")
# "By Ann Field, a historian and former diplomat. Follow her on …": who an author is, after the name.
_DESCRIBED = re.compile(
    r"(?P<name>[^,]{3,50}),\s(?:an?|the)\s[^,.]{0,80}\b(?:journalist|writer|columnist|author|analyst|professor|historian"
    r"|commentator|reporter|editor|researcher|lawyer|lecturer|blogger|broadcaster|consultant)\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
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
    if match is None:
        return _read_from(text) or read_script_byline(text)
    if _SMALL.match(match["rest"]) and _NAMED.match(text) and not is_source(match["rest"]):
        return Byline(authors=(match["rest"].title(),))
    described = _DESCRIBED.match(match["rest"])
    if described and len(described["name"].split()) > 1 and is_name(described["name"]):
        return Byline(authors=(tidy_name(described["name"]),))
    return read_names(match["rest"])


def _read_from(text: str) -> Byline | None:
    """`From Ann Field in Nairobi`: people with first name and surname, and where they are."""
    match = _FROM.match(text)
    byline = read_names(match["rest"]) if match is not None else None
    told = byline is not None and byline.place and byline.authors and all(" " in author for author in byline.authors)
    return byline if told else None


def read_script_byline(text: str) -> Byline | None:
    """A byline in a script without capitals: `作者：林安`, `بقلم: آن حقل`."""
    read = read_unspaced_names(text)
    return Byline(authors=read[0], source=read[1]) if read is not None else None


def is_dotted_byline(text: str) -> bool:
    """Whether a line is a byline with more behind dots: `Story by Ann Field • 3h`."""
    first, dot, _ = text.replace("·", "•").partition("•")
    byline = read_byline(first) if dot else None
    return byline is not None and bool(byline.authors)


def read_names(text: str) -> Byline | None:
    """The names of a byline without its "By"; None when a part is neither a name, a role nor a source."""
    text, *asides = _ASIDES.split(_halve(_HANDLE.sub("", text).strip(" .,|-–—*_")))
    byline = _read_offices_first(text) or _read_list(text)
    for aside in asides if byline is not None else ():
        office = read_office(aside) if byline is not None else None
        byline = _add_office(byline, office) if byline is not None and office is not None else None
    return replace(byline, source=None) if byline is not None and is_nobody(byline.source or "") else byline


def _add_office(byline: Byline, office: Office) -> Byline:
    return replace(byline, source=byline.source or office.source, place=byline.place or office.place)


def _read_offices_first(text: str) -> Byline | None:
    """Names with who they are, or for whom they write, before them; None when there is nothing before them."""
    match = _OFFICE_FIRST.match(text) or _OUTLET_FIRST.match(text)
    outlet = match["outlet"] if match is not None else None
    if match is None or (outlet is not None and not is_source(outlet) and len(outlet.split()) > 1):
        return None
    byline = _read_list(match["names"])
    if byline is None or not byline.authors or not all(" " in author for author in byline.authors):
        return None
    return replace(byline, source=byline.source or (outlet if outlet is not None and is_source(outlet) else None))


def _read_list(text: str) -> Byline | None:
    """The names of a byline, the outlet, office and place behind them."""
    if ", " in text:
        text = _REGION_LAST.sub(r"\g<place>", _REGION.sub(r"\g<place>", text))
    text, agency = part_agencies(text)
    byline = _read_people(text)
    return replace(byline, source=byline.source or agency) if byline is not None else None


def _read_people(text: str) -> Byline | None:
    """The names of a byline without a region behind a place, and without agencies behind all."""
    text, _, bracketed = text.partition("(")
    bracketed = cut_source(bracketed.strip(" )"))
    aside = f" ({bracketed})" if bracketed and not is_source(bracketed) else ""
    if byline := _read_written_for(text):
        return byline
    place = None
    if match := _PLACE.search(text):
        place, text = match["place"].strip(), text[: match.start()]
        if byline := _read_written_for(text):
            return replace(byline, place=byline.place or place)
    if text.strip() and is_source(text) and _split_office(text) is None:
        return Byline(source=bracketed if is_source(bracketed) else text.strip() + aside, place=place)
    byline = Byline(source=bracketed if is_source(bracketed) else None, place=place)
    glued = False
    for part in _NAMES.split(text.strip(" ,")):
        if match := _PLACE.search(part):
            byline, part = replace(byline, place=byline.place or match["place"].strip()), part[: match.start()]
        if glued and part and not is_source(part):
            # "By Ann Field BBC News, Washington": where the office is.
            byline = replace(byline, place=byline.place or (part if is_name(part) else None))
            continue
        glued = _has_outlet(part)
        read = _add_part(byline, part, aside)
        if read is None:
            return None
        byline = read
    return byline if byline.authors or byline.source else None


def part_agencies(text: str) -> tuple[str, str | None]:
    """Names and where they are, without the agencies whose reports they used: `Ann Field in Portsea and agencies`.

    An agency that is named is the second thing.
    """
    match = _AND_AGENCIES.search(text)
    agency = match["agency"] if match is not None else ""
    if match is None or not (is_agency(agency) or is_staff(agency)):
        return text, None
    return text[: match.start("end")], None if is_staff(agency) else agency


@cache
def _beside_pattern() -> re.Pattern[str]:
    """What stands before an agency in brackets: `(with Sample Wire)`, `(avec Sample Wire)`."""
    words = "|".join(re.escape(word) for word in list_words("source") if word[-1].isalpha() and word[0].isalpha())
    return re.compile(rf"\A(?:with|for|from|{words})\s", re.IGNORECASE)


def cut_source(text: str) -> str:
    """A text in brackets without what stands before an agency there."""
    return _beside_pattern().sub("", text, count=1)


def _read_written_for(text: str) -> Byline | None:
    """The byline of people, each with first name and surname, who wrote for an outlet; None when it is none."""
    match = _FOR.search(text)
    outlet = match["outlet"].strip() if match is not None else ""
    if match is None or not (is_source(outlet) or _CAMEL.match(outlet)):
        return None
    byline = read_names(text[: match.start()])
    if byline is None or not byline.authors or not all(2 <= len(author.split()) <= 4 for author in byline.authors):
        return None
    return replace(byline, source=outlet)


def _has_outlet(part: str) -> bool:
    split = _split_office(part)
    return split is not None and split[1] is not None


def _add_part(byline: Byline, part: str, aside: str) -> Byline | None:
    """The byline with what its next part says; None when that is neither a name, a role nor a source."""
    part = part.removeprefix("for ") if byline.authors else part
    if not part:
        return byline
    if byline.authors and is_role(part):
        return replace(byline, source=byline.source or read_wire(part))
    name, source = None, None
    if split := _split_office(part):
        name, source = split
    elif agency := _find_agency(part):
        name, source = part[: -len(agency)].strip(), agency
    elif is_source(part):
        source = part + aside
    elif is_name(part):
        name = part
    elif not byline.authors or not _is_addition(part):
        return None
    names = (tidy_name(name),) if name else ()
    return replace(byline, authors=tuple(dict.fromkeys((*byline.authors, *names))), source=byline.source or source)


def _halve(text: str) -> str:
    """Once what a page prints twice: `Ann FieldAnn Field`."""
    half = len(text) // 2
    return text[:half] if half > _SHORTEST_DOUBLED and text[:half] == text[half:].lstrip(" ") else text


def _find_agency(part: str) -> str | None:
    """The agency that stands right after a name: `Ann Field BBC News`."""
    words = part.split()
    for count in (3, 2, 1):
        agency = " ".join(words[-count:])
        if len(words) >= count + 2 and is_agency(agency) and is_name(" ".join(words[:-count])):
            return agency
    return None


def _split_office(part: str) -> tuple[str, str | None] | None:
    """A name that its outlet or office follows without a comma: `Ann Field BBC Radio`, `Ann Field Health editor`."""
    words = part.split()
    for count in (2, 3):
        name, office = " ".join(words[:count]), words[count:]
        if not office or not is_name(name) or any(is_agency(word) for word in words[:count]):
            continue
        if office[0].isupper() and is_agency(office[0]):
            whole = all(has_capital(word) for word in office) and not is_role(" ".join(office))
            return name, " ".join(office) if whole else office[0]
        if count == 2 and office[-1].islower() and is_role(" ".join(office)):
            return name, None
        if is_post(" ".join(office)):
            return name, None
    return None


def _is_addition(part: str) -> bool:
    """A place or an office after a name: `Jo Reed, Harbour Sample (online)`."""
    return len(part.split()) <= 5 and has_capital(part)
