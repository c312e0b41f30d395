"""Time relating real articles, step by step: `python bench/relate.py FILE [COUNT …]`, or `make bench-relate FILE=…`.
`--times N` relates N times as many, made of them (`multiply.py`); `make bench-relate-large FILE=…` so makes 100,000.

FILE has an article a line as JSON (`id`, `title`, `date`, `body` or `text`, `source`; gzip where it ends in .gz). Its
articles are understood once, which takes minutes, and kept in a folder for temporary files until the code changes.
Then the first COUNT of them are related, each count in a process of its own: processor seconds of each step on one
core, a thousand articles' share of the whole, and the peak of memory with what the articles themselves take. The last
column is the time of the whole against the first count, article for article: 1.0 means that it grows in line.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import inspect
import json
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from multiply import multiply

import generator
from generator.config import EnrichConfig, RelateConfig
from generator.enrich.article import enrich_article
from generator.enrich.lexicon import Lexicon, load_lexicon
from generator.model import EnrichedArticle
from generator.record.article import make_article
from generator.record.document import read_document
from generator.relate import digest
from generator.run.cache import open_cache
from generator.run.memory import collection_paused
from generator.vocabulary.mediatopics import load_media_topics

UNDERSTANDING = ("record", "enrich", "vocabulary", "extract")
COUNTS = (2_500, 5_000, 10_000)
SHOWN = 0.02
"""Seconds of a step that is listed."""


class Figures(NamedTuple):
    """Processor seconds in all and by step, and megabytes with the articles read and at the peak."""

    articles: int
    seconds: float
    steps: dict[str, float]
    read_mb: float
    peak_mb: float


def read_articles(file: Path, most: int) -> Iterator[EnrichedArticle]:
    """The first articles that have a text, understood."""
    lexicon: Lexicon | None = None
    options, code = EnrichConfig(), _fingerprint()
    found = 0
    with open_cache(Path(tempfile.gettempdir()) / "bench-relate.sqlite") as kept, _open(file) as lines:
        for line in lines:
            row = json.loads(line)
            if found == most:
                return
            if not (row.get("body") or row.get("text")):
                continue
            found += 1
            key = hashlib.blake2b(code + line.encode(), digest_size=16).digest()
            article = kept.get(key)
            if article is None:
                lexicon = lexicon or load_lexicon(options)
                path, text = _write(row)
                article = enrich_article(make_article(read_document(text, path), path), lexicon, options)
                kept.put(key, article)
            yield article


def _fingerprint() -> bytes:
    """A hash of the code and data that articles are understood by: relating may change, and they stay."""
    folder = Path(generator.__file__).parent
    files = (each for room in UNDERSTANDING for each in sorted((folder / room).rglob("*.*")))
    return b"".join(
        hashlib.blake2b(each.read_bytes(), digest_size=8).digest() for each in files if each.suffix != ".pyc"
    )


def _open(file: Path) -> Any:
    return gzip.open(file, "rt", encoding="utf-8") if file.suffix == ".gz" else file.open(encoding="utf-8")


def _write(row: dict[str, Any]) -> tuple[str, str]:
    """A row as an article of the record."""
    given = {"id": f"b{row['id']}", "title": row.get("title"), "source": row.get("source") or "Bench"}
    front = "".join(f"{key}: {json.dumps(value)}\n" for key, value in given.items() if value)
    day = f"published: {row['date']}\n" if row.get("date") else ""
    return f"articles/{given['id']}.md", f"---\n{front}{day}language: en\n---\n\n{row.get('body') or row['text']}\n"


def measure(file: Path, count: int, times: int = 1) -> Figures:
    """Relate the first articles of a file, and as many more for each further time, in this process."""
    with collection_paused():
        articles = list(multiply(list(read_articles(file, count)), times))
        concepts, read = load_media_topics(), _peak()
        spent = _time_steps()
        began = time.process_time()
        digest.relate_articles(articles, concepts, RelateConfig(), None)
        seconds = time.process_time() - began
    spent["all else"] = seconds - sum(spent.values())
    return Figures(len(articles), seconds, dict(spent), read, _peak())


def _time_steps() -> defaultdict[str, float]:
    """Have each function that the door of `relate` calls add what it takes."""
    spent: defaultdict[str, float] = defaultdict(float)

    def timed(name: str, step: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **named: Any) -> Any:
            began = time.process_time()
            try:
                return step(*args, **named)
            finally:
                spent[name] += time.process_time() - began

        return run

    for name, step in list(vars(digest).items()):
        of_relate = inspect.isfunction(step) and step.__module__.startswith("generator.relate.")
        if of_relate and step.__module__ != digest.__name__:
            setattr(digest, name, timed(name, step))
    return spent


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    given = argparse.ArgumentParser(description="Time relating real articles, step by step.")
    given.add_argument("file", type=Path, metavar="FILE", help="an article a line as JSON")
    given.add_argument("counts", type=int, nargs="*", default=COUNTS, metavar="COUNT")
    given.add_argument("--times", type=int, default=1, metavar="N", help="relate N times as many, made of them")
    options = given.parse_args()
    print(f"{'articles':>9} {'s':>7} {'s/1,000':>8} {'read MB':>8} {'peak MB':>8} {'growth':>7}")
    each = 0.0
    for count in options.counts:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
            found = process.submit(measure, options.file, count, options.times).result()
        share = found.seconds / max(1, found.articles)
        each = each or share
        row = f"{found.articles:9} {found.seconds:7.1f} {share * 1000:8.2f} {found.read_mb:8.0f} {found.peak_mb:8.0f}"
        print(f"{row} {share / each:7.2f}", flush=True)
    for step, seconds in sorted(found.steps.items(), key=lambda item: -item[1]):
        if seconds >= SHOWN:
            print(f"{seconds:17.2f}  {step}")


if __name__ == "__main__":
    main()
