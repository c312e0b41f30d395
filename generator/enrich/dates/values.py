"""What a matched time expression means: the rules for values, by the names `dates.yml` calls them."""

from __future__ import annotations

from collections.abc import Mapping

from generator.enrich.dates.clock import CLOCK_RULES
from generator.enrich.dates.days import DAY_RULES
from generator.enrich.dates.expression import Rule
from generator.enrich.dates.lengths import LENGTH_RULES
from generator.enrich.dates.periods import PERIOD_RULES

VALUES: Mapping[str, Rule] = {**DAY_RULES, **PERIOD_RULES, **LENGTH_RULES, **CLOCK_RULES}
