"""A noun phrase that names a thread: "Syria talks", "Lowmouth flood wall". In: its events, articles. Out: a phrase.

The words are a report's own. A phrase is a run of words of a headline or of the first sentences

    that stands somewhere in the texts where a noun stands: behind "the", "of", "in", or with a capital
    whose words most of the episodes have
    that ends in a noun for what goes on over weeks (`thread_nouns.txt`), or is in two headlines, or in most reports

Of these the one whose words tell most, and that most episodes have as it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import log
from typing import NamedTuple

from generator.model import Article
from generator.relate.thread_rarity import read_words
from generator.relate.vectors import is_common, split_terms

WORDS = 4
"""Of one phrase, at most."""
READ = 2500
"""Characters of a text that are looked at."""
EPISODES = 12
"""Episodes that are looked at, the newest."""

IN_TITLE, IN_TEXT = 1.0, 0.6
"""What a phrase counts in an episode that has it in its headline, and in its text alone."""
EACH = 0.15
"""Added to the rarity of each word: of two phrases the fuller."""
NOUN = 1.6
"""How much more a phrase counts that ends in a noun for what goes on."""
UNTITLED = 0.5
"""How much less one counts that ends in no such noun and is in no headlines."""
NAMED = 1.4
"""How much more one counts that begins with a name: that is what it is filed under."""

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_][\w]{0,40}(?:[’'&-]\w{1,40}){0,3}")
_BEFORE_NOUN = frozenset(
    "the a an of in on over for against about from by with its his her their this that at after during".split()
)
_OWNER = ("'s", "’s")
_INSIDE_NAMES = frozenset("al el ul de da di du del der den van von zu bin ibn ben la le y e".split())
"""Words without a capital that stand inside a name: no phrase ends with them."""

Key = tuple[str, ...]


class _Word(NamedTuple):
    text: str
    term: str
    joined: bool
    """Only a blank is between it and the word before."""
    opens: bool
    """It begins a sentence."""


@dataclass(slots=True)
class _Found:
    """Where a phrase stands: by episode what it counts; its forms; whether it stands as a noun."""

    episodes: dict[int, float] = field(default_factory=dict)
    forms: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    is_noun: bool = False


def find_phrase(
    leads: Sequence[Article], names: frozenset[str], rarity: Mapping[str, float], least: int | None = None
) -> str | None:
    """The phrase, None where there is none.

    `leads` are the lead reports, `names` the terms that shared names are called by. `least` is the number of reports
    that have each of its words: half of them, two at least, where none is given. With 1 the phrase is a headline's,
    without a name.
    """
    leads = leads[-EPISODES:]
    least = max(2, (len(leads) + 1) // 2) if least is None else least
    texts = [_read(lead.text[:READ]) for lead in leads]
    titles = [_read(lead.title) for lead in leads]
    having: defaultdict[str, int] = defaultdict(int)
    for title, text in zip(titles, texts, strict=True):
        for term in {word.term for word in (*title, *text) if word.term}:
            having[term] += 1
    shared = frozenset(term for term, count in having.items() if count >= least and term)
    found: defaultdict[Key, _Found] = defaultdict(_Found)
    for number, (title, text) in enumerate(zip(titles, texts, strict=True)):
        shouted = leads[number].title.isupper()
        for words, worth in ((text, IN_TEXT), (title, IN_TITLE)):
            for start, end in _runs(words, shared):
                key = tuple(word.term for word in words[start:end])
                entry = found[key]
                entry.episodes[number] = max(worth, entry.episodes.get(number, 0.0))
                if worth == IN_TEXT or not shouted:
                    entry.forms[_write(words[start:end])] += 1
                if not entry.is_noun:
                    entry.is_noun = _stands_as_noun(words, start, worth == IN_TITLE)
    ranked = sorted(
        (
            (_weigh(key, entry, len(leads), names, rarity), key)
            for key, entry in found.items()
            if entry.is_noun and entry.forms and (least > 1 or _is_of_headline(entry))
        ),
        key=lambda each: (-each[0], each[1]),
    )
    if not ranked or not ranked[0][0]:
        return None
    forms = {form: n for form, n in found[ranked[0][1]].forms.items() if _ends_as_noun(form)}
    return min(forms, key=lambda form: (-forms[form], form))


def ends_in_noun(phrase: str) -> bool:
    """Whether its last word is a noun for what goes on over weeks."""
    return _last(phrase).casefold() in _nouns()


def _is_of_headline(entry: _Found) -> bool:
    return IN_TITLE in entry.episodes.values() and all(map(str.islower, entry.forms))


def _weigh(key: Key, entry: _Found, episodes: int, names: frozenset[str], rarity: Mapping[str, float]) -> float:
    told = sum(sorted(entry.episodes.values())) / episodes
    weight = sum(rarity.get(term, 0.0) + EACH for term in key) * told
    if len(key) == 1:  # how rare a plain word is tells little; how often they say it does
        weight = EACH * told * (1.0 + log(sum(entry.forms.values())))
    ends = any(map(ends_in_noun, entry.forms))
    if all(term in names for term in key) or not any(map(_ends_as_noun, entry.forms)):
        return 0.0  # a name is not what happens
    if len(key) == 1 and not ends:
        return 0.0
    in_titles = sum(1 for worth in entry.episodes.values() if worth == IN_TITLE)
    if not ends and in_titles < 2 and (len(entry.episodes) < max(2, episodes * 2 / 3) or any(map(is_common, key))):
        return 0.0
    weight *= 1.0 if ends or in_titles > 1 else UNTITLED
    return weight * (NOUN if ends else 1.0) * (NAMED if key[0] in names and key[-1] not in names else 1.0)


def _runs(words: Sequence[_Word], shared: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Words with nothing but a blank between them, all of which most episodes have; alone only a noun of the list."""
    for start, first in enumerate(words):
        listed = first.text.casefold() in _nouns()
        if first.term not in shared or (is_common(first.term) and not listed):
            continue
        if listed:
            yield start, start + 1
        for end in range(start + 1, min(start + WORDS, len(words))):
            if not words[end].joined or words[end].term not in shared or words[end - 1].text.endswith(_OWNER):
                break
            if not _is_cut(words, end):
                yield start, end + 1


