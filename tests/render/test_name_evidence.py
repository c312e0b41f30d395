"""A name's page, as the whole program makes it: each word on it is a report's own and leads to its sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import write_site
from lxml import html

from generator.cli import main

HEAD = "---\nid: {0}\ntitle: Report {0}\npublished: {1}\nsource: Velm Courier\n---\n\n{2}\n"
REPORTS = {
    "a": (
        "2014-03-03",
        "Snow fell in Moscow. The talks went well, Foreign Minister Anna Veldkamp said in Russia. “We shall not sign a "
        "treaty that forgets the river towns,” Anna Veldkamp said.",
    ),
    "b": ("2016-05-02", "Nobody spoke. Then Envoy Anna Veldkamp left Russia with two Russian guards."),
    "c": ("2016-05-04", "The Russian fleet sailed. Ms Veldkamp was not there. ISIL lost a town, the board said."),
    "d": (
        "2016-05-05",
        "“No one believes in Anna Veldkamp any more than I do,” Governor Pavel Rostin said. "
        "The Islamic State (IS) lost another town. Rain fell in Moscow and in the Czech Republic.",
    ),
    "e": ("2016-05-06", "The Czech fleet, which is small, sailed from Moscow to the Czech Republic."),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A site of a few reports, built."""
    articles = {f"{name}.md": HEAD.format(name, day, text) for name, (day, text) in REPORTS.items()}
    folder = write_site(tmp_path_factory.mktemp("names"), {}, articles)
    done = CliRunner().invoke(main, ["build", "--quiet", "-f", str(folder / "mkdocs.yml")])
    assert done.exit_code == 0, done.output
    return folder


def page(folder: Path, address: str) -> html.HtmlElement:
    return html.parse(folder / "site" / address / "index.html").getroot()


def words(element: html.HtmlElement) -> str:
    """What it says, in one line, as a reader sees it: what stands in elements of its own is apart."""
    return " ".join(" ".join(element.itertext()).split())


def lines(folder: Path, page: str) -> list[str]:
    """The texts of a page's head and of what it says of joined names, on one line each."""
    tree = html.parse(folder / "site" / page / "index.html")
    found = tree.xpath("//header[@class='opening']/p | //aside//ul[@class='others']/li")
    return [" ".join(each.text_content().split()) for each in found]


def sentence(folder: Path, page: str, words: str) -> str:
    """The sentence that words of the page lead to."""
    tree = html.parse(folder / "site" / page / "index.html")
    (address,) = dict.fromkeys(tree.xpath(f"//main//a[contains(@href, '#') and normalize-space()='{words}']/@href"))
    file, _, anchor = address.partition("#")
    target = html.parse(folder / "site" / page / file / "index.html")
    return target.xpath(f"//*[@id='{anchor}']")[0].text_content()


def test_a_heading_or_a_label_is_no_sentence_of_the_timeline(tmp_path: Path) -> None:
    text = "## Anna Veldkamp\n\nPhoto: Anna Veldkamp\n\nThe talks of Arden began. Anna Veldkamp opened them on Monday."
    articles = {f"{name}.md": HEAD.format(name, "2016-05-02", text) for name in ("a", "b")}
    folder = write_site(tmp_path, {}, articles)
    done = CliRunner().invoke(main, ["build", "--quiet", "-f", str(folder / "mkdocs.yml")])
    assert done.exit_code == 0, done.output
    told = page(folder, "people/anna-veldkamp").xpath("//dl[contains(@class, 'dates')]/dd/a[@class='claim']")
    assert {words(each) for each in told} == {"Anna Veldkamp opened them on Monday."}


