"""Names of people taken apart: a name in, its parts in comparable letters out.

Two spellings of a name come out the same where they are transliterations of one ("Sergey Lavrov", "Moammar Qaddafi"),
differ in accents, hyphens or stops, or in the order of a Chinese or Korean name. Nothing here merges people.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from generator.relate.variants import Tongue, Variants, load_variants
from generator.slugs import slugify

_STOPPED = re.compile(r"(?:[^\W\d_]\.){1,4}")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A name's parts. A surname alone has no `given`."""

    given: str
    middles: tuple[str, ...]
    family: str
    suffix: str
    shorts: frozenset[str]
    """Surnames by which the person may be called alone."""

    @property
    def key(self) -> tuple[str, str, str]:
        """What two spellings of a name have in common, whatever stands in the middle."""
        return self.given, self.family, self.suffix

    @property
    def is_short(self) -> bool:
        """Whether this is no full name: a surname, or one with an initial."""
        return not self.given or (len(self.given) == 1 and not self.middles)

    @property
    def turned(self) -> tuple[str, str, str] | None:
        """The key of the name in the other order, None where that may be somebody else."""
        either = load_variants().either
        if not self.given or self.middles or " " in self.family or {self.given, self.family} <= either:
            return None
        return self.family, self.given, self.suffix


@lru_cache(maxsize=65_536)
def parse_person(name: str) -> PersonName:
    """The parts of a name."""
    words = load_variants()
    tokens = _tokens(name, words)
    suffix = ""
    while len(tokens) > 1 and tokens[-1] in words.suffixes:
        suffix = tokens.pop()
    if len(tokens) == 1 or tokens[0] in words.particles:
        return _make((), tokens, suffix, words)
    if _is_family_first(tokens, name, words):
        return _make(("".join(tokens[1:]),), tokens[:1], suffix, words, first=tokens[0])
    at = next((n for n in range(1, len(tokens) - 1) if tokens[n] in words.particles), len(tokens) - 1)
    return _make(tokens[:at], tokens[at:], suffix, words, first=_may_be_family(tokens[0], words))


def other_spelling(name: str) -> PersonName | None:
    """The name with the letters of German and Danish written out ("Moellner"), None where it has none."""
    written_out = unicodedata.normalize("NFC", name.casefold()).translate(_UMLAUTS)
    return None if written_out == unicodedata.normalize("NFC", name.casefold()) else parse_person(written_out)


def agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the middle names of two may be the same ones: `W.` and `Walker`, or none on one side."""
    return all(a == b or a == b[:1] or b == a[:1] for a, b in zip(one, other, strict=False)) and (
        not one or not other or len(one) == len(other)
    )


def _tokens(name: str, words: Variants) -> list[str]:
    """The words in letters of addresses; initials apart, Arabic articles gone, `Abdel` and its word together."""
    tokens: list[str] = []
    printed = name.replace("\u2019", "'").split()
    for place, word in enumerate(printed):
        if _STOPPED.fullmatch(word) or (place == 0 and 1 < len(word) < 4 and word.isupper() and len(printed) > 1):
            tokens.extend(char for char in slugify(word) if char.isalpha())
            continue
        parts = slugify(word.strip(".,")).split("-")
        if len(parts) > 1 and parts[0] in words.articles:
            parts = parts[1:]
        if parts == ["al"] or parts == ["el"]:
            continue
        tokens.extend(parts if parts[0] in words.servants else ["".join(parts)])
    return _join_servants(tokens, words) or [slugify(name)]


def _join_servants(tokens: list[str], words: Variants) -> list[str]:
    joined: list[str] = []
    for token in tokens:
        if joined and joined[-1] in words.servants:
            joined[-1] += token.removeprefix("el").removeprefix("al") if token.startswith(("el-", "al-")) else token
        else:
            joined.append(token)
    return joined


def _is_family_first(tokens: list[str], name: str, words: Variants) -> bool:
    if tokens[0] in words.family_first:
        return len(tokens) == 3 or (len(tokens) == 2 and tokens[1] not in words.family_first)
    hyphened = len(tokens) == 2 and "-" in name.split()[-1]
    return tokens[0] in words.family_first_of_three and (len(tokens) == 3 or hyphened)


def _may_be_family(token: str, words: Variants) -> str:
    return token if token in words.family_first or token in words.family_first_of_three else ""


def _make(
    given: tuple[str, ...] | list[str], family: list[str], suffix: str, words: Variants, first: str = ""
) -> PersonName:
    tongue = _tongue_of(given[0] if given else "", family[-1], words)
    plain = " ".join(family)
    spelled = " ".join(_spell(word, tongue) for word in family)
    head = tongue.given.get(given[0], given[0]) if tongue and given else "".join(given[:1])
    return PersonName(
        given=head,
        middles=tuple(given[1:]),
        family=spelled,
        suffix=suffix,
        shorts=frozenset({plain, spelled, family[-1], first} - {""}),
    )


def _tongue_of(given: str, family: str, words: Variants) -> Tongue | None:
    for tongue in words.tongues:
        if tongue.signs.search(family):
            return tongue
    return next((tongue for tongue in words.tongues if given in tongue.given), None)


def _spell(word: str, tongue: Tongue | None) -> str:
    if tongue is not None:
        for pattern, target in tongue.family:
            word = pattern.sub(target, word)
    return word
