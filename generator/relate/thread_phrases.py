"""A noun phrase that names a thread: "Syria talks", "Lowmouth flood wall". In: the heads of its reports. Out: a phrase.

The words are a report's own. A phrase is a run of words of a headline or of the first sentences

    that stands somewhere in the texts where a noun stands: behind "the", "of", "in", or with a capital
    whose words most of the episodes have
    that ends in a noun for what goes on over weeks (`thread_nouns.txt`), or is in two headlines, or is in most reports
    and ends as a headline names it
    that is no name or piece of one, nor what somebody is

Of these the one whose words tell most, and that most episodes have as it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import log
from typing import NamedTuple

from generator.packaged import read_words
from generator.relate.thread_words import OWNER, Head, Word, note_writing, write_phrase
from generator.relate.vectors import is_common
from generator.vocabulary.particles import name_particles

WORDS = 4
"""Of one phrase, at most."""
EPISODES = 12
"""Episodes that are looked at, the newest."""

IN_TITLE, IN_TEXT = 1.0, 0.6
"""What a phrase counts in an episode that has it in its headline, and in its text alone."""
EACH = 0.15
"""Added to the rarity of each word: of two phrases the fuller."""
NOUN = 1.6
"""How much more a phrase counts that ends in a noun for what goes on."""
NAMED = 1.4
"""How much more one counts that begins with a name: that is what it is filed under."""
UNTITLED = 0.5
"""How much less one counts that ends in no such noun, and is in one headline at most."""

_BEFORE_NOUN = frozenset(
    "the a an of in on over for against about from by with its his her their this that at after during".split()
)
_LINKS = frozenset(("and", "of", "&"))

Key = tuple[str, ...]


class Known(NamedTuple):
    """What is known of an affair: the terms that its shared names are called by, those that say what its people are
    ("president"), and how rare each term is."""

    names: frozenset[str]
    roles: frozenset[str]
    rarity: Mapping[str, float]


@dataclass(slots=True)
class _Found:
    """Where a phrase stands: by episode what it counts; how it is written; whether it stands as a noun."""

    episodes: dict[int, float] = field(default_factory=dict)
    forms: Counter[str] = field(default_factory=Counter)
    is_noun: bool = False
    is_head: bool = False
    """Stands at the head of a title, where a name may have its verb behind it."""


def find_phrase(heads: Sequence[Head], known: Known, least: int | None = None) -> str | None:
    """The phrase, None where there is none.

    `least` is the number of reports that have each of its words: half of them, two at least, where none is given. With
    1 the phrase is a headline's, without a name.
    """
    heads = heads[-EPISODES:]
    shared = _list_shared(heads, max(2, (len(heads) + 1) // 2) if least is None else least)
    headlines = frozenset(word.term for head in heads for word in head.title)
    ranked = sorted(
        (
            (-weight, key, entry)
            for key, entry in _collect(heads, shared).items()
            if (least != 1 or _is_of_headline(entry)) and (weight := _weigh(key, entry, len(heads), headlines, known))
        ),
        key=lambda each: each[:2],
    )
    forms = {form: n for form, n in ranked[0][2].forms.items() if _ends_as_noun(form)} if ranked else {}
    return min(forms, key=lambda form: (-forms[form], form), default=None)


def _list_shared(heads: Sequence[Head], least: int) -> frozenset[str]:
    having = Counter(term for head in heads for term in head.terms())
    return frozenset(term for term, count in having.items() if count >= least)


def _collect(heads: Sequence[Head], shared: frozenset[str]) -> Mapping[Key, _Found]:
    found: defaultdict[Key, _Found] = defaultdict(_Found)
    written = note_writing(heads)
    for number, head in enumerate(heads):
        for words, worth in ((head.text, IN_TEXT), (head.title, IN_TITLE)):
            is_title = worth == IN_TITLE
            for start, end in _runs(words, shared):
                entry = found[tuple(word.term for word in words[start:end])]
                entry.episodes[number] = max(worth, entry.episodes.get(number, 0.0))
                form = write_phrase(words[start:end], written, head.shouted and is_title, _nouns())
                if form is not None:
                    entry.forms[form] += 1
                entry.is_noun = entry.is_noun or _stands_as_noun(words, start, is_title)
                entry.is_head = entry.is_head or (start == 0 and is_title)
    return found


def _weigh(key: Key, entry: _Found, episodes: int, headlines: frozenset[str], known: Known) -> float:
    """0 where it names no affair."""
    ends = any(map(_ends_in_listed, entry.forms))
    titled = sum(1 for worth in entry.episodes.values() if worth == IN_TITLE)
    if key[-1] in known.roles or all(t in known.names for t in key) or not any(map(_ends_as_noun, entry.forms)):
        return 0.0  # who somebody is, is not what happens
    if not (entry.is_noun or (entry.is_head and (ends or titled > 1))):
        return 0.0
    told = sum(sorted(entry.episodes.values())) / episodes
    if len(key) == 1:  # how rare a plain word is tells little; how often they say it does
        return EACH * told * (1.0 + log(entry.forms.total())) * NOUN if ends else 0.0
    if not ends and titled < 2:
        if key[-1] not in headlines or len(entry.episodes) < max(2, episodes * 2 / 3) or any(map(is_common, key)):
            return 0.0
        told *= UNTITLED
    weight = told * sum(known.rarity.get(term, 0.0) + EACH for term in key)
    is_named = key[0] in known.names and key[-1] not in known.names
    return weight * (NOUN if ends else 1.0) * (NAMED if is_named else 1.0)


def _is_of_headline(entry: _Found) -> bool:
    return IN_TITLE in entry.episodes.values() and all(map(str.islower, entry.forms))


def _runs(words: Sequence[Word], shared: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Words with nothing but a blank between them, all of which most episodes have; alone only a noun of the list.

    No pieces of names, as far as capitals tell: a title may have them throughout.
    """
    tells = any(word.term and word.text.islower() for word in words)
    for start, first in enumerate(words):
        listed = first.text.casefold() in _nouns()
        if first.term not in shared or (is_common(first.term) and not listed) or _is_done(first):
            continue
        if tells and _is_rest(words, start):
            continue
        if listed:
            yield start, start + 1
        for end in range(start + 1, min(start + WORDS, len(words))):
            if not words[end].joined or words[end].term not in shared or words[end - 1].text.endswith(OWNER):
                break
            if not (tells and _is_cut(words, end)):
                yield start, end + 1


