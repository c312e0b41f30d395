"""People: the packaged list of often-named ones, given names, titles and roles. Data files in, `PeopleWords` out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.enrich.phrases import Phrases, make_phrases
from generator.enrich.tokens import Tokens, split_words
from generator.enrich.wordlists import read_table
from generator.packaged import read_words

_OPEN_END = 9999
_MOST_BEFORE = 3
"""Words before an office of which one may begin the office: "Chief" of "Chief Executive"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An often-named person. `offices` are (title, first year, last year); `alone`: the short name suffices."""

    name: str
    short: str
    alone: bool
    country: str | None = None
    offices: tuple[tuple[str, int, int], ...] = ()
    wikidata: str | None = None

    def held(self, office: str, year: int | None) -> bool:
        """Whether they had this title, give or take a year; without a year, ever."""
        return any(
            title == office and (year is None or first - 1 <= year <= last + 1) for title, first, last in self.offices
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleWords:
    """What people are known by."""

    full: Phrases[Person]
    short: Mapping[str, tuple[Person, ...]]
    """Short name (`Putin`, `von der Leyen`) -> the people so called."""
    given: frozenset[str]
    courtesy: Phrases[str]
    ranks: Phrases[str]
    offices: Phrases[str]
    jobs: Phrases[str]
    before_office: frozenset[str]
    spelled: Mapping[str, str]
    bare: frozenset[str]

    def spell_role(self, role: str) -> str:
        """A role in full words ("Maj" is "Major"), or nothing where it says too little by itself ("Chair")."""
        return "" if role in self.bare else self.spelled.get(role, role)

    def match_title(self, tokens: Tokens, start: int, end: int) -> int:
        """How many tokens at `start` are a title before a name ("Deputy Prime Minister", "Mr."); 0 for none."""
        words = tokens.words
        at = start
        while at < end and words[at] in self.before_office:
            at += 1
        for begin in range(at, max(start, at - _MOST_BEFORE) - 1, -1):  # "Deputy | Chief Executive", "General"
            for table in (self.offices, self.ranks, self.courtesy):
                found = table.match(words, begin, end)
                if found:
                    return begin - start + found[0]
        return 0

    def is_courtesy(self, title: str) -> bool:
        """Whether a title says nothing of who somebody is: "Mr"."""
        return title in self.courtesy.entries


def load_people() -> PeopleWords:
    """Read the packaged people, names and roles."""
    people = [(_make_person(name, row), row) for name, row in read_table("names/people.yml").items()]
    roles = read_table("names/roles.yml")
    short: dict[str, tuple[Person, ...]] = {}
    for person, _ in people:
        for form in {person.short: None, without_accents(person.short): None}:
            short[form] = (*short.get(form, ()), person)
    return PeopleWords(
        full=make_phrases(_full_names(people)),
        short=short,
        given=frozenset(read_words("generator.enrich", "names/given_names.txt")),
        courtesy=_titles(roles["courtesy"]),
        ranks=_titles(roles["ranks"]),
        offices=_titles(roles["offices"]),
        jobs=_titles(roles["jobs"]),
        before_office=frozenset(roles["before"]),
        spelled=roles["spelled"],
        bare=frozenset(roles["bare"]),
    )


def _full_names(people: list[tuple[Person, Any]]) -> Iterator[tuple[tuple[str, ...], Person]]:
    for person, row in people:
        yield from ((split_words(form), person) for form in (person.name, *row.get("also", ())))


def _make_person(name: str, row: Mapping[str, Any]) -> Person:
    offices = tuple((title, *_years(str(years))) for title, years in row.get("office", {}).items())
    return Person(
        name=name,
        short=row.get("short", name.rpartition(" ")[2]),
        alone=row.get("alone", False),
        country=row.get("of"),
        offices=offices,
        wikidata=row.get("wikidata"),
    )


def _years(text: str) -> tuple[int, int]:
    first, _, last = text.partition("-")
    return int(first), int(last) if last else _OPEN_END


def _titles(names: list[str]) -> Phrases[str]:
    return make_phrases((split_words(name), name) for name in names)


def without_accents(name: str) -> str:
    """A name as papers without accents print it: "Chavez"."""
    return "".join(char for char in unicodedata.normalize("NFD", name) if not unicodedata.combining(char))


def surname_of(words: tuple[str, ...]) -> str:
    """What a person of this full name is called afterwards: the last word, but "Ban" of "Ban Ki-moon"."""
    if len(words) == 2 and "-" in words[1] and words[1].rpartition("-")[2].islower():
        return words[0]
    if len(words) == 3 and words[0] in FAMILY_FIRST and words[2] not in GENERATIONS:
        return words[0]
    if len(words) > 2 and words[-1] in GENERATIONS:
        words = words[:-1]
    return words[-1].partition("-")[2] if words[-1].startswith(("al-", "Al-", "el-", "El-")) else words[-1]


GENERATIONS = frozenset("Jr Jr. Sr Sr. II III IV".split())
FAMILY_FIRST = frozenset(
    """Pak Ri Choe Ryu
    Kim Park Lee Choi Chung Roh Yoon Cho Chang Jung Jeong Kang Yun Lim Han Oh Seo Shin Kwon Hwang Ahn Song Yoo
    Moon Bae Nguyen Tran Le Pham Hoang Phan Vo Dang Bui Ngo Duong Chen Wang Li Zhang Liu Yang Huang Zhao Wu Zhou
    Xu Sun Zhu Hu Guo Lin Gao Luo Zheng Liang Xie Tang Feng Deng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang
    Yu Du Ye Wei Su Lu Ding Ren Shen Yao Jia Xia Fu Fang Zou Xiong Bai Meng Qin Qiu Hou Jin Xue Yan Lei Long Shi
    Tao He Gu Mao Hao Gong Shao Wan Qian Dai Mo Kong Xiang Chiang Chou Tsai Hsu Hsieh Soong Ban Ma Bo Xi Wen""".split()
)
"""Family names that stand first: Korean, Vietnamese, Chinese."""
