from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from relate_samples import entity, links_between, relate, topic, write

CALL = (
    "Mikhail Orlov and Greta Brandt spoke by telephone about the war in Karsia and agreed that their advisers should "
    "meet. She said that peace in Karsia needed a new government; Mikhail Orlov did not agree. "
)
NAMED = {"people": ("Mikhail Orlov", "Greta Brandt"), "places": ("Karsia",)}


def _two_calls():
    first = write(
        "may",
        "Mikhail Orlov and Greta Brandt discuss Karsia",
        CALL + "It was the first call since her second election victory.",
        date(2015, 5, 25),
        days=(date(2015, 5, 25),),
        **NAMED,
    )
    second = write(
        "december",
        "Orlov asks Brandt for help with flight recorder",
        CALL + "Specialists will open the recorder of the bomber that fell near the border in November.",
        date(2015, 12, 9),
        days=(date(2015, 12, 9),),
        **NAMED,
    )
    return first, second


def test_two_events_of_one_subject_are_linked_both_ways_with_a_reason_and_are_no_story():
    digest = relate(*_two_calls())

    (there,) = links_between(digest, "december", "may")
    (back,) = links_between(digest, "may", "december")
    assert digest.stories == ()
    assert there.relation == back.relation == "shared-subject"
    assert there.why == ("shares Mikhail Orlov, Greta Brandt, Karsia", "7 months earlier")
    assert back.why == ("shares Mikhail Orlov, Greta Brandt, Karsia", "7 months later")
    assert there.score == back.score


def test_a_later_report_beyond_the_story_is_a_follow_up():
    quake = "The earthquake in the Sarno valley brought down the church of Amatello and two hundred houses. "
    digest = relate(
        write(
            "a",
            "Earthquake in Sarno valley",
            quake + "Soldiers dug all night.",
            date(2016, 8, 24),
            days=(date(2016, 8, 24),),
        ),
        write(
            "b",
            "In Amatello, a winter in tents",
            "Families whose houses fell in Amatello in August spend the winter in tents in the Sarno valley. The "
            "school is a bus, the baker works from a container, and snow came early to the earthquake zone on Monday.",
            date(2016, 9, 20),
            days=(date(2016, 9, 19),),
        ),
    )

    (link,) = links_between(digest, "a", "b")
    assert link.relation == "follow-up"
    assert link.why[-1] == "4 weeks later"


def test_members_of_a_story_point_at_each_other():
    vote = "Members voted by 88 to 61 to build the railway from Velm to the port of Astra. "
    digest = relate(
        write("a", "Railway to Astra approved", vote, date(2015, 11, 3)),
        write("b", "Velm-Astra railway wins vote", vote + "Trains come later.", date(2015, 11, 4)),
        duplicate_threshold=1.1,
    )

    assert [link.relation for link in links_between(digest, "a", "b")] == ["same-story"]
    assert links_between(digest, "b", "a")[0].why[-1] == "a day earlier"


def test_articles_with_nothing_in_common_are_not_linked():
    digest = relate(
        write("a", "Loaf of 214 metres", "A baker in Lund drew a very long loaf from his oven.", date(2016, 9, 7)),
        write("b", "Telvia fined", "Judges fined a phone company for contracts without end.", date(2016, 9, 7)),
    )

    assert digest.links == ()


def test_shared_words_and_topics_are_the_reason_where_no_name_is_shared():
    text = "Envoys talk of a ceasefire line along the river and of the exchange of prisoners. "
    topics = (topic("medtop:3", "diplomacy"),)
    digest = relate(
        write("a", "Ceasefire talks", text + "Rain fell.", date(2014, 1, 1), topics=topics),
        write("b", "Prisoners and a river", text + "Nobody smiled.", date(2016, 1, 1), topics=topics),
        duplicate_threshold=1.1,
    )

    assert links_between(digest, "a", "b")[0].why == (
        "both speak of “prisoners”, “river”, “ceasefire”",
        "both on diplomacy",
        "2 years later",
    )


def _of_karsia(identity: str, title: str, text: str, year: int):
    """A report whose only name is that of a country."""
    article = write(identity, title, text, date(year, 1, 1), topics=(topic("medtop:3", "diplomacy"),))
    chad = entity("place", "Chad", country="TD", latitude=15.5, longitude=18.7)
    return replace(article, entities=(chad,))


def test_a_country_and_a_topic_are_no_reason_for_a_link():
    texts = ("Chad: envoys went home.", "Chad: a minister arrived.")
    first, second = (_of_karsia(f"a{n}", f"Report {n}", text, 2014 + n) for n, text in enumerate(texts))
    shared = [
        write(f"o{n}", f"Report o{n}", "Envoys went home and a minister arrived.", date(2012, 1, 1 + n))
        for n in range(24)
    ]
    assert not links_between(relate(first, second, *shared), "a0", "a1")


def test_with_a_country_words_of_both_are_told():
    texts = ("Chad signs a locust treaty.", "Chad breaks its locust treaty.")
    first, second = (_of_karsia(f"a{n}", text, text, 2014 + n) for n, text in enumerate(texts))
    (link,) = links_between(relate(first, second), "a0", "a1")
    assert link.why == ("shares Chad", "both headlines say “locust”, “treaty”", "both on diplomacy", "12 months later")