def _is_cut(words: Sequence[_Word], end: int) -> bool:
    """Whether a name goes on behind it: "European Currency", of "European Currency Unit"."""
    after = words[end + 1] if end + 1 < len(words) else None
    return after is not None and after.joined and after.text[0].isupper() and words[end].text[0].isupper()


def _stands_as_noun(words: Sequence[_Word], start: int, is_title: bool) -> bool:
    """Behind an article or the like; in a text with a capital; at the head of a title."""
    if start == 0:
        return is_title
    if words[start].joined and words[start - 1].text.casefold() in _BEFORE_NOUN:
        return True
    return not is_title and words[start].text[0].isupper() and not words[start].opens


def _read(text: str) -> list[_Word]:
    found, at = [], 0
    for match in _WORD.finditer(text):
        between = text[at : match.start()]
        term = "".join(split_terms(match[0])[:1]) if not match[0][0].isdigit() else ""
        opens = not at or any(mark in between for mark in ".!?:\n")
        found.append(_Word(match[0], term, not between.strip() and not opens, opens))
        at = match.end()
    return found


def _ends_as_noun(form: str) -> bool:
    last = _last(form)
    return last.islower() and last not in _INSIDE_NAMES


def _last(form: str) -> str:
    return form.rpartition(" ")[2]


def _write(words: Sequence[_Word]) -> str:
    text = " ".join(word.text for word in words)
    return text[:-2] if text.endswith(_OWNER) else text


@cache
def _nouns() -> frozenset[str]:
    return frozenset(read_words("thread_nouns.txt"))
