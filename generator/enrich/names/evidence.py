"""What the text around an unknown run of capitals says it is. Tokens and a candidate in, a kind or None out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.enrich.lexicon import Lexicon
from generator.enrich.names.capitals import is_capital
from generator.enrich.names.run_view import Candidate, in_marks
from generator.enrich.tokens import Tokens
from generator.model import EntityKind

_IN = frozenset("in In near Near outside Outside at At".split())
_OF_ORIGIN = frozenset(("from", "From"))
_THE = frozenset("the The a A an An".split())
_APPOSITION = frozenset("a an the who whose then former now also".split())
_OWNERS = frozenset("his her its their 's ’s His Her Its Their".split())
_OLDEST = 130
_OF_BUSINESS = frozenset("of at for with in".split())
_HELD = frozenset("shares stake stock investors investor holding interest".split())
_OF_PLACE = frozenset("of from in".split())
_DETERMINERS = frozenset("a an the one another its his her their our my".split())
_PHRASE_ENDS = frozenset("of in at for that which who whose with from on near by to and or is was has said as".split())
_LONGEST_APPOSITION = 8
LEAST_NAMED = 3
"""How often a word must be named for the pronouns after it to tell."""
_LEAST_PRONOUNS = 2
_PRONOUN_WINDOW = 25
_MOST_READ = 20
_NOT_PEOPLE = _THE | _IN
_SHORTEST_NAME = 4
_PEOPLE_PRONOUNS = frozenset("he his him she her".split())
_THING_PRONOUNS = frozenset("it its".split())
_JOINED = re.compile("[A-Z]{2,4}-[A-Z]{2,4}")
_BANKS = frozenset("along down across Across Along".split())
_SITS_FOR = frozenset("MP MPs MSP MLA TD councillor councillors".split())
_HOLDINGS = frozenset("state energy media industrial agricultural oil aluminium transport defence".split())
_KIN = frozenset("mother father son daughter wife husband brother sister child girlfriend boyfriend partner".split())
_OF_PEOPLE = ("ian", "ean", "tan", "ish", "ese", "ite")
"""Endings of adjectives made of places: "the Mesopotamian kingdom"."""


def guess_kind(tokens: Tokens, candidate: Candidate, lexicon: Lexicon) -> EntityKind | None:
    """The kind of a name nobody knows, or None when nothing tells: then it is left alone."""
    words = tokens.words[candidate.first : candidate.end]
    if words[-1] in lexicon.shapes.other_things or in_marks(tokens, candidate.first, candidate.end):
        return None
    if tokens.word(candidate.first - 1) == "holding" and tokens.word(candidate.first - 2).lower() in _HOLDINGS:
        return "organisation"  # "the state holding Garda"
    if "/" in (tokens.word(candidate.first - 1), tokens.word(candidate.end)):
        return None  # a credit: "Merrow/Landfoto"
    if tokens.word(candidate.first - 1) in lexicon.shapes.organisation_nouns:
        return "organisation"
    if tokens.word(candidate.first - 1) in lexicon.shapes.storms or words[0] in lexicon.shapes.storms:
        return None
    if words[0] in lexicon.shapes.compass and len(words) > 1 and words[1] not in lexicon.ordinary:
        return "place" if not lexicon.plain.holds(words[1]) else None
    if any(word in lexicon.ordinary for word in words) and not _speaks(tokens, candidate, lexicon):
        return None
    told = said_kind(tokens, candidate, lexicon)
    if told is not None or any(lexicon.plain.holds(word) for word in words):
        return told
    return _guess_single(tokens, candidate, lexicon) if len(words) == 1 else _guess_run(tokens, candidate, lexicon)


def _guess_run(tokens: Tokens, candidate: Candidate, lexicon: Lexicon) -> EntityKind | None:
    words = tokens.words[candidate.first : candidate.end]
    if "&" in words:
        return "organisation"
    named = words[-1] in lexicon.surnames or words[0] in lexicon.people.given
    owner = tokens.word(candidate.end) in ("'s", "’s")  # "outside Haruto Nishimura's shop"
    if tokens.word(candidate.first - 1) in _IN and not named and not owner:
        return "place"
    if tokens.word(candidate.first - 1) in _THE or not all(_like_a_name(word, lexicon) for word in words):
        return None
    return "person" if len(words) <= 4 else None


def said_kind(tokens: Tokens, candidate: Candidate, lexicon: Lexicon) -> EntityKind | None:
    """The kind that a noun beside the name says: "the village of Penrose", "Garda, a bank", "shares in Merrow"."""
    shapes = lexicon.shapes
    before, after = tokens.word(candidate.first - 1), tokens.word(candidate.end)
    if _called_a_place(tokens, candidate, lexicon):
        return "place"
    words = tokens.words[candidate.first : candidate.end]
    plain = all(lexicon.plain.holds(word) for word in words)
    if after in shapes.named_bodies and before in _THE and not plain:
        return "organisation"
    if (
        after == ","
        and tokens.word(candidate.end + 1) == "which"
        and tokens.word(candidate.end + 2) in shapes.company_verbs
    ):
        return "organisation"
    if after == "," and tokens.words[candidate.end + 1 : candidate.end + 4] == ("which", "is", "owned"):
        return "organisation"
    noun = tokens.word(candidate.first - 2).lower()
    if before in _OF_BUSINESS and noun in (_HELD if before == "in" else shapes.business_nouns):
        return "organisation"
    if before == "by" and noun in shapes.made_by and len(words) == 1 and words[0] not in lexicon.surnames:
        return "organisation"
    if before in _OF_PLACE and noun in shapes.resident_nouns:
        return "place"
    if before == "," and after == "," and noun in shapes.organisation_nouns:
        return "organisation"  # "the town's biggest bank, Garda, closed"
    if before == "," and after == "," and len(words) > 1 and _owned_job(tokens, candidate.first - 2, lexicon):
        return "person"  # "his lawyer, Joke Claes, said"
    return None if plain else _apposed_kind(tokens, candidate.end, lexicon)


def _owned_job(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether a word says who somebody is to somebody: "her lawyer", "the club's coach"."""
    if lexicon.people.jobs.match((tokens.word(at),), 0) is None:
        return False
    return any(tokens.word(n) in _OWNERS for n in range(at - 1, at - 4, -1))


