"""Whether a cleaning rule's pattern can be used: a rule comes in, what is wrong with its pattern goes out.

A pattern that a person writes may be none, take whatever it meets, or go back and forth over a line for hours (`(a+)+`,
`(?:a|a)*`, pairs of `.*`). No inspection of a pattern finds all of the last kind, so it is tried: on lines made of its
own example and words, ever longer, that almost match.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

from generator.vocabulary.cleaning import LONGEST_LINE, WHOLE, Cleaning, Rule, make_cleaning

_MOST_SECONDS = 0.05
"""Of processor time, for one line. The packaged rules all together take some 0.0001 s."""
_PROSE = (
    "The council met on Thursday and said that it would repair the harbour wall before the winter storms.",
    "Nobody was hurt.",
    "Officials in three towns said yesterday that they had no plans to close the road",
)
_PART = "The wall fell at dawn."
_WORD = re.compile(r"[^\W\d_]{2,20}")
_PHRASE = re.compile(r"[^\W\d_]{2,20}(?: [^\W\d_]{2,20}){1,4}")
_MOST_WORDS = 60


def find_fault(rule: Rule) -> str | None:
    """What is wrong with a rule's pattern, with the remedy; None when nothing is."""
    try:
        groups = re.compile(rule.pattern).groups
        cleaning = make_cleaning((rule,))
    except (re.error, RecursionError, OverflowError) as error:
        return f"is no regular expression ({error}); put a backslash before signs that mean themselves"
    if groups:
        return "has a group that captures; write (?:…) for (…)"
    if re.compile(rule.pattern, re.IGNORECASE).fullmatch(""):
        return "matches nothing at all, and so would be found everywhere; let it name at least one word"
    if is_slow(rule):
        return "takes too long on some lines; repeat nothing that is repeated within, and use no .* twice"
    if not takes_example(rule, cleaning):
        return f"does not match its example {rule.example!r} as a whole; mend one of the two"
    if rule.scope in WHOLE and any(cleaning.match_line(line) for line in _PROSE):
        return "takes ordinary sentences as well; let it name the words of the furniture"
    return None


def takes_example(rule: Rule, cleaning: Cleaning) -> bool:
    """Whether the rule takes its own example, all of it: as a line, or at the start or end of one."""
    if rule.scope in WHOLE:
        return cleaning.match_line(rule.example) is not None
    if rule.scope == "start-span":
        match = cleaning.starts.match(f"{rule.example} {_PART}")
    else:
        match = cleaning.search_end(f"{_PART} {rule.example}")
    return match is not None and match[0].strip() == rule.example.strip()


def is_slow(rule: Rule) -> bool:
    """Whether some line takes the rule's pattern longer than any line should."""
    cleaning = make_cleaning((rule,))
    for line in _hard_lines(rule):
        if _time(line, cleaning) > _MOST_SECONDS and _time(line, cleaning) > _MOST_SECONDS:
            return True
    return False


def _hard_lines(rule: Rule) -> Iterator[str]:
    """Lines that almost match, each kind from short to long, so that the first slow one is not yet endless."""
    words = list(dict.fromkeys(_WORD.findall(rule.pattern)))[:_MOST_WORDS]
    parts = [rule.example, f"{rule.example} ", "a", "1", " ", ".", "-", "a ", "A.", " ".join(words), "".join(words)]
    parts += [f"{word} " for word in (*words, *dict.fromkeys(_PHRASE.findall(rule.pattern)))]
    parts += list(dict.fromkeys(rule.example))[:_MOST_WORDS]
    for length in (*range(4, 48, 2), *range(50, LONGEST_LINE, 75)):
        for part in parts:
            repeated = (part * (length // len(part) + 1))[:length] if part else ""
            yield f"{repeated}\0~a"
            yield f"{rule.example} {repeated}\0~a"


def _time(line: str, cleaning: Cleaning) -> float:
    began = time.process_time()
    # The patterns themselves: a line met before would be remembered.
    for pattern in (cleaning.lines, cleaning.starts):
        pattern.match(line)
    for pattern in (cleaning.ends, cleaning.cued_ends):
        pattern.search(line)
    return time.process_time() - began
