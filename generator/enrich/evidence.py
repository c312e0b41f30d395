"""What the text around an unknown run of capitals says it is. Tokens and a candidate in, a kind or None out."""

from __future__ import annotations

from generator.enrich.capitals import is_capital
from generator.enrich.lexicon import Lexicon
from generator.enrich.name_rules import Candidate
from generator.enrich.tokens import Tokens
from generator.model import EntityKind

_IN = frozenset("in In near Near outside Outside at At".split())
_OF_ORIGIN = frozenset(("from", "From"))
_THE = frozenset("the The a A an An".split())
_APPOSITION = frozenset("a an the who whose then former now also".split())
_OPENING = frozenset(('"', "“", "‘", "'", "``", "«"))
_CLOSING = frozenset(('"', "”", "’", "'", "''", "»"))
_OLDEST = 130


def guess_kind(tokens: Tokens, candidate: Candidate, lexicon: Lexicon) -> EntityKind | None:
    """The kind of a name nobody knows, or None when nothing tells: then it is left alone."""
    words = tokens.words[candidate.first : candidate.end]
    if words[-1] in lexicon.shapes.other_things or _in_marks(tokens, candidate):
        return None
    if words[0] in lexicon.shapes.compass and len(words) > 1 and words[1] not in lexicon.ordinary:
        return "place"
    if any(word in lexicon.ordinary for word in words) and not _speaks(tokens, candidate, lexicon):
        return None
    if _called_a_place(tokens, candidate, lexicon):
        return "place"
    if tokens.word(candidate.first - 1) in lexicon.shapes.organisation_nouns:
        return "organisation"
    if len(words) == 1:
        return _guess_single(tokens, candidate, lexicon)
    if tokens.word(candidate.first - 1) in _IN:
        return "place"
    if tokens.word(candidate.first - 1) in _THE or not all(_like_a_name(word, lexicon) for word in words):
        return None
    return "person" if len(words) <= 4 else None


def _called_a_place(tokens: Tokens, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether a word beside it says so: "the village of Penrose", "the Asturias region"."""
    nouns = lexicon.shapes.place_nouns
    before = tokens.word(candidate.first - 1)
    return tokens.word(candidate.end) in nouns or (before == "of" and tokens.word(candidate.first - 2) in nouns)


def _in_marks(tokens: Tokens, candidate: Candidate) -> bool:
    """Whether quotation marks close around it: a title of something."""
    before = (tokens.word(candidate.first - 1), tokens.word(candidate.first - 2))
    return tokens.word(candidate.end) in _CLOSING and any(mark in _OPENING for mark in before)


def _guess_single(tokens: Tokens, candidate: Candidate, lexicon: Lexicon) -> EntityKind | None:
    word = tokens.words[candidate.first]
    if word.isupper():
        return "organisation" if _like_an_acronym(tokens, candidate, lexicon) else None
    if not _like_a_name(word, lexicon):
        return None
    if _says_origin(tokens, candidate, lexicon):
        return "place"
    if _speaks(tokens, candidate, lexicon) or _has_age(tokens, candidate.end):
        return None if tokens.word(candidate.first - 1) in _THE else "person"
    if tokens.word(candidate.first - 1) in _IN and candidate.first - 1 not in tokens.initial:
        return "place"
    return None


def _says_origin(tokens: Tokens, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether somebody is from there: "a teacher from Qamishli, who"."""
    from_there = tokens.word(candidate.first - 1) in _OF_ORIGIN
    return from_there and lexicon.people.jobs.match((tokens.word(candidate.first - 2),), 0) is not None


def _like_a_name(word: str, lexicon: Lexicon) -> bool:
    if word in lexicon.shapes.particles:
        return True
    return (
        is_capital(word) and not word.isupper() and word not in lexicon.ordinary and not any(c.isdigit() for c in word)
    ) or word[1:] == "."


def _like_an_acronym(tokens: Tokens, candidate: Candidate, lexicon: Lexicon) -> bool:
    word = tokens.words[candidate.first].replace(".", "")
    if not (3 <= len(word) <= 6 and word.isalpha()) or candidate.first in tokens.breaks:
        return False
    if word.title() in lexicon.ordinary or word.title() in lexicon.organisations.suffixes:
        return False
    # A neighbour in capitals too makes it shouting, not an acronym.
    return not (tokens.word(candidate.first - 1).isupper() or tokens.word(candidate.end).isupper())


def _speaks(tokens: Tokens, candidate: Candidate, lexicon: Lexicon) -> bool:
    after = tokens.word(candidate.end)
    if after in lexicon.shapes.speech:
        return True
    if tokens.word(candidate.first - 1) in ("said", "says") and candidate.first - 1 not in tokens.initial:
        return True
    return (
        after == "," and tokens.word(candidate.end + 1) in _APPOSITION and tokens.word(candidate.first - 1) not in _IN
    )


def _has_age(tokens: Tokens, end: int) -> bool:
    """Whether ", 45," or ", aged 45" follows."""
    if tokens.word(end) not in (",", "("):
        return False
    number = tokens.word(end + 2) if tokens.word(end + 1) == "aged" else tokens.word(end + 1)
    return (
        number.isdigit()
        and int(number[:4]) < _OLDEST
        and tokens.word(end + 2) in (",", ")", ".", "has", "is", "was", number)
    )
