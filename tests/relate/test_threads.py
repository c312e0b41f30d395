"""Events that go on over days or months: what is chained, what is not, and what is said of it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from relate_samples import relate, write

from generator.model import Digest, EnrichedArticle, Mention, Span
from generator.relate.titles import is_kind, read_rules

DAY = date(2031, 3, 1)


def report(
    identity: str,
    day: int,
    title: str,
    text: str,
    people: tuple[str, ...] = (),
    places: tuple[str, ...] = (),
    days: tuple[date, ...] = (),
) -> EnrichedArticle:
    """A dated article with its sentences, and every mention of the people and places it has."""
    made = write(identity, title, text, DAY + timedelta(days=day), people=people, places=places, days=days)
    sentences = tuple(Span(start=m.start(), end=m.end()) for m in re.finditer(r"[^\s.][^.]*\.", text))
    mentions = [
        Mention(span=Span(start=m.start(), end=m.end()), kind=e.kind, entity=e.id)
        for e in made.entities
        for m in re.finditer(re.escape(e.name), text)
    ]
    return replace(
        made,
        article=replace(made.article, sentences=sentences),
        mentions=tuple(sorted(mentions, key=lambda m: m.span.start)),
    )


def threads(digest: Digest) -> list[list[str]]:
    """Ids of the lead articles of each thread's parts."""
    return [[episode.article for episode in thread.episodes] for thread in digest.threads]


def call(day: int = 0, identity: str = "call") -> EnrichedArticle:
    return report(
        identity,
        day,
        "Vane and Okoro discuss Saltland ceasefire",
        "Chancellor Iris Vane called President Tomas Okoro about a ceasefire in Saltland. "
        "Both agreed that their envoys should meet. The war in Saltland has cost 4,000 lives.",
        ("Iris Vane", "Tomas Okoro"),
        ("Saltland",),
    )


def second_call(day: int = 150, identity: str = "second") -> EnrichedArticle:
    return report(
        identity,
        day,
        "Okoro, Vane discuss Saltland ceasefire and monitors",
        "President Tomas Okoro and Chancellor Iris Vane spoke of the Saltland ceasefire on the telephone. "
        "Okoro invited Brinemouth engineers to read the flight recorder of the Heron bomber. "
        "They agreed that envoys should meet.",
        ("Iris Vane", "Tomas Okoro"),
        ("Saltland",),
    )


def third_call(day: int = 240) -> EnrichedArticle:
    return report(
        "third",
        day,
        "Saltland ceasefire holds, Vane tells Okoro",
        "The ceasefire in Saltland has held for a month, Chancellor Iris Vane told President Tomas Okoro. "
        "Refugees from the north are walking home. Monitors counted 12 shots in a week.",
        ("Iris Vane", "Tomas Okoro"),
        ("Saltland",),
    )


def harbour(day: int, identity: str = "harbour") -> EnrichedArticle:
    """Has one politician in common with the calls."""
    return report(
        identity,
        day,
        "Vane opens the new harbour museum",
        "Chancellor Iris Vane cut a ribbon at the museum. Children sang shanties.",
        ("Iris Vane",),
        ("Brinemouth",),
    )


# --- what is chained -------------------------------------------------------------------------------------------------


def test_the_same_actors_on_the_same_subject_months_apart_are_a_thread_of_two_events():
    digest = relate(call(), second_call())
    assert digest.stories == ()
    assert threads(digest) == [["call", "second"]]
    assert digest.threads[0].id == "call"
    assert [episode.story for episode in digest.threads[0].episodes] == [None, None]


@pytest.mark.parametrize("day", [1, 5, 40])
def test_one_politician_in_common_is_no_thread(day):
    assert threads(relate(call(), harbour(day))) == []


def test_a_company_with_other_news_is_no_thread():
    one = report("a", 0, "Quay Lines to lay up two ferries", "Quay Lines will lay up two ferries.", ("Quay Lines",))
    other = report("b", 6, "Quay Lines names Ada Berth chief", "Quay Lines named Ada Berth.", ("Quay Lines",))
    assert threads(relate(one, other)) == []


def test_headlines_of_one_pattern_about_others_are_no_thread():
    reports = [
        report(
            name,
            day,
            f"Grain Board grants {name} an export licence",
            f"The Grain Board granted {name} Mills an export licence for barley. Terms were not told.",
            ("Grain Board", f"{name} Mills"),
        )
        for day, name in ((0, "Ostrow"), (9, "Pellam"), (18, "Quarle"))
    ]
    assert threads(relate(*reports)) == []


def test_what_comes_out_at_fixed_times_is_no_thread():
    reports = [
        report(
            f"r{n}",
            7 * n,
            f"Saltland inflation rose to {n + 3} percent",
            f"Inflation in Saltland rose to {n + 3} percent, the Statistics Bureau said. Food led the rise.",
            ("Statistics Bureau",),
            ("Saltland",),
        )
        for n in range(3)
    ]
    assert threads(relate(*reports)) == []


