"""Where a quotation's speaker is named: its marks in, the words beside them that name the speaker and the verb out.

The words after a quotation ("…," said X; "…," X said; "…", according to X) and those before it in its sentence (X said:
"…"; X told Y "…"; accused by X of "…"). Who the words mean is settled in `names.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.enrich.quotes.marks import DOUBLE
from generator.enrich.quotes.page import Page
from generator.enrich.quotes.subjects import Phrase, subject_after, subject_before
from generator.enrich.quotes.voices import can_speak

_REACH = 40
"""Tokens beside a quotation in which its speaker is sought."""
_NEAR = 3
"""Tokens between a verb and the quotation it brings in: "said:", "said that", "told reporters:"."""
_LONGEST_TITLE = 8
_ENDS = frozenset(".!?;")
_GOES_ON = frozenset((",", "?", "!", "—", "–", "-", "…"))
_MARKS = DOUBLE | frozenset("‘’'")
_SUBORDINATES = frozenset(
    "after when because while before if since although though which who whose and but or as".split()
)
"""What begins a part of a sentence that is not about the quotation before it."""
_REPORTING = frozenset(("reported", "reports", "according to"))
"""What a medium does with the words of others."""
_FOUND = frozenset(("found", "finds"))
_GIVES_NAME = frozenset("called branded labelled labeled termed billed hailed described".split())
"""Verbs that follow what has the name: "a scheme named after Ann Holt called "…""."""
_POINTED = frozenset(("pointed", "points"))
_PASSIVE = frozenset("be been being was were is are".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Who says it, the verb, and where the verb stands.

    `phrase` is None where the verb has the subject of the quotation before it ("…" and added that "…"). `direct`: the
    verb stands beside the quotation.
    """

    phrase: Phrase | None
    cue: str
    at: int
    direct: bool


def find_said(page: Page, first: int, last: int, *, open_: bool = False) -> Said | None:
    """The verb of saying that governs the quotation between two marks: beside it, else in its sentence."""
    agent = _agent_after(page, first, last)
    if agent is not None:
        return agent
    before = said_before(page, first)
    if before is not None and before.direct:
        return before
    after = None if open_ else said_after(page, last)
    if before is None and after is None:
        return None if open_ else _according_later(page, last)
    if before is None or after is None or first in page.tokens.breaks:
        return after or before
    return before if after.cue in _REPORTING or before.cue in page.words.naming else after


def _agent_after(page: Page, first: int, last: int) -> Said | None:
    """Who names something in the passive: "was branded "cruel" by campaigners and "long overdue" by shopkeepers"."""
    if page.low(last + 1) != "by":
        return None
    for at in range(first - 1, max(first - _REACH, 0), -1):
        if at in page.tokens.breaks:
            return None
        if page.tokens.words[at] in page.words.naming and page.tokens.words[at].endswith("ed"):
            return _make_said(page, subject_after(page, last + 2), page.tokens.words[at], last + 1, direct=False)
    return None


def _according_later(page: Page, last: int) -> Said | None:
    """Who is named at the end of the sentence: "had "lost power" shortly after leaving port, according to X"."""
    for at in range(last + 1, min(last + _REACH, len(page.tokens))):
        word = page.tokens.words[at]
        if at in page.tokens.breaks or word in DOUBLE or page.starts_block(at):
            return None
        if word == "according" and page.tokens.word(at + 1) == "to" and page.tokens.word(at - 1) == ",":
            return _make_said(page, subject_after(page, at + 2), "according to", at, direct=False)
    return None