def _apposed_kind(tokens: Tokens, end: int, lexicon: Lexicon) -> EntityKind | None:
    """What "a local newspaper" after a name and its comma makes of it: the last noun that tells decides."""
    if tokens.word(end) != ",":
        return None
    if tokens.word(end + 1) not in _DETERMINERS:
        role = lexicon.people.jobs.match((tokens.word(end + 1),), 0)
        return "person" if role and tokens.word(end + 2) in ("of", "at", "for", "with") else None
    kind: EntityKind | None = None
    for at in range(end + 2, end + 2 + _LONGEST_APPOSITION):
        word = tokens.word(at)
        if word in ("'s", "’s"):
            kind = None  # "the country's richest man"
            continue
        if not word[:1].isalpha() or word in _PHRASE_ENDS:
            break
        if lexicon.people.jobs.match((word,), 0):
            kind = "person"
        elif word in lexicon.shapes.organisation_nouns:
            kind = "organisation"
        elif word in lexicon.shapes.place_nouns:
            kind = "place"
    return kind


def _called_a_place(tokens: Tokens, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether a word beside it says so: "the village of Penrose", "the Asturias region"."""
    nouns = lexicon.shapes.place_nouns
    before = tokens.word(candidate.first - 1)
    words = tokens.words[candidate.first : candidate.end]
    people = len(words) == 1 and words[0].endswith(_OF_PEOPLE)
    return (tokens.word(candidate.end) in nouns and not people) or (
        before == "of" and tokens.word(candidate.first - 2) in nouns
    )


def _guess_single(tokens: Tokens, candidate: Candidate, lexicon: Lexicon) -> EntityKind | None:
    word = tokens.words[candidate.first]
    if word.isupper():
        return "organisation" if _like_an_acronym(tokens, candidate, lexicon) else None
    if not _like_a_name(word, lexicon):
        return None
    if _says_origin(tokens, candidate, lexicon) or _lies(tokens, candidate.first):
        return "place"
    if any(tokens.word(at) in ("himself", "herself") for at in range(candidate.end + 1, candidate.end + 3)):
        return "person"
    if _speaks(tokens, candidate, lexicon) or _has_age(tokens, candidate.end):
        return None if tokens.word(candidate.first - 1) in _THE else "person"
    if tokens.word(candidate.first - 1) == "," and tokens.word(candidate.first - 2) in _KIN:
        return "person"  # "his mother, Rosalba"
    if word in lexicon.people.given and _one_of_us(tokens, candidate, lexicon):
        return "person"
    if word in lexicon.quotes.genders and candidate.first not in tokens.initial:
        return None if tokens.word(candidate.first - 1) in _THE or lexicon.plain.is_common(word) else "person"
    if tokens.word(candidate.first - 1) in _IN and candidate.first - 1 not in tokens.initial:
        return "place"
    return None


def _one_of_us(tokens: Tokens, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether a given name alone is somebody's: "her son Jack", "Abraham's sister"."""
    before, after = tokens.word(candidate.first - 1), tokens.word(candidate.end)
    if before in _THE or (candidate.first in tokens.initial and lexicon.plain.is_common(tokens.words[candidate.first])):
        return False
    if before == "," and lexicon.people.jobs.match((tokens.word(candidate.first - 2),), 0):
        return True  # "his mother, Rosalba"
    return after in ("'s", "’s") or lexicon.people.jobs.match((before,), 0) is not None


def guess_by_pronouns(tokens: Tokens, firsts: Sequence[int], lexicon: Lexicon) -> EntityKind | None:
    """A person, where one word that often acts is followed by "he" or "her" rather than "its"; given its places."""
    word = tokens.words[firsts[0]]
    if not _like_a_name(word, lexicon) or lexicon.plain.is_common(word) or len(word) < _SHORTEST_NAME:
        return None
    firsts = firsts[:_MOST_READ]
    if any(tokens.word(first - 1) in _NOT_PEOPLE for first in firsts):
        return None
    acts = sum(_acts(tokens.word(first + 1)) for first in firsts)
    after = [word.lower() for first in firsts for word in tokens.words[first + 1 : first + _PRONOUN_WINDOW]]
    people, things = sum(map(_PEOPLE_PRONOUNS.__contains__, after)), sum(map(_THING_PRONOUNS.__contains__, after))
    return "person" if acts and people >= _LEAST_PRONOUNS and people > 2 * things else None


def _acts(word: str) -> bool:
    return word in ("'s", "’s", "was", "had", "is", "has", "would", "could", "did", "who") or word.endswith("ed")


def _says_origin(tokens: Tokens, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether somebody is from there: "a teacher from Qamishli, who"."""
    from_there = tokens.word(candidate.first - 1) in _OF_ORIGIN
    return from_there and lexicon.people.jobs.match((tokens.word(candidate.first - 2),), 0) is not None


def _lies(tokens: Tokens, first: int) -> bool:
    """Whether a river or a seat is named here: "villages along the Merrow", "the MP for Marlow"."""
    before, noun = tokens.word(first - 1), tokens.word(first - 2)
    return (before == "the" and noun in _BANKS) or (before == "for" and noun in _SITS_FOR)


def _like_a_name(word: str, lexicon: Lexicon) -> bool:
    if word in lexicon.shapes.particles:
        return True
    return (
        is_capital(word) and not word.isupper() and word not in lexicon.ordinary and not any(c.isdigit() for c in word)
    ) or word[1:] == "."


def _like_an_acronym(tokens: Tokens, candidate: Candidate, lexicon: Lexicon) -> bool:
    word, following = tokens.words[candidate.first].replace(".", ""), tokens.word(candidate.end)
    if not (word.isalpha() and 3 <= len(word) <= 6) and not _JOINED.fullmatch(word):
        return False
    if candidate.first in tokens.breaks and not lexicon.people.jobs.match((following,), 0):
        return False
    if following == "," and tokens.word(candidate.end + 1) in ("a", "an") and candidate.first in tokens.initial:
        return False  # "The VIX, a measure of fear": nothing says that it is a body
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
