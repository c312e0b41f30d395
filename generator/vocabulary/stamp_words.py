"""The words that stand beside names and dates, in several languages, for saved pages, pasted texts and wires alike.

Packaged data, read once when asked for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal, TypeAlias

import yaml

Kind: TypeAlias = Literal[
    "by", "pictures", "and", "published", "updated", "not_names", "date_lead", "weekday", "place", "role",
    "reporter", "staff", "source", "reading_time", "reporting", "editing",
]  # fmt: skip
Label: TypeAlias = Literal["published", "updated"]

# Words for "by" that are particles of names elsewhere: "De Nazario", "di Field".
_BEGIN_NAMES = frozenset(("de", "di", "του", "τησ"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one kind in one language, and a text that they are read in."""

    kind: Kind
    language: str
    words: tuple[str, ...]
    example: str


@cache
def load_words() -> tuple[Words, ...]:
    """All of them, in the order of the file."""
    text = resources.files("generator.vocabulary").joinpath("stamp_words.yml").read_text(encoding="utf-8")
    data: Mapping[Kind, Sequence[Mapping[str, str]]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return tuple(
        Words(kind=kind, language=entry["language"], words=tuple(entry["words"]), example=entry["example"])
        for kind, entries in data.items()
        for entry in entries
    )


def list_words(kind: Kind, languages: tuple[str, ...] = ()) -> list[str]:
    """The words of a kind, longest first; those of some languages only, if any are given."""
    found = {
        word.casefold()
        for entry in load_words()
        if entry.kind == kind and (not languages or entry.language in languages)
        for word in entry.words
    }
    return sorted(found, key=lambda word: (-len(word), word))


@cache
def by_pattern(language: str | None = None) -> re.Pattern[str]:
    """What stands before an author's name, at the start of a text: `By `, `Ein Kommentar von `, `Text: `.

    With a language, its words and the English ones; without, those of all languages.
    """
    words = "|".join(re.escape(word).replace(r"\ ", r"\s?") for word in list_words("by", _with_english(language)))
    return re.compile(
        rf"(?:(?:an?|eine?|une?|una|en|et|ett)\s\w{{3,20}}\s)?(?:{words})(?:(?<=[:：/／＝|])\s?|\s?:\s?|\s+)"
        r"|(?-i:by|von|par|por|door)(?=(?-i:[A-Z\u00c0-\u00de]))",
        re.IGNORECASE,
    )


def _with_english(language: str | None) -> tuple[str, ...]:
    """A language that there are words of, and English; none for any other."""
    known = {entry.language for entry in load_words() if entry.kind == "by"}
    return ("en", language) if language in known else ()


def cut_by(text: str, names: bool = True) -> str:
    """The text without what stands before an author's name.

    `names`: the text is said to hold names; a word for "by" that names begin with as well is then their beginning.
    """
    match = by_pattern().match(text)
    if match is None or (names and match[0].strip().casefold() in _BEGIN_NAMES):
        return text
    return text[match.end() :]


@cache
def join_pattern() -> re.Pattern[str]:
    """What stands between two names, commas and the like included."""
    words = "|".join(re.escape(word) for word in list_words("and"))
    return re.compile(rf"\s*(?:[;,&|/•·+]\s*(?:(?:{words})\s)?|\s(?:{words})\s)\s*")


@cache
def _label_pattern() -> re.Pattern[str]:
    updated, published = ("|".join(re.escape(word) for word in list_words(kind)) for kind in ("updated", "published"))
    return re.compile(rf"(?<!\w)(?:(?P<updated>{updated})|(?P<published>{published}))(?!\w)", re.IGNORECASE)


def read_label(before: str) -> Label | None:
    """Which day the words before a date say that it is; what stands nearest to the date counts."""
    found = None
    for match in _label_pattern().finditer(before[-80:]):
        found = match
    if found is None:
        return None
    return "updated" if found["updated"] else "published"


def cut_at_label(text: str) -> str:
    """The text before the first word that says which day a date is."""
    match = _label_pattern().search(text)
    return text[: match.start()] if match else text


@cache
def not_names() -> frozenset[str]:
    """Words of buttons and labels that no name contains, folded."""
    return frozenset(list_words("not_names"))
