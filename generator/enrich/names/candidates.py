"""Runs of capitals cut into possible names. Tokens and lexicon in, `Candidate` values out, in text order, disjoint.

A run ("Russian Foreign Minister Sergei Lavrov") is read from left to right; at each token the rules of `name_rules.py`
are tried in order and the first that fits takes or skips some tokens. What a single word names is settled later, with
the whole article in view (`entities.py`).
"""

from __future__ import annotations

from generator.enrich.lexicon import Lexicon
from generator.enrich.names.capitals import end_of_run, is_capital
from generator.enrich.names.name_rules import first_step
from generator.enrich.names.people import Person
from generator.enrich.names.run_view import Candidate, RunView, has_tail
from generator.enrich.tokens import Tokens
from generator.model import EntityKind

_LONGEST_ROLE = 60
"""Tokens of a role before a name; longer ones are no prose, cut so that the work stays linear."""


def find_candidates(tokens: Tokens, lexicon: Lexicon) -> list[Candidate]:
    """Every possible name of the text."""
    found: list[Candidate] = []
    words = tokens.words
    lower = lexicon.lower_starts
    end = 0
    for at in [at for at, word in enumerate(words) if word[0].isupper() or "-" in word or word in lower]:
        if at >= end and (is_capital(words[at]) or (words[at] in lower and _known_at(lexicon, words, at))):
            end = _read_run(tokens, lexicon, at, found)
    return found


def _known_at(lexicon: Lexicon, words: tuple[str, ...], at: int) -> bool:
    return lexicon.known.match(words, at) is not None or lexicon.people.full.match(words, at) is not None


def _read_run(tokens: Tokens, lexicon: Lexicon, start: int, found: list[Candidate]) -> int:
    """Read the run at `start`, add its candidates to `found`; the token to go on from."""
    end = end_of_run(tokens, start, lexicon.shapes.particles)
    at = role_start = start
    title = ""
    view = RunView(
        tokens=tokens, lexicon=lexicon, end=end, titled=False, tail=has_tail(tokens, end), titles={}, names={}
    )
    while at < end:
        if view.end != end or view.titled != bool(title):
            view = view._replace(end=end, titled=bool(title), tail=has_tail(tokens, end))
        step = first_step(view, at)
        if step.candidate is not None:
            role = _print(tokens, max(role_start, at - _LONGEST_ROLE), at) if title else ""
            found.append(_with_role(step.candidate, title, role, tokens, lexicon))
        if step.title:
            title = step.title
        elif step.keeps_role and not title:
            pass
        else:
            title, role_start = "", step.end
        at = step.end
        if at > end or (at == end and step.title):
            end = max(at, end_of_run(tokens, at - 1, lexicon.shapes.particles))
    return max(at, start + 1)


def _with_role(candidate: Candidate, title: str, role: str, tokens: Tokens, lexicon: Lexicon) -> Candidate:
    if (
        candidate.weak
        or candidate.kind not in (None, "person")
        or (candidate.known and not isinstance(candidate.known[0], Person) and not title)
    ):
        return candidate
    if not title:
        role = _lower_role(tokens, lexicon, candidate.first)
    elif lexicon.people.is_courtesy(title):
        role = ""
    kind: EntityKind | None = "person" if title or role else candidate.kind
    return Candidate(first=candidate.first, end=candidate.end, kind=kind, known=candidate.known, title=title, role=role)


def _lower_role(tokens: Tokens, lexicon: Lexicon, first: int) -> str:
    """A role in lower case before a name: "former Ukrainian president", "Kremlin spokesman"; empty for none."""
    words = tokens.words
    start = first
    for size in (3, 2, 1):
        begin = first - size
        if begin >= 0 and lexicon.people.jobs.match(words, begin, first) and _spans(lexicon, words, begin, first):
            start = begin
            break
    if start == first:
        return ""
    while (
        start - 1 >= 0 and first - start < 7 and start not in tokens.breaks and _before_job(tokens, lexicon, start - 1)
    ):
        start -= 1
    return _print(tokens, start, first)


def _spans(lexicon: Lexicon, words: tuple[str, ...], begin: int, end: int) -> bool:
    match = lexicon.people.jobs.match(words, begin, end)
    return match is not None and begin + match[0] == end


def _before_job(tokens: Tokens, lexicon: Lexicon, at: int) -> bool:
    word = tokens.words[at]
    if word in lexicon.people.before_office:
        return True
    return (
        word[0].isupper()
        and word.lower() not in ("the", "a", "an")
        and not (at in tokens.initial and word in lexicon.ordinary)
    )


def _print(tokens: Tokens, first: int, end: int) -> str:
    """Tokens as text again; enough for roles, which hold no quotation marks."""
    text = ""
    for at in range(first, end):
        gap = at > first and tokens.starts[at] > tokens.ends[at - 1]
        text += (" " if gap else "") + tokens.words[at]
    return text
