"""Whether a text has the shape of a person's name, and a name in capitals set in the usual way."""

from __future__ import annotations

import re

from generator.extract.head.source import is_source
from generator.vocabulary.particles import name_particles
from generator.vocabulary.stamp_words import not_names

_SAINT = ("st", "st.")
_NAME = re.compile(r"(?:Dr\.?\s|Prof\.?\s|Sir\s)?[^\W\d_][\w.'’-]{0,30}(?:\s[^\W\d_][\w.'’-]{0,30}){0,5}\Z")
_JOINED = re.compile(r"(?:al|el|ad|as|at|ar|ul|ur|d|l)[-'’][^\W\d_a-z]")
_CAPITAL = re.compile(r"[^\W\d_a-zß-öø-ÿ]")
_UPPER_PART = re.compile(r"[^\W\d_]+")
# Not "III", "QC", "MBE".
_UPPER_SURNAME = re.compile(r"(?![IVX]+\Z|[MOC]BE\Z|PHD\Z|ESQ\Z)[A-Z\u00c0-\u00de]{3}[A-Z\u00c0-\u00de'’-]{0,20}\Z")
_LONGEST_NAME = 6
# What names of places begin with, and of people hardly ever.
_BEFORE_PLACES = frozenset(
    (
        "new north south east west northern southern eastern western central upper lower great greater port fort mount"
        " lake cape st saint san santa santo são sao los las la el hong tel abu addis buenos kuala rio phnom sri saudi"
        " united costa puerto sierra middle old city photo image file video the this share story read more news"
    ).split()
)


def has_capital(word: str) -> bool:
    """Whether a word begins with a capital, or in a script that has none."""
    return _CAPITAL.match(word) is not None


def is_name(text: str) -> bool:
    """Whether a text has the shape of a person's name: one to six capitalised words, particles apart."""
    words = text.split()
    if not 0 < len(words) <= _LONGEST_NAME or _NAME.match(text) is None:
        return False
    inside = name_particles()
    return all(_CAPITAL.match(word) or word in inside or word in _SAINT or _JOINED.match(word) for word in words)


def is_persons(text: str) -> bool:
    """Whether a text where a name can stand is more likely a person's than a place's or a button's: not `New Delhi`."""
    words = text.casefold().split()
    return is_name(text) and text[:1].isupper() and words[0] not in _BEFORE_PLACES and not_names().isdisjoint(words)


def tidy_name(text: str) -> str:
    """A name set in capitals in the usual way: `JANE O'NEILL-ROSS` to `Jane O'Neill-Ross`; others as they are.

    So is a surname alone, as agencies of some countries set it: `Ann FIELD`.
    """
    first, _, last = text.rpartition(" ")
    if _UPPER_SURNAME.match(last) and first[-1:].islower() and not is_source(last):
        return f"{first} {tidy_name(f'{last} ....').removesuffix(' ....')}"
    if not text.isupper() or len(text) < 5:
        return text
    return _UPPER_PART.sub(lambda part: part[0] if len(part[0]) == 1 else _capitalise(part[0]), text)


def _capitalise(word: str) -> str:
    return "Mc" + word[2:].capitalize() if word.startswith("MC") and len(word) > 4 else word.capitalize()
