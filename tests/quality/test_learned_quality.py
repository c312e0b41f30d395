"""Learned topics on Reuters-21578, which is not in the repository: articles to no. 12,000 teach those after them."""

from __future__ import annotations

import gzip
import json
from collections import Counter

import pytest
from conftest import REPOSITORY, SHARED

from generator.learn.topics import apply_model, learn_topics
from generator.model import Document, EnrichedArticle, Topic
from generator.record.article import make_article

FLOORS = json.loads((REPOSITORY / "tests" / "quality" / "floors.json").read_text("utf-8"))["topics"]
FILE = SHARED / "data" / "topics" / "reuters21578-train.jsonl.gz"
LAST_LESSON = 12_000
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not FILE.is_file(), reason="needs articles of Reuters, which are not in the repository"),
]


def read_rows() -> list[dict]:
    with gzip.open(FILE, "rt", encoding="utf-8") as lines:
        return [row for row in map(json.loads, lines) if row["topics"]]


def enriched(row: dict) -> EnrichedArticle:
    topics = tuple(row["topics"])
    document = Document(id=row["id"], title=row["title"], body=" ".join(row["body"].split()), topics=topics)
    given = tuple(Topic(id=topic, label=topic, score=1.0, origin="given") for topic in topics)
    return EnrichedArticle(article=make_article(document, f"articles/{row['id']}.md"), topics=given)


def test_learned_topics():
    rows = read_rows()
    lessons = [enriched(row) for row in rows if int(row["id"]) <= LAST_LESSON]
    model = learn_topics(lessons)
    true, found = Counter(), Counter()
    for row in rows:
        if int(row["id"]) > LAST_LESSON:
            true.update((row["id"], topic) for topic in row["topics"])
            found.update((row["id"], topic.id) for topic in apply_model(model, enriched(row).article))
    right = (true & found).total()
    precision, recall = right / found.total(), right / true.total()
    f1 = 2 * precision * recall / (precision + recall)
    assert f1 >= FLOORS["learned"], f"micro-F1 {f1:.3f}, precision {precision:.3f}, recall {recall:.3f}"
