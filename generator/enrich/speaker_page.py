"""What the rules for speakers look at: the page and the packaged words, and where a noun phrase ends."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.enrich.tokens import Tokens
from generator.enrich.wordlists import read_table
from generator.model import Article, Mention

MARKS = frozenset('"“”«»') | {"``", "''"}
_LONGEST_PHRASE = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteWords:
    """Verbs of saying and the words around them. See quotes.yml and name_genders.yml."""

    cues: frozenset[str]
    pronouns: frozenset[str]
    adverbs: frozenset[str]
    stops: frozenset[str]
    people: frozenset[str]
    determiners: frozenset[str]
    joins: frozenset[str]
    verbs: frozenset[str]
    titles: Mapping[str, str]
    """Title -> "he" or "she"."""
    genders: Mapping[str, str]
    """Given name or noun -> "he" or "she"."""


def load_quote_words() -> QuoteWords:
    """Read the packaged words."""
    table, names = read_table("quotes.yml"), read_table("name_genders.yml")
    lists = ("cues", "pronouns", "adverbs", "stops", "determiners", "joins", "verbs")
    return QuoteWords(
        **{name: frozenset(table[name]) for name in lists},
        people=frozenset(table["people"]) | frozenset(read_table("roles.yml")["jobs"]),
        titles={title: gender for gender, titles in table["titles"].items() for title in titles},
        genders={word: gender for rows in (names, table["nouns"]) for gender, words in rows.items() for word in words},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What all rules look at."""

    article: Article
    tokens: Tokens
    words: QuoteWords
    mentions: Sequence[Mention]
    mention_starts: Sequence[int]
    names: Mapping[str, str]

    def text(self, first: int, end: int) -> str:
        """Tokens as the text has them, on one line."""
        span = self.tokens.span(first, end)
        return " ".join(self.article.text[span.start : span.end].split())

    def mentions_in(self, start: int, end: int) -> Sequence[Mention]:
        """The names that begin in a piece of the text."""
        return self.mentions[bisect_left(self.mention_starts, start) : bisect_left(self.mention_starts, end)]


def noun_phrase(page: Page, first: int, end: int) -> int | None:
    """Where the noun phrase that begins at a token ends, or None where none of a few words does.

    It goes as far as a word that cannot be part of it: "a resident of Raqqa | reached", "a butcher | in the town".
    """
    words = page.tokens.words
    if not (words[first][0].isupper() or words[first].lower() in page.words.determiners | page.words.people):
        return None
    at = first
    while at < end and _belongs(page, at):
        at += 1
    if at - first > _LONGEST_PHRASE:
        at = next((n for n in range(first + 1, at) if words[n] in ("of", "for")), at)
    last = words[at - 1].lower() if at > first else "of"
    if at - first > _LONGEST_PHRASE or last in page.words.determiners or last in ("of", "and"):
        return None
    return at


def _belongs(page: Page, at: int) -> bool:
    word = page.tokens.words[at]
    if not word[0].isalnum():
        return word in ("&", "'s", "’s", "'", "’", "-", ".")
    low = word.lower()
    if low in page.words.stops or low in page.words.verbs or low in page.words.pronouns or word in page.words.cues:
        return False
    participle = low.endswith(("ed", "ing")) and low == word and page.tokens.word(at - 1) in page.words.people
    return not participle
