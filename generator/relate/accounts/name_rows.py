"""Names on which reports differ: one person spelled in two ways, one office with two names. In: tellings. Out: rows.

A spelling differs in a letter or two of one word of the full name. An office is compared in sentences that share more
than the office.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

import yaml

from generator.relate.accounts.alignment import tell_same
from generator.relate.accounts.centre import Centre
from generator.relate.accounts.day_rows import Stated, StatedRow
from generator.relate.accounts.line import Telling
from generator.relate.vectors import split_terms

MOST_NAMES = 40
"""People of a telling that are compared."""
_SHORTEST = 4
"""Letters of a word that may be spelled in two ways."""
_TITLES = frozenset("mr mrs ms miss dr prof sir lord lady gen col maj capt lt sgt sen rep gov rev pope".split())


def find_name_rows(tellings: Sequence[Telling], centre: Centre) -> list[StatedRow]:
    """Spellings, then offices."""
    named = [list(_people(telling)) for telling in tellings]
    texts = [telling.shown.article.text for telling in tellings]
    rows = list(_spelling_rows(named, texts))
    told = {stated.value for row in rows for group in row.groups for stated in group}
    offices = _office_rows(named, texts, centre)
    return rows + [row for row in offices if not any(stated.value in told for group in row.groups for stated in group)]


def _people(telling: Telling) -> Iterator[Stated]:
    """Each person once, where the name is fullest; `other` is the office in front of it."""
    best: dict[str, Stated] = {}
    for line in telling.lines:
        for mention in line.mentions:
            text = " ".join(line.text[mention.span.start - line.start : mention.span.end - line.start].split())
            if mention.kind != "person" or len(_parts(text)) < 2:
                continue
            known = best.get(mention.entity)
            if known is None or len(_parts(text)) > len(_parts(known.text)):
                if known is None and len(best) == MOST_NAMES:
                    continue
                office = _office(line.text[: mention.span.start - line.start])
                best[mention.entity] = Stated(line=line, value=mention.entity, text=text, other=office)
    yield from best.values()


def _parts(name: str) -> list[str]:
    plain = unicodedata.normalize("NFD", name.casefold())
    words = "".join(sign for sign in plain if sign.isalpha() or sign.isspace()).split()
    return [word for word in words if word not in _TITLES]


def _spelling_rows(named: Sequence[Sequence[Stated]], texts: Sequence[str]) -> Iterator[StatedRow]:
    taken: set[str] = set()
    for number, own in enumerate(named):
        for each in own:
            others = [o for later in named[number + 1 :] for o in later if _is_respelled(each.text, o.text)]
            groups = [[each]]
            for other in others:
                if _is_in(other.text, texts[each.line.telling]) or _is_in(each.text, texts[other.line.telling]):
                    continue
                home = next((group for group in groups if _parts(group[0].text) == _parts(other.text)), None)
                if home is None:
                    groups.append([other])
                else:
                    home.append(other)
            if len(groups) > 1 and each.text not in taken:
                taken.update(stated.text for group in groups for stated in group)
                _gather_same(groups, named)
                yield StatedRow(kind="name", subject=_common(groups), groups=tuple(map(tuple, groups)))


def _is_in(name: str, text: str) -> bool:
    """Whether a text has a name as whole words."""
    at = text.find(name)
    while at >= 0:
        if not text[at + len(name) : at + len(name) + 1].isalpha():
            return True
        at = text.find(name, at + 1)
    return False


def _gather_same(groups: list[list[Stated]], named: Sequence[Sequence[Stated]]) -> None:
    """The other tellings that spell it as one of the groups does."""
    for own in named:
        for stated in own:
            for group in groups:
                if _parts(stated.text) == _parts(group[0].text) and all(
                    stated.line.telling != each.line.telling for other in groups for each in other
                ):
                    group.append(stated)
    for group in groups:
        group.sort(key=lambda stated: stated.line.telling)


def _common(groups: Sequence[Sequence[Stated]]) -> str:
    """The name without the word that is spelled in two ways: `Ruud …`."""
    theirs = _parts(groups[1][0].text)
    kept = [word if _parts(word) and _parts(word)[0] in theirs else "…" for word in groups[0][0].text.split()]
    return " ".join(kept)


def _is_respelled(one: str, other: str) -> bool:
    """Whether two full names differ in the spelling of one word."""
    ours, theirs = _parts(one), _parts(other)
    if len(ours) != len(theirs) or len(ours) < 2:
        return False
    unlike = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
    if len(unlike) != 1:
        return False
    a, b = unlike[0]
    if min(len(a), len(b)) < _SHORTEST or {a, b} in _sexes():
        return False
    return a[0] == b[0] and _distance(a, b) <= (1 if min(len(a), len(b)) < 6 else 2) and a != f"{b}s" and b != f"{a}s"


@cache
def _sexes() -> list[set[str]]:
    return [set(pair) for pair in _lists()["not_one_name"]]


def _distance(one: str, other: str) -> int:
    """Letters to put in, take out or change (Levenshtein), two neighbours swapped counted as one."""
    if abs(len(one) - len(other)) > 2:
        return 3
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        earlier, before, row = before, row, [i]
        for j, b in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1]


# --- offices ---------------------------------------------------------------------------------------------------------


def _office_rows(named: Sequence[Sequence[Stated]], texts: Sequence[str], centre: Centre) -> Iterator[StatedRow]:
    """One office, which one person holds at a time, with a different name in each of two tellings."""
    for number, own in enumerate(named):
        for each in (e for e in own if e.other):
            for other in (o for later in named[number + 1 :] for o in later if o.other == each.other):
                theirs = named[other.line.telling]
                if each.value == other.value or not _share(each, other, centre):
                    continue
                if _is_elsewhere(each, texts[other.line.telling]) or _is_elsewhere(other, texts[each.line.telling]):
                    continue
                if _is_only(each, own) and _is_only(other, theirs):
                    yield StatedRow(kind="name", subject=each.other, groups=((each,), (other,)))
                    break


def _is_elsewhere(stated: Stated, text: str) -> bool:
    """Whether a text has the name, or its last word."""
    return stated.text.split()[-1] in text


def _is_only(stated: Stated, own: Sequence[Stated]) -> bool:
    return sum(each.other == stated.other for each in own) == 1


def _share(one: Stated, other: Stated, centre: Centre) -> bool:
    return tell_same(one.line, other.line, centre, {*split_terms(one.text), *split_terms(other.text)})


def _office(before: str) -> str:
    """The office in front of a name, in lower case: `information minister`; empty where it is of no one alone."""
    words: list[str] = []
    for word in reversed(before.rstrip().rstrip(",").split()[-4:]):
        plain = word.strip("“\"'").lower()
        if not plain.isalpha() or (words and plain in _lists()["not_in_office"]):
            break
        words.insert(0, plain)
    if len(words) < 2 or words[-1] not in _lists()["offices"] or _is_past(words):
        return ""
    return " ".join(words[-2:])


def _is_past(words: Sequence[str]) -> bool:
    """Whether the office is one that somebody held, or will hold."""
    return any(word in _lists()["past"] for word in words)


@cache
def _lists() -> dict[str, list[str]]:
    text = files("generator.relate.accounts").joinpath("offices.yml").read_text("utf-8")
    lists: dict[str, list[str]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return lists
