"""Time finding copies, and print the pairs nearest to the line: `python bench/copies.py FILE [PAIRS]`.

FILE has an article a line as JSON (`id`, `title`, `date`, `body`; gzip where it ends in .gz), taken for one source's.
Pairs that are copies come with `=`, those below the threshold with ` `, those told apart by their facts with `!`, texts
within others with `<`: each with the share of the shorter text, both days, and both headlines, to be judged by reading.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generator.config import RelateConfig
from generator.model import Article, EnrichedArticle
from generator.relate.chronology import day_of_article, oldest_first
from generator.relate.duplicates import find_shared

BELOW = 0.15
"""How far below the threshold pairs are printed."""
PAIRS = 100


def read_articles(file: Path) -> Iterator[EnrichedArticle]:
    """Articles with a body."""
    with gzip.open(file, "rt") if file.suffix == ".gz" else file.open() as lines:
        for row in map(json.loads, lines):
            if row.get("body"):
                yield EnrichedArticle(article=make_article(row))


def make_article(row: dict[str, str]) -> Article:
    """What comparing reads of an article."""
    return Article(
        id=f"{row['id']:0>8}",
        title=row["title"] or "",
        path=f"{row['id']}.md",
        html="",
        text=row["body"],
        blocks=(),
        sentences=(),
        published=datetime.fromisoformat(row["date"]) if row.get("date") else None,
        source="Sample Wire",
    )


def list_pairs(articles: Sequence[EnrichedArticle], threshold: float) -> Iterator[tuple[float, str, str, str]]:
    """Share, mark and ids of each pair."""
    shared = find_shared(articles, threshold - BELOW)
    for mark, copies in (("=", shared.copies), ("!", shared.revisions)):
        for copy in copies:
            one, other = articles[copy.first].article, articles[copy.second].article
            yield copy.share, mark if copy.share >= threshold else " ", one.id, other.id
    yield from ((found.share, "<", found.part, found.whole) for found in shared.inclusions)


def main() -> None:
    threshold = RelateConfig().duplicate_threshold
    articles = sorted(read_articles(Path(sys.argv[1])), key=oldest_first)
    began = time.process_time()
    shared = find_shared(articles, threshold)
    seconds = time.process_time() - began
    print(f"{len(articles):,} articles, {seconds:.1f} s, {seconds / len(articles) * 10_000:.1f} s for 10,000")
    print(f"{len(shared.copies):,} pairs of copies, {len(shared.inclusions):,} texts within others")
    known = {enriched.article.id: enriched.article for enriched in articles}
    most = int(sys.argv[2]) if len(sys.argv) > 2 else PAIRS
    nearest = sorted(list_pairs(articles, threshold), key=lambda row: abs(row[0] - threshold))[:most]
    for share, mark, one, other in sorted(nearest):
        titles = " | ".join(f"{day_of_article(known[i])} {known[i].title}" for i in (one, other))
        print(f"{mark} {share:.2f} {one} {other} {titles}")


if __name__ == "__main__":
    main()
