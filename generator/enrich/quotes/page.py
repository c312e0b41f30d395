"""What the rules for speakers look at: the page and the packaged words, and where a noun phrase ends."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, NamedTuple

from generator.enrich.tokens import Tokens
from generator.enrich.wordlists import read_table
from generator.model import Article, Entity, Mention, Span

_LONGEST_PHRASE = 7
_OF_WORKERS = ("er", "or", "ist", "ian", "ant", "eer")
"""Endings of nouns for people of which more than one may speak: "shopkeepers"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteWords:
    """Verbs of saying and the words around them. See quotes.yml and name_genders.yml."""

    cues: frozenset[str]
    plain_cues: frozenset[str]
    naming: frozenset[str]
    plural_nouns: frozenset[str]
    pronouns: frozenset[str]
    adverbs: frozenset[str]
    stops: frozenset[str]
    prepositions: frozenset[str]
    people: frozenset[str]
    many: frozenset[str]
    bodies: frozenset[str]
    findings: frozenset[str]
    varied: frozenset[str]
    things: frozenset[str]
    texts: frozenset[str]
    works: frozenset[str]
    qualifiers: frozenset[str]
    plain: frozenset[str]
    determiners: frozenset[str]
    owners: frozenset[str]
    joins: frozenset[str]
    functions: frozenset[str]
    verbs: frozenset[str]
    titles: Mapping[str, str]
    """Title -> "he" or "she"."""
    genders: Mapping[str, str]
    """Given name or noun -> "he" or "she"."""


