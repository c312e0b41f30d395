"""Quotations as pages show them. In: words quoted, with the marks of their report. Out: the same in one form of marks.

Reports put quotations in straight marks, curly ones, two single ones, or lose one of a pair at a page's edge; a comma
that only leads to "he said" belongs to their sentence, not to what was said.
"""

from __future__ import annotations

from generator.render.wording import shorten

_MARKS = "\"“”„‟«»‘’'`´"
_SINGLE = "‘'`´"
_PAIRS = {"«": "»", "»": "«", "„": "“", "‚": "‘", "「": "」", "『": "』", "‹": "›"}
"""Marks of other languages, which stay where both are there."""
_BREAK = " … "
_TRAILING = ",;:–— "


def say_quotation(text: str, longest: int) -> str:
    """Words quoted between curly marks; of parts that were put together, each between its own.

    At most `longest` characters and a few for the marks.
    """
    parts, room = [], longest
    for part in _parts(text):
        if room <= 0:
            break
        parts.append(_say(part, room))
        room -= len(parts[-1])
    return _BREAK.join(parts)


def _parts(text: str) -> list[str]:
    """The quotations in a row of them: a break counts where one ends and another begins."""
    parts: list[str] = []
    for part in text.split(_BREAK):
        if parts and not (parts[-1][-1:] in _MARKS and part[:1] in _MARKS):
            parts[-1] += _BREAK + part
        else:
            parts.append(part)
    return parts


def _say(text: str, longest: int) -> str:
    text = " ".join(text.split())
    first, last = text[:1], text[-1:]
    if _PAIRS.get(first) == last and len(text) > 1:
        return first + shorten(text[1:-1].strip().rstrip(_TRAILING), longest) + last
    words = _even(_strip(text))
    return f"“{shorten(words, longest)}”"


def _strip(text: str) -> str:
    """The words alone: without the marks around them, and without the comma before or behind the last mark."""
    opens_single = text[:1] in _SINGLE
    text = text.lstrip(_MARKS + " ")
    if text.endswith(("s’", "s'")) and not opens_single:
        return text  # "the miners’": an apostrophe
    return text.rstrip(_MARKS + _TRAILING)


def _even(words: str) -> str:
    """Without a mark that has no partner within the words."""
    if words.count('"') % 2:
        at = words.rfind('"')
        words = words[:at] + words[at + 1 :]
    opened, closed = words.count("“"), words.count("”")
    if opened > closed:
        return words + "”"
    if closed > opened:
        at = words.rfind("”")
        return words[:at] + words[at + 1 :]
    return words