def test_a_person_has_roles_with_days_and_the_reason_for_each_name(folder):
    told = lines(folder, "people/anna-veldkamp")
    assert told[0] == "Foreign Minister, Envoy"
    assert "Veldkamp surname; named in full on 5 May 2016" in told
    assert "Foreign Minister Anna Veldkamp" in sentence(folder, "people/anna-veldkamp", "Foreign Minister")
    assert sentence(folder, "people/anna-veldkamp", "Veldkamp") == "Ms Veldkamp was not there."
    rows = [[c.text_content() for c in row] for row in page(folder, "people/anna-veldkamp").xpath("//tbody/tr")]
    assert rows == [["Foreign Minister", "3 Mar 2014", ""], ["Envoy", "2 May 2016", ""]]
    assert "Then Envoy Anna Veldkamp left" in sentence(folder, "people/anna-veldkamp", "2 May 2016")


def test_what_somebody_says_and_what_others_say_of_them_stand_apart_with_day_and_source(folder):
    own, others = page(folder, "people/anna-veldkamp").find_class("spoken")
    assert own.xpath("string(.//blockquote)").strip().startswith("“We shall not sign a treaty")
    assert words(own.find("figure/figcaption")) == "3 Mar 2014 Velm Courier"
    assert others.xpath("string(.//blockquote)").strip().startswith("“No one believes in Anna Veldkamp")
    assert words(others.find("figure/figcaption")) == "Pavel Rostin 5 May 2016 Velm Courier"
    assert "forgets the river towns" in sentence(folder, "people/anna-veldkamp", own.find(".//blockquote/p/a").text)


def test_the_days_in_the_news_have_the_first_sentence_that_names_somebody(folder):
    tree = page(folder, "people/anna-veldkamp")
    assert tree.xpath("//dl//time/@datetime") == ["2014-03-03", "2016-05-02", "2016-05-04", "2016-05-05"]
    assert tree.xpath("//dl/dd/a[@class='claim']/text()")[2] == "Ms Veldkamp was not there."
    assert sentence(folder, "people/anna-veldkamp", "Ms Veldkamp was not there.") == "Ms Veldkamp was not there."


def test_names_used_are_counted_and_lead_to_where_they_stand(folder):
    aside = page(folder, "people/anna-veldkamp").find_class("beside")[0]
    (used,) = aside.xpath(".//section[h2='Names used']")
    assert [words(each) for each in used.iter("li")] == ["Anna Veldkamp 4", "Veldkamp 1"]


def test_who_is_named_together_comes_by_how_strong_the_tie_is(folder):
    together = page(folder, "places/moscow").find_class("together")[0]
    (places,) = together.find_class("place")
    assert [words(each) for each in places.iter("li")] == ["Czech Republic 2 of 2", "Russia 1 of 2"]


def test_a_country_has_the_words_that_speak_of_it_and_is_not_named_by_them(folder):
    told = lines(folder, "places/russia")
    assert told[0].startswith("Also described as: Russian ")
    assert told[1].startswith("2 reports")
    assert "Czech 1" in lines(folder, "places/czech-republic")[0]


def test_other_names_lead_to_where_they_stand(folder):
    assert sentence(folder, "organisations/islamic-state", "ISIL") == "ISIL lost a town, the board said."


def test_a_place_says_where_it_is(folder):
    assert lines(folder, "places/moscow")[0] == "3 reportsRussia55.75° N, 37.62° E"


def test_the_data_hold_the_same(folder):
    done = CliRunner().invoke(main, ["export", "--json", "-f", str(folder / "mkdocs.yml")])
    entities = {entity["id"]: entity for entity in json.loads(done.stdout)["entities"]}
    veldkamp = entities["person/anna-veldkamp"]
    assert {"name": "Veldkamp", "why": "surname; named in full on 2016-05-05"} in veldkamp["joined"]
    assert {"text": "Foreign Minister", "first": "2014-03-03", "last": "2014-03-03"} in veldkamp["roles"]
    assert [each["text"] for each in entities["place/russia"]["demonyms"]] == ["Russian"]
    moscow = entities["place/moscow"]
    assert (moscow["country"], round(moscow["latitude"]), round(moscow["longitude"])) == ("RU", 56, 38)
