"""Where one-article work runs: here, or in worker processes. Steps never know which."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

from generator.config import BuildConfig

T = TypeVar("T")
R = TypeVar("R")

# A worker process takes about a second to start and load its word lists: below this many items it never pays, unless
# the person asked for a number of them.
_FEWEST_FOR_PROCESSES = 150
# Small enough to share the work evenly, large enough that pickling does not show.
_CHUNK = 25


class Map(Protocol):
    """Applies a picklable function to every item, results in the order of the items."""

    def __call__(self, function: Callable[[T], R], items: Sequence[T]) -> list[R]:
        """Results, in order."""
        ...


def _map_here(function: Callable[[T], R], items: Sequence[T]) -> list[R]:
    return [function(item) for item in items]


@contextmanager
def open_executor(options: BuildConfig) -> Iterator[Map]:
    """Yield a `map` that works where the options say."""
    jobs = options.jobs or os.cpu_count() or 1
    if options.executor == "serial" or jobs == 1:
        yield _map_here
        return

    def map_in_processes(function: Callable[[T], R], items: Sequence[T]) -> list[R]:
        if len(items) < (2 if options.jobs else _FEWEST_FOR_PROCESSES):
            return _map_here(function, items)
        import joblib  # here: half a second that small builds need not pay

        chunks = [items[at : at + _CHUNK] for at in range(0, len(items), _CHUNK)]
        work: Any = (joblib.delayed(_map_here)(function, chunk) for chunk in chunks)
        return [result for results in joblib.Parallel(n_jobs=jobs)(work) for result in results]

    yield map_in_processes