def said_after(page: Page, last: int) -> Said | None:
    """Who is named after the quotation whose closing mark is `last`."""
    words, tokens = page.words, page.tokens
    inner = next((tokens.words[n] for n in range(last - 1, max(last - 4, 0), -1) if tokens.words[n] not in _MARKS), "")
    at = last + 1
    outer = tokens.word(at) if tokens.word(at) in (",", "-", "—", "–", "_") else ""
    at += bool(outer)
    if at >= len(tokens) or page.starts_block(at):
        return None
    if page.low(at) == "according" and tokens.word(at + 1) == "to":
        return _make_said(page, subject_after(page, at + 2), "according to", at)
    if tokens.words[at] in words.cues and at not in tokens.breaks and not tokens.words[at].endswith("ing"):
        phrase = subject_after(page, at + 1)
        if phrase is not None and not (tokens.words[at] in words.plural_nouns and page.low(at + 1) == "of"):
            return _make_said(page, phrase, tokens.words[at], at)
        return None
    if page.low(at) in _SUBORDINATES:
        return None
    ended = inner == "." and not outer
    whole = bool(outer) or inner in _GOES_ON or (ended and tokens.words[at][0].islower())
    return _verb_after(page, at, whole=whole, ended=ended and not whole)


def _make_said(page: Page, phrase: Phrase | None, cue: str, at: int, *, direct: bool = True) -> Said | None:
    return None if phrase is None else Said(phrase=phrase, cue=cue, at=at, direct=direct)


def _verb_after(page: Page, at: int, *, whole: bool, ended: bool) -> Said | None:
    """A subject and a verb after a quotation; where that is but a part of the sentence, at the sentence's end."""
    tokens = page.tokens
    for cue in range(at + 1, min(at + _REACH, len(tokens))):
        word = tokens.words[cue]
        if word in _ENDS or word in DOUBLE or page.starts_block(cue) or (cue in tokens.breaks and cue > at):
            return None
        if not _is_cue(page, cue) or word.endswith("ing"):
            continue
        if word == "quoted":
            return _make_said(page, _quoted_as(page, cue), word, cue)
        phrase = subject_before(page, at, cue)
        if phrase is not None and ended:
            return _make_said(page, phrase, word, cue) if phrase.first == at and _closes(page, cue) else None
        if phrase is None or not can_speak(page, phrase, word, direct=whole):
            continue
        if whole or (tokens.word(phrase.first - 1) == "," and _closes(page, cue)):
            return _make_said(page, phrase, word, cue, direct=whole)
    return None


def _closes(page: Page, cue: int) -> bool:
    """Whether nothing is said after a verb but where and when."""
    return page.tokens.word(cue + 1) in (".", ",", ";", "") or page.low(cue + 1) in page.words.stops


def said_before(page: Page, first: int) -> Said | None:
    """The nearest verb of saying before the quotation whose opening mark is `first`, in its sentence."""
    tokens = page.tokens
    start = first
    while start > 0 and first - start < _REACH and start not in tokens.breaks:
        title = _title_start(page, start - 1)
        if title is None and tokens.words[start - 1] in DOUBLE:
            break
        start = start - 1 if title is None else title
    past_mark = start > 0 and tokens.words[start - 1] in DOUBLE and start not in tokens.breaks
    for cue in range(first - 1, start - 1, -1):
        if page.low(cue) == "according" and tokens.word(cue + 1) == "to":
            return _make_said(page, subject_after(page, cue + 2), "according to", cue)
        if tokens.words[cue] in page.words.cues:
            said = _verb_before(page, start, cue, first, past_mark=past_mark)
            if said is not None and _is_believed(page, said):
                return said
    return None


def _title_start(page: Page, last: int) -> int | None:
    """Where a title begins whose closing mark is `last`: it hides no verb ("on "Meet the Press" that …")."""
    words = page.tokens.words
    if words[last] not in DOUBLE:
        return None
    for at in range(last - 1, max(last - _LONGEST_TITLE, 0), -1):
        if words[at] in DOUBLE:
            return at if at < last - 1 and words[at - 1][0].isalnum() else None
        if words[at][0].islower() and (len(words[at]) > 3 or words[at - 1] in DOUBLE):
            return None
    return None


def _is_believed(page: Page, said: Said) -> bool:
    return said.phrase is None or can_speak(page, said.phrase, said.cue, direct=said.direct)


