"""Whether a marked piece is a quotation, and who says one without a verb of saying. A piece in, the answer out.

Left alone are titles (capitals, or a word for a work before), nicknames, words as words,
and one or two words set before a noun (the "clean" plant).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from generator.enrich.quotes.marks import DOUBLE, ENDS, Marked
from generator.enrich.quotes.names import name_speaker
from generator.enrich.quotes.page import Page, Speaker
from generator.enrich.quotes.salience import Spoke
from generator.enrich.quotes.subjects import clause_subject

FEWEST_WORDS = 3
"""Words of a quotation that stands alone with nobody seen to say it."""
SURE_WORDS = 6
"""From this many words on, marks within a sentence make a quotation even where nobody is seen to say it."""
_FEW = 2
"""Words that may be a name for something even after a verb of saying."""
_LONGEST_GAP = 40
"""Tokens between a quotation and one that goes on with it."""
_LONGEST_BREAK = 80
"""Tokens between quotations of one speaker where nobody else is named."""
_LONGEST_SENTENCE = 150
"""Tokens of a sentence that are looked at."""
_LOOKED_AT = 40
"""Tokens of a piece that tell what it is."""
_ADDRESSING = frozenset(("told", "tells", "telling"))
_OF_ONESELF = frozenset(("i", "my", "me", "myself", "i'm", "i've"))
_INTRODUCES = frozenset((":", "—", "–", "-"))


def is_quotation(page: Page, one: Marked, *, governed: bool, direct: bool, known: bool = False) -> bool:
    """Whether marks hold words that somebody said; `governed` by a verb of saying, `direct` when beside it."""
    most = min(one.last, one.first + _LOOKED_AT)
    words = [at for at in range(one.first + 1, most) if page.tokens.words[at][0].isalnum()]
    if not words:
        return False
    whole = page.tokens.words[one.last - 1] in ENDS or page.tokens.word(one.last + 1) == ","
    if _is_inner_title(page, one, words):
        return False
    if direct and (whole or page.tokens.word(one.first - 1) in (":", ",")):
        return True
    if _is_named(page, one) or (_is_title(page, words) and not (whole and governed)):
        return False
    if governed:
        if page.low(one.first - 1) == "the" and len(words) <= _FEW and not whole:
            return False  # "traders call it the "widow-maker""
        beside = page.tokens.word(one.first - 1) in page.words.cues
        return beside or whole or len(words) > _FEW or not (_before_noun(page, one) or _begins_clause(page, one))
    if _stands_alone(page, one):
        return known or len(words) >= FEWEST_WORDS
    return len(words) >= SURE_WORDS and page.tokens.words[words[0]][0].islower()


def _stands_alone(page: Page, one: Marked) -> bool:
    """Whether a piece is a sentence, or what a sentence leads to by a colon or dash."""
    if page.tokens.word(one.first - 1) in _INTRODUCES:
        return True
    ended = page.tokens.words[one.last - 1] in ENDS or page.tokens.word(one.last + 1) == "."
    return one.first in page.tokens.breaks and (ended or one.open)


def _is_named(page: Page, one: Marked) -> bool:
    """Whether a word before tells a title, a name or a word as a word; or a name goes on around a nickname."""
    if one.first in page.tokens.breaks:
        return False
    before = [page.low(at) for at in range(max(0, one.first - 3), one.first)]
    if before and (
        before[-1] in page.words.works or (before[-1] == "," and before[-2:-1] and before[-2] in page.words.works)
    ):
        return True
    if (
        before[-1:] == ["as"]
        and one.last - one.first <= SURE_WORDS
        and any(page.low(at) in ("known", "billed", "famous") for at in range(one.first - 6, one.first))
    ):
        return True
    capital = page.tokens.words[one.first + 1][0].isupper()
    if capital and len(before) > 1 and before[-2] in page.words.works and before[-1] not in ("in", "by", "that", "as"):
        return True
    left, right = page.tokens.word(one.first - 1), page.tokens.word(one.last + 1)
    return left[:1].isupper() and right[:1].isupper() and one.last - one.first <= _FEW + 2


def _is_title(page: Page, words: Sequence[int]) -> bool:
    """Whether every longer word has a capital, as in titles."""
    tokens = page.tokens.words
    return len(words) > 1 and not any(
        tokens[at][0].islower() and (len(tokens[at]) > 3 or at == words[0]) for at in words
    )


def _is_inner_title(page: Page, one: Marked, words: Sequence[int]) -> bool:
    """Whether capitals follow a word that brings in no speech: "on “Hannity,” she said", "told “Today”"."""
    before = page.tokens.word(one.first - 1)
    if one.first in page.tokens.breaks or not before[:1].isalnum() or not page.tokens.words[words[0]][0].isupper():
        return False
    brings_in = before in page.words.cues - _ADDRESSING or before == "that"
    return not brings_in and all(page.tokens.words[at][0].isupper() for at in words if len(page.tokens.words[at]) > 3)


def _before_noun(page: Page, one: Marked) -> bool:
    """Whether marks set off a word before another: "clean" coal."""
    after = page.tokens.word(one.last + 1)
    return after[:1].isalpha() and after.lower() not in page.words.functions and after not in page.words.cues


def _begins_clause(page: Page, one: Marked) -> bool:
    """Whether marks set off the subject of what is said: "that "outsourcing" is to blame"."""
    return page.low(one.first - 1) in ("that", "whether", "if")


# --- speakers without a verb -----------------------------------------------------------------------------------------


def speaker_before(
    page: Page, one: Marked, last: int | None, speaker: Speaker | None, spoke: Sequence[Spoke]
) -> Speaker | None:
    """Who says a free-standing quotation: who is led to by a colon, spoke before, or acts in the sentence before.

    `last` and `speaker` are the quotation before, if there is one.
    """
    if not _stands_alone(page, one):
        return _subject_of_its_sentence(page, one, spoke)
    if page.tokens.word(one.first - 1) in _INTRODUCES:
        return _led_to(page, one.first, spoke)
    near = last is not None and one.first - last <= _LONGEST_GAP
    if last is not None and near and not any(at in page.tokens.breaks for at in range(last + 2, one.first)):
        return speaker
    found = _states(page, one.first, spoke)
    if found is None and last is not None and one.first - last <= _LONGEST_BREAK and not _others(page, last, one.first):
        return speaker
    return found


def _others(page: Page, first: int, end: int) -> bool:
    """Whether anybody who may speak is named between two quotations, but where they say who spoke."""
    start = next((at for at in range(first + 2, end) if at in page.tokens.breaks), end)
    return any(named.mention.kind != "place" for named in page.named_in(start, end))


def _subject_of_its_sentence(page: Page, one: Marked, spoke: Sequence[Spoke]) -> Speaker | None:
    """Whose attitude a sentence tells in his words, without a verb of saying: "Holt praised them for "having …"" """
    if one.last - one.first < SURE_WORDS:
        return None
    return _subject(page, _sentence_start(page, one.first - 1), one.first, spoke, kinds=("person/", "organisation/"))


def _led_to(page: Page, first: int, spoke: Sequence[Spoke]) -> Speaker | None:
    """Before a colon: the only person named in the sentence, or its subject."""
    start = _sentence_start(page, first - 1)
    people = {named.mention.entity: named for named in page.named_in(start, first) if named.mention.kind == "person"}
    if len(people) == 1:
        return page.speaker(next(iter(people.values())).mention)
    return _subject(page, start, first - 1, spoke) if len(people) > 1 else None


def _states(page: Page, first: int, spoke: Sequence[Spoke]) -> Speaker | None:
    """The person at the head of the sentence before; across blocks only if that sentence tells what is said."""
    if first == 0 or page.tokens.words[first - 1] in DOUBLE:
        return None
    start = _sentence_start(page, first - 1)
    if page.starts_block(first) and not any(page.tokens.words[at] in page.words.cues for at in range(start, first)):
        return _alone_before(page, first)
    return _subject(page, start, first - 1, spoke)


def _alone_before(page: Page, first: int) -> Speaker | None:
    """Who heads the paragraph before and is the only person in it, where the quotation speaks of "I" or "me"."""
    if not any(page.low(at) in _OF_ONESELF for at in range(first, min(first + _LOOKED_AT, len(page.tokens)))):
        return None
    block = bisect_left(page.article.blocks, page.tokens.starts[first], key=lambda one: one.span.start) - 1
    if block < 0:
        return None
    start = bisect_left(page.tokens.starts, page.article.blocks[block].span.start)
    people = {named.mention.entity for named in page.named_in(start, first) if named.mention.kind == "person"}
    if len(people) != 1 or first - start > _LONGEST_SENTENCE:
        return None
    end = next((at for at in range(start + 1, first) if at in page.tokens.breaks), first)
    return _subject(page, start, end - 1, ())


def _subject(
    page: Page, start: int, end: int, spoke: Sequence[Spoke], *, kinds: tuple[str, ...] = ("person/",)
) -> Speaker | None:
    phrase = clause_subject(page, start, end)
    speaker = name_speaker(page, phrase, spoke) if phrase is not None else None
    return speaker if speaker is not None and (speaker.entity or "").startswith(kinds) else None


def _sentence_start(page: Page, at: int) -> int:
    """The first token of the sentence of a token; of a long one, a token not far back."""
    number = bisect_right(page.article.sentences, page.tokens.starts[at], key=lambda span: span.start) - 1
    first = bisect_left(page.tokens.starts, page.article.sentences[number].start) if number >= 0 else 0
    return max(first, at - _LONGEST_SENTENCE)
