"""The terms that speak for topics, indexed: rows and the tree of topics in, `TopicRules` out.

Terms are kept in a tree of words, so that a text is searched in one pass whatever the number of terms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.enrich.memo import Memo
from generator.enrich.tokens import split_words
from generator.enrich.topics.rows import read_rows
from generator.vocabulary.mediatopics import Concept, ancestors, load_media_topics
from generator.vocabulary.topics import NO_CHANGES, SiteTopics, TopicRow, change_concepts, change_rows, topic_key

STRONG, WEAK, AGAINST = 3.0, 1.0, -2.0
"""The weights of `strong`, `terms` and `against`."""
_LIFTED = 0.3
"""What is left of a weak term's weight for what is above its topic: away from its topic it says little."""
_LONGEST_ACRONYM = 5
_KEEP_S = ("ss", "us", "is", "ous", "news", "'s")
_PLAIN = re.compile(r"[a-z]*[a-rt-z](?: [a-z]*[a-rt-z])*")
"""Words that are compared as they are written."""


class Hit(NamedTuple):
    """What a term says of one topic."""

    topic: str
    weight: float


@dataclass(slots=True, eq=False)
class Term:
    """A word or phrase with all it speaks for and against."""

    hits: list[Hit] = field(default_factory=list)


@dataclass(slots=True)
class Node:
    """The words that may follow, and the term that ends here."""

    term: Term | None = None
    next: dict[str, Node] | None = None


class TermTable:
    """The terms of all rows by their first words. What goes on from a word is worked out when a text has the word."""

    def __init__(self, rows: Mapping[str, TopicRow]) -> None:
        self._rows: dict[str, list[tuple[str, Hit]]] = {}
        self._nodes: dict[str, Node] = {}
        self._names: dict[str, Term] = {}
        for topic, row in rows.items():
            for terms, weight in ((row.strong, STRONG), (row.terms, WEAK), (row.against, AGAINST)):
                hit = Hit(topic, weight)
                for written in terms:
                    first = written.partition(" ")[0] if _PLAIN.fullmatch(written) else split_term(written)[0]
                    if first in self._rows:
                        self._rows[first].append((written, hit))
                    else:
                        self._rows[first] = [(written, hit)]

    def node(self, word: str) -> Node | None:
        """Where the terms go on that begin with a word, which is given as it is compared."""
        node = self._nodes.get(word)
        if node is not None or word not in self._rows or _is_name(word):
            return node
        node = self._nodes[word] = Node()
        for words, hit in self._first_said(word):
            _plant(node, words).hits.append(hit)
        if word.isupper() and node.term is not None:
            self._add_lower(node.term, word)
        return node

    def name(self, word: str) -> Term | None:
        """The term that a single word is with its capital only: `Labour`, `Apple`."""
        term = self._names.get(word)
        if term is not None or word not in self._rows or not _is_name(word):
            return term
        term = self._names[word] = Term([hit for _, hit in self._first_said(word)])
        self._add_lower(term, word)
        return term

    def _first_said(self, word: str) -> Iterator[tuple[tuple[str, ...], Hit]]:
        """The terms that begin with a word, each once for a topic: as it is listed first."""
        seen: set[tuple[str, tuple[str, ...]]] = set()
        for written, hit in self._rows[word]:
            words = split_term(written)
            if (hit.topic, words) not in seen:
                seen.add((hit.topic, words))
                yield words, hit

    def _add_lower(self, term: Term, word: str) -> None:
        """A word with capitals says all that it says without them, too."""
        low = self.node(word.lower()) or self.node(normal_word(word))
        if low is None or low.term is None or low.term is term:
            return
        most = {hit.topic: hit.weight for hit in term.hits}
        for topic, weight in low.term.hits:
            most[topic] = max(most.get(topic, weight), weight)
        term.hits[:] = [Hit(topic, weight) for topic, weight in most.items()]


def _plant(node: Node, words: tuple[str, ...]) -> Term:
    """The term of these words, the first of which leads to `node`."""
    for word in words[1:]:
        if node.next is None:
            node.next = {}
        node = node.next.get(word) or node.next.setdefault(word, Node())
    if node.term is None:
        node.term = Term()
    return node.term


