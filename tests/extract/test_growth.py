"""Ten times the text takes about ten times as long, whatever the text: no pattern goes back and forth over it."""

from __future__ import annotations

import time

import pytest

from generator.config import ConvertConfig
from generator.exceptions import UnreadableError
from generator.extract.article import extract_article
from generator.read.sources import read_source

WORDS = "The wall fell by 10 Dec 2015 (Reuters) - `x` *y* photo [a] said Jo Reed, and the town `` went '' on.".split()
KINDS = {
    "one line": lambda size: " ".join(WORDS * (size // 90)),
    "one word": lambda size: "x" * size,
    "spaces": lambda size: "a" + " " * size + "b",
    "signs": lambda size: "[(*_`-. " * (size // 8),
    "quotes": lambda size: "``a " * (size // 4),
    "paragraphs": lambda size: "\n\n".join([" ".join(WORDS)] * (size // 95)),
    "wrapped": lambda size: "\n".join(" ".join(WORDS[:14]) for _ in range(size // 65)),
    "short lines": lambda size: "\n".join(f"By {number}" for number in range(size // 8)),
    "stamps": lambda size: "\n".join(f"By Jo Reed | Dec. {number % 28 + 1}, 2015" for number in range(size // 26)),
    "gallery": lambda size: "\n".join(f"Photos: A wall {number}" for number in range(size // 18)),
    "page": lambda size: "<html><body>" + f"<p>{' '.join(WORDS)}</p>" * (size // 100) + "</body></html>",
    "page of signs": lambda size: "<html><body>" + "<" * size,
}


def measure(text: str) -> float:
    began = time.process_time()
    try:
        for raw in read_source("a.txt", text.encode(), ConvertConfig()):
            extract_article(raw, ConvertConfig())
    except UnreadableError:
        pass
    return time.process_time() - began


@pytest.mark.parametrize("kind", KINDS)
def test_time_grows_with_the_text(kind):
    measure(KINDS[kind](2_000))
    small, large = (min(measure(KINDS[kind](size)) for _ in range(2)) for size in (15_000, 150_000))
    # Ten times is linear, a hundred times quadratic; between lie the moods of a busy machine.
    assert large < 30 * max(small, 0.01)