def test_a_site_about_one_country_is_not_one_thread():
    told = {
        "ferry strike": "Sailors left the quay at dawn and the islands ran out of milk.",
        "potato harvest": "Farmers lifted a third fewer sacks after blight crossed the fields.",
        "opera house": "Carpenters found rot under the stage, and the soprano sang outdoors.",
        "tax reform": "Clerks must copy every ledger twice before the levy falls in spring.",
        "chess champion": "A girl of twelve gave up her queen and won in thirty moves.",
        "bridge repair": "Welders close two lanes until rivets from the foundry arrive.",
        "seal cull": "Hunters counted pups on the ice and put their rifles away.",
        "school meals": "Cooks will serve soup and rye bread to pupils on Mondays.",
        "bus fares": "Drivers take coins only, and a ticket to the suburbs costs double.",
        "lottery win": "A widow bought a greenhouse with numbers taken from a calendar.",
        "museum theft": "Burglars lifted a bronze helmet through a skylight and left a glove.",
        "herring quota": "Trawlers may land six crates a week until the shoals recover.",
        "snow storm": "Ploughs dug out a train with ninety passengers and a choir.",
        "radio licence": "Listeners pay less from June, and the orchestra loses its violas.",
    }
    reports = [
        report(
            f"n{n:02}",
            2 * n,
            f"Saltland: {subject} in the news",
            f"In Saltland people spoke of the {subject}. {own} President Tomas Okoro had no comment on the {subject}.",
            ("Tomas Okoro",),
            ("Saltland",),
        )
        for n, (subject, own) in enumerate(told.items())
    ]
    assert threads(relate(*reports)) == []


def test_a_chain_does_not_drift_to_another_affair():
    """Each shares something with the one before; the last has nothing to do with the first."""
    first = call()
    bridge = report(
        "bridge",
        150,
        "Okoro and Vane discuss Saltland ceasefire, herring",
        "President Tomas Okoro and Chancellor Iris Vane discussed the Saltland ceasefire. Lone Gull led herring talks.",
        ("Iris Vane", "Tomas Okoro", "Lone Gull"),
        ("Saltland",),
    )
    away = report(
        "away",
        240,
        "Gull ends herring talks in Brinemouth",
        "Lone Gull ended the herring talks in Brinemouth. Skippers want a quota. Nets stay dry.",
        ("Lone Gull",),
        ("Brinemouth",),
    )
    assert threads(relate(first, bridge, away)) == [["call", "bridge"]]


def test_events_of_one_day_alone_are_no_thread():
    assert threads(relate(call(), second_call(day=0))) == []


def test_reports_without_a_date_are_in_no_thread():
    undated = replace(second_call(), article=replace(second_call().article, published=None))
    assert threads(relate(call(), undated)) == []


def test_a_round_up_is_no_part():
    title = "World news in brief: Vane and Okoro discuss Saltland ceasefire, news in brief"
    roundup = replace(second_call(), article=replace(second_call().article, title=title))
    assert threads(relate(call(), roundup)) == []


def test_a_story_is_one_part_whatever_its_reports():
    echo = replace(call(identity="echo"), article=replace(call(identity="echo").article, source="Sample Gazette"))
    digest = relate(call(), echo, second_call())
    assert len(digest.stories) == 1
    thread = digest.threads[0]
    assert [episode.story for episode in thread.episodes] == [digest.stories[0].id, None]
    assert thread.id == digest.stories[0].id


# --- what is said ----------------------------------------------------------------------------------------------------


def test_a_part_says_what_ties_it_and_how_long_after():
    first, second = relate(call(), second_call()).threads[0].episodes
    assert first.why == ()
    shared, when = second.why
    assert shared.startswith("shares ")
    assert {"Iris Vane", "Tomas Okoro", "Saltland"} == set(shared.removeprefix("shares ").split(", "))
    assert when == "5 months later"


def test_a_part_that_speaks_of_the_day_again_says_so():
    last = second_call().article
    again = report("again", 150, last.title, last.text, ("Iris Vane", "Tomas Okoro"), ("Saltland",), days=(DAY,))
    assert "speaks of that day again" in relate(call(), again).threads[0].episodes[1].why


def test_news_are_what_the_headline_tells_and_what_was_not_told():
    first, second = relate(call(), second_call()).threads[0].episodes
    assert first.news == ()
    assert [(claim.article, claim.sentence) for claim in second.news] == [("second", 0), ("second", 1)]


