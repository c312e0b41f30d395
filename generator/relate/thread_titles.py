"""What a thread is called. In: its events, their articles, what names are worth. Out: titles.

An editor files an affair under a noun phrase: "Syria talks", "Lowmouth flood wall". So the first of these that there
is, in the reports' own words:

    two people whom all headlines name, and what is between them: "Vane, Okoro and Saltland ceasefire"
    a phrase that most episodes share (`thread_phrases.py`), behind who or what it is about if it does not say
    who or what most headlines name, and a noun of one of them: "Belmonte ban"
    the headline of the first episode
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.model import EnrichedArticle
from generator.relate.thread_events import Event
from generator.relate.thread_phrases import Known, find_phrase
from generator.relate.thread_words import Head, find_names, leave_out_owner, read_head
from generator.relate.vectors import split_terms

PAIR = 2
"""People whom all headlines name, from whom on the affair is theirs."""

_PLACES = ("place/",)
_BODIES = (*_PLACES, "organisation/")
_PEOPLE = ("person/",)
_ANY = (*_BODIES, *_PEOPLE)
_ROOT = 5
"""Letters by which two words are taken for forms of one: Australia, Australian."""


class _Lead(NamedTuple):
    """What is looked at of an episode."""

    event: Event
    report: EnrichedArticle
    head: Head
    title: tuple[str, ...]
    """Its terms."""


def title_thread(
    events: Sequence[Event],
    articles: Sequence[EnrichedArticle],
    rarity: Mapping[str, float],
    actors: Sequence[Mapping[str, float]],
) -> list[str]:
    """The title with each episode: what the thread is called by what was known up to then. The last is the thread's.

    `actors` are the worths of what ties each event to those before, by the ids of names and by terms that are written
    as such.
    """
    leads = [_read(event, articles[event.places[0]]) for event in events]
    worths: Counter[str] = Counter()
    titles = []
    for number, worth in enumerate(actors, 1):
        worths.update(worth)
        titles.append(_title(leads[:number], worths, rarity) if number > 1 else leads[0].report.article.title)
    return titles


def _read(event: Event, report: EnrichedArticle) -> _Lead:
    return _Lead(event, report, read_head(report.article), split_terms(report.article.title))


def _title(leads: Sequence[_Lead], actors: Mapping[str, float], rarity: Mapping[str, float]) -> str:
    subjects = _Subjects(leads, actors)
    known = Known(
        frozenset(term for name in actors for lead in leads for term in lead.event.called.get(name, (name,))),
        frozenset(_list_roles(leads)),
        rarity,
    )
    heads = [lead.head for lead in leads]
    phrase = find_phrase(heads, known)
    title = (
        _file_under_pair(leads, phrase, subjects)
        or _file_under_phrase(phrase, known.names, subjects)
        or _file_under_noun(leads, find_phrase(heads, known, least=1), known.names, subjects)
        or leads[0].report.article.title
    )
    return title[:1].upper() + title[1:]


def _list_roles(leads: Sequence[_Lead]) -> Iterator[str]:
    """What their people are, the last term of each role: "former president"."""
    for lead in leads:
        for entity in lead.report.entities:
            for role in entity.roles:
                yield from split_terms(role)[-1:]


class _Subjects:
    """Who and what an affair is about, as briefly as its reports call it."""

    def __init__(self, leads: Sequence[_Lead], actors: Mapping[str, float]) -> None:
        self._titles = [lead.title for lead in leads]
        self._counts: Counter[str] = Counter()
        """In how many headlines each stands."""
        self._forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._actors = actors
        for lead in leads:
            for name, forms in _list_forms(lead, actors):
                words = [term for form in forms for term in split_terms(form)]
                self._counts[name] += any(_are_akin(one, other) for one in words for other in lead.title)
                for form, count in forms.items():
                    self._forms[name][leave_out_owner(form)] += count

    def find(self, kinds: tuple[str, ...], least: float = 0.0) -> str | None:
        """What headlines name, `least` or more of them: a place or a body, else what most name; then the worthiest.

        What no list of names has is of any kind, but must be named by a headline; it comes before people, for whoever
        is named in a crime may have done it, or suffered it.
        """
        found = [n for n, c in self._counts.items() if c >= least and (n.startswith(kinds) or ("/" not in n and c))]

        def rank(name: str) -> tuple[bool, bool, int, int, float, str]:
            count, listed = self._counts[name], name.startswith(_BODIES)
            order = 0 if name.startswith(_PLACES) else 2 if name.startswith(_PEOPLE) else 1
            return not count, not listed, -count, order, -self._actors[name], name

        return self.brief(min(found, key=rank)) if found else None

    def brief(self, name: str) -> str:
        """The shortest form of a name, of people and bodies one word; then the most frequent."""
        found = self._forms[name]
        if "/" not in name:
            return min(found, key=lambda form: (-found[form], form))
        brief = [form for form in found if name.startswith(_PLACES) or len(form.split()) == 1]
        if not brief and name.startswith(_PEOPLE):  # by the family name, as headlines call them
            told = {term for title in self._titles for term in title}
            brief = [last for form in found if told.issuperset(split_terms(last := form.split()[-1]))]
        return min(brief or found, key=lambda form: (len(form.split()), -found[form], form))

    def order_people(self, names: frozenset[str]) -> list[str]:
        """Those of the names that are people's, as the first headline has them."""

        first = self._titles[0]

        def rank(name: str) -> tuple[int, str]:
            at = [first.index(term) for term in split_terms(self.brief(name)) if term in first]
            return min(at, default=len(first)), name

        people = (name for name in names if name.startswith(_PEOPLE) and name in self._forms)
        return [self.brief(name) for name in sorted(people, key=rank)]


