"""Names in scripts without capitals, Chinese and Arabic: a line comes in, the people it says wrote it go out.

There a name is told by the word beside it alone: `作者：林安`, `新华社记者 林安 何平`, `김바다 기자`, `بقلم: آن حقل`.
"""

from __future__ import annotations

import re

from generator.vocabulary.stamp_words import by_pattern, join_pattern, list_words

_LONGEST_LINE, _LONGEST_HANDLE = 80, 110
_HAN = r"[\u3400-\u9fff\u3005\u30a0-\u30ff]"
_SCRIPT = re.compile(r"[\u0590-\u06ff\u3005-\u9fff\uac00-\ud7a3]")
# "新华社", "日报", "电视台" end as no name does.
_UNSPACED = re.compile(
    rf"(?!.{{1,8}}[社报報网網台]\Z){_HAN}{{2,8}}(?:·{_HAN}{{1,8}}){{0,2}}\Z|[\uac00-\ud7a3]{{2,4}}\Z"
)
# Not "本报": this paper's own.
_OUTLET = re.compile(rf"(?!本){_HAN}{{1,8}}[社报報网網台]\Z")
_SPACED = re.compile(r"[\u0590-\u06ff'’-]{2,20}(?: [\u0590-\u06ff'’-]{2,20}){1,3}\Z")
_BETWEEN = re.compile(r"[\s、，,/／和与與]+")
_BRACKETS = " （）()【】[]"
_HANDLE = re.compile(r"\s*[\w.+-]{1,40}@[\w.-]{1,60}\Z")


def read_unspaced_names(text: str) -> tuple[tuple[str, ...], str | None] | None:
    """The people that a byline names, and the outlet before its word for reporter; None when it is no byline."""
    if text.isascii() or len(text) > _LONGEST_LINE + _LONGEST_HANDLE or not _SCRIPT.search(text):
        return None
    text = _HANDLE.sub("", text.strip(_BRACKETS))
    if len(text) > _LONGEST_LINE:
        return None
    if match := by_pattern().match(text):
        names = read_people(text[match.end() :])
        return (names, None) if names else None
    return _read_beside_office(text)


def is_unspaced_name(text: str) -> bool:
    """Whether a text alone can be a person's name in a script that sets no spaces: two to four signs."""
    return _UNSPACED.match(text) is not None


def read_people(text: str) -> tuple[str, ...]:
    """People one after another, and nothing else; none when anything else is among them."""
    text = text.strip(_BRACKETS + "：:")
    spaced = [name for name in join_pattern().split(text) if name]
    if spaced and all(_SPACED.match(name) for name in spaced):
        return tuple(spaced)
    names = [name for name in _BETWEEN.split(text) if name]
    return tuple(names) if names and all(is_unspaced_name(name) for name in names) else ()


def _read_beside_office(text: str) -> tuple[tuple[str, ...], str | None] | None:
    """`新华社记者 林安`, `김바다 기자`: a word for reporter, with the outlet before it or the name."""
    for word in list_words("reporter"):
        before, found, after = text.partition(word)
        if not found:
            continue
        if names := read_people(after):
            outlet = _OUTLET.match(before.strip(_BRACKETS))
            return names, outlet[0] if outlet else None
        if not after.strip(_BRACKETS + "=＝") and (names := read_people(before.rpartition("=")[2])):
            return names, None
    return None
