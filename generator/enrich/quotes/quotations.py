"""Direct quotations with speaker and cue. An article, its tokens and names in, `Quote` values out, in text order.

What is marked (`marks.py`) is a quotation when a verb of saying governs it, when it is a whole sentence, or when
it is long; titles, nicknames and scare quotes are left alone. Each piece gets the words that name its speaker
(`speakers.py`), else the speaker that goes on from the quotation before or acts in the statement before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.enrich.quotes.free import is_quotation, speaker_before
from generator.enrich.quotes.marks import Marked, find_marked
from generator.enrich.quotes.names import is_thing, name_speaker
from generator.enrich.quotes.page import Page, QuoteWords, Speaker, make_page
from generator.enrich.quotes.salience import Spoke
from generator.enrich.quotes.speakers import Said, find_said
from generator.enrich.tokens import Tokens
from generator.model import Article, Entity, Mention, Quote

_OUTCRIES = frozenset("cries shouts chants choruses".split())
"""What many call at once: 'to cries of "resign"'."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A quotation, who says it, and where the verb that tells so stands."""

    marked: Marked
    speaker: Speaker | None
    cue: str | None
    verb: int | None = None


def find_quotes(
    article: Article, tokens: Tokens, mentions: Sequence[Mention], entities: Sequence[Entity], words: QuoteWords
) -> tuple[Quote, ...]:
    """Every direct quotation of the article."""
    ends = [bisect_left(tokens.starts, block.span.end) for block in article.blocks] or [len(tokens)]
    marked = list(find_marked(tokens, ends))
    if not marked:
        return ()
    quoted = [tokens.span(one.first, one.last + 1) for one in marked]
    page = make_page(article, tokens, words, mentions, entities, quoted)
    return tuple(_make_quote(page, told) for told in _tell(page, marked))


def _make_quote(page: Page, told: _Told) -> Quote:
    span = page.tokens.span(told.marked.first, told.marked.last + 1)
    if told.speaker is None:
        return Quote(span=span, speaker=None, cue=told.cue)
    return Quote(span=span, speaker=told.speaker.name, cue=told.cue, entity=told.speaker.entity)


def _tell(page: Page, marked: Sequence[Marked]) -> list[_Told]:
    """Speaker by speaker, in order: who spoke before tells who "he" is, and who goes on."""
    said = [find_said(page, one.first, one.last, open_=one.open) for one in marked]
    for number in range(len(marked) - 2, -1, -1):
        one, other, following = marked[number], marked[number + 1], said[number + 1]
        if said[number] is None and following and following.at > other.last and _same_sentence(page, one, other):
            said[number] = replace(following, direct=False)
    told: list[_Told] = []
    spoke: list[Spoke] = []
    goes_on = False
    for one, its in zip(marked, said, strict=True):
        before = told[-1] if told else None
        found = (
            _go_on(page, one, its, before, spoke) if goes_on and before else _find_told(page, one, its, before, spoke)
        )
        if found is not None:
            if goes_on and before and before.speaker is None and found.speaker is not None:
                told[-1] = replace(before, speaker=found.speaker, cue=found.cue)
            told.append(found)
            if found.speaker is not None:
                spoke.append(Spoke(max(one.last, found.verb or 0), found.speaker))
        goes_on = one.open
    return told


def _same_sentence(page: Page, one: Marked, other: Marked) -> bool:
    between = range(one.last + 1, other.first + 1)
    return len(between) < 60 and not any(at in page.tokens.breaks for at in between)


def _is_shared(page: Page, one: Marked, said: Said | None, near: _Told) -> bool:
    """Whether a piece has the speaker of the one before it in its sentence: "…," he said, "…"; "…" and added "…"."""
    if said is not None and said.phrase is not None and said.at != near.verb:
        return False
    joined = page.low(one.first - 1) in (",", "and", "or", "but") or (said is not None and said.phrase is None)
    return joined or near.cue not in page.words.naming


def _go_on(page: Page, one: Marked, said: Said | None, before: _Told, spoke: Sequence[Spoke]) -> _Told:
    """A quotation over several blocks has one speaker: whichever piece names him."""
    if before.speaker is None and said is not None and said.phrase is not None:
        return _Told(marked=one, speaker=name_speaker(page, said.phrase, spoke), cue=said.cue, verb=said.at)
    own = said is not None and said.at > one.last
    return _Told(marked=one, speaker=before.speaker, cue=said.cue if said and own else before.cue)


def _find_told(
    page: Page, one: Marked, said: Said | None, before: _Told | None, spoke: Sequence[Spoke]
) -> _Told | None:
    """A piece as a quotation, or None where it is none."""
    if page.low(one.first - 1) == "of" and page.low(one.first - 2) in _OUTCRIES:
        return _Told(marked=one, speaker=None, cue=None)
    near = before if before is not None and _same_sentence(page, before.marked, one) else None
    if near is not None and _is_shared(page, one, said, near):
        cue = said.cue if said is not None and said.phrase is None else near.cue
        governed = near.cue is not None
        if not is_quotation(page, one, governed=governed, direct=said is not None and said.direct):
            return None
        return _Told(marked=one, speaker=near.speaker, cue=cue, verb=near.verb)
    if said is not None and said.phrase is not None:
        if is_thing(page, said.phrase) or not is_quotation(page, one, governed=True, direct=said.direct):
            return None
        return _Told(marked=one, speaker=name_speaker(page, said.phrase, spoke), cue=said.cue, verb=said.at)
    last = before.marked.last if before else None
    speaker = speaker_before(page, one, last, before.speaker if before else None, spoke)
    if not is_quotation(page, one, governed=False, direct=False, known=speaker is not None):
        return None
    return _Told(marked=one, speaker=speaker, cue=None)
