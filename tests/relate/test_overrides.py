"""A site's own say on stories: what it does to groups, whatever else is there, and what cannot hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from relate_samples import CONCEPTS, groups, relate, write

from generator.config import RelateConfig
from generator.exceptions import ConfigError
from generator.model import Chain, Digest, EnrichedArticle, VersionOf
from generator.relate.article_names import ArticleNames
from generator.relate.dealing import deal_groups
from generator.relate.digest import relate_articles
from generator.relate.overrides import Called, Overrides, Parting, Pinned, Union, find_unmatched_stories
from generator.vocabulary.stories import StoryMerge, StoryPin, StoryRules, StorySplit, StoryTitle

PATH = "content/vocabulary/stories.yml"


def as_alike_as_near(one: int, other: int) -> float:
    return 1.0 / (1 + abs(one - other))


def deal(found: list[list[int]], **entries: object) -> list[list[int]]:
    return deal_groups(found, Overrides(path=PATH, **entries), as_alike_as_near).groups


# --- groups ----------------------------------------------------------------------------------------------------------


def test_without_entries_groups_stay():
    assert deal([[3, 4], [0, 1, 2]]) == [[0, 1, 2], [3, 4]]


def test_groups_with_a_report_of_a_list_become_one():
    assert deal([[0, 1], [2, 3], [4, 5]], unions=(Union((1, 2, 9), 1),)) == [[0, 1, 2, 3, 9], [4, 5]]


def test_lists_that_share_a_report_are_one():
    assert deal([[0, 1]], unions=(Union((1, 2), 1), Union((2, 3), 2))) == [[0, 1, 2, 3]]


def test_who_leaves_a_story_leaves_it_alone():
    assert deal([[0, 1, 2, 3]], partings=(Parting((2,), (0,), 1),)) == [[0, 1, 3]]


def test_those_who_leave_together_stay_together():
    assert deal([[0, 1, 2, 3]], partings=(Parting((2, 3), (0,), 1),)) == [[0, 1], [2, 3]]


def test_a_split_of_reports_that_are_apart_does_nothing():
    dealt = deal_groups([[0, 1], [2, 3]], Overrides(partings=(Parting((2,), (0,), 7),)), as_alike_as_near)
    assert (dealt.groups, dealt.parted) == ([[0, 1], [2, 3]], frozenset())


def test_of_a_list_of_two_each_draws_those_that_are_likest():
    assert deal([[0, 1, 2, 7, 8, 9]], partings=(Parting((1, 8), (), 1),)) == [[0, 1, 2], [7, 8, 9]]


def test_who_leaves_one_story_can_be_put_into_another():
    entries = {"partings": (Parting((2,), (0,), 1),), "unions": (Union((2, 5), 2),)}
    assert deal([[0, 1, 2], [4, 5]], **entries) == [[0, 1], [2, 4, 5]]


def test_what_a_merge_would_bring_together_is_split_all_the_same():
    entries = {"partings": (Parting((1,), (3,), 1),), "unions": (Union((0, 2), 2),)}
    assert deal([[0, 1], [2, 3]], **entries) == [[0, 2, 3]]


def test_what_is_merged_is_dealt_as_a_whole():
    entries = {"partings": (Parting((0, 9), (), 1),), "unions": (Union((2, 8), 2),)}
    assert deal([[0, 1, 2, 8, 9]], **entries) == [[0, 1], [2, 8, 9]]


def test_a_pinned_story_has_its_reports_and_no_others():
    assert deal([[0, 1, 2], [3, 4, 5]], pins=(Pinned((1, 3), None, 1),)) == [[0, 2], [1, 3], [4, 5]]


@pytest.mark.parametrize(
    ("leaves", "stays", "expected"),
    [
        ((1,), (0,), [[0, 4], [1, 2, 3]]),  # the copies of a report go with it
        ((1,), (2,), [[0, 2, 3, 4]]),  # but not from those of their text that stay
        ((1, 2), (0, 3), [[0, 3, 4], [1, 2]]),
    ],
)
def test_copies_leave_with_the_report_that_leaves(leaves, stays, expected):
    overrides = Overrides(partings=(Parting(leaves, stays, 1),))
    copies = [(1, 2), (1, 3), (2, 3)]
    assert deal_groups([[0, 1, 2, 3, 4]], overrides, as_alike_as_near, copies).groups == expected


PLACES = st.integers(0, 11)
SOME = st.lists(PLACES, min_size=1, max_size=3, unique=True).map(tuple)


@given(
    st.lists(st.integers(0, 4), min_size=12, max_size=12),
    st.lists(SOME, max_size=2),
    st.lists(st.tuples(SOME, st.one_of(st.just(()), SOME)), max_size=3),
)
def test_every_entry_holds_and_no_report_is_in_two_stories(homes, merged, parted):
    found = [[at for at in range(12) if homes[at] == home] for home in range(5)]
    overrides = Overrides(
        unions=tuple(Union(places, 1) for places in merged),
        partings=tuple(Parting(places, others, 2) for places, others in parted),
    )
    units = {**{at: (at,) for at in range(12)}, **overrides.units}
    if any(p.parts(a, b) for p in overrides.partings for a, unit in units.items() for b in unit):
        return  # a conflict, which is told
    dealt = deal_groups(found, overrides, as_alike_as_near).groups
    at_home = {place: at for at, group in enumerate(dealt) for place in group}
    assert len(at_home) == sum(map(len, dealt))
    assert all(len({at_home[place] for place in unit}) == 1 for unit in overrides.units.values() if len(unit) > 1)
    for group in dealt:
        for one, other in combinations(group, 2):
            assert not any(parting.parts(one, other) for parting in overrides.partings)


# --- articles --------------------------------------------------------------------------------------------------------

WALL = "The harbour wall of Velm fell into the sea at dawn and four boats sank beside the lighthouse quay. "
FERRY = "The night ferry from Astra ran aground on a sandbank and eighty passengers were taken off by rowers. "


def reports() -> list[EnrichedArticle]:
    return [
        write("wall-1", "Harbour wall falls at Velm", WALL, date(2015, 11, 3)),
        write("wall-2", "Velm harbour wall falls into sea", WALL + "Divers came.", date(2015, 11, 3)),
        write("wall-3", "Boats sink as Velm wall falls", WALL + "Nobody was hurt.", date(2015, 11, 4)),
        write("ferry-1", "Ferry runs aground off Astra", FERRY, date(2015, 11, 3)),
        write("ferry-2", "Rowers save ferry passengers off Astra", FERRY + "All were well.", date(2015, 11, 4)),
        write("alone", "Parliament debates a tax on salt", "Members spoke of salt and of taxes.", date(2015, 11, 4)),
    ]


def relate_by(rules: StoryRules, articles: list[EnrichedArticle] | None = None) -> Digest:
    return relate_articles(articles or reports(), CONCEPTS, RelateConfig(), None, story_rules=rules)


WALLS, FERRIES = {"wall-1", "wall-2", "wall-3"}, {"ferry-1", "ferry-2"}


def test_the_reports_are_two_stories():
    assert groups(relate(*reports())) == [FERRIES, WALLS]


def test_merged_by_path_and_id_with_all_of_their_stories():
    rules = StoryRules(path=PATH, merges=(StoryMerge(articles=("articles/wall-3.md", "ferry-1", "alone"), line=2),))
    digest = relate_by(rules)
    assert groups(digest) == [WALLS | FERRIES | {"alone"}]
    (story,) = digest.stories
    assert story.overrides == (f"merged by {PATH}:2",)
    why = {member.article: member.why for member in story.members}
    assert {article for article, phrases in why.items() if f"merged by {PATH}:2" in phrases} == {
        "wall-3",
        "ferry-1",
        "alone",
    }


def test_an_override_holds_as_articles_are_added():
    rules = StoryRules(path=PATH, splits=(StorySplit(articles=("wall-2",), others=("wall-1",), line=2),))
    assert groups(relate_by(rules)) == [FERRIES, WALLS - {"wall-2"}]
    more = [*reports(), write("wall-4", "Harbour wall at Velm falls", WALL + "It rained.", date(2015, 11, 4))]
    assert groups(relate_by(rules, more)) == [FERRIES, WALLS - {"wall-2"} | {"wall-4"}]
    assert groups(relate_by(rules, more[::-1])) == [FERRIES, WALLS - {"wall-2"} | {"wall-4"}]


def test_a_split_is_told_in_the_story_that_was_left():
    rules = StoryRules(path=PATH, splits=(StorySplit(articles=("wall-2",), others=("wall-1",), line=5),))
    story = next(story for story in relate_by(rules).stories if story.id == "wall-1")
    assert story.overrides == (f"split by {PATH}:5",)
    assert next(m.why for m in story.nearest if m.article == "wall-2")[0] == f"split by {PATH}:5"


def test_pinned_led_and_renamed():
    rules = StoryRules(
        path=PATH,
        pins=(StoryPin(articles=("wall-1", "wall-2"), lead="wall-1", line=2), StoryPin(lead="ferry-2", line=3)),
        titles=(StoryTitle(article="wall-2", title="The wall of Velm", line=6),),
    )
    digest = relate_by(rules)
    assert groups(digest) == [FERRIES, {"wall-1", "wall-2"}]
    stories = {story.id: story for story in digest.stories}
    assert stories["ferry-1"].articles == ("ferry-2", "ferry-1")
    assert stories["ferry-1"].title == "Rowers save ferry passengers off Astra"
    assert (stories["wall-1"].articles[0], stories["wall-1"].title) == ("wall-1", "The wall of Velm")
    assert stories["wall-1"].overrides == (f"pinned by {PATH}:2", f"renamed by {PATH}:6")
    assert list(find_unmatched_stories(digest, rules)) == []


# --- what cannot hold, and what is not there -------------------------------------------------------------------------

CONFLICTS = [
    (
        {
            "merges": (StoryMerge(articles=("wall-1", "wall-2"), line=1),),
            "splits": (StorySplit(articles=("wall-2", "articles/wall-1.md"), line=4),),
        },
        f"{PATH}:4: split: articles/wall-1.md and articles/wall-2.md are merged on line 1; keep one of the two",
    ),
    (
        {
            "pins": (StoryPin(articles=("wall-1", "wall-2"), line=1),),
            "splits": (StorySplit(articles=("wall-2",), others=("wall-1",), line=4),),
        },
        f"{PATH}:4: split: articles/wall-1.md and articles/wall-2.md are pinned together on line 1; "
        "keep one of the two",
    ),
    (
        {
            "pins": (
                StoryPin(articles=("wall-1", "wall-2"), line=1),
                StoryPin(articles=("ferry-1", "articles/wall-2.md"), line=2),
            )
        },
        f"{PATH}:2: pin: articles/wall-2.md is pinned on line 1 already; keep one",
    ),
    (
        {
            "pins": (StoryPin(articles=("wall-1", "wall-2"), line=1),),
            "merges": (StoryMerge(articles=("wall-1", "ferry-1"), line=3),),
        },
        f"{PATH}:3: merge: articles/ferry-1.md is to join a story that is pinned on line 1; add it there instead",
    ),
    (
        {"splits": (StorySplit(articles=("wall-1",), others=("articles/wall-1.md",), line=1),)},
        f"{PATH}:1: split: articles/wall-1.md is to leave its own story; name a report that stays under `from:`",
    ),
    (
        {"pins": (StoryPin(articles=("wall-1", "wall-2"), lead="ferry-1", line=1),)},
        f"{PATH}:1: pin: lead: articles/ferry-1.md is none of this pin's articles; add it to them",
    ),
    (
        {
            "pins": (
                StoryPin(articles=("wall-1", "wall-2"), lead="wall-1", line=1),
                StoryPin(lead="wall-2", line=2),
            )
        },
        f"{PATH}:2: pin: lead: articles/wall-1.md leads this story on line 1; keep one",
    ),
    (
        {
            "merges": (StoryMerge(articles=("wall-1", "wall-2"), line=1),),
            "titles": (
                StoryTitle(article="wall-1", title="A", line=2),
                StoryTitle(article="wall-2", title="B", line=3),
            ),
        },
        f"{PATH}:3: rename: this story is called 'A' on line 2; keep one",
    ),
]


@pytest.mark.parametrize(("entries", "message"), CONFLICTS)
def test_entries_that_cannot_both_hold_are_told_with_their_lines(entries, message):
    with pytest.raises(ConfigError) as error:
        relate_by(StoryRules(path=PATH, **entries))
    assert str(error.value) == message


def test_what_is_gone_is_told_and_the_rest_holds():
    rules = StoryRules(
        path=PATH,
        merges=(StoryMerge(articles=("wall-3", "gone", "ferry-1"), line=2),),
        pins=(StoryPin(lead="alone", line=5),),
        titles=(
            StoryTitle(article="wall-1", title="A", line=7),
            StoryTitle(article="ferry-2", title="B", line=8),
        ),
    )
    digest = relate_by(rules)
    assert groups(digest) == [WALLS | FERRIES]
    assert digest.stories[0].title == "A"
    assert [problem.message for problem in find_unmatched_stories(digest, rules)] == [
        f"{PATH}:2: merge: gone: no article has this id, path or address (any more); mend or remove it",
        f"{PATH}:5: pin: lead: alone: is of no story now; merge it with another, or remove this",
        f"{PATH}:8: rename: ferry-2: is of the story of line 7, which holds; keep one",
    ]


def test_two_names_of_one_article_are_told():
    rules = StoryRules(
        path=PATH,
        merges=(StoryMerge(articles=("wall-1", "articles/wall-1.md"), line=2),),
        splits=(StorySplit(articles=("wall-2", "ferry-1", "articles/wall-2/"), line=4),),
        pins=(StoryPin(articles=("ferry-1", "ferry-2", "stories/ferry-2/"), line=6),),
    )
    digest = relate_by(rules)
    assert groups(digest) == [FERRIES, WALLS]
    assert [problem.message for problem in find_unmatched_stories(digest, rules)] == [
        f"{PATH}:2: merge: articles/wall-1.md: is the same article as wall-1; remove one of the two",
        f"{PATH}:4: split: articles/wall-2/: is the same article as wall-2; remove one of the two",
        f"{PATH}:6: pin: stories/ferry-2/: is the same article as ferry-2; remove one of the two",
    ]


def test_two_versions_of_one_article_are_one():
    first = write("wall-1", "Harbour wall falls at Velm", WALL + "Two of twelve boats sank.", date(2015, 11, 3))
    older = replace(first, article=replace(first.article, version_of=VersionOf(article="wall-1"), id="wall-0",
                                           path="articles/wall-1.v1.md"))  # fmt: skip
    rules = StoryRules(path=PATH, merges=(StoryMerge(articles=("wall-0", "wall-1"), line=2),))
    digest = relate_by(rules, [older, *reports()])
    assert [problem.message for problem in find_unmatched_stories(digest, rules)] == [
        f"{PATH}:2: merge: wall-1: is the same article as wall-0; remove one of the two"
    ]


def test_reports_of_two_years_are_merged_and_say_so():
    late = write("late", "Velm wall rebuilt", "Masons set the last stone of the wall of Velm.", date(2017, 5, 9))
    rules = StoryRules(path=PATH, merges=(StoryMerge(articles=("wall-1", "late"), line=2),))
    (story,) = (s for s in relate_by(rules, [*reports(), late]).stories if "late" in s.articles)
    assert set(story.articles) == WALLS | {"late"}
    why = {member.article: member.why for member in story.members}
    assert {article for article, told in why.items() if told[0] == f"merged by {PATH}:2"} == {"wall-1", "late"}
    assert story.articles[0] == "late"
    assert {article for article, told in why.items() if "published 18 months earlier" in told} == WALLS


# --- names of articles -----------------------------------------------------------------------------------------------


def names(*paths: str) -> ArticleNames:
    articles = [write(f"00000000000{at}", "T", "x").article for at in range(len(paths))]
    return ArticleNames(
        [replace(article, path=path) for article, path in zip(articles, paths, strict=True)],
        [Chain(newest="000000000001", older=("000000000000",))],
    )


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("000000000002", ["000000000002"]),
        ("articles/2015/12/ferry.md", ["000000000002"]),
        ("2015/12/ferry.md", ["000000000002"]),
        ("content/articles/2015/12/ferry.md", ["000000000002"]),
        ("/articles/2015/12/ferry/", ["000000000002"]),
        ("https://velm.example/news/articles/2015/12/ferry/index.html", ["000000000002"]),
        ("stories/ferry-000000000002/", ["000000000002"]),
        ("wall.md", ["000000000001"]),
        ("000000000000", ["000000000001"]),
        ("2015/11/wall.md", ["000000000001"]),
        ("tide.md", ["000000000003", "000000000004"]),
        ("2016/12/ferry.md", []),
        ("", []),
        ("/", []),
        ("a/" * 100_000, []),
    ],
)
def test_what_a_person_calls_an_article(name, ids):
    known = names(
        "articles/2015/11/wall.md",
        "articles/2015/12/wall.md",
        "articles/2015/12/ferry.md",
        "articles/2015/11/tide.md",
        "articles/2015/12/tide.md",
    )
    assert list(known.find(name)) == ids


def test_a_name_is_for_one_title_of_a_story():
    found = Overrides(titles=(Called(2, "Later", 3), Called(1, "First", 2)))
    assert found.title_of([1, 2]) == "Later"
    assert found.title_of([1]) == "First"
    assert found.title_of([5]) is None
