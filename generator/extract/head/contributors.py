"""Who had a part in a report: `(Reporting by A; Writing by B; Editing by C)`, `D contributed to this report.`

A closing line comes in; the names in it and what each did go out, authors and contributors told apart.
"""

from __future__ import annotations

import re

from generator.extract.head.byline import read_names
from generator.extract.head.names import is_name, tidy_name
from generator.model import Contributor

_ACTS = (
    r"(?:reporting|reported|writing|written|editing|edited|compiling|compiled|translating|translated|producing|produced"
    r"|assistance)"
)
_PART = re.compile(
    rf"\b(?P<more>additional |further |with )?(?P<act>{_ACTS})(?:(?: and |, | & )(?P<second>{_ACTS}))?"
    rf"(?: (?:in|from) [^;.()]{{2,40}}?)? (?P<link>by|from) (?P<names>[^;)\]]{{2,250}}?)"
    rf"(?=[;)\]]|\.\s|\.?\Z|,? (?:and )?{_ACTS} )",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    r"[(\[—–-]?\s?(?:with )?(?:contributing: )?(?P<names>.{3,200}?) (?:also )?"
    r"(?:contributed (?:reporting|to (?:this|the) (?:report|story|article|piece))"
    r"|(?:assisted|helped) (?:with|in) (?:this|the) (?:report|story))\b[^.]{0,80}[.)\]]*\Z",
    re.IGNORECASE,
)
# "Sample TV's Ann Field reported from Portsea. Bo Lee wrote from London."
_WROTE_FROM = re.compile(
    r"(?:[A-Z]{2,8}(?:['’]s)? )(?:[^\W\d_][\w.'’-]{0,20},? ){2,12}(?:reported|wrote)"
    r"(?: this (?:story|report))? (?:from|in) "
    r"[^.]{2,60}(?:\.? (?:[^\W\d_][\w.'’-]{0,20},? ){2,12}(?:reported|wrote|contributed) [^.]{2,60}){0,3}\.?\Z"
)
# "Ann Field reported from Portsea, and Bo Lee from London. Jo Reed contributed reporting."
_REPORTED_FROM = re.compile(
    r"(?P<names>(?:[A-Z\u00c0-\u00de][\w.'’-]{0,20},? (?:and )?){2,12}?)reported from [A-Z][^.;]{2,60}"
    r"(?P<more>(?:[,;] (?:and )?(?:[A-Z][\w.'’-]{0,20} ){2,4}from [A-Z][^.,;]{2,40}){0,4})\."
)
_FROM = re.compile(r"[,;] (?:and )?(?P<name>(?:[A-Z][\w.'’-]{0,20} ){2,4})from ")
_TAIL = re.compile(
    r"\s[(\[](?:additional |further )?(?:reporting|writing|edit(?:ing|ed)|compiled|translat(?:ing|ed)) by "
    r"[^()\[\]]{4,500}[)\]]\s?\Z",
    re.IGNORECASE,
)
# "By Ann Field, with additional reporting from Bo Lee": who helped, after who wrote.
_ADDITION = re.compile(
    r"\s?[,;(–—-]?\s?\b(?:(?:with )?(?:additional|further) |with )(?:reporting|research|writing|assistance)"
    r" (?:from|by) (?P<names>[A-Z\u00c0-\u00de][^|•·;()]{2,120}?)\)?(?=\s?[|•·;]|\Z)",
    re.IGNORECASE,
)
_LONGEST_BYLINE = 400
_LONGEST_TAIL = 560
_OFFICE = re.compile(
    r"^(?:[\w.]{2,20} ){0,3}[\w.]{2,20}(?:['’]s|['’]) (?=[A-Z])"
    r"|^(?:[\w.]{2,20} ){1,3}(?:writers?|reporters?|correspondents?|staff) (?=[A-Z])"
)
_ROLE = {
    "report": "reporting",
    "writ": "writing",
    "edit": "editing",
    "compil": "compiling",
    "translat": "translating",
    "produc": "producing",
    "assist": "additional reporting",
}


def is_contribution(text: str) -> bool:
    """Whether a line says who contributed to the report, and nothing else."""
    if len(text) > 300:
        return False
    if "reported" not in text and "wrote" not in text:
        return "contribut" in text and _CONTRIBUTED.match(text) is not None
    if (reported := _REPORTED_FROM.match(text)) and (
        reported.end() == len(text) or is_contribution(text[reported.end() :].strip())
    ):
        return True
    return ("contribut" in text and _CONTRIBUTED.match(text) is not None) or _WROTE_FROM.match(text) is not None


def find_sign_off(text: str) -> int | None:
    """Where in a paragraph an agency's closing bracket begins, when one ends it: `… fell. (Reporting by Jo Reed)`."""
    if not text.rstrip().endswith((")", "]")):
        return None
    match = _TAIL.search(text, max(0, len(text) - _LONGEST_TAIL))
    return match.start() + 1 if match and match.start() > 0 else None


def part_addition(byline: str) -> tuple[str, tuple[Contributor, ...]]:
    """A byline without those who helped, and them: `By Ann Field, with additional reporting from Bo Lee`."""
    folded = byline.casefold() if len(byline) <= _LONGEST_BYLINE else ""
    match = _ADDITION.search(byline) if any(word in folded for word in ("with ", "additional", "further")) else None
    names = _read_names(match["names"]) if match is not None else []
    if match is None or not names:
        return byline, ()
    found = tuple(Contributor(name=name, role="additional reporting") for name in names)
    return byline[: match.start()] + byline[match.end() :], found


def read_contributors(text: str) -> tuple[Contributor, ...]:
    """Everyone named in a closing line, in order, with what each did."""
    text = text[:600]
    if match := _REPORTED_FROM.match(text):
        names = [*_read_names(match["names"]), *(one["name"].strip() for one in _FROM.finditer(match[0]))]
        rest = read_contributors(text[match.end() :].strip())
        return (*(Contributor(name=name, role="reporting") for name in dict.fromkeys(names)), *rest)
    if match := _CONTRIBUTED.match(text):
        return tuple(Contributor(name=name, role="additional reporting") for name in _read_names(match["names"]))
    found: list[Contributor] = []
    for match in _PART.finditer(text):
        roles = [_role(match["act"], match["more"]), *([_role(match["second"], None)] if match["second"] else [])]
        # "Reporting from Portsea": a place.
        names = [name for name in _read_names(match["names"]) if match["link"].lower() == "by" or " " in name]
        found.extend(Contributor(name=name, role=role) for name in names for role in roles)
    return tuple(dict.fromkeys(found))


def _role(act: str, more: str | None) -> str:
    role = next(role for start, role in _ROLE.items() if act.lower().startswith(start))
    return "additional reporting" if more and role == "reporting" else role


def _read_names(text: str) -> list[str]:
    """Names in a list, without their offices and places; a source's name stands as it is."""
    text = _OFFICE.sub("", text.strip(" .,"))
    byline = read_names(text)
    if byline is not None:
        return [*byline.authors, *([byline.source] if byline.source else [])]
    parts = (re.sub(r"\s(?:in|at|from) .*", "", part).strip(" .") for part in re.split(r",\s|\sand\s|\s&\s", text))
    return [tidy_name(part) for part in parts if is_name(part)]