def _list_forms(lead: _Lead, actors: Mapping[str, float]) -> Iterator[tuple[str, Mapping[str, int]]]:
    """The actors that a report names, each with its forms and how often the report has them."""
    listed: set[str] = set()
    for entity in lead.report.entities:
        forms = {name.text: name.count for name in entity.names}
        listed.update(term for form in forms for term in split_terms(form))
        if entity.id in actors:
            yield entity.id, forms
    unlisted: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name in find_names(lead.head.text):
        terms = split_terms(name)
        if listed.isdisjoint(terms):
            for term in terms:
                if term in actors:
                    unlisted[term][name] += 1
    yield from unlisted.items()


def _file_under_pair(leads: Sequence[_Lead], phrase: str | None, subjects: _Subjects) -> str | None:
    people = subjects.order_people(frozenset.intersection(*(frozenset(lead.event.title_names) for lead in leads)))
    between = phrase or subjects.find(_PLACES)
    return f"{', '.join(people)} and {between}" if between is not None and len(people) >= PAIR else None


def _file_under_phrase(phrase: str | None, named: frozenset[str], subjects: _Subjects) -> str | None:
    if phrase is None:
        return None
    said = split_terms(phrase)
    if any(_are_akin(one, other) for one in said for other in named):
        return phrase
    subject = subjects.find(_ANY if len(said) == 1 else _BODIES)
    if subject is None:
        return phrase if len(said) > 1 else None
    return f"{subject} {phrase}"


def _file_under_noun(
    leads: Sequence[_Lead], phrase: str | None, named: frozenset[str], subjects: _Subjects
) -> str | None:
    """What most headlines name, and a noun that one of them has."""
    subject = subjects.find(_ANY, least=len(leads) / 2 + 0.5)
    if subject is None or phrase is None:
        return None
    said = split_terms(phrase)
    is_told = any(all(term in lead.title for term in said) for lead in leads)
    return f"{subject} {phrase}" if is_told and named.isdisjoint(said) else None


def _are_akin(one: str, other: str) -> bool:
    return one == other or (len(one) >= _ROOT and one[:_ROOT] == other[:_ROOT])
