"""Which sentences can stand alone, away from their report. In: their texts. Out: yes or no."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeAlias

import yaml

FEWEST, MOST = 7, 50
"""Words of a sentence that says something, and of one that a reader takes in at once."""
QUOTES = "\"“‘«„'”’`"
_ENDS = (".", "!", "…")
_SIGNS = ("@", "©", "|", "http")
_BEGINNING = 3
"""Words that a beginning has at most."""
_SELVES = frozenset(("i", "we", "my", "our", "i'm", "i’m", "you", "your", "us"))


_PHONE = re.compile(r"\b\d{2,5}\)?[ -]\d{3,4}[ -]\d{3,4}\b")
_DEFINITE = ("the", "these", "those")
_PRONOUNS = ("he", "she", "it", "they")
_LONGEST_PHRASE = 100
"""Characters of an introductory phrase."""
_IDLE_WORDS = 22
"""Words of a sentence that tells something else as well."""


def load_lists() -> dict[str, dict[str, list[str]]]:
    """The packaged file: lists of words, each with its example."""
    text = files("generator.relate.accounts").joinpath("sentences.yml").read_text("utf-8")
    lists: dict[str, dict[str, list[str]]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return lists


_Beginnings: TypeAlias = Mapping[str, Sequence[tuple[str, ...]]]
"""First word -> what follows it in the phrases that begin with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """The lists as they are looked up: beginnings by their words, the others as sets or phrases."""

    leaning: _Beginnings
    addressing: _Beginnings
    pointing: tuple[str, ...]
    idle: tuple[str, ...]
    first_words: frozenset[str]
    """Of what points: a sentence with none of them holds nothing that does."""
    idle_words: frozenset[str]
    """The first words of what is idle."""
    shells: frozenset[str]
    complements: frozenset[str]
    introducing: frozenset[str]
    traded: frozenset[str]
    trading: frozenset[str]
    markets: frozenset[str]


@cache
def _words() -> _Words:
    lists = {name: entry["words"] for name, entry in load_lists().items()}
    sets = ("shells", "complements", "introducing", "traded", "trading", "markets")
    return _Words(
        leaning=_index(lists["leaning"]),
        addressing=_index(lists["addressing"]),
        pointing=tuple(lists["pointing"]),
        idle=tuple(lists["idle"]),
        first_words=frozenset(phrase.split()[0] for phrase in lists["pointing"]),
        idle_words=frozenset(phrase.split()[0] for phrase in lists["idle"]),
        **{name: frozenset(lists[name]) for name in sets},
    )


def is_statement(text: str) -> bool:
    """Whether a sentence is whole, no question, and no furniture of a page."""
    text = text.strip()
    if not text or not (text[0].isupper() or text[0].isdigit() or text[0] in QUOTES):
        return False
    if not text.rstrip(QUOTES + ")]").endswith(_ENDS) or not FEWEST <= text.count(" ") + 1 <= MOST:
        return False
    if text.endswith("!") or _begins(text, _words().addressing):
        return False
    low = text.lower()
    if _words().first_words.isdisjoint(low.split()) and not any(sign in low for sign in _SIGNS):
        return True
    return not any(phrase in low for phrase in _words().pointing)


def leans(text: str) -> bool:
    """Whether a sentence points at one before it: "He", "Meanwhile", "The move", "Along with the union, it plans"."""
    if _begins(text, _words().leaning):
        return True
    first = _plain(text.split(None, 1)[0])
    if first in _DEFINITE:
        _, noun, *rest = (*_first_words(text), "", "")
        return noun in _words().shells and rest[0] not in _words().complements
    if first not in _words().introducing:
        return False
    parts = text[:_LONGEST_PHRASE].split(", ")[1:]
    return any(part.partition(" ")[0].lower() in _PRONOUNS for part in parts)


def speaks_itself(text: str) -> bool:
    """Whether a sentence says "I" or "we"."""
    return not _SELVES.isdisjoint(text.lower().split())


def is_idle(text: str) -> bool:
    """Whether a sentence tells no more than that somebody says nothing, or how to reach them."""
    words = text.lower().split()
    if len(words) > _IDLE_WORDS:
        return False
    if not _words().idle_words.isdisjoint(words) and any(phrase in text.lower() for phrase in _words().idle):
        return True
    return _PHONE.search(text) is not None


def is_of_trading(text: str) -> bool:
    """Whether a sentence tells how something stood when the market closed."""
    words = text.lower().split()
    if len(words) > _IDLE_WORDS or _words().traded.isdisjoint(words):
        return False
    return not _words().trading.isdisjoint(words)


def is_of_markets(title: str) -> bool:
    """Whether a headline is about markets."""
    return not _words().markets.isdisjoint(title.lower().split())


def _index(phrases: Iterable[str]) -> _Beginnings:
    rows: dict[str, list[tuple[str, ...]]] = {}
    for words in map(str.split, phrases):
        rows.setdefault(words[0], []).append(tuple(words[1:]))
    return rows


def _begins(text: str, beginnings: _Beginnings) -> bool:
    """Whether the first words are one of the phrases; most sentences are told by the first alone."""
    rests = beginnings.get(_plain(text.split(None, 1)[0]), ())
    if not rests or () in rests:
        return bool(rests)
    words = _first_words(text)[1:]
    return any(tuple(words[: len(rest)]) == rest for rest in rests)


def _first_words(text: str) -> list[str]:
    return [_plain(word) for word in text.split(None, _BEGINNING)[:_BEGINNING]]


def _plain(word: str) -> str:
    return word.strip(",.;\"'“‘").lower()
