from __future__ import annotations

from datetime import date

from corrected import understand
from relate_samples import relate, write

from generator.model import Claim, EnrichedArticle, Story

DAY = date(2015, 11, 3)
WALL = "The harbour wall of Saltmouth fell into the sea at dawn and sank four fishing boats beside the lighthouse quay."
RAIL = "Members of the Norland chamber voted by 88 to 61 to build a railway from Velm through the marshes to Astra."
CHESS = "Teenager Ilse Maren became the youngest chess champion when her rook ending defeated the veteran Otto Brandt."
MORE = {
    WALL: "Divers will inspect the rubble before winter storms arrive, the harbourmaster told the fishermen.",
    RAIL: "Carriages should cross the marshes within nine years, the transport committee promised its engineers.",
    CHESS: "Grandmasters applauded the endgame, which lasted seven hours in a Baltic spa hotel.",
}
BRIEFLY = {
    WALL: "Saltmouth: the old harbour wall falls; boats at the lighthouse sink.",
    RAIL: "Norland: deputies in the chamber grant Velm and Astra a railway by vote.",
    CHESS: "Chess: Ilse Maren, a teenager, is youngest champion, with Brandt beaten.",
}
TITLES = {
    WALL: ("Saltmouth harbour wall falls into sea", "Four boats sink as Saltmouth wall falls"),
    RAIL: ("Norland chamber votes to build Astra railway", "Railway from Velm to Astra wins vote"),
    CHESS: ("Ilse Maren youngest chess champion", "Teenager Maren defeats Brandt at chess"),
}


def _stories() -> list[EnrichedArticle]:
    return [
        write(f"{text[4:8].strip()}{n}", TITLES[text][n], f"{text} {MORE[text]}", DAY)
        for text in (WALL, RAIL, CHESS)
        for n in range(2)
    ]


def _mentions(*more: EnrichedArticle) -> dict[str, set[str]]:
    """The title of each story that is mentioned, and where."""
    digest = relate(*_stories(), *more)
    assert len(digest.stories) == 3
    assert all(len(story.articles) == 2 for story in digest.stories), "no story gained or lost a member"
    return {story.title: {each.article for each in story.mentions} for story in digest.stories if story.mentions}


def _story(title: str, *more: EnrichedArticle) -> Story:
    return next(story for story in relate(*_stories(), *more).stories if story.title in TITLES[title])


def test_a_round_up_by_its_title_mentions_the_stories_it_tells():
    text = f"{BRIEFLY[WALL]}\n\n{BRIEFLY[CHESS]}\n\nA gull walked about the chamber of commerce."
    briefing = write("briefing", "Morning briefing: sea, rooks and a gull", text, DAY)

    assert _mentions(briefing) == {title: {"briefing"} for title in (TITLES[WALL][0], TITLES[CHESS][0])}
    (mention,) = _story(CHESS, briefing).mentions
    assert mention.why == ("a round-up by its title", "part 2 of 3 tells of it")
    assert 0.0 < mention.score <= 1.0


def test_a_round_up_is_known_by_its_parts():
    parts = write("parts", "What happened while you slept", "\n\n".join(BRIEFLY.values()), DAY)

    assert len(_mentions(parts)) == 3
    assert _story(RAIL, parts).mentions[0].why == (
        "parts of it tell of different stories",
        "part 2 of 3 tells of it",
    )


def test_a_report_with_background_is_no_round_up():
    text = (
        f"{WALL} {MORE[WALL]}\n\nFishermen asked for pumps and for a crane to lift the sunken boats before the rubble "
        "shifts. The harbourmaster sent divers twice; the tide turned them back below the lighthouse, and storms "
        "are close.\n\nThe chamber, which votes to build railway lines to Astra, has no fund for walls."
    )
    digest = relate(*_stories(), write("report", "Saltmouth wall: fishermen ask for pumps", text, DAY))

    assert not any(story.mentions for story in digest.stories)
    assert {"report", "harb0", "harb1"} in [set(story.articles) for story in digest.stories]


def test_a_round_up_tells_a_story_in_other_words_and_says_where():
    text = (
        "Of the wall in the harbour of Saltmouth only rubble is left; four boats lie beneath it.\n\n"
        "A circus came to town.\n\nTrains will run from Velm to Astra: the chamber of Norland wants a railway."
    )
    articles = [*_stories(), understand("else", *text.split("\n\n"), title="In other news", published=DAY)]
    digest = relate(*articles)
    told = {each.title: mention for each in digest.stories for mention in each.mentions}

    assert {title: mention.claims for title, mention in told.items()} == {
        TITLES[WALL][0]: (Claim(article="else", sentence=0),),
        TITLES[RAIL][0]: (Claim(article="else", sentence=2),),
    }


def test_a_round_up_without_a_word_in_its_title_joins_no_stories():
    parts = [
        "Of the wall in the harbour of Saltmouth only rubble is left; four boats lie beneath it.",
        "Trains will run from Velm to Astra: the chamber of Norland wants a railway.",
        "Ilse Maren, who is in her teens, is chess champion now; Otto Brandt was beaten in a rook ending.",
    ]
    assert len(_mentions(write("notes", "Notes from the newsroom", "\n\n".join(parts), DAY))) == 3
