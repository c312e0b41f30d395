"""A report's headline and opening as words, to find phrases in. In: an Article. Out: Words, and how each is written.

What somebody is quoted with is left out: it is nobody's name for an affair.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.model import Article
from generator.relate.vectors import split_terms

READ = 2500
"""Characters of a text that are looked at."""
QUOTED = 3
"""Words from which on a quotation is left out."""

OWNER = ("'s", "’s")

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_][\w]{0,40}(?:[’'&-]\w{1,40}){0,3}")
_QUOTE = re.compile('["“”]')
_RUN = 4
"""Words with a capital that are taken for one name, at most."""


class Word(NamedTuple):
    """A word where it stands; its term is empty for a stop word."""

    text: str
    term: str
    joined: bool
    """Only a blank is between it and the word before."""
    opens: bool
    """It begins a sentence."""

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()


class Head(NamedTuple):
    """The words of a report's headline, and of its opening."""

    title: tuple[Word, ...]
    text: tuple[Word, ...]
    shouted: bool
    """The headline is in capitals."""

    def terms(self) -> set[str]:
        """All there are."""
        return {word.term for words in (self.title, self.text) for word in words if word.term}


def read_head(article: Article) -> Head:
    """The words."""
    text = _split_words(_leave_out_quotes(article.text[:READ]))
    return Head(tuple(_split_words(article.title)), tuple(text), article.title.isupper())


def note_writing(heads: Iterable[Head]) -> dict[str, str]:
    """How the texts write each word, by the word in small letters: small, if they do so anywhere."""
    written: dict[str, str] = {}
    for word in (word for head in heads for word in head.text):
        folded = word.text.casefold()
        if folded not in written or word.text.islower():
            written[folded] = word.text
    return written


def write_phrase(words: Sequence[Word], written: Mapping[str, str], shouted: bool, nouns: frozenset[str]) -> str | None:
    """As the texts write it, for words have a capital where a sentence opens, and in titles.

    None for a word in capitals that they do not have, unless it is of `nouns`: nobody knows how it is written.
    """
    forms = []
    for word in words:
        folded = word.text.casefold()
        form = folded if folded in nouns else written.get(folded)
        if form is None and shouted and "." not in word.text:
            return None
        forms.append(form if form is not None and (shouted or form.islower()) else word.text)
    return leave_out_owner(" ".join(forms))


def leave_out_owner(form: str) -> str:
    """A name without the sign that something is its own."""
    return form[:-2] if form.endswith(OWNER) else form


def find_names(words: Sequence[Word]) -> Iterator[str]:
    """Names, as far as capitals tell: "New Year's Eve"."""
    run: list[str] = []
    for word in words:
        goes_on = word.is_capital and bool(word.term)
        if run and not (goes_on and word.joined and len(run) < _RUN):
            yield " ".join(run)
            run = []
        if goes_on:
            run.append(word.text)
    if run:
        yield " ".join(run)


def _split_words(text: str) -> Iterator[Word]:
    at = 0
    for match in _WORD.finditer(text):
        between = text[at : match.start()]
        opens = not at or any(mark in between for mark in ".!?:\n")
        yield Word(match[0], "".join(split_terms(match[0])[:1]), not opens and not between.strip(), opens)
        at = match.end()


def _leave_out_quotes(text: str) -> str:
    """A text without what stands in double quotes, but for a word or two."""
    return "\n".join(" . ".join(_keep_unquoted(line)) for line in text.split("\n"))


def _keep_unquoted(line: str) -> Iterator[str]:
    for number, part in enumerate(_QUOTE.split(line)):
        if number % 2 == 0 or part.count(" ") < QUOTED - 1:
            yield part
