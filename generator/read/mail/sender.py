"""Who a mail is from: its sender's name comes in, an author or a source goes out.

The lists of words are packaged data: read once, when first asked for, and never different within a run.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parseaddr
from functools import cache
from importlib import resources

import yaml

from generator.vocabulary.outlets import outlet_words
from generator.vocabulary.particles import name_particles

_LONGEST = 300
_JOINED = re.compile(
    r"(?P<first>.{2,80}?)(?:\s+(?:from|at|via|@|\||[–—-]|/)\s+|,\s+|\s+\()(?P<second>[^()]{2,80})\)?\Z"
)
_CARRIED = re.compile(
    r"\s+(?:\((?:via|on|from|through)?|via|on|from|at|through|[|–—-])"
    r"\s?(?P<platform>[\w.]{2,20}(?: [\w.]{2,20})?)\)?\Z",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"[^a-z]+")
_OPAQUE = re.compile(r"\d{3}|^[\w-]*\d[\w-]*$|_")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """A person, the outlet they write for, or an outlet alone; None for what is not said."""

    author: str | None = None
    source: str | None = None


@cache
def _words() -> Mapping[str, frozenset[str]]:
    text = resources.files("generator.read.mail").joinpath("sender.yml").read_text(encoding="utf-8")
    data = yaml.load(text, Loader=yaml.CSafeLoader)
    named = {name: frozenset(word.casefold() for word in words) for name, words in data.items()}
    return named | {"words": named["words"] | outlet_words()}


def read_sender(value: str | None, list_name: str | None = None, bulk: bool = False) -> Sender:
    """Who sent it, by a decoded `From` header: `Ada Farrow from The Harbour Letter <ada@harbour.example>`.

    `list_name` is what the mailing list calls itself, `bulk` whether the mail went to many. An address without a name
    says nothing.
    """
    name, address = _split_address((value or "")[:_LONGEST])
    if not name or "@" in name:
        return Sender(source=list_name)
    name = _without_platform(name)
    joined = _JOINED.match(name)
    if joined and _is_same(joined["second"], list_name):
        return Sender(author=joined["first"] if _is_person(joined["first"]) else None, source=list_name)
    if joined:
        turned = name[joined.end("first")] == ","
        return _settle_pair(joined["first"].strip(" '\""), joined["second"].strip(" '\""), turned)
    if _is_outlet(name) or (_has_nobodys_box(address) and not _is_in_address(name, address)):
        return Sender(source=name)
    if _is_person(name):
        return Sender(author=name, source=list_name)
    return Sender(source=name) if bulk else Sender(source=list_name)


def _split_address(value: str) -> tuple[str, str]:
    """Name and address; names hold colons and commas that the standard wants quoted, and nobody quotes."""
    before, bracket, after = value.rpartition("<")
    name, address = (before, after.partition(">")[0]) if bracket else parseaddr(value)
    return " ".join(name.replace("\\", "").split()).strip(" '\",;"), address


def _without_platform(name: str) -> str:
    """The name without the service that carried the mail, which is nobody's outlet: `Ada Farrow via Substack`."""
    carried = _CARRIED.search(name)
    return name[: carried.start()] if carried and carried["platform"].casefold() in _words()["platforms"] else name


def _settle_pair(first: str, second: str, comma: bool) -> Sender:
    """Two names: a person and their outlet, an outlet and one of its newsletters, a name turned round at a comma."""
    if _is_person(first) and not _is_outlet(first):
        if comma and not _is_outlet(second) and _is_turned(first, second):
            return Sender(author=f"{second} {first}")
        if _is_outlet(second) or len(second.split()) > 1:
            return Sender(author=first, source=second)
        return Sender(author=first)
    if _is_newsletter(first) and not _is_newsletter(second):
        return Sender(source=second)
    if _is_newsletter(second) or not _is_outlet(second):
        return Sender(source=first)
    return Sender(source=second)


def _is_turned(first: str, second: str) -> bool:
    """Whether a surname, its particles apart, or two of them stand before a first name: `Farrow, Ada`."""
    surnames = [word for word in first.split() if word not in name_particles()]
    return (len(surnames) == 1 or len(second.split()) == 1) and _is_person(f"{second} {first}")


def _is_same(one: str, other: str | None) -> bool:
    """Whether two names are the same but for case and dashes."""
    return other is not None and _SPLIT.split(one.casefold()) == _SPLIT.split(other.casefold())


def _is_outlet(name: str) -> bool:
    return any(word.casefold().strip(".,:!'’") in _words()["words"] for word in name.split()) or (
        "." in name and " " not in name
    )


def _is_newsletter(name: str) -> bool:
    return any(word.casefold().strip(".,:!") in _words()["newsletters"] for word in name.split())


def _is_person(name: str) -> bool:
    """Whether a name can be a person's: one to four words that begin with capitals, without figures."""
    words = name.split()
    if not 1 <= len(words) <= 4 or words[0].casefold() == "the" or any(character.isdigit() for character in name):
        return False
    return all(word[0].isupper() or word in name_particles() for word in words)


def _has_nobodys_box(address: str) -> bool:
    box = address.rpartition("@")[0].casefold()
    return box in _words()["boxes"] or any(part in _words()["boxes"] for part in _SPLIT.split(box))


def _is_in_address(name: str, address: str) -> bool:
    """Whether a word of the name stands in the mailbox's name: `jane.doe@…` is Jane Doe's own."""
    box = address.rpartition("@")[0].casefold()
    return any(len(word) > 2 and word.casefold() in box for word in name.split())


def read_list_name(value: str | None) -> str | None:
    """What a mailing list calls itself, by its `List-Id` header; None for an identifier that is no name."""
    name = (value or "")[:_LONGEST].partition("<")[0].strip(" '\"")
    return name if 2 < len(name) <= 80 and name[0].isupper() and not _OPAQUE.search(name) else None
