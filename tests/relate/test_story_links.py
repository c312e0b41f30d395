from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from relate_samples import relate, write

from generator.model import Digest, EnrichedArticle, Episode, Link, Story, StoryLink, Thread
from generator.relate.chronology import oldest_first
from generator.relate.entities import join_entities
from generator.relate.names import Names
from generator.relate.reasons import Reasons
from generator.relate.reports import make_reports
from generator.relate.story_links import MOST, link_stories
from generator.vocabulary.entities import NO_RULES

DAY = date(2015, 3, 2)


def report(
    story: str, number: int, day: date | None, people: tuple[str, ...] = (), places: tuple[str, ...] = ()
) -> EnrichedArticle:
    named = " ".join((*people, *places))
    return write(
        f"{story}{number}", f"News of {story}", f"{named} did it in {story}.", day, people=people, places=places
    )


def tell(
    *groups: list[EnrichedArticle], links: tuple[Link, ...] = (), threads: tuple[Thread, ...] = ()
) -> tuple[StoryLink, ...]:
    """The links of stories that are given, not found."""
    articles, entities = join_entities(sorted((a for g in groups for a in g), key=oldest_first), NO_RULES)
    reports = make_reports(articles)
    return link_stories(
        articles,
        Reasons(articles, reports, Names(articles, entities)),
        [make_story(group) for group in groups],
        links,
        threads,
    )


def make_story(members: list[EnrichedArticle]) -> Story:
    days = [m.article.published for m in members if m.article.published]
    ids = tuple(m.article.id for m in members)
    return Story(
        id=ids[0],
        title=members[0].article.title,
        articles=ids,
        first=min(days, default=None),
        last=max(days, default=None),
    )


def pair(story: str, day: date | None, *people: str, places: tuple[str, ...] = ()) -> list[EnrichedArticle]:
    return [report(story, number, day, people, places) for number in (1, 2)]


def between(links: tuple[StoryLink, ...], source: str, target: str) -> list[StoryLink]:
    return [link for link in links if (link.source, link.target) == (source, target)]


def test_stories_that_share_rare_names_are_related_with_the_reason_from_both_ends():
    links = tell(
        pair("flood", DAY, "Mira Holm", places=("Velm",)),
        pair("inquiry", DAY + timedelta(days=2), "Mira Holm", places=("Velm",)),
        pair("match", DAY, "Otto Lind"),
    )

    (there,), (back,) = between(links, "flood1", "inquiry1"), between(links, "inquiry1", "flood1")
    assert there.relation == back.relation == "related"
    assert there.why == ("shares Mira Holm, Velm", "same week")
    assert back.why == there.why
    assert not [link for link in links if "match1" in (link.source, link.target)]


def test_neighbours_of_a_thread_follow_each_other_up_even_with_no_name_in_common():
    stories = pair("may", DAY, "Mira Holm"), pair("june", DAY + timedelta(days=30), "Otto Lind")
    episodes = (
        Episode(story="may1", article="may1"),
        Episode(story=None, article="single"),
        Episode(story="june1", article="june1"),
    )
    links = tell(*stories, threads=(Thread(id="may1", title="Talks", episodes=episodes),))

    (there,), (back,) = between(links, "may1", "june1"), between(links, "june1", "may1")
    assert there.relation == back.relation == "follow-up"
    assert (there.why[-1], back.why[-1]) == ("4 weeks later", "4 weeks earlier")


def test_the_reports_follow_up_makes_the_later_story_one():
    stories = pair("may", DAY, "Mira Holm"), pair("june", DAY + timedelta(days=3), "Mira Holm")
    link = Link(source="may1", target="june2", relation="follow-up", score=0.4, why=())
    assert [link.relation for link in tell(*stories, links=(link,))] == ["follow-up", "follow-up"]


def test_a_name_that_most_of_the_site_has_is_no_reason():
    groups = [pair(f"s{n}", DAY + timedelta(days=n), f"Person{n} Lind", "Mira Holm") for n in range(30)]
    assert tell(*groups) == ()


def test_a_story_without_a_day_says_nothing_of_time():
    links = tell(pair("flood", None, "Mira Holm"), pair("inquiry", DAY, "Mira Holm"))
    assert [link.why for link in links] == [("shares Mira Holm",)] * 2


NAMES = ("Mira Holm", "Otto Lind", "Ada Vale", "Ben Rask", "Una Stroud")
stories = st.lists(
    st.tuples(st.integers(0, 40), st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True)),
    min_size=2,
    max_size=12,
)


@settings(max_examples=40, deadline=None)
@given(stories, st.randoms(use_true_random=False))
def test_links_are_symmetric_bounded_and_the_same_whatever_the_order(drawn, random):
    groups = [pair(f"s{n}x", DAY + timedelta(days=days), *names) for n, (days, names) in enumerate(drawn)]
    found = tell(*groups)
    shuffled = random.sample(groups, len(groups))

    assert set(tell(*shuffled)) == set(found)
    assert {(k.target, k.source, k.relation, k.score) for k in found} == {
        (k.source, k.target, k.relation, k.score) for k in found
    }
    assert all(sum(k.source == group[0].article.id for k in found) <= MOST for group in groups)
    assert len({(k.source, k.target) for k in found}) == len(found)


# --- as the digest has them ------------------------------------------------------------------------------------------


def _syria(order: int = 1) -> Digest:
    vote = "Members of the Astra assembly voted by 88 to 61 to send ships to Karsia, Greta Brandt said on Monday. "
    raid = "A fuel store of Karsia burned for a night after shells hit it; Greta Brandt spoke of a first blow. "
    later = DAY + timedelta(days=20)
    names = {"people": ("Greta Brandt",), "places": ("Karsia",)}
    articles = [
        write("v1", "Astra votes to send ships to Karsia", vote, DAY, days=(DAY,), **names),
        write("v2", "Assembly sends ships to Karsia", vote + "Ayes had it.", DAY, days=(DAY,), **names),
        write("r1", "Fuel store burns in Karsia", raid, later, days=(later,), **names),
        write("r2", "Shells hit fuel store in Karsia", raid + "It burns.", later, days=(later,), **names),
    ]
    return relate(*articles[::order], duplicate_threshold=1.1)


def test_stories_of_a_digest_point_at_each_other_and_the_order_of_articles_never_matters():
    digest = _syria()
    assert len(digest.stories) == 2
    assert digest.story_links
    assert {link.source for link in digest.story_links} == {story.id for story in digest.stories}
    assert _syria(-1).story_links == digest.story_links


def test_stories_are_linked_in_the_order_of_the_digest():
    digest = _syria()
    rank = {story.id: at for at, story in enumerate(digest.stories)}
    assert [rank[link.source] for link in digest.story_links] == sorted(
        rank[link.source] for link in digest.story_links
    )
