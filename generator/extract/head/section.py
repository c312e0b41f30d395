"""The part of the paper that an article stands in, as the lines above its headline name it.

A kicker, a trail of links or a label in; the section's name out, or None when the line names none.
"""

from __future__ import annotations

import re

from generator.extract.head.source import is_section, is_source
from generator.extract.lines import ends_sentence

# "Home › News › World", "World / Europe".
_TRAIL = re.compile(r"\s?[›»>]\s?|\s/\s|(?<=\w)/(?=\w)")
_LABEL = " | "
# "Headline: Harbour wall falls"
_TITLE_LABEL = re.compile(r"(?:headline|title)\s?:\s", re.IGNORECASE)
_HOME = "home"
_MOST_PARTS, _MOST_WORDS, _LONGEST = 5, 4, 80


def read_kicker(text: str) -> str | None:
    """The section in a line above a headline: `World news`, `Home > News > World`, `Britain | Free trade`."""
    if len(text) > _LONGEST or ends_sentence(text):
        return None
    if is_section(text):
        return text
    first, label, other = text.partition(_LABEL)
    if label and _LABEL not in other:
        short = all(len(part.split()) <= _MOST_WORDS for part in (first, other))
        return first if short and not is_source(first) else None
    return read_trail(text)


def read_trail(text: str) -> str | None:
    """The last section in a trail of links: `Home » News » World news`; one set in type without its signs too."""
    if len(text) > _LONGEST:
        return None
    # "HomeWorld News": links set side by side.
    rest = text[len(_HOME) :].strip() if text.startswith(_HOME.capitalize()) else ""
    if rest and (section := _read_spaced(rest.split())):
        return section
    parts = [part.strip() for part in _TRAIL.split(text) if part.strip()]
    if not 1 < len(parts) <= _MOST_PARTS:
        return None
    named = [part for part in parts if is_section(part)]
    known = all(is_section(part) or part.casefold() == _HOME for part in parts[:-1])
    return named[-1] if named and known else None


def _read_spaced(words: list[str]) -> str | None:
    """The last section of a trail without signs between its links, "News National": below them may stand one more."""
    section = None
    at = 0
    while at < len(words):
        count = next((n for n in range(_MOST_WORDS, 0, -1) if is_section(" ".join(words[at : at + n]))), 0)
        if not count:
            break
        section = " ".join(words[at : at + count])
        at += count
    rest = words[at:]
    return section if len(rest) < _MOST_WORDS and all(word[:1].isupper() for word in rest) else None


def split_labels(title: str) -> tuple[str, str | None, str | None]:
    """A headline with what pages print in its line: the headline, its section, the outlet.

    `World | Harbour wall falls`, `Harbour wall falls | World news | The Sample Post`, `Harbour falls - Sample News`.
    """
    section = source = None
    if (named := _TITLE_LABEL.match(title)) and named.end() < len(title):
        title = title[named.end() :]
    first, label, rest = title.partition(_LABEL)
    if label and is_section(first) and len(rest.split()) > 1:
        section, title = first, rest
    for sign in (_LABEL, " - ", " – ", " — "):
        while title.count(" ") > _MOST_WORDS and sign in title:
            head, _, last = title.rpartition(sign)
            if source is None and is_source(last):
                source = last
            elif sign == _LABEL and section is None and is_section(last):
                section = last
            else:
                break
            title = head.rstrip()
    return title, section, source
