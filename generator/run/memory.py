"""Python's garbage collector, kept from walking millions of values that hold no cycles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_paused() -> Iterator[None]:
    """Pause the collector. Frozen values are freed by their counts; with it, cost would grow faster than the articles.

    Measured on relating 10,000 articles: 19 s with the collector, 16 s without, and 1,000 to 10,000 in line.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
