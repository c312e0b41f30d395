"""What a page runs together in one line, parted: kicker, headline, standfirst, and the words of a picture.

A line and the words that the story writes small come in; where each part ends goes out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from generator.extract.head.source import is_section
from generator.extract.lines import ends_sentence

_STEM = 5
_SPLIT_WORDS, _KICKER_WORDS = 14, 3
# A headline alone is shorter.
_RUN_ON_WORDS = 18
# No headline ends in one of these: a capital after it begins a name.
_NOT_LAST = frozenset(
    (
        "a an the and or but nor of in on at to for from by with as into over under after before against between"
        " about than via near like amid without across around behind during despite towards toward until upon its"
        " his her their our your my this that these those some all both no not is are was were be has have had will"
        " would can could may might must should if when while where who which what how why says said calls tells"
    ).split()
)
# Words that no name begins with, whatever the story writes.
_NO_NAMES = _NOT_LAST | frozenset("two three four five six seven eight nine ten dozens hundreds thousands".split())
# "Portsea ‘We heard it stop’: on the quay …": a headline that opens with what somebody said, a topic before it or not.
_QUOTED_FIRST = re.compile(r"(?:[A-Z][\w&-]{1,20}(?: [\w&-]{1,20}){0,2} )?(?=[\"'‘“][A-Z][^\"”:]{8,90}[\"'’”]: \w)")
_LEAST_CAPTION = 5
_HEADLINE_WORDS = 4


def find_small_words(story: Iterable[str]) -> frozenset[str]:
    """The words that a story writes small, which are therefore no names."""
    words = {word for word in chain.from_iterable(map(str.split, story)) if word.islower()}
    return frozenset(words | {word.rstrip(".,;:!?”").removesuffix("’s").removesuffix("'s") for word in words})


def split_headline(text: str, plain: frozenset[str] = frozenset()) -> tuple[str, str | None, bool]:
    """A headline that a page ran together with its kicker and standfirst: headline, standfirst, whether it was split.

    "Floods Floods cut off town as river rises Council says …": a kicker is repeated by the headline, or is a section's
    name. A long line is divided where a capital follows a small letter: at a word that is no name, because the story
    writes it small (`plain`), else at the only such place.
    """
    if (start := find_kicker_end(text, plain)) is None:
        return text, None, False
    rest = text[start:]
    words = rest.split(" ")
    if len(words) < _SPLIT_WORDS:
        return rest, None, True
    breaks = [
        at
        for at in range(5, len(words) - 4)
        if words[at][:1].isupper()
        and words[at - 1][-1:].islower()
        and not words[at - 1][:1].isupper()
        and (words[at - 1] not in _NOT_LAST or _ends_in_speaker(words, at))
    ]
    sure = [at for at in breaks if words[at].casefold() in plain or words[at].casefold() in _NO_NAMES]
    if not sure and len(breaks) != 1:
        return rest, None, True
    at = (sure or breaks)[0]
    return " ".join(words[:at]), " ".join(words[at:]), True


def find_caption_start(text: str, plain: frozenset[str]) -> int | None:
    """Where a picture's caption begins that a page ran together with kicker, headline and standfirst above it.

    That is the last place where a capital that the story writes small follows a small letter.
    """
    if find_kicker_end(text, plain) is None:
        return None
    words = text.split(" ")
    for at in range(len(words) - _LEAST_CAPTION, _KICKER_WORDS + _HEADLINE_WORDS, -1):
        one, other = words[at - 1], words[at]
        small = other.casefold() in _NOT_LAST or other.casefold() in plain
        if other[:1].isupper() and small and one[-1:].islower() and one not in _NOT_LAST:
            return len(" ".join(words[:at])) + 1
    return None


def _ends_in_speaker(words: Sequence[str], at: int) -> bool:
    """Whether the words before end as headlines do that name their source: "…, mayor says"."""
    return words[at - 1] in ("says", "say", "said") and any(word.endswith(",") for word in words[at - 5 : at - 1])


def find_kicker_end(text: str, plain: frozenset[str] = frozenset()) -> int | None:
    """Where the headline begins in a line that opens with a kicker."""
    kicker = re.match(r"(?P<kicker>[A-Z][\w'’&-]*(?: [\w'’&-]+){0,2}) (?=(?P=kicker)\b)", text)
    if kicker is not None:
        return kicker.end() if text[kicker.end() :].count(kicker["kicker"]) == 1 else None
    words = text.split(" ", _KICKER_WORDS)
    for count in range(len(words) - 1, 0, -1):
        name = " ".join(words[:count])
        if words[count][:1].isupper() and is_section(name) and len(text.split()) >= _SPLIT_WORDS:
            return len(name) + 1
    if (quoted := _QUOTED_FIRST.match(text)) and len(text.split()) >= _RUN_ON_WORDS and not ends_sentence(text):
        return quoted.end()
    return _find_topic_end(text, plain) if plain else None


def _find_topic_end(text: str, plain: frozenset[str]) -> int | None:
    """Where a headline begins below a kicker that is any topic, in a line too long for a headline: at the first capital
    of a word that the story writes small."""
    words = text.split(" ")
    if len(words) < _RUN_ON_WORDS or 2 * sum(word[:1].isupper() for word in words) > len(words):
        return None
    for count in range(1, _KICKER_WORDS + 1):
        word = words[count]
        small = word.casefold().strip("‘’'\",:;")
        if word[:1].isupper() and len(small) >= _STEM - 1 and small in plain and words[count - 1] not in _NOT_LAST:
            return len(" ".join(words[:count])) + 1
    return None
