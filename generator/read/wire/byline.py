"""Who wrote a wire item, from the fields that say it: a byline as printed, names with the part each had.

Names come in as the container writes them; people's names go out, in the usual letters, and the organisation a byline
names. The words that tell are packaged data, read once.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from generator.vocabulary.outlets import outlet_words
from generator.vocabulary.stamp_words import cut_by, list_words

_LONGEST = 300
_MOST_WORDS = 6
_ADDRESS = re.compile(r"<?[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}>?|@\w{2,40}|\([^()]{0,80}\)")
_PARTICLE = frozenset(
    "de da do dos das del della di van von vom der den ten ter la le el al bin ibn bint y e zu af du av".split()
)
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’ʼ-]){0,40}\Z")
_ELIDED = re.compile(r"[dl]['’][^\W\d_a-z]")
_UPPER = re.compile(r"[^\W\d_]+")
_INITIALS = re.compile(r"(?P<outlet>[\w.-]{3,40}) ?/ ?(?P<who>[A-Z]{2,4})\Z")
_SPLIT = re.compile(r"[\s-]+")
_SCHOOLS = frozenset(("university", "université", "institute"))
_ACRONYM = re.compile(r"[A-ZÀ-Þ]{2,6}\Z")


@dataclass(frozen=True, slots=True)
class _Words:
    between: re.Pattern[str]
    at: re.Pattern[str]
    organisations: frozenset[str]
    roles: frozenset[str]
    parts: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class WireByline:
    """What a byline names. `organisation` is a source or an agency that stands where a name could."""

    authors: tuple[str, ...] = ()
    organisation: str | None = None


@cache
def _words() -> _Words:
    text = resources.files("generator.read.wire").joinpath("names.yml").read_text(encoding="utf-8")
    data = yaml.load(text, Loader=yaml.CSafeLoader)
    at = "|".join(re.escape(word) for word in data["at"])
    # One letter is "and" in one language, "in" in another; in capitals it is an initial.
    joints = [word for word in list_words("and") if word not in data["at"]]
    spelled, letters = ("|".join(word for word in joints if (len(word) == 1) is short) for short in (False, True))
    return _Words(
        between=re.compile(rf"\s*[&/;,|]\s*|\s(?:{spelled}|(?-i:{letters}))\s", re.IGNORECASE),
        at=re.compile(rf"\s(?:{at})\s(?=[^\W\d_a-z])"),
        organisations=frozenset(data["organisations"]) | outlet_words(),
        roles=frozenset(data["roles"]),
        parts=dict(data["parts"]),
    )


def read_wire_byline(text: str | None, sources: Collection[str | None] = ()) -> WireByline:
    """The people of a byline; `sources` are names known to be those of organisations.

    What follows the names — an office, a university, a place — is left.
    """
    line = " ".join((text or "")[:_LONGEST].split())
    line = cut_by(_ADDRESS.sub(" ", line).strip()).strip(" .,-–—*_")
    if match := _INITIALS.match(line):
        return WireByline(organisation=match["outlet"])
    known = {source.casefold() for source in sources if source}
    authors: list[str] = []
    organisation = None
    for part in _words().between.split(line):
        name = " ".join(_words().at.split(part)[0].split())
        if name.casefold() in known or _is_organisation(name, first=not authors):
            organisation = organisation or name
        elif is_person(name) and (" " in name or all(" " not in author for author in authors)):
            authors.append(tidy_capitals(name))
    return WireByline(authors=tuple(dict.fromkeys(authors)), organisation=organisation)


def is_person(text: str) -> bool:
    """Whether a text has the shape of a person's name: one to six words, each begun with a capital or a particle."""
    words = text.split()
    telling = _words().roles | _words().organisations
    if not 0 < len(words) <= _MOST_WORDS or words[0] == "The" or telling & set(_SPLIT.split(text.casefold())):
        return False
    if not all(_WORD.match(word) for word in words) or words[-1] in _PARTICLE:
        return False
    return all(not word[0].islower() or word in _PARTICLE or _ELIDED.match(word) for word in words)


def _is_organisation(text: str, first: bool) -> bool:
    words = [word.strip(".") for word in _SPLIT.split(text.casefold())]
    if any(word in _words().organisations for word in words):
        return first or (len(words) <= 3 and not _SCHOOLS & set(words))
    return bool(_ACRONYM.match(text))


def read_part(role: str | None) -> str | None:
    """What someone did, from the word a format has for it (`crol:editor`, `writer`); None for a word unknown."""
    word = (role or "").rpartition(":")[2].casefold().replace("_", "").replace(" ", "")
    return _words().parts.get(word)


def tidy_capitals(name: str) -> str:
    """A name set in capitals in the usual way; any other as it is."""
    if not name.isupper() or len(name) < 5:
        return name
    return _UPPER.sub(lambda part: part[0] if len(part[0]) == 1 else _capitalise(part[0]), name)


def _capitalise(word: str) -> str:
    return "Mc" + word[2:].capitalize() if word.startswith("MC") and len(word) > 4 else word.capitalize()
