"""Lines that recur in a source's articles, as candidates for rules."""

from __future__ import annotations

import pytest
from growth import assert_in_proportion

from generator.extract.recurring import find_recurring
from generator.model import Article, Document
from generator.record.article import make_article
from generator.vocabulary.cleaning import make_cleaning
from generator.vocabulary.pattern_check import find_fault

PLACES = ("Portsea", "Westhaven", "Amberley", "Norwick", "Eastmere")


def story(place: str) -> str:
    return (
        f"The old harbour wall of {place} fell into the water on Thursday, a year after engineers had warned of it.\n\n"
        f"Nobody was hurt, the mayor of {place} said, but two boats were sunk and one warehouse in {place} was lost."
    )


def articles(*bodies: str, source: str | None = "Harbour Times") -> list[Article]:
    return [
        make_article(Document(title="Wall falls", source=source, body=body), f"articles/{number}.md")
        for number, body in enumerate(bodies)
    ]


def test_a_line_in_three_articles_of_a_source_is_a_candidate():
    found = find_recurring(articles(*(f"{story(place)}\n\nRead it in our app (free)!" for place in PLACES[:3])))
    assert [(entry.source, entry.count, entry.path) for entry in found] == [("Harbour Times", 3, "articles/0.md")]
    rule = found[0].rule
    assert (rule.id, rule.scope, rule.example) == ("read-it-in-our-app-free", "line", "Read it in our app (free)!")
    assert (rule.pattern, rule.source) == (r"Read it in our app \(free", ("Harbour Times",))


def test_two_articles_or_two_sources_are_not_enough():
    appeal = "\n\nRead it in our app."
    assert find_recurring(articles(*(story(place) + appeal for place in PLACES[:2]))) == ()
    both = articles(*(story(place) + appeal for place in PLACES[:2])) + articles(
        *(story(place) + appeal for place in PLACES[2:4]), source="Portsea Echo"
    )
    assert find_recurring(both) == ()


def test_figures_may_differ():
    found = find_recurring(
        articles(*(f"{story(place)}\n\nFirst printed in No. {n * 37}." for n, place in enumerate(PLACES, 1)))
    )
    (rule,) = (entry.rule for entry in found)
    assert make_cleaning((rule,)).lines.match("First printed in No. 9.")


@pytest.mark.parametrize(
    ("before", "after", "scope"),
    [("Harbour Times readers write to us. ", "", "start-span"), ("", " Call the harbour desk on 2400.", "end-span")],
)
def test_sentences_at_the_ends_of_paragraphs(before, after, scope):
    found = find_recurring(articles(*(f"{before}{story(place)}{after}" for place in PLACES)))
    assert [(entry.rule.scope, entry.rule.example) for entry in found] == [(scope, (before or after).strip())]


def test_versions_of_one_report_count_as_one():
    same = [story("Portsea") + f"\n\nThe count stood at {n} on Friday." for n in range(5)]
    assert find_recurring(articles(*same)) == ()


def test_rules_are_such_as_a_site_can_have():
    odd = ["a.b*c? [d] {e} (f) \\ ^ $ | + 'g' \"h\"", "## Über uns", "Share: x | y", "© 2015 Harbour Times", "*", "Ö"]
    bodies = (f"{story(place)}\n\n" + "\n\n".join(f"{line} {line}" for line in odd) for place in PLACES)
    found = find_recurring(articles(*bodies))
    assert len(found) >= 4
    assert len({entry.rule.id for entry in found}) == len(found)
    assert [fault for entry in found if (fault := find_fault(entry.rule))] == []


def test_the_time_grows_with_the_articles():
    few, many = (
        articles(*(f"{story(f'Place {n}')}\n\nRead it in our app." for n in range(count))) for count in (100, 1_000)
    )
    assert_in_proportion(lambda: find_recurring(few), lambda: find_recurring(many))