def test_countries_are_told_last():
    text = "Mikhail Orlov flew to Chad and spoke of {0}."
    orlov, chad = entity("person", "Mikhail Orlov"), entity("place", "Chad", country="TD")
    first, second = (
        replace(write(f"a{n}", f"Orlov in Chad {n}", text.format(n), date(2014, 1, 1 + 20 * n)), entities=(chad, orlov))
        for n in range(2)
    )
    others = [
        replace(write(f"o{n}", f"Orlov {n}", f"Item w{n}x.", date(2012, 1, 1 + n)), entities=(orlov,)) for n in range(4)
    ]
    (link,) = links_between(relate(first, second, *others, duplicate_threshold=1.1, story_threshold=9.0), "a0", "a1")
    assert link.why[0] == "shares Mikhail Orlov, Chad"


def test_no_article_has_more_links_than_asked_for_unless_it_alone_is_near():
    first, second = _two_calls()
    many = [
        write(f"n{n}", f"Karsia report {n}", CALL + f"Detail {n} was new to w{n}x.", date(2010 + n, 3, 1), **NAMED)
        for n in range(12)
    ]
    digest = relate(first, second, *many, related=3, story_threshold=0.9, duplicate_threshold=1.1)

    for article in digest.articles:
        sources = [link for link in digest.links if link.source == article.article.id]
        assert 1 <= len(sources) <= 3


def test_the_name_of_a_source_is_no_reason():
    texts = ("The bridge at Velm is closed for repairs.", "A choir from Astra sings on Sunday.")
    digest = relate(
        *(
            write(f"a{n}", text[:20], text, date(2016, 1, 1 + n), source="Sample Wire", people=("Sample Wire",))
            for n, text in enumerate(texts)
        )
    )

    assert digest.links == ()


@pytest.mark.parametrize(
    ("day", "later", "earlier"),
    [
        (date(2015, 5, 25), "same day", "same day"),
        (date(2015, 5, 26), "a day later", "a day earlier"),
        (date(2015, 5, 30), "same week", "same week"),
        (date(2015, 6, 1), "7 days later", "7 days earlier"),
        (date(2015, 7, 1), "5 weeks later", "5 weeks earlier"),
        (date(2015, 9, 25), "4 months later", "4 months earlier"),
        (date(2017, 5, 25), "2 years later", "2 years earlier"),
    ],
)
def test_how_far_apart_is_said_truly_from_both_ends(day, later, earlier):
    first, second = _two_calls()
    moved = replace(second, article=replace(second.article, published=day))
    digest = relate(first, moved, duplicate_threshold=1.1)

    assert links_between(digest, "may", "december")[0].why[-1] == later
    assert links_between(digest, "december", "may")[0].why[-1] == earlier


def test_reasons_name_the_rarest_first_and_never_what_half_of_the_site_has():
    others = [
        write(
            f"o{n}",
            f"Notice {n}",
            f"Item w{n}a w{n}b of Mikhail Orlov.",
            date(2012, 1, 1 + n),
            people=("Mikhail Orlov",),
        )
        for n in range(24)
    ]
    beside = [write(f"k{n}", f"Karsia note {n}", f"Karsia w{n}c w{n}d.", None, places=("Karsia",)) for n in range(3)]
    digest = relate(*_two_calls(), *others, *beside)

    assert links_between(digest, "december", "may")[0].why == ("shares Greta Brandt, Karsia", "7 months earlier")


def test_a_reason_names_four_things_at_most():
    people = tuple(f"{first} Holm" for first in ("Ada", "Ben", "Cid", "Dora", "Eli", "Finn"))
    texts = ("Six spoke in Velm about a bridge over the river: ", "The bridge in Velm has a new river gate, say ")
    first, second = (
        write(f"a{n}", f"Velm {n}", text + ", ".join(people), date(2014 + n, 1, 1), people=people)
        for n, text in enumerate(texts)
    )
    (link,) = links_between(relate(first, second), "a0", "a1")
    assert link.why[0] == "shares Ada Holm, Ben Holm, Cid Holm, Dora Holm"


def test_words_of_both_headlines_are_the_reason_where_nothing_else_is_shared():
    digest = relate(
        write("a", "Lantern parade lights harbour", "Paper lanterns went along the quay.", date(2014, 2, 1)),
        write("b", "Storm ends lantern parade", "Paper lanterns sank at the quay.", date(2016, 2, 1)),
    )
    assert links_between(digest, "a", "b")[0].why == ("both headlines say “lantern”, “parade”", "2 years later")


def test_another_case_of_one_kind_of_news_follows_nothing_up():
    text = "The board of {0} declared a quarterly dividend of {1} cents a share, payable to holders of record. "
    firms = (("Velmar", "12"), ("Ostrano", "31"))
    digest = relate(
        *(
            write(firm, f"{firm} sets quarterly dividend", text.format(firm, cents), date(2016, 3, 1 + 4 * n))
            for n, (firm, cents) in enumerate(firms)
        ),
        duplicate_threshold=1.1,
        story_threshold=2.0,
    )
    assert [link.relation for link in links_between(digest, "Velmar", "Ostrano")] == ["shared-subject"]
