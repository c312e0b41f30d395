"""Time `digest build`: cold, with 50 articles more, with nothing changed. `make bench`, or `python bench/run.py 1000`.

Each figure is the median of RUNS builds in a process of its own. The last column is the time of ten times the articles
over the time of the smaller set: at most 11 means that nothing grows faster than the number of articles.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus import write_corpus

SIZES = (1_000, 10_000)
RUNS = 3
MOST_GROWTH = 11


def build(folder: Path) -> tuple[float, float]:
    """Wall seconds, and peak memory of the largest process in MB."""
    began = time.monotonic()
    process = subprocess.Popen([sys.executable, "-m", "generator", "build", "--quiet"], cwd=folder)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"the build of {folder} failed")
    return time.monotonic() - began, usage.ru_maxrss / 1024


def measure(n: int, folder: Path) -> dict[str, float]:
    """Medians for a site of `n` articles."""
    write_corpus(n, folder)
    cold, peaks = [], []
    for _ in range(RUNS):
        for made in ("site", ".cache"):
            shutil.rmtree(folder / made, ignore_errors=True)
        seconds, peak = build(folder)
        cold.append(seconds)
        peaks.append(peak)
    again = statistics.median(build(folder)[0] for _ in range(RUNS))
    write_corpus(n + 50, folder)
    return {"cold": statistics.median(cold), "+50": build(folder)[0], "again": again, "peak MB": max(peaks)}


def main() -> None:
    sizes = tuple(int(arg) for arg in sys.argv[1:]) or SIZES
    print(f"{'articles':>9} {'cold s':>8} {'+50 s':>8} {'again s':>8} {'peak MB':>8} {'x10':>6}")
    before = None
    for n in sizes:
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            figures = measure(n, Path(folder))
        growth = f"{figures['cold'] / before[1] / (n / before[0]) * 10:6.1f}" if before else ""
        row = f"{n:9} {figures['cold']:8.1f} {figures['+50']:8.1f} {figures['again']:8.1f} {figures['peak MB']:8.0f}"
        print(f"{row} {growth}", flush=True)
        if growth and float(growth) > MOST_GROWTH:
            sys.exit(f"{n:,} articles take more than {MOST_GROWTH} times as long as a tenth of them")
        before = (n, figures["cold"])


if __name__ == "__main__":
    main()