def _verb_before(page: Page, start: int, cue: int, first: int, *, past_mark: bool) -> Said | None:
    tokens = page.tokens
    word = tokens.words[cue]
    direct = first - cue <= _NEAR or (tokens.word(first - 1) == ":")
    if word == "quoted" or (word in ("saying", "telling") and tokens.word(cue - 1) == "as"):
        return _quoted_before(page, start, cue, direct=direct)
    if not _is_cue(page, cue) or (tokens.word(cue + 1) == "by" and word.endswith("ed")):
        agent = next((n for n in range(cue + 1, first) if tokens.words[n] == "by"), None)
        return _make_said(page, subject_after(page, agent + 1), word, cue, direct=direct) if agent else None
    phrase = subject_before(page, start, cue)
    if word in page.words.naming and cue == first - 1 and not _somebody_names(page, cue):
        named = page.name_that_ends(cue) if phrase is not None and word not in _GIVES_NAME else None
        return _make_said(page, phrase if named else None, word, cue, direct=direct)
    if (
        phrase is None
        and past_mark
        and word not in page.words.plural_nouns
        and all(not _begins_part(page, n) for n in range(start, cue))
    ):
        return Said(phrase=None, cue=word, at=cue, direct=direct)
    if phrase is None and cue == start:
        phrase = subject_after(page, cue + 1)
    if phrase is not None and word in page.words.plural_nouns and not _is_sure(page, phrase, cue):
        return None
    if phrase is not None and word in _FOUND and not any(page.low(n) in page.words.findings for n in range(*phrase)):
        return None
    return _make_said(page, phrase, word, cue, direct=direct)


def _begins_part(page: Page, at: int) -> bool:
    """Whether somebody else is spoken of between a quotation and a verb."""
    return page.tokens.words[at][0].isupper() or page.low(at) in page.words.people


def _somebody_names(page: Page, cue: int) -> bool:
    """Whether somebody calls it so: "what the minister calls "…""; not "a scheme called "…""."""
    return not page.tokens.words[cue].endswith("ed") or any(page.low(n) == "what" for n in range(cue - 8, cue))


def _is_sure(page: Page, phrase: Phrase, cue: int) -> bool:
    """Whether a word that is a noun too is a verb: "Orlov claims", "experts claim", not "rebel claims"."""
    before = page.low(cue - 1)
    if before == "," and any(named.mention.kind == "person" for named in page.named_in(*phrase)):
        return True  # "Ann Holt, who led the study, calls it"
    if phrase.end != cue or before in page.words.determiners or before in ("'s", "’s"):
        return False
    agree = before in page.words.people and before.endswith("s") and not page.low(cue).endswith(("s", "ed"))
    named = before in page.words.pronouns or page.name_that_ends(cue) is not None
    return named or agree or page.low(phrase.first) in page.words.determiners


def _quoted_before(page: Page, start: int, cue: int, *, direct: bool) -> Said | None:
    """ "X was quoted as saying", "the agency quoted X as saying", "was reported as saying"."""
    tokens = page.tokens
    verb = cue
    if tokens.words[cue] != "quoted":
        verb = next(
            (n for n in range(cue - 1, max(start, cue - 16), -1) if tokens.words[n] in ("quoted", "cited")), cue - 2
        )
    if verb <= start:
        return None
    if tokens.word(verb - 1) in _PASSIVE:
        return _make_said(page, subject_before(page, start, verb - 1), tokens.words[verb], verb, direct=direct)
    return _make_said(page, subject_after(page, verb + 1), tokens.words[verb], verb, direct=direct)


def _quoted_as(page: Page, cue: int) -> Phrase | None:
    """ "…," the agency quoted X as saying; "…," X was quoted as saying."""
    if page.tokens.word(cue - 1) in _PASSIVE:
        return subject_before(page, max(0, cue - _REACH), cue - 1)
    return subject_after(page, cue + 1)


def _is_cue(page: Page, at: int) -> bool:
    """Whether a verb says: not "had been told", but "was quoted"."""
    word = page.tokens.words[at]
    if word in _POINTED:
        return page.tokens.word(at + 1) == "out"
    return word in page.words.cues and (word == "quoted" or page.tokens.word(at - 1) not in _PASSIVE)