def test_news_are_the_development_before_what_is_new_around_it():
    """Most that is new stands in the second sentence; the headline says that the first is the news."""
    charged = report(
        "charge",
        0,
        "Man charged with murder of baker Piet Holm",
        "Arlo Finch has been charged with the murder of Piet Holm, the Ostrow baker shot in his shop in the Corn Lane. "
        "Finch, 30, took takings worth 900 crowns. He denies it.",
        ("Arlo Finch", "Piet Holm"),
        ("Ostrow",),
    )
    verdict = report(
        "verdict",
        120,
        "Corn Lane killing: Finch guilty of murdering baker",
        "Arlo Finch was found guilty yesterday of the murder of Piet Holm, the Ostrow baker shot in his shop in the "
        "Corn Lane. The jury at the Old Granary took five hours over its verdict after a trial of three weeks. "
        "Finch took 900 crowns.",
        ("Arlo Finch", "Piet Holm"),
        ("Ostrow",),
    )
    thread = relate(charged, verdict).threads[0]
    assert thread.title == "Corn Lane murder"  # not the murderer's
    assert thread.episodes[1].news[0].sentence == 0


def test_what_somebody_is_quoted_with_is_no_name_of_an_affair():
    one, other = (
        replace(
            r, article=replace(r.article, text=r.article.text + ' "I will have no wretched mud wall there," he said.')
        )
        for r in (call(), second_call())
    )
    assert "wall" not in relate(one, other).threads[0].title


def test_the_title_is_who_and_what_the_headlines_share():
    assert relate(call(), second_call()).threads[0].title == "Vane, Okoro and Saltland ceasefire"


def test_each_part_keeps_what_the_thread_was_called_by_then():
    two, three = relate(call(), second_call()).threads[0], relate(call(), second_call(), third_call()).threads[0]
    assert [episode.called for episode in three.episodes[:2]] == [episode.called for episode in two.episodes]
    assert two.episodes[0].called == call().article.title
    assert two.episodes[-1].called == two.title
    assert three.episodes[-1].called == three.title


def test_headlines_in_capitals_are_written_as_the_text_writes_them():
    shouted = [replace(r, article=replace(r.article, title=r.article.title.upper())) for r in (call(), second_call())]
    assert relate(*shouted).threads[0].title == "Vane, Okoro and Saltland ceasefire"


def test_examples_of_series_titles():
    rules = [example for kind, _, example in read_rules() if kind == "series"]
    assert rules
    assert all(is_kind(example, "series") for example in rules)
    for title in (
        "Vane and Okoro discuss Saltland ceasefire",
        "Storm closes the port",
        "Ferry strike enters third week",
    ):
        assert not is_kind(title, "series")


# --- order, growth, cost ---------------------------------------------------------------------------------------------

MANY = (
    call(), second_call(), harbour(3), harbour(90, "harbour2"), third_call(),
    report("strike1", 12, "Heron Air pilots strike over Bay rosters", "Pilots of Heron Air walked out over the rosters "
           "of Una Bay. Travellers slept on benches at Brinemouth. No talks are planned.", ("Heron Air", "Una Bay"),
           ("Brinemouth",)),
    report("strike2", 130, "Heron Air pilots end strike as Bay yields", "Pilots of Heron Air ended their strike at "
           "Brinemouth. Una Bay signed a deal on rosters that gives 9 rest days. Flights resume on Monday.",
           ("Heron Air", "Una Bay"), ("Brinemouth",)),
)  # fmt: skip


def test_many_have_threads():
    assert sorted(threads(relate(*MANY))) == [["call", "second", "third"], ["strike1", "strike2"]]


@settings(max_examples=25, deadline=None)
@given(st.permutations(MANY))
def test_the_order_of_input_does_not_matter(order):
    assert relate(*order).threads == relate(*MANY).threads


@settings(max_examples=25, deadline=None)
@given(st.sets(st.sampled_from(range(len(MANY)))))
def test_an_event_is_in_one_thread_at_most_and_parts_go_by_time(chosen):
    articles = [MANY[at] for at in sorted(chosen)]
    days = {a.article.id: a.article.published for a in articles}
    digest = relate(*articles)
    found = [article for thread in threads(digest) for article in thread]
    assert len(found) == len(set(found))
    for thread in threads(digest):
        assert len(thread) >= 2
        assert [days[article] for article in thread] == sorted(days[article] for article in thread)


def test_a_later_event_leaves_earlier_parts_as_they_are():
    before = relate(call(), second_call()).threads[0]
    after = relate(call(), second_call(), third_call()).threads[0]
    assert after.id == before.id
    assert [episode.article for episode in after.episodes[:2]] == [episode.article for episode in before.episodes]


def test_the_cost_of_titles_grows_with_their_length():
    def cost(words: int) -> float:
        long = [replace(r, article=replace(r.article, title=f"{r.article.title} {'and so on ' * words}")) for r in
                (call(), second_call())]  # fmt: skip
        start = process_time()
        relate(*long)
        return process_time() - start

    cost(10)
    assert cost(20_000) < 12 * max(cost(4_000), 0.05)
