"""Whether work grows as its input does, told on machines that are busy by fits."""

from __future__ import annotations

import time
from collections.abc import Callable

from generator.run.memory import collection_paused

ROUNDS = 4
SLACK = 2.5
"""How far from proportion a busy machine may stray; what grows with the square strays by ten, on ten times as much."""
LEAST_SECONDS = 0.01
"""What is faster is noise."""


def cpu_seconds(work: Callable[[], object]) -> float:
    """The seconds of this process's CPU that `work` takes, the garbage collector's walks over other tests left out."""
    with collection_paused():
        began = time.process_time()
        work()
        return time.process_time() - began


def assert_in_proportion(small: Callable[[], object], large: Callable[[], object], times: float = 10) -> None:
    """Assert that `large`, the same work on `times` as much, takes about that many times as long as `small`.

    The least of up to four rounds counts for each: a machine can only add to what work takes.
    """
    least_small = least_large = float("inf")
    for _ in range(ROUNDS):
        least_small = min(least_small, cpu_seconds(small))
        least_large = min(least_large, cpu_seconds(large))
        if least_large <= SLACK * times * max(least_small, LEAST_SECONDS):
            return
    raise AssertionError(f"{times:g} times as much takes {least_large / least_small:.0f} times as long")
