"""Which report leads a story. In: its reports, in the order of time. Out: the place of the lead.

The lead is the report nearest to the story's centre: what its title and its opening say, the other reports say too. For
each other report the measure takes the cosine of the two, and the share of the weight of title and of opening that the
other's text has: so names, numbers and rare terms count most. The lead is that of the highest mean, but

    a preview ("poised to", "ahead of") steps back once another report of its day or later is there
    a report that tells what happened comes before a feature (a title that asks, explains, quotes or paints)

Ties go to the earlier report, then to the smaller id.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.relate.reports import Report, opening_share, title_share
from generator.relate.titles import is_kind
from generator.relate.vectors import cosine

SAMPLE = 50
"""Reports of a large story that the others are measured against, evenly spread: bounds the cost."""


def choose_lead(titles: Sequence[str], reports: Sequence[Report]) -> int:
    """The place of the lead. `titles` and `reports` are in the order of time, ties by id."""
    previews = [is_kind(title, "preview") for title in titles]
    days = [report.day for report, preview in zip(reports, previews, strict=True) if not preview]
    newest = date.max if None in days else max((day for day in days if day), default=None)
    sample = _sample(reports)

    def rank(place: int) -> tuple[bool, bool, float, int]:
        overtaken = previews[place] and newest is not None and newest >= (reports[place].day or date.min)
        return overtaken, is_kind(titles[place], "feature"), -_centrality(reports[place], sample), place

    return min(range(len(reports)), key=rank)


def _centrality(own: Report, sample: Sequence[Report]) -> float:
    others = [report for report in sample if report is not own]
    whole = sum(cosine(own.vector, o.vector) + title_share(own, o) + opening_share(own, o) for o in others)
    # Rounded, so that reports as central as one another are told apart by time, not by the last bit of a float.
    return round(whole / len(others), 3) if others else 0.0


def _sample(reports: Sequence[Report]) -> Sequence[Report]:
    if len(reports) <= SAMPLE:
        return reports
    return [reports[at * len(reports) // SAMPLE] for at in range(SAMPLE)]
