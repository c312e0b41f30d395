from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from relate_samples import entity, relate, topic, write

from generator.config import RelateConfig
from generator.relate.candidates import MOST, find_candidates
from generator.relate.digest import relate_articles
from generator.relate.vectors import make_vectors, split_terms

_WORDS = "railway port vote loaf quake treaty harbour chess minister flood recorder dividend".split()
_NAMES = ("Oskar Lindqvist", "Lindqvist", "Greta Brandt", "Mikhail Orlov", "Brandt")


@st.composite
def _articles(draw: st.DrawFn):
    """A few articles of few words, so that ties and stories abound."""
    made = []
    for n in range(draw(st.integers(0, 8))):
        words = draw(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=12))
        made.append(
            write(
                f"a{n}",
                " ".join(words[:3]),
                " ".join(words),
                draw(st.none() | st.dates(date(2015, 12, 1), date(2015, 12, 9))),
                source=draw(st.sampled_from([None, "Tribune", "tribune", "Gazette"])),
                people=tuple(draw(st.sets(st.sampled_from(_NAMES), max_size=2).map(sorted))),
                topics=tuple(
                    draw(st.lists(st.sampled_from([topic("medtop:3", "diplomacy"), topic("x", "X")]), max_size=1))
                ),
            )
        )
    return made


@settings(max_examples=60, deadline=None)
@given(_articles(), st.randoms(use_true_random=False))
def test_the_order_of_the_articles_does_not_matter(articles, random: Random):
    shuffled = list(articles)
    random.shuffle(shuffled)

    assert relate(*articles) == relate(*shuffled)


@settings(max_examples=40, deadline=None)
@given(_articles())
def test_every_id_in_a_digest_is_that_of_an_article(articles):
    digest = relate(*articles, min_entity_articles=1)
    known = {article.article.id for article in articles}
    entities = {entity.id for entity in digest.entities}

    told = [identity for story in digest.stories for identity in story.articles]
    assert len(told) == len(set(told))
    assert set(told) <= known
    assert all(link.source in known and link.target in known and link.source != link.target for link in digest.links)
    assert all(mention.entity in entities for article in digest.articles for mention in article.mentions)
    assert {article.article.id for article in digest.articles} == known


def test_nothing_in_nothing_out():
    digest = relate()

    assert digest.articles == digest.stories == digest.links == digest.editions == ()
    assert digest.now == datetime(1970, 1, 1, tzinfo=UTC)


def test_now_is_the_option_or_the_newest_moment():
    article = write("a", "One", "Text.", datetime(2015, 12, 9, 19, 20, tzinfo=UTC))
    told = datetime(2020, 1, 1, tzinfo=UTC)

    assert relate(article).now == datetime(2015, 12, 9, 19, 20, tzinfo=UTC)
    assert relate_articles([article], {}, RelateConfig(), told).now == told


def test_names_of_too_few_articles_are_left_in_the_articles():
    digest = relate(write("a", "One", "Greta Brandt spoke.", people=("Greta Brandt",)))

    assert digest.entities == ()
    assert digest.articles[0].entities[0].name == "Greta Brandt"


def test_an_organisation_that_is_a_source_has_no_page_of_its_own():
    harbour = entity("organisation", "Harbour Wire")
    board = entity("organisation", "Tide Board")
    articles = [
        replace(write(i, f"Title {i}", "Text.", source="HARBOUR  Wire"), entities=(harbour, board)) for i in "ab"
    ]

    assert [e.name for e in relate(*articles).entities] == ["Tide Board"]


def test_articles_without_words_are_no_harm():
    digest = relate(write("a", "…", ""), write("b", "…", ""), write("c", "!", "\n\n", date(2015, 1, 1)))

    assert digest.stories == digest.links == ()


def test_words_and_numbers_become_terms():
    assert split_terms("The minister’s strikes: 2.1 billion, naïve plans") == (
        "minister", "strik", "2.1", "billion", "naïv", "plan",
    )  # fmt: skip
    assert split_terms("习近平访问") == ("习", "近", "平", "访", "问")


def test_an_article_has_a_bounded_number_of_candidates():
    vectors = make_vectors([((), ("flood", "river", f"w{n}")) for n in range(200)])
    pairs = list(find_candidates(vectors, [{}] * 200))

    assert max(sum(1 for _, later in pairs if later == n) for n in range(200)) == MOST
