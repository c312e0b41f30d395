"""Names on which reports differ: one person spelled in two ways, one office with two names. In: tellings. Out: rows.

A spelling differs in a letter or two of one word of the full name. A report that also has the other's spelling does not
differ; nor does an outlet from itself.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from generator.relate.accounts.centre import Centre
from generator.relate.accounts.kinship import Kinship
from generator.relate.accounts.line import Telling
from generator.relate.accounts.office_rows import find_office_rows, load_namesakes
from generator.relate.accounts.stated import Stated, StatedRow

MOST_NAMES = 40
"""People of a telling that are compared."""
_SHORTEST = 4
"""Letters of a word that may be spelled in two ways."""
_LONG = 6
"""Letters from which a word may differ in two."""
_TITLES = frozenset("mr mrs ms miss dr prof sir lord lady gen col maj capt lt sgt sen rep gov rev pope".split())


def find_name_rows(
    tellings: Sequence[Telling], centre: Centre, kinship: Kinship, outlets: Sequence[str]
) -> list[StatedRow]:
    """Spellings, then offices."""
    rows = list(_spelling_rows(tellings, outlets))
    told = {stated.value for row in rows for group in row.groups for stated in group}
    offices = find_office_rows(tellings, centre, kinship, outlets)
    return rows + [row for row in offices if not any(stated.value in told for group in row.groups for stated in group)]


def _people(telling: Telling) -> Iterator[Stated]:
    """Each person once, where the name is fullest."""
    best: dict[str, Stated] = {}
    for line in telling.lines:
        for mention in line.mentions:
            if mention.kind != "person":
                continue
            text = line.text[mention.span.start - line.start : mention.span.end - line.start]
            known = best.get(mention.entity)
            if known is None and (len(best) == MOST_NAMES or len(_parts(text)) < 2):
                continue
            if known is None or len(_parts(text)) > len(_parts(known.text)):
                name = " ".join(text.split())
                best[mention.entity] = Stated(line=line, value=mention.entity, text=name, span=mention.span)
    yield from best.values()


@lru_cache(maxsize=16_384)
def _parts(name: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFD", name.casefold())
    words = "".join(sign for sign in plain if sign.isalpha() or sign.isspace()).split()
    return tuple(word for word in words if word not in _TITLES)


def _spelling_rows(tellings: Sequence[Telling], outlets: Sequence[str]) -> Iterator[StatedRow]:
    """People whose names have all words but one in common."""
    alike: dict[tuple[str, ...], list[Stated]] = defaultdict(list)
    by_name: dict[tuple[str, ...], list[Stated]] = defaultdict(list)
    for telling in tellings:
        for each in _people(telling):
            parts = _parts(each.text)
            by_name[parts].append(each)
            for place in range(len(parts)):
                alike[(*parts[:place], "", *parts[place + 1 :])].append(each)
    taken: set[tuple[str, ...]] = set()
    for key, members in alike.items():
        names = list(dict.fromkeys(_parts(each.text) for each in members))
        if len(names) > 1:
            own = [name for name in names if name not in taken]
            groups = _respelled(own, by_name, tellings, outlets) if len(own) > 1 else []
            if len(groups) > 1:
                taken.update(_parts(group[0].text) for group in groups)
                yield StatedRow(kind="name", subject=_common(groups[0][0].text, key), groups=tuple(map(tuple, groups)))


def _respelled(
    names: Sequence[tuple[str, ...]],
    by_name: Mapping[tuple[str, ...], Sequence[Stated]],
    tellings: Sequence[Telling],
    outlets: Sequence[str],
) -> list[list[Stated]]:
    """The first name with those that are it in another spelling, each with all who have it."""
    spellings = [names[0], *(name for name in names[1:] if _is_respelled(names[0], name))]
    groups = [_one_a_telling(by_name[name]) for name in spellings]
    return [own for group in groups if (own := _without_both(group, groups, tellings, outlets))]


def _one_a_telling(members: Sequence[Stated]) -> list[Stated]:
    return list({each.line.telling: each for each in reversed(members)}.values())[::-1]


def _without_both(
    own: Sequence[Stated], groups: Sequence[Sequence[Stated]], tellings: Sequence[Telling], outlets: Sequence[str]
) -> list[Stated]:
    """A spelling's reports, without those that have another one too, they or their outlet."""
    others = [each for group in groups if group[0] is not own[0] for each in group]
    spelled = {outlets[each.line.telling] for each in others}
    names = {each.text for each in others}
    return [
        each
        for each in own
        if outlets[each.line.telling] not in spelled
        and not any(_is_in(name, tellings[each.line.telling].shown.article.text) for name in sorted(names))
    ]


def _is_in(name: str, text: str) -> bool:
    """Whether a text has a name as whole words."""
    at = text.find(name)
    while at >= 0:
        if not text[at + len(name) : at + len(name) + 1].isalpha():
            return True
        at = text.find(name, at + 1)
    return False


def _common(name: str, key: Sequence[str]) -> str:
    """The name without the word that is spelled in two ways: `Ruud …`."""
    return " ".join(word if _parts(word) and _parts(word)[0] in key else "…" for word in name.split())


def _is_respelled(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether two full names differ in the spelling of one word."""
    unlike = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
    if len(unlike) != 1:
        return False
    a, b = unlike[0]
    shorter = min(len(a), len(b))
    if shorter < _SHORTEST or frozenset((a, b)) in load_namesakes():
        return False
    return a[0] == b[0] and _distance(a, b) <= (1 if shorter < _LONG else 2) and a != f"{b}s" and b != f"{a}s"


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