class Start(NamedTuple):
    """The terms that a word of a text begins."""

    node: Node | None
    """Where those that begin with the word as it is compared go on."""
    name: Term | None
    """The word itself, with its capital."""
    shouted: Node | None
    """Where those go on that begin with the word in lower case, when it stands in capitals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRules:
    """Terms with the topics they speak for, and the tree of topics."""

    terms: TermTable
    concepts: Mapping[str, Concept]
    parents: Mapping[str, tuple[str, ...]]
    """Topic -> what is above it."""
    sums: frozenset[str]
    """Topics that terms of several topics below them may add up to."""
    called: Mapping[str, str]
    """A label or other name, as its words are compared -> the label: "Floods" is "flood"."""
    moved: Mapping[str, str | None]
    """A topic or word that the site merged or hid -> what it is now, None for nothing."""
    least: Mapping[str, float]
    """Topic -> its own threshold, where the site sets one."""
    starts: Memo[Start | None] = field(init=False, repr=False, compare=False)
    """Word as printed -> the terms that it begins."""
    _lifts: dict[Term, tuple[Hit, ...]] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts", Memo(self._start))

    def _start(self, word: str) -> Start | None:
        shouted = self.terms.node(word.lower()) if word.isupper() else None
        start = Start(self.terms.node(normal_word(word)), self.terms.name(word), shouted)
        return start if any(start) else None

    def lift(self, term: Term) -> tuple[Hit, ...]:
        """What a term says of the topics in `sums`: of each the most that it says of one topic below it."""
        if (known := self._lifts.get(term)) is not None:
            return known
        most: dict[str, float] = {}
        for topic, weight in term.hits:
            if weight > 0:
                lifted = weight if weight > WEAK else weight * _LIFTED
                for said, above in ((weight, topic), *((lifted, above) for above in self.parents.get(topic, ()))):
                    if above in self.sums:
                        most[above] = max(most.get(above, 0.0), said)
        return self._lifts.setdefault(term, tuple(Hit(topic, weight) for topic, weight in most.items()))

    def branch(self, topic: str) -> str:
        """The top term above a topic, or itself."""
        return (self.parents.get(topic) or (topic,))[-1]


def find_longest(node: Node | None, words: Sequence[str], start: int) -> tuple[int, Term | None]:
    """The longest term at `start`, whose first word led to `node`: the word after it, and the term."""
    end, found, at = start + 1, None, start + 1
    while node is not None:
        if node.term is not None:
            end, found = at, node.term
        if node.next is None or at >= len(words):
            break
        node = node.next.get(normal_word(words[at]))
        at += 1
    return end, found


def load_topic_rules(site: SiteTopics = NO_CHANGES) -> TopicRules:
    """The packaged rules and tree as a site changes them."""
    packaged = load_media_topics()
    concepts = change_concepts(packaged, site)
    rows = {topic: row for topic, row in change_rows(read_rows(), site).items() if topic in concepts}
    parents = {topic: ancestors(topic, concepts) for topic in concepts}
    labels = {topic: concept.label for topic, concept in concepts.items()}
    before = {plain_name(packaged[topic].label): label for topic, label in labels.items() if topic in packaged}
    return TopicRules(
        terms=TermTable(rows),
        concepts=dict(concepts),
        parents=parents,
        sums=frozenset(above for topic in rows for above in parents[topic] if above in rows or not parents[above]),
        called={
            **{plain_name(name): labels[topic] for topic, row in rows.items() for name in row.also},
            **before,
            **{plain_name(label): label for label in labels.values()},
        },
        moved=_name_moves(site, packaged),
        least=dict(site.least),
    )


def _name_moves(site: SiteTopics, packaged: Mapping[str, Concept]) -> dict[str, str | None]:
    """What is merged or hidden, under its id and its label."""
    moves = site.moves
    labels = {topic_key(packaged[topic].label): target for topic, target in moves.items() if topic in packaged}
    return {**labels, **{topic_key(name): target for name, target in moves.items()}}


def split_term(term: str) -> tuple[str, ...]:
    """The words of a term as they are compared. A single word with a capital stays as it is."""
    if _PLAIN.fullmatch(term):
        return tuple(term.split(" "))
    words = split_words(term)
    return words if len(words) == 1 and _is_name(words[0]) else tuple(normal_word(word) for word in words)


def _is_name(word: str) -> bool:
    return word[0].isupper() and not word.isupper()


def plain_name(name: str) -> str:
    """A topic's name as it is compared: in lower case, its last word singular."""
    return " ".join(normal_word(word) for word in name.casefold().split())


def normal_word(word: str) -> str:
    """A word as it is compared: lower case and singular; acronyms stay."""
    return _NORMAL[word]


def _normal_form(word: str) -> str:
    if word.isupper() and 1 < len(word) <= _LONGEST_ACRONYM and "." not in word:
        return word
    word = word.lower().replace("’", "'")
    if len(word) < 4 or word[-1] != "s" or word.endswith(_KEEP_S):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("shes", "ches", "xes", "sses")) else word[:-1]


_NORMAL = Memo(_normal_form)
