"""Which sentences can stand alone, away from their report. In: their texts. Out: yes or no."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml

FEWEST, MOST = 7, 50
"""Words of a sentence that says something, and of one that a reader takes in at once."""
QUOTES = "\"“‘«„'”’`"
_ENDS = (".", "!", "…")
_SIGNS = ("@", "©", "|", "http")
_SELVES = ("i", "we", "my", "our", "i'm", "i’m", "you", "your", "us")


@cache
def _beginnings() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words.split()) for words in _lists()["leaning"]["words"])


@cache
def _pointing() -> tuple[str, ...]:
    return tuple(_lists()["pointing"]["words"])


@cache
def _pointing_words() -> frozenset[str]:
    """The first words of what points: a sentence with none of them holds nothing that does."""
    return frozenset(phrase.split()[0] for phrase in _pointing())


@cache
def _lists() -> dict[str, dict[str, list[str]]]:
    text = files("generator.relate.accounts").joinpath("sentences.yml").read_text("utf-8")
    lists: dict[str, dict[str, list[str]]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return lists


def is_statement(text: str) -> bool:
    """Whether a sentence is whole, no question, and no furniture of a page."""
    text = text.strip()
    if not text or not (text[0].isupper() or text[0].isdigit() or text[0] in QUOTES):
        return False
    if not text.rstrip(QUOTES + ")]").endswith(_ENDS) or not FEWEST <= text.count(" ") + 1 <= MOST:
        return False
    low = text.lower()
    if _pointing_words().isdisjoint(low.split()) and not any(sign in low for sign in _SIGNS):
        return True
    return not any(word in low for word in _pointing())


def leans(text: str) -> bool:
    """Whether a sentence begins with a word that points at one before it: "He", "Meanwhile"."""
    words = [word.strip(",.:;\"'“‘").lower() for word in text.split(None, 3)[:3]]
    beginnings = _beginnings()
    return any(tuple(words[:size]) in beginnings for size in (1, 2, 3))


def speaks_itself(text: str) -> bool:
    """Whether a sentence says "I" or "we"."""
    low = f" {text.lower()} "
    return any(f" {word} " in low for word in _SELVES)
