"""Who published an article, as printed: an agency's or an outlet's name, a credit line, a copyright line.

The lists of names are packaged data: read once, when first asked for, and never different within a run.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from generator.vocabulary.outlets import outlet_words

_JOINED = re.compile(r"\s*(?:/|,|&|\band\b|\bwith\b|\+)\s*", re.IGNORECASE)
_CAPITAL = re.compile(r"[A-Z\u00c0-\u00de]")
# A site that is named by its address: "SAMPLEPOST.COM".
_DOMAIN = re.compile(
    r"(?:[\w-]{2,40}\.){1,2}(?:com|org|net|info|news|tv|co\.uk|in|cn|au|ca|de|ie|nz|za|uk)\Z", re.IGNORECASE
)
# Papers, agencies and broadcasters of East Asia, by the signs that their names end in: "見本新聞デジタル".
_EASTERN = re.compile(
    r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{1,10}(?:新聞|新闻网|通信|通讯社|日报|日報|晚报|時報|时报|周刊|テレビ|放送|일보|신문|뉴스|방송)"
    r"(?:社|网|網|デジタル|オンライン|電子版|ニュース)?\Z"
)
_SAMPLE = re.compile(r"\s*\((?:sample|online|web)\)\Z", re.IGNORECASE)
_CREDIT = re.compile(
    r"\(?(?:source|sources|agency|credit|via|from|with (?:inputs?|reporting|files|material|additional reporting)"
    r"(?: from| by)?|compiled from|distributed by|provided by)\s?[:\s]\s?(?P<name>[^.:]{2,60}?)\.?\)?\Z",
    re.IGNORECASE,
)
# "With Sample Wire and Other Wire", "(With Sample Wire inputs)".
_WITH = re.compile(r"\(?with (?P<name>[A-Z][^.:()]{1,60}?)(?: inputs?)?\)?\.?\Z", re.IGNORECASE)
_DASHED = re.compile(r"\s?[-–/]\s?")
_LONGEST_SOURCE = 60
_COPYRIGHT = re.compile(
    r"(?:(?:©|\(c\)|copyright|&copy;)\s?){1,3}(?:by\s)?(?:\d{4}(?:\s?[-–]\s?\d{4})?,?\s)?(?:by\s)?"
    r"(?P<name>[^.,©|]{2,60}?(?:\sCo\.|\sInc\.|\sLtd\.)?)(?:,?\s\d{4})?(?=[.,|]|\sall rights|\Z)",
    re.IGNORECASE,
)
# What makes a copyright line one of a text rather than of a picture.
_NOTICE = re.compile(r"(?:19|20)\d\d|rights reserved", re.IGNORECASE)
_COMPANY = re.compile(
    r",?\s(?:(?:Pvt\.?|Private)\s)?(?:Co|Inc|Ltd|LLC|plc|Limited|GmbH|Corp|Corporation|Company|Media Group)\.?\Z",
    re.IGNORECASE,
)


# "Around Sample Broadcasting", "More from the Harbour Times": about a source, not its name.
_NOT_FIRST = frozenset("about all also around at best for from in latest more on our read top".split())


@dataclass(frozen=True, slots=True)
class _Names:
    agencies: frozenset[str]
    pictures: frozenset[str]
    staff: frozenset[str]
    sections: frozenset[str]
    bodies: frozenset[str]
    nobody: frozenset[str]
    wires: frozenset[str]


@cache
def _names() -> _Names:
    text = resources.files("generator.extract.head").joinpath("sources.yml").read_text(encoding="utf-8")
    data = yaml.load(text, Loader=yaml.CSafeLoader)
    return _Names(
        *(
            frozenset(word.casefold() for word in data[key])
            for key in ("agencies", "pictures", "staff", "sections", "bodies", "nobody", "wires")
        )
    )


def is_agency(text: str) -> bool:
    """Whether a text is the name of an agency or broadcaster that stands alone as a credit."""
    return text.strip(" .").casefold() in _names().agencies


def is_nobody(text: str) -> bool:
    """Whether what stands where a name could names no person, agency or outlet: `our correspondent`, `Staff`."""
    return text.strip(" .").casefold().removeprefix("the ") in _names().nobody


def is_staff(text: str) -> bool:
    """Whether a text stands for agencies without naming one: `agencies`."""
    return text.strip(" .").casefold() in _names().staff


def is_wire(text: str) -> bool:
    """Whether a text is the short name of a news agency, which its people have before their posts: `PA`."""
    return text.casefold() in _names().wires


def is_address(text: str) -> bool:
    """Whether a source is named by its address: `sampleharbour.com`."""
    return _DOMAIN.match(text) is not None


def is_section(text: str) -> bool:
    """Whether a text is the name that papers give to a part of themselves: `Business`, `World news`."""
    return text.strip(" .:|").casefold() in _names().sections


def is_picture_agency(text: str) -> bool:
    """Whether a text is the name of an agency that credits photographs."""
    name = text.strip(" .").casefold()
    return name in _names().pictures or name in _names().agencies


def is_source(text: str) -> bool:
    """Whether a text names a source: agencies, outlets, "X and agencies"; nothing else."""
    text = _SAMPLE.sub("", text.strip())
    # "THE HARBOUR JOURNAL.": a masthead with its full stop.
    text = text[:-1] if text.endswith(".") and text.isupper() else text
    if not 2 <= len(text) <= 60:
        return False
    if _is_one_source(text):
        return True
    parts = _JOINED.split(text)
    return len(parts) <= 4 and all(_is_one_source(part) for part in parts)


def _is_one_source(text: str) -> bool:
    folded = text.casefold().removeprefix("the ")
    names = _names()
    if folded in names.agencies or folded in names.staff or folded in names.nobody or f"the {folded}" in names.agencies:
        return True
    # "World news", "Environment Agency": a part of a paper, a public body.
    if folded in names.sections or folded in names.bodies:
        return False
    if _DOMAIN.match(text) or (not text.isascii() and _EASTERN.match(text)):
        return True
    words = text.split()
    if not words or words[0].casefold() in _NOT_FIRST:
        return False
    if (
        "," in text
        or not 1 < len(words) <= 6
        or not all(_CAPITAL.match(word) or word in ("of", "the", "and", "&") for word in words)
    ):
        return False
    return any(word.casefold().strip("()") in outlet_words() for word in words)


def read_credit(line: str) -> str | None:
    """The name in a credit line: `Source: Xinhua`, `(With inputs from agencies)`; or a line that is only a source."""
    line = line.strip(" -–—*")
    if (match := _WITH.match(line)) and is_source(match["name"]):
        return match["name"]
    if match := _CREDIT.match(line):
        name = match["name"].strip()
        return name if is_source(name) or _looks_like_name(name) else None
    bare = line[1:-1].strip() if line.startswith("(") and line.endswith(")") else line
    return bare if is_source(bare) or _are_agencies(bare) else None


def _are_agencies(text: str) -> bool:
    """Whether agencies are named with dashes between: `Sample Wire - Other Wire`."""
    parts = _DASHED.split(text[:_LONGEST_SOURCE])
    return len(parts) > 1 and all(is_agency(part) or part.casefold() in _names().staff for part in parts)


def _looks_like_name(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= 5 and all(_CAPITAL.match(word) or word in ("of", "the", "and", "&") for word in words)


def read_copyright(line: str) -> str | None:
    """The owner named in a copyright line, the form of company left off: `© 2015 The Harbour Sample`.

    A picture's owner is none, nor is an agency in a line that names no year and keeps no rights: `© Sample Wire`.
    """
    match = _COPYRIGHT.search(line[:200])
    if match is None:
        return None
    name = _COMPANY.sub("", match["name"].strip(" -–—"))
    if _is_picture_owner(name) or (is_agency(name) and not _NOTICE.search(line[:200])):
        return None
    return name if _looks_like_name(name) and not name.isdigit() else None


def _is_picture_owner(name: str) -> bool:
    """Whether a name is that of a picture agency, and not of an outlet that has pictures too."""
    return name.strip(" .").casefold() in _names().pictures and not is_source(name)


def is_same_name(one: str, other: str) -> bool:
    """Whether two names of an outlet differ in case and article at most: `THE HARBOUR POST`, `Harbour Post`."""
    return _fold_name(one) == _fold_name(other)


def _fold_name(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")