def load_quote_words() -> QuoteWords:
    """Read the packaged words."""
    table, names = read_table("quotes/quotes.yml"), read_table("quotes/name_genders.yml")
    lists: dict[str, Any] = {
        field.name: frozenset(table[field.name])
        for field in fields(QuoteWords)
        if isinstance(table.get(field.name), list)
    }
    jobs = frozenset(read_table("names/roles.yml")["jobs"])
    lists["people"] |= jobs | {f"{job}s" for job in lists["people"] | jobs if job.endswith(_OF_WORKERS)}
    return QuoteWords(
        **lists,
        titles={title: gender for gender, titles in table["titles"].items() for title in titles},
        genders={word: gender for rows in (names, table["nouns"]) for gender, words in rows.items() for word in words},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who speaks: a name of the article, or (without `entity`) the words for them. `gender` is "he" or "she"."""

    name: str
    entity: str | None = None
    gender: str | None = None


class Named(NamedTuple):
    """A name of the article by its tokens."""

    first: int
    end: int
    mention: Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What all rules look at. Names are in text order."""

    article: Article
    tokens: Tokens
    lowered: Sequence[str]
    """The tokens in lower case."""
    words: QuoteWords
    names: Sequence[Named]
    name_firsts: Sequence[int]
    entities: Mapping[str, Entity]
    genders: Mapping[str, str]
    """Entity -> "he" or "she", where a title or the given name tells."""
    fuller: Mapping[str, str]
    """Person named by one word -> the one person of the article whose name has it ("Pak" -> "Pak Song Ho")."""
    quoted: Sequence[Span]
    """Everything between quotation marks, in order."""

    def text(self, first: int, end: int) -> str:
        """Tokens as the text has them, on one line."""
        span = self.tokens.span(first, end)
        return " ".join(self.article.text[span.start : span.end].split())

    def low(self, at: int) -> str:
        """A token in lower case, or nothing beyond either end."""
        return self.lowered[at] if 0 <= at < len(self.lowered) else ""

    def named_in(self, first: int, end: int) -> Sequence[Named]:
        """The names that begin among these tokens."""
        return self.names[bisect_left(self.name_firsts, first) : bisect_left(self.name_firsts, end)]

    def named_before(self, end: int, most: int) -> Iterator[Named]:
        """At most so many names before a token, the last first."""
        last = bisect_left(self.name_firsts, end)
        return (self.names[number] for number in range(last - 1, max(-1, last - 1 - most), -1))

    def name_that_ends(self, end: int) -> Named | None:
        """The name whose last token is before `end`."""
        number = bisect_left(self.name_firsts, end) - 1
        return self.names[number] if number >= 0 and self.names[number].end == end else None

    def speaker(self, mention: Mention) -> Speaker:
        """A name's bearer."""
        entity = self.fuller.get(mention.entity, mention.entity)
        return Speaker(name=self.entities[entity].name, entity=entity, gender=self.genders.get(entity))

    def starts_block(self, at: int) -> bool:
        """Whether a line ends before a token."""
        tokens = self.tokens
        return at > 0 and "\n" in self.article.text[tokens.ends[at - 1] : tokens.starts[at]]


def make_page(
    article: Article,
    tokens: Tokens,
    words: QuoteWords,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    quoted: Sequence[Span],
) -> Page:
    """An article's page; `quoted` is everything between its quotation marks."""
    names = [
        Named(
            first=bisect_left(tokens.starts, mention.span.start),
            end=bisect_left(tokens.starts, mention.span.end),
            mention=mention,
        )
        for mention in mentions
    ]
    by_id = {entity.id: entity for entity in entities}
    genders: dict[str, str] = {}
    for named in names:
        if named.mention.kind == "person" and named.mention.entity not in genders:
            gender = _gender(tokens, words, named, by_id[named.mention.entity].name)
            if gender is not None:
                genders[named.mention.entity] = gender
    return Page(
        article=article,
        tokens=tokens,
        lowered=[word.lower() for word in tokens.words],
        words=words,
        names=names,
        name_firsts=[named.first for named in names],
        entities=by_id,
        genders=genders,
        fuller=_find_fuller(entities),
        quoted=quoted,
    )


def _find_fuller(entities: Sequence[Entity]) -> dict[str, str]:
    people = [entity for entity in entities if entity.kind == "person"]
    by_word: dict[str, list[str]] = {}
    for entity in people:
        words = entity.name.split()
        if len(words) > 1:
            for word in {words[0], words[-1]}:
                by_word.setdefault(word, []).append(entity.id)
    return {one.id: by_word[one.name][0] for one in people if len(by_word.get(one.name, ())) == 1}


def _gender(tokens: Tokens, words: QuoteWords, named: Named, name: str) -> str | None:
    for word in (tokens.word(named.first), tokens.word(named.first - 1), tokens.word(named.first - 2)):
        if word.rstrip(".") in words.titles:
            return words.titles[word.rstrip(".")]
    return words.genders.get(name.partition(" ")[0])


def noun_phrase(page: Page, first: int, end: int) -> int | None:
    """Where the noun phrase that begins at a token ends, or None where none of a few words does.

    It goes as far as a word that cannot be part of it: "a resident of Raqqa | reached", "a butcher | in the town".
    """
    words = page.tokens.words
    if first >= end or not begins_phrase(page, first):
        return None
    at = first
    while at < end:
        named = page.named_in(at, at + 1)
        if named and named[0].end <= end:
            at = named[0].end
        elif _belongs(page, at) and not (at - first > 1 and _may_be_verb(page, at)):
            at += 1
        else:
            break
    if at - first > _LONGEST_PHRASE:
        at = next((n for n in range(first + 1, at) if words[n] in ("of", "for")), at)
    last = words[at - 1].lower() if at > first else "of"
    if at - first > _LONGEST_PHRASE or last in page.words.determiners or last in ("of", "for", "and"):
        return None
    return at


def begins_phrase(page: Page, at: int) -> bool:
    """Whether a noun phrase may begin with a token: with a capital, a determiner or a noun for people."""
    word = page.tokens.words[at]
    known = word in page.words.determiners or word in page.words.people
    return known or word[0].isupper() or word.endswith("-year-old")


def _may_be_verb(page: Page, at: int) -> bool:
    """Whether a word late in a phrase rather begins what its bearer did: "The Open Door campaign | thanked"."""
    word = page.tokens.words[at]
    before = page.tokens.words[at - 1]
    return word.endswith("ed") and word.islower() and (not before.islower() or before in page.words.bodies)


def _belongs(page: Page, at: int) -> bool:
    word = page.tokens.words[at]
    if not word[0].isalnum():
        return word in ("&", "'s", "’s", "'", "’", "-", ".")
    low = word.lower()
    if low.endswith(("n't", "n’t")):
        return False
    if low in page.words.stops or low in page.words.verbs or low in page.words.pronouns or word in page.words.cues:
        return low in ("last", "next", "general")
    participle = low.endswith(("ed", "ing")) and low == word and page.tokens.word(at - 1) in page.words.people
    return not participle
