"""Why reports are in a story, and what came nearest: said of what was measured."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from relate_samples import relate, write

from generator.model import Membership, Story
from generator.relate.likeness import DAYS, NUMBERS, Likeness
from generator.relate.names import Names
from generator.relate.overrides import NO_OVERRIDES
from generator.relate.reasons import Reasons
from generator.relate.receipt_words import Wording, say_measure
from generator.relate.receipts import Evidence, explain_stories
from generator.relate.reports import make_reports

WALL = "The harbour wall of Velm fell into the sea at dawn and four boats sank beside the lighthouse quay. "
OTHER = "Members of the council at Astra spoke of salt, of taxes and of the lighthouse quay, where four boats lie. "


def wall_story(*more) -> Story:
    digest = relate(
        write("a", "Harbour wall falls at Velm", WALL, date(2015, 11, 3), "Courier", ("Oskar Lindqvist",)),
        write("b", "Velm wall falls into sea", WALL + "Divers came.", date(2015, 11, 3), "Echo", ("Oskar Lindqvist",)),
        write("c", "Boats sink as Velm wall falls", WALL + "Nobody was hurt.", date(2015, 11, 5), "Post"),
        *more,
    )
    return next(story for story in digest.stories if story.id == "a")


def by_article(members: tuple[Membership, ...]) -> dict[str, Membership]:
    return {member.article: member for member in members}


def test_every_member_has_reasons_in_the_order_of_the_story():
    story = wall_story()
    assert tuple(member.article for member in story.members) == story.articles
    for member in story.members:
        assert 0.0 < member.score <= 1.0
        assert member.why[-1].startswith("likeness to the others on average: ")
        assert member.why[-1].endswith(" what one story needs")
    assert story.members[0].why[0] == "leads the story"


def test_members_are_told_against_the_lead():
    story = wall_story()
    members = by_article(story.members)
    lead = story.articles[0]
    other = next(article for article in ("a", "b") if article != lead)
    assert members[other].why[:3] == (
        "both name Oskar Lindqvist",
        "both titles say “velm”, “wall”, “falls”",
        "published the same day",
    )
    assert "published 2 days later" in members["c"].why


def test_days_of_the_event_that_both_state_are_told():
    text = "The bridge at Velm gave way under a train on Monday and eleven wagons lie in the river. "
    days = (date(2015, 11, 2), date(2015, 11, 3))
    digest = relate(
        write("a", "Bridge gives way at Velm", text, date(2015, 11, 3), days=days),
        write("b", "Wagons in river as Velm bridge fails", text + "Divers came.", date(2015, 11, 3), days=days),
    )
    (story,) = digest.stories
    assert "both speak of 2 and 3 November 2015" in story.members[1].why


def test_a_member_with_little_of_the_lead_is_told_against_the_report_that_is_nearest():
    sea = "The harbour wall of Velm fell into the sea at dawn and four boats sank beside the lighthouse quay. "
    digest = relate(
        write("a", "Harbour wall falls at Velm", sea + "Divers came.", date(2015, 11, 3), people=("Oskar Lindqvist",)),
        write("b", "Velm harbour wall in sea", sea + "It was cold.", date(2015, 11, 3), people=("Oskar Lindqvist",)),
        write("c", "Engineer Mara Stein inspects harbour wall of Velm", sea + "Mara Stein, an engineer, measured it.",
              date(2015, 11, 4), people=("Mara Stein",)),
        write("d", "What Mara Stein measured", sea + "Mara Stein, an engineer, measured the quay and the stones.",
              date(2015, 11, 4), people=("Mara Stein",)),
        duplicate_threshold=1.1,
    )  # fmt: skip
    (story,) = digest.stories
    why = by_article(story.members)["d"].why
    assert story.articles[0] != "c"
    assert why[:2] == ("nearest to “Engineer Mara Stein inspects harbour wall of Velm”", "both name Mara Stein")


def test_a_likeness_without_bound_is_not_told_as_a_full_one():
    """As alike as can be is more than what is needed, and by how much says nothing."""
    copied = write("d", "Harbour wall falls at Velm", WALL, date(2015, 11, 3), "Mercury")
    told = [why for member in wall_story(copied).members for why in member.why]
    assert any("more than 5 times what one story needs" in why for why in told)
    assert not any("1.00" in why for why in told)


ASTRA = "Members of the council at Astra spoke of salt and of the lighthouse quay where four boats lie, said {0}. "


def explain(likeness: dict[tuple[int, int], float], groups: list[list[int]], **more) -> tuple[Story, ...]:
    """The receipts of stories of five articles, as alike as is given; 0.5 is needed."""
    people = ("Oskar Lindqvist", "Oskar Lindqvist", "Oskar Lindqvist", "Mara Stein", "Mara Stein")
    articles = [
        write(f"a{at}", f"Report {at} of Astra", ASTRA.format(name), date(2015, 11, 3), people=(name,))
        for at, name in enumerate(people)
    ]
    reports = make_reports(articles)
    titles = more.get("titles", 1.0)
    measured = {
        pair: Likeness(score=value, words=value, among=value, titles=titles) for pair, value in likeness.items()
    }
    evidence = Evidence(
        reports=reports,
        titles=[each.article.title for each in articles],
        reasons=Reasons(articles, reports, Names(articles, [e for each in articles for e in each.entities])),
        likeness=measured,
        measure=lambda one, other: measured.get((one, other), Likeness(score=0.0, words=0.0)),
        copies={},
        overrides=NO_OVERRIDES,
        parted=frozenset(),
        roundups=more.get("roundups", ()),
        mixed=(),
        needed=0.5,
        patience=20,
    )
    stories = [
        Story(
            id=f"a{group[0]}",
            title=f"Story {group[0]}",
            articles=tuple(f"a{at}" for at in group),
            first=None,
            last=None,
        )
        for group in groups
    ]
    return explain_stories(stories, evidence)


def test_the_nearest_outside_says_what_it_shares_and_what_speaks_against_it():
    (story,) = explain({(0, 1): 0.9, (0, 2): 0.4, (1, 2): 0.3, (0, 3): 0.3, (1, 3): 0.3, (0, 4): 0.1}, [[0, 1]])
    assert [near.article for near in story.nearest] == ["a2", "a3"]
    assert story.nearest[0].why == ("also names Oskar Lindqvist", "likeness on average: 0.7 of what one story needs")
    assert story.nearest[1].why == (
        "also has “astra”, “report” in its title",
        "names Mara Stein, which this story does not",
        "likeness on average: 0.6 of what one story needs",
    )


def test_what_is_alike_enough_and_not_in_says_why():
    between = dict.fromkeys(((0, 3), (1, 3), (0, 4), (1, 4)), 0.6)
    first, second = explain({(0, 1): 1.5, (3, 4): 1.5, **between}, [[0, 1], [3, 4]])
    for story, other in ((first, "Story 3"), (second, "Story 0")):
        assert story.nearest[0].why[0] == f"of another story: “{other}”"
        assert story.nearest[0].why[-1] == (
            "likeness on average: 2.0 times what one story needs, but to its own story 3.0 times"
        )
    (story,) = explain({(0, 1): 0.9, (0, 2): 1.4, (1, 2): 0.1}, [[0, 1]])
    assert story.nearest[0].why[-1] == (
        "likeness on average: 1.5 times what one story needs, but not to “Report 1 of Astra”"
    )


def test_a_round_up_near_a_story_is_called_so():
    (story,) = explain({(0, 1): 0.9, (0, 2): 0.6, (1, 2): 0.6}, [[0, 1]], roundups={2})
    assert story.nearest[0].why[0] == "a round-up of several events"
    assert story.nearest[0].why[-1] == "likeness on average: 1.2 times what one story needs"


def test_a_late_report_is_told_with_the_silence_before_it():
    text = "Masons began in Velm on Friday to build the harbour wall that fell into the sea with the lighthouse quay. "
    (near,) = wall_story(write("late", "Masons build anew in Velm", text, date(2015, 12, 18))).nearest
    assert "43 days without a report between" in near.why
    assert near.why[-1].endswith(" of what one story needs")


def test_what_is_far_from_a_story_did_not_come_near():
    text = "Paper lanterns lit the streets of Ostra while a choir of bakers sang carols beside the lighthouse at night."
    far = write("far", "Lantern parade in Ostra", text, date(2015, 11, 4))
    assert wall_story(far).nearest == ()


def test_other_numbers_days_and_names_are_told_as_they_are():
    """What speaks against a pair is found by `likeness.py`; here it is given."""
    days = date(2015, 8, 3), date(2015, 11, 3)
    articles = [
        write(f"a{n}", f"Fire drill {36 + 5 * n} at Velm", f"Sirens at dawn, said {name}.", day, people=(name,),
              days=(day,))
        for n, (day, name) in enumerate(zip(days, ("Mara Stein", "Oskar Lindqvist"), strict=True))
    ]  # fmt: skip
    reports = make_reports(articles)
    reasons = Reasons(articles, reports, Names(articles, [e for each in articles for e in each.entities]))
    words = Wording(reports, reasons)
    assert list(words.say_unlike(0, 1, [1], (NUMBERS, DAYS))) == [
        "its title says 36, not 41",
        "names Mara Stein, which this story does not",
        "speaks of 3 August 2015, not of 3 November 2015",
    ]


@pytest.mark.parametrize(
    ("ratio", "told"),
    [
        (0.04, "less than 0.1 of"), (0.4, "0.4 of"), (0.94, "0.9 of"), (0.97, "not quite"), (1.0, "just"),
        (1.07, "1.1 times"), (2.94, "2.9 times"), (4.96, "5.0 times"), (21.0, "more than 5 times"),
    ],
)  # fmt: skip
def test_a_likeness_is_told_by_what_one_story_needs(ratio, told):
    assert say_measure(ratio) == f"{told} what one story needs"


def test_at_most_three_are_told():
    near = (
        write(f"n{at}", f"Council {at} speaks of salt", OTHER + f"Nr {at}.", date(2014, 1, 1) + timedelta(40 * at))
        for at in range(8)
    )
    assert len(wall_story(*near).nearest) <= 3


def test_a_round_up_is_told_once():
    story = wall_story(
        write("round", "Morning briefing: wall falls at Velm, salt tax", WALL + OTHER, date(2015, 11, 4))
    )
    told = [member.article for member in (*story.members, *story.nearest, *story.mentions)]
    assert told.count("round") == 1


def test_the_order_of_the_articles_does_not_matter():
    articles = [
        write(f"{at:02}", f"Velm wall falls {at}", WALL + f"Part {at}.", date(2015, 11, 3 + at % 4)) for at in range(12)
    ]
    assert relate(*articles).stories == relate(*reversed(articles)).stories


def test_what_is_near_to_no_report_by_itself_says_so():
    (story,) = explain({(0, 1): 0.9, (0, 2): 1.2, (1, 2): 1.2}, [[0, 1]], titles=0.05)
    assert story.nearest[0].why[-1].endswith(", but to none of its reports by itself")
