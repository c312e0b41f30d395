from __future__ import annotations

from generator.config import BuildConfig
from generator.run.executor import open_executor


def double(n):
    return 2 * n


def test_results_keep_their_order_wherever_they_are_made():
    items = range(400)
    for options in (BuildConfig(executor="serial"), BuildConfig(jobs=1), BuildConfig(jobs=2)):
        with open_executor(options) as map_:
            assert map_(double, items) == [2 * n for n in items]