def _is_cut(words: Sequence[Word], end: int) -> bool:
    """Whether a name goes on behind it: "European Currency", of "European Currency Unit"."""
    after = words[end + 1] if end + 1 < len(words) else None
    return after is not None and after.joined and after.is_capital and words[end].is_capital


def _is_rest(words: Sequence[Word], start: int) -> bool:
    """Whether a name began before it: "Eve attacks", of "New Year's Eve attacks"."""
    word, before = words[start], start - 1
    if start > 1 and word.joined and words[before].text in _LINKS:  # "Vining bid", of "Jones and Vining bid"
        word, before = words[before], before - 1
    is_name = words[start].is_capital and before >= 0 and word.joined
    return is_name and bool(words[before].term) and words[before].is_capital


def _is_done(word: Word) -> bool:
    """Whether it says what was done to a noun: "the promised vote"."""
    return word.text.islower() and word.text.endswith("ed")


def _stands_as_noun(words: Sequence[Word], start: int, is_title: bool) -> bool:
    """Behind an article or the like, with what was done to it between or not; in a text with a capital.

    But not behind a comma: "Piet Holm, the Ostrow baker".
    """
    at = start
    while at and words[at].joined:
        at -= 1
        if words[at].text.casefold() in _BEFORE_NOUN or words[at].text.endswith(OWNER):
            return words[at].joined or words[at].opens
        if not _is_done(words[at]):
            break
    return not is_title and words[start].is_capital and not words[start].opens


def _ends_in_listed(form: str) -> bool:
    return _last(form).casefold() in _nouns()


def _ends_as_noun(form: str) -> bool:
    last = _last(form)
    return last.islower() and last not in name_particles()


def _last(form: str) -> str:
    return form.rpartition(" ")[2]


@cache
def _nouns() -> frozenset[str]:
    """Nouns for what goes on over weeks."""
    return frozenset(read_words("generator.relate", "thread_nouns.txt"))
