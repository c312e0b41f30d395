"""Roles after a name: "Sergei Lavrov, the foreign minister,". Tokens and where a name ends in, its role out."""

from __future__ import annotations

from generator.enrich.lexicon import Lexicon
from generator.enrich.names.capitals import end_of_run, is_capital
from generator.enrich.tokens import Tokens

_DETERMINERS = frozenset("the a an his her its their".split())
_LINKS = frozenset("of for at in".split())
_STOPS = frozenset(", . ; : who which that and said says told when where with from by is was".split())
_ENDS = _STOPS | _LINKS
_LONGEST_LEAD = 5
"""Words before the noun that names the role: "a senior Russian foreign policy adviser"."""
_LONGEST = 12


def role_after(tokens: Tokens, end: int, lexicon: Lexicon) -> str:
    """The role that follows a name that ends before token `end`, with whose it is: "chief executive of Garda"."""
    if tokens.word(end) == "," and tokens.word(end + 1).isdigit():
        end += 2  # "Peter Kay, 45, a spokesman"
    if tokens.word(end) != ",":
        return ""
    first = end + 1
    article = tokens.word(first) in _DETERMINERS
    first += article
    after = _end_of_role(tokens, first, lexicon)
    if after <= first:
        return ""
    after = _with_body(tokens, after, lexicon)
    if tokens.word(after) not in _STOPS and not tokens.word(after)[:1].islower():
        return ""
    return " ".join(tokens.words[first:after]).replace(" 's", "'s").replace(" ’s", "’s")


def _end_of_role(tokens: Tokens, first: int, lexicon: Lexicon) -> int:
    """The token after the noun for a role, where the words before it are of one phrase; `first` for none."""
    best = first
    at = first
    while at < len(tokens) and at - first < _LONGEST_LEAD and tokens.words[at] not in _ENDS:
        found = lexicon.people.jobs.match(tokens.words, at) or lexicon.people.offices.match(tokens.words, at)
        at += found[0] if found else 1
        best = at if found else best
    return best


def _with_body(tokens: Tokens, at: int, lexicon: Lexicon) -> int:
    """Past "of the Merrow Bank" after a role."""
    if tokens.word(at) not in _LINKS:
        return at
    body = at + 2 if tokens.word(at + 1) in ("the", "a") else at + 1
    if body >= len(tokens) or body in tokens.breaks or not is_capital(tokens.words[body]):
        return at
    end = end_of_run(tokens, body, lexicon.shapes.particles)
    return end if end - at <= _LONGEST else at
