"""What a thread is called. In: its events, their articles, names, what names are worth. Out: a title.

The phrases that lead headlines of half of the episodes have in common, as the headlines write them: "Syria crisis",
"Cameron", "Putin". A phrase has a name in it, or two words that tell something, or one that the text writes with a
capital wherever it stands: a lone verb is none. A lone word says too little, so the names that most tie the episodes
stand beside it; they alone are the title where headlines have nothing in common.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.model import Article, EnrichedArticle
from generator.relate.names import Names
from generator.relate.thread_events import Event
from generator.relate.thread_phrases import ends_in_noun, find_phrase
from generator.relate.vectors import is_common, split_terms

PARTS = 3
WORDS = 4
"""Of one phrase, at most."""
LIGHT = 0.4
"""Share of the best phrase's weight below which another adds nothing to a title."""
NAMES = 2
"""Names beside a lone word, and instead of any."""

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[.'’&-][^\W_]+)*")
_INNER = frozenset(("", "and", "de", "of", "the"))
"""Words without a term that may stand within a phrase; "" is a word that has one."""
_OWNER = ("'s", "’s", "'S", "’S")
_ROOT = 5
"""Letters by which two words are taken for forms of one: Australia, Australian."""

Key = tuple[str, ...]


class _Phrase(NamedTuple):
    key: Key
    text: str


def title_thread(
    events: Sequence[Event],
    articles: Sequence[EnrichedArticle],
    names: Names,
    rarity: Mapping[str, float],
    actors: Mapping[str, float],
) -> str:
    """Phrases in the order of the earliest headline that has them, then names. `actors` are worths by name."""
    own = frozenset(term for event in events for terms in event.called.values() for term in terms)
    episodes: Counter[Key] = Counter()
    forms: defaultdict[Key, Counter[str]] = defaultdict(Counter)
    for event in events:
        phrases = dict.fromkeys(_phrases(articles[event.places[0]].article, own))
        episodes.update(dict.fromkeys((phrase.key for phrase in phrases), 1))
        for phrase in phrases:
            forms[phrase.key][phrase.text] += 1
    least = max(2, (len(events) + 1) // 2)
    weights = {
        key: sum(rarity.get(term, 0.0) + 0.1 for term in key) * count / len(events)
        for key, count in episodes.items()
        if count >= least
    }
    chosen = _choose(weights)
    parts = [min(forms[key], key=lambda form, key=key: (-forms[key][form], form)) for key in forms if key in chosen]  # type: ignore[misc]
    leads = [articles[event.places[0]] for event in events]
    if (
        sum(name.startswith("person/") for name in frozenset.intersection(*(frozenset(e.title_names) for e in events)))
        < 2
    ):
        filed = _file_under(leads, events, rarity, actors)
        if filed is not None:
            return filed[:1].upper() + filed[1:]
    if sum(len(part.split()) for part in parts) < 2:
        parts += _add_names(parts, names, actors, events)
    title = _join(parts) if parts else articles[events[0].places[0]].article.title
    return title[:1].upper() + title[1:]


def _file_under(
    leads: Sequence[EnrichedArticle], events: Sequence[Event], rarity: Mapping[str, float], actors: Mapping[str, float]
) -> str | None:
    """A phrase of the reports, and before it who or what it is about where it does not say."""
    named = frozenset(term for name in actors for event in events for term in event.called.get(name, (name,)))
    phrase = find_phrase([lead.article for lead in leads], named, rarity)
    if phrase is None:
        return _file_by_one(leads, named, rarity, actors)
    said = split_terms(phrase)
    if any(_are_akin(one, other) for one in said for other in named):
        return phrase
    subject = _find_subject(
        leads, actors, kinds=("place/", "organisation/", "person/") if len(said) == 1 else ("place/", "organisation/")
    )
    if subject is None:
        return phrase if len(said) > 1 else None
    return f"{subject} {phrase}"


def _file_by_one(
    leads: Sequence[EnrichedArticle], named: frozenset[str], rarity: Mapping[str, float], actors: Mapping[str, float]
) -> str | None:
    """A place that most headlines name, and a noun that one of them has: "Saltland air strikes"."""
    found = find_phrase([lead.article for lead in leads], named, rarity, least=1)
    place = _find_subject(leads, actors, kinds=("place/",))
    if found is None or place is None:
        return None
    said, told = split_terms(found), split_terms(place)
    headlines = [split_terms(lead.article.title) for lead in leads]
    if any(term in named for term in said) or not any(all(term in each for term in said) for each in headlines):
        return None
    having = sum(1 for each in headlines if any(_are_akin(one, other) for one in told for other in each))
    return f"{place} {found}" if having > len(leads) / 2 else None


def _find_subject(leads: Sequence[EnrichedArticle], actors: Mapping[str, float], kinds: tuple[str, ...]) -> str | None:
    """What most headlines name, then places before others, then the worthiest, as briefly as the reports call it."""
    counts: Counter[str] = Counter()
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for lead in leads:
        title = split_terms(lead.article.title)
        for entity in lead.entities:
            if entity.id in actors and entity.id.startswith(kinds):
                words = [term for name in entity.names for term in split_terms(name.text)]
                counts[entity.id] += any(_are_akin(one, other) for one in words for other in title)
                forms[entity.id].update({_bare(name.text): name.count for name in entity.names})
    for name in sorted(counts, key=lambda name: (-counts[name], not name.startswith("place/"), -actors[name], name)):
        found = forms[name]
        brief = [form for form in found if name.startswith("place/") or len(form.split()) == 1]
        return min(brief or found, key=lambda form: (len(form.split()), -found[form], form))
    return None


def _choose(weights: Mapping[Key, float]) -> set[Key]:
    """The weightiest phrases without a word in common; of equals the longer."""
    chosen: list[Key] = []
    for key in sorted(weights, key=lambda key: (-weights[key], -len(key), key)):
        if len(chosen) == PARTS or (chosen and weights[key] < LIGHT * weights[chosen[0]]):
            break
        if not any(_are_akin(term, other) for term in key for phrase in chosen for other in phrase):
            chosen.append(key)
    return set(chosen)


def _are_akin(one: str, other: str) -> bool:
    return one == other or (len(one) >= _ROOT and one[:_ROOT] == other[:_ROOT])


def _add_names(
    parts: Sequence[str], names: Names, actors: Mapping[str, float], events: Sequence[Event]
) -> Iterator[str]:
    """The worthiest names that say something else than the parts."""
    told = [term for part in parts for term in split_terms(part)]
    room = NAMES - len(parts)
    for name in sorted((each for each in actors if "/" in each), key=lambda name: (-actors[name], name)):
        called = frozenset().union(*(event.called.get(name, frozenset()) for event in events))
        if room > 0 and not any(_are_akin(one, other) for one in called for other in told):
            room -= 1
            told.extend(called)
            yield names.label(name).partition(" (")[0]


def _phrases(article: Article, own: frozenset[str]) -> Iterator[_Phrase]:
    """Runs of words of the headline, with nothing between them but space."""
    title = article.title
    shouted = title.isupper()
    written = frozenset(_WORD.findall(article.text)) if shouted else frozenset()
    words = list(_WORD.finditer(title))
    terms = ["".join(split_terms(word[0])[:1]) for word in words]
    for start in range(len(words)):
        for end in range(start, min(start + WORDS, len(words))):
            if end > start and title[words[end - 1].end() : words[end].start()].strip():
                break
            key = tuple(term for term in terms[start : end + 1] if term)
            inner = {"" if terms[at] or "." in words[at][0] else words[at][0].casefold() for at in range(start, end)}
            if terms[start] and terms[end] and inner <= _INNER and _tells(key, words[start][0], own, article.text):
                text = title[words[start].start() : words[end].end()]
                if end > start and not ends_in_noun(text) and text.casefold() not in article.text.casefold():
                    continue  # "Quay Lines wins"
                yield _Phrase(key, _bare(_WORD.sub(lambda m: _write_word(m[0], written), text) if shouted else text))


def _tells(key: Key, first: str, own: frozenset[str], text: str) -> bool:
    """Whether a phrase begins with a name ("Syria crisis"; before one stands a verb: "discuss Syria"), or has none and
    two words that tell something, or one that is a name."""
    if any(term in own for term in key):
        return key[0] in own
    telling = sum(1 for term in key if not is_common(term) and not term[0].isdigit())
    return telling > 1 or (telling == 1 == len(key) and _is_proper(first, text))


def _is_proper(word: str, text: str) -> bool:
    """Whether the text has a word, and with a capital only."""
    return word.capitalize() in text and word.casefold() not in text


def _bare(text: str) -> str:
    return text[:-2] if text.endswith(_OWNER) else text


def _write_word(shouted: str, words: frozenset[str]) -> str:
    """A word of a headline in capitals as the text writes it."""
    forms = (shouted.lower(), shouted, shouted.capitalize())
    return next((form for form in forms if form in words), shouted.title())


def _join(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
