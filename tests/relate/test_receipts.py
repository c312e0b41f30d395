"""Why reports are in a story, and what came nearest: said of what was measured."""

from __future__ import annotations

from datetime import date, timedelta

from relate_samples import relate, write

from generator.model import Membership, Story

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
        assert member.why[-1].startswith("likeness to the others ")
        assert member.why[-1].endswith(" on average")
    assert story.members[0].why[0] == "leads the story"


def test_members_are_told_against_the_lead():
    story = wall_story()
    members = by_article(story.members)
    lead = story.articles[0]
    other = next(article for article in ("a", "b") if article != lead)
    assert any(why.endswith("are in the lead report") for why in members[other].why)
    assert "shares Oskar Lindqvist" in members[other].why
    assert "same day" in members[other].why
    assert "2 days later" in members["c"].why


def test_the_nearest_outside_says_what_speaks_against_it():
    near = write("near", "Astra council speaks of salt", OTHER, date(2015, 11, 4))
    (nearest,) = wall_story(near).nearest
    assert nearest.article == "near"
    assert nearest.why[-1].endswith(" needed")
    assert nearest.score < wall_story(near).members[0].score


def test_a_round_up_and_a_report_of_another_story_are_called_so():
    salt = "Members of the council at Astra voted to tax salt that boats bring to the quay, said Oskar Lindqvist. "
    story = wall_story(
        write("s1", "Astra council votes to tax salt", salt, date(2015, 11, 3), people=("Oskar Lindqvist",)),
        write(
            "s2",
            "Salt tax voted by Astra council",
            salt + "It starts soon.",
            date(2015, 11, 3),
            people=("Oskar Lindqvist",),
        ),
        write("round", "Morning briefing: wall falls at Velm, salt tax", WALL + salt, date(2015, 11, 4)),
    )
    told = by_article((*story.nearest, *story.mentions))
    assert any(why.startswith("a round-up") for why in told["round"].why)
    assert told["s1"].why[0].startswith("is of “")


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
