"""The benchmark's articles are read right: what is timed is the work it is meant to be."""

from __future__ import annotations

import runpy
import sys

import pytest
from conftest import REPOSITORY

from generator.config import ConvertConfig, EnrichConfig
from generator.enrich.article import enrich_article
from generator.extract.article import extract_article
from generator.read.sources import read_source


@pytest.fixture(scope="module")
def raw():
    sys.path.insert(0, str(REPOSITORY / "bench"))
    yield runpy.run_path(str(REPOSITORY / "bench" / "raw.py"))
    sys.path.pop(0)


@pytest.mark.parametrize(("name", "maker"), [("a.txt", "make_paste"), ("a.html", "make_page")])
def test_articles_of_the_benchmark_are_read_right(raw, name, maker):
    for number in range(5):
        _, title, source, day, paragraphs = raw["_parts"](number)
        (reading,) = read_source(name, raw[maker](number).encode(), ConvertConfig())
        document = extract_article(reading, ConvertConfig()).document
        assert (document.title, document.source) == (title, source)
        assert str(document.published).startswith(day)
        assert paragraphs[0][:60] in document.body
        assert paragraphs[-1][:60] in document.body
        assert "Most read" not in document.body


def test_articles_of_the_benchmark_of_enrichment_are_news(raw):
    bench = runpy.run_path(str(REPOSITORY / "bench" / "enrich.py"))
    lexicon = bench["load_lexicon"](EnrichConfig())
    articles = [bench["make_news"](number) for number in range(4)]
    assert [len(article.text.split()) for article in articles] == [bench["WORDS"]] * 4
    assert articles == [bench["make_news"](number) for number in range(4)]
    told = [enrich_article(article, lexicon, EnrichConfig()) for article in articles]
    assert all(len(one.mentions) > 10 and len(one.dates) > 4 and one.quotes for one in told)
    spent = bench["time_parts"](articles, lexicon, EnrichConfig())
    assert list(spent) == ["tokens", "names", "topics", "dates", "quotes", "summary"]


def test_cases_of_the_fuzzer_are_always_the_same():
    fuzz = runpy.run_path(str(REPOSITORY / "bench" / "fuzz.py"))
    files = [("a.txt", b"The wall fell."), ("b.md", b"# Wall\n\nIt fell.")]
    cases = [fuzz["make_case"](number, files) for number in range(30)]
    assert cases == [fuzz["make_case"](number, files) for number in range(30)]
    assert len(set(cases)) > 20
    assert all(len(data) <= fuzz["LARGEST"] for _, data in cases)


def test_articles_made_of_others_are_other_news_with_everything_in_its_place(raw):
    enrich = runpy.run_path(str(REPOSITORY / "bench" / "enrich.py"))
    multiply = runpy.run_path(str(REPOSITORY / "bench" / "multiply.py"))["multiply"]
    one = enrich["enrich_article"](enrich["make_news"](1), enrich["load_lexicon"](EnrichConfig()), EnrichConfig())
    first, second, third = multiply([one], 3)

    assert first == one
    assert len({each.article.id for each in (first, second, third)}) == 3
    assert second.article.text != one.article.text != third.article.text != second.article.text
    assert len(second.article.text) == len(one.article.text)
    assert {mention.entity for mention in second.mentions} <= {entity.id for entity in second.entities}
