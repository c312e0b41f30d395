"""Read 100 KB and 1 MB of hard texts in every form: `make stress`, or `python bench/growth.py [FILE …]`.

Ten times the size may take twelve times as long, of processor time, best of three. Texts are those of
tests/extract/hard_texts.py, as pasted text and within a file of each form (tests/read/form_seeds.py).
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(HOME), str(HOME / "tests" / "read"), str(HOME / "tests" / "extract")]

from form_seeds import SEEDS, make_seed  # noqa: E402  the checkout's own files come first
from hard_texts import HARD_TEXTS  # noqa: E402

from generator.config import ConvertConfig  # noqa: E402
from generator.conversion import extract_articles  # noqa: E402
from generator.extract.cleaning import packaged_rules  # noqa: E402

SIZES = (99_000, 990_000)
MOST_GROWTH = 12
LEAST_SECONDS = 0.1
"""What is faster is noise."""
RUNS = 3


def measure(name: str, data: bytes) -> float:
    """Processor seconds to read and extract, the best of RUNS; one run where that takes seconds."""
    best = float("inf")
    for _ in range(RUNS):
        began = time.process_time()
        extract_articles(name, data, ConvertConfig(), packaged_rules())
        best = min(best, time.process_time() - began)
        if best > 1:
            break
    return best


def main() -> None:
    asked = sys.argv[1:] or list(SEEDS)
    failed = 0
    for name in asked:
        measure(name, make_seed(name))
        for kind, make_text in HARD_TEXTS.items():
            files = [
                make_text(size).encode() if name == "a.txt" else make_seed(name, make_text(size)) for size in SIZES
            ]
            for _ in range(2):  # a second look, as a busy machine slows one of the two
                small, large = (measure(name, data) for data in files)
                growth = large / max(small, LEAST_SECONDS)
                if growth <= MOST_GROWTH:
                    break
            else:
                failed += 1
                print(f"{name:14} {kind:22} {small:7.2f} s {large:7.2f} s  {growth:5.1f} times", flush=True)
        print(f"{name:14} done", flush=True)
    if failed:
        sys.exit(f"{failed} grow faster than their size")


if __name__ == "__main__":
    main()
