"""The same name over several articles: whom it names. The cases are in identity_cases.yml."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.config import EnrichConfig, RelateConfig
from generator.enrich.article import enrich_article
from generator.enrich.lexicon import Lexicon, load_lexicon
from generator.model import Digest, Document, EnrichedArticle
from generator.record.article import make_article
from generator.relate.digest import relate_articles

CASES = yaml.load(Path(__file__).with_name("identity_cases.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


@cache
def lexicon() -> Lexicon:
    return load_lexicon(EnrichConfig())


def read(case: dict[str, Any]) -> list[EnrichedArticle]:
    found = []
    for number, row in enumerate(case["articles"], 1):
        document = Document(id=f"a{number}", title=f"Report {number}", published=row["day"], body=row["text"])
        article = make_article(document, f"articles/a{number}.md")
        found.append(enrich_article(article, lexicon(), EnrichConfig()))
    return found


def relate(articles: list[EnrichedArticle]) -> Digest:
    return relate_articles(articles, {}, RelateConfig(min_entity_articles=1), None)


def entity_of(digest: Digest, place: str) -> str:
    """The id of what the mention `2 Cameron` names."""
    number, _, printed = place.partition(" ")
    article = next(each for each in digest.articles if each.article.id == f"a{number}")
    named = {}
    for mention in article.mentions:
        named.setdefault(article.article.text[mention.span.start : mention.span.end], mention.entity)
    assert printed in named, f"{place}: not a name; there are {named}"
    return named[printed]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_names_over_articles(case):
    digest = relate(read(case))
    found = [{entity_of(digest, place) for place in group} for group in case["entities"]]

    assert [len(ids) for ids in found] == [1] * len(found), f"should be one: {found}"
    assert len(set().union(*found)) == len(found), f"should be apart: {found}"
    names = {entity.id: entity.name for entity in digest.entities}
    assert [names[min(ids)] for ids in found[: len(case.get("called", ()))]] == case.get("called", [])
