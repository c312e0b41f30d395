"""Who says a quotation: what stands beside its marks in, the words that name the speaker and the verb out.

The words after a quotation are read first ("…," said X; "…," X said; "…", according to X), then those before it (X
said: "…"; X told Y "…"). A person of the article is given by full name, a lone pronoun by whom it means
(`pronouns.py`), others by the words for them. Where these are not plain, no speaker is better than a wrong one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.enrich.pronouns import resolve_pronoun
from generator.enrich.speaker_page import MARKS, Page, noun_phrase
from generator.enrich.tokens import Tokens
from generator.model import Mention, Span

_REACH = 24
"""Tokens beside a quotation in which its speaker is sought."""
_LONGEST_SPEAKER = 12
_ENDS = frozenset(".!?;")
_PART_MARKS = frozenset((",", ";", ":", "(", ")", "—", "–", "_", "-"))
_PART_WORDS = frozenset(
    "but and that as after when while because if which where before since though although whether".split()
)
_PASSIVE = frozenset("be been being was were is are".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A speaker's tokens and the verb."""

    first: int
    end: int
    cue: str


def said_after(page: Page, at: int) -> Said | None:
    """Who is named after a quotation that ended before token `at`."""
    words, tokens = page.words, page.tokens
    if tokens.word(at) in (",", "-", "—", "–", "_"):
        at += 1
    if at >= len(tokens) or _starts_block(page, at):
        return None
    if tokens.word(at).lower() == "according" and tokens.word(at + 1) == "to":
        return _speaker_from(page, at + 2, "according to")
    if tokens.words[at] in words.cues:
        return _speaker_from(page, at + 1, tokens.words[at])
    if at in tokens.breaks and tokens.word(at - 1) not in (",", "”", '"', "''"):
        return None
    for cue in range(at + 1, min(at + _REACH, len(tokens))):
        word = tokens.words[cue]
        if word in _ENDS or word in MARKS or _starts_block(page, cue):
            return None
        if _is_cue(page, cue):
            return _speaker_until(page, at, cue)
    return None


def said_before(page: Page, first: int) -> Said | None:
    """The nearest verb of saying before a quotation, in its sentence."""
    tokens = page.tokens
    start = first
    while start - 1 >= 0 and first - start < _REACH and tokens.words[start - 1] not in MARKS:
        start -= 1
        if start in tokens.breaks:
            break
    if first in tokens.breaks and tokens.word(start - 1) in MARKS and tokens.word(first - 1) not in (":", ","):
        return None  # the sentence that ends here tells of the quotation before
    for cue in range(first - 1, start, -1):
        if _is_cue(page, cue):
            return _speaker_until(page, start, cue)
        if tokens.words[cue].lower() == "according" and tokens.word(cue + 1) == "to":
            return _speaker_from(page, cue + 2, "according to")
    if tokens.words[start].lower() == "according" and tokens.word(start + 1) == "to":
        return _speaker_from(page, start + 2, "according to")
    return None


def _is_cue(page: Page, at: int) -> bool:
    """Whether a verb says: not "had been told", but "was quoted"."""
    word = page.tokens.words[at]
    return word in page.words.cues and (word == "quoted" or page.tokens.word(at - 1) not in _PASSIVE)


def _starts_block(page: Page, at: int) -> bool:
    tokens = page.tokens
    return at > 0 and "\n" in page.article.text[tokens.ends[at - 1] : tokens.starts[at]]


def _speaker_from(page: Page, at: int, cue: str) -> Said | None:
    """The speaker that begins at a token: up to a mark or a word that ends it."""
    tokens = page.tokens
    end = at
    while end < len(tokens) and end - at < _LONGEST_SPEAKER and not _starts_block(page, end):
        word = tokens.words[end]
        if word in page.words.stops or (not word[0].isalnum() and word not in ("&", "'s", "’s", "'", "’")):
            break
        end += 1
    return Said(first=at, end=end, cue=cue) if end > at else None


def _speaker_until(page: Page, start: int, cue: int) -> Said | None:
    """The speaker that ends before the verb at `cue`: the part between commas that names somebody, else the last."""
    tokens, verb = page.tokens, page.tokens.words[cue]
    end = cue
    while end > start and tokens.words[end - 1] in page.words.adverbs:
        end -= 1
    parts = list(_parts(tokens, start, end))
    if not parts:
        return None
    best = next((part for part in reversed(parts) if _person_in(page, *part)), None)
    if best is None:
        best = next((part for part in reversed(parts) if _names_anyone(page, *part)), parts[-1])
    return Said(first=best[0], end=best[1], cue=verb)


def _parts(tokens: Tokens, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for at in range(start, end):
        if tokens.words[at] in _PART_MARKS or tokens.words[at].lower() in _PART_WORDS:
            if at > first:
                yield first, at
            first = at + 1
    if end > first:
        yield first, end


def _names_anyone(page: Page, first: int, end: int) -> bool:
    return page.tokens.words[end - 1] in page.words.pronouns or noun_phrase(page, first, end) is not None


def name_speaker(page: Page, said: Said, quoted: Sequence[Span]) -> str | None:
    """A speaker's name, or the few words that tell who it is; `quoted` are all quotations of the article."""
    words = page.tokens.words
    if words[said.end - 1] in page.words.pronouns:
        return resolve_pronoun(page, said.end - 1, quoted) if said.end - said.first == 1 else None
    person = _person_in(page, said.first, said.end) or _person_after(page, said.end)
    if person is not None:
        return page.names[person.entity]
    first = said.first + (words[said.first] in ("the", "The") and _is_mention(page, said.first + 1, said.end))
    end = noun_phrase(page, first, said.end)
    return None if end is None else page.text(first, end)


def _person_in(page: Page, first: int, end: int) -> Mention | None:
    """The person named among the tokens, but for an owner: "Cameron's office" is not Cameron."""
    span = page.tokens.span(first, end)
    for mention in page.mentions_in(span.start, span.end):
        if mention.kind == "person" and not page.article.text.startswith(("'s", "’s", "' ", "’ "), mention.span.end):
            return mention
    return None


def _person_after(page: Page, end: int) -> Mention | None:
    """The person whose name follows a comma: "said one, Anna Whitlock"."""
    if page.tokens.word(end) != "," or end + 1 >= len(page.tokens):
        return None
    found = page.mentions_in(page.tokens.starts[end + 1], page.tokens.ends[end + 1])
    return found[0] if found and found[0].kind == "person" else None


def _is_mention(page: Page, first: int, end: int) -> bool:
    if first >= end:
        return False
    span = page.tokens.span(first, end)
    return any(mention.span == span for mention in page.mentions_in(span.start, span.end))
