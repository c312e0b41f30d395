"""Time reading and extraction on one core: pasted texts and saved pages a second. `python bench/convert.py`.

Processor time, the best of RUNS passes over synthetic articles (`raw.py`), word lists read beforehand. Fails below
60 % of what is wanted: machines differ, and a rule that takes twice as long shows anywhere.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from raw import make_page, make_paste

from generator.config import ConvertConfig
from generator.extract.article import extract_article
from generator.model import RawArticle
from generator.read.sources import read_source

RUNS = 3
SLACK = 0.6
KINDS = {"pasted texts": ("a.txt", make_paste, 300, 150.0), "saved pages": ("a.html", make_page, 60, 25.0)}
"""File name, how one is made, how many, and articles a second that are wanted."""


def convert(name: str, files: list[bytes]) -> float:
    """Processor seconds for all of them."""
    options = ConvertConfig()
    began = time.process_time()
    for data in files:
        for raw in read_source(name, data, options):
            if not isinstance(raw, RawArticle):
                raise SystemExit(raw.message)
            extract_article(raw, options)
    return time.process_time() - began


def main() -> None:
    slow = []
    print(f"{'':14} {'files':>6} {'KB each':>8} {'a second':>9} {'wanted':>7} {'ratio':>6}")
    for kind, (name, make_file, count, wanted) in KINDS.items():
        files = [make_file(n).encode() for n in range(count)]
        convert(name, files[:20])
        rate = count / min(convert(name, files) for _ in range(RUNS))
        size = sum(map(len, files)) / count / 1000
        print(f"{kind:14} {count:6} {size:8.1f} {rate:9.1f} {wanted:7.0f} {rate / wanted:6.2f}", flush=True)
        if rate < SLACK * wanted:
            slow.append(kind)
    if slow:
        sys.exit(f"{' and '.join(slow)}: less than {SLACK:.0%} of what is wanted")


if __name__ == "__main__":
    main()
