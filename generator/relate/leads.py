"""Which report leads a story. In: its reports, in the order of time. Out: the place of the lead.

The lead is the report nearest to the story's centre: what its title and its opening say, the other reports say too. For
each other report the measure takes the cosine of the two, and the share of the weight of title and of opening that the
other's text has: so names, numbers and rare terms count most. The lead is that of the highest mean, but

    a preview ("poised to", "ahead of") steps back once another report of its day or later is there
    a report that tells what happened comes before a feature (a title that asks, explains, quotes or paints)
    of a story of more than LONG the newest days lead, for a story is titled as its lead is: what was a draft on one
    Saturday is a treaty on the next. A report that is far from the centre (SUBSTANTIAL) makes no day the newest

Ties go to the earlier report, then to the smaller id.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from generator.relate.reports import Report, opening_share, title_share
from generator.relate.titles import is_kind
from generator.relate.vectors import cosine

SAMPLE = 16
"""Reports of a large story that the others are measured against, evenly spread: bounds the cost."""

LONG = timedelta(days=3)
FRESH = timedelta(days=1)
"""How far before the newest substantial report a lead may lie."""

SUBSTANTIAL = 0.65
"""Part of the best report's centrality from which a report tells what the story is about now."""


def choose_lead(titles: Sequence[str], reports: Sequence[Report]) -> int:
    """The place of the lead. `titles` and `reports` are in the order of time, ties by id."""
    if len(reports) == 1:
        return 0
    previews = [is_kind(title, "preview") for title in titles]
    features = [is_kind(title, "feature") for title in titles]
    days = [report.day for report, preview in zip(reports, previews, strict=True) if not preview]
    newest = date.max if None in days else max((day for day in days if day), default=None)
    sample = _sample(reports)
    centrality = _measure_centrality(reports, sample)
    told = [not (preview or feature) for preview, feature in zip(previews, features, strict=True)]
    oldest = _find_oldest_fresh(reports, centrality, told)

    def rank(place: int) -> tuple[bool, bool, bool, float, int]:
        day = reports[place].day
        overtaken = previews[place] and newest is not None and newest >= (day or date.min)
        stale = oldest is not None and (day is None or day < oldest)
        return overtaken, features[place], stale, -centrality[place], place

    return min(range(len(reports)), key=rank)


def _find_oldest_fresh(reports: Sequence[Report], centrality: Sequence[float], told: Sequence[bool]) -> date | None:
    """The first day whose reports may lead a long story, by the newest report of substance that tells what happened."""
    least = SUBSTANTIAL * max(centrality)
    days = [
        r.day for r, value, tells in zip(reports, centrality, told, strict=True) if r.day and tells and value >= least
    ]
    return max(days) - FRESH if days and max(days) - min(days) > LONG else None


def _measure_centrality(reports: Sequence[Report], sample: Sequence[Report]) -> list[float]:
    cosines: dict[tuple[str, str], float] = {}
    found = []
    for own in reports:
        whole, others = 0.0, 0
        for other in sample:
            if other is not own:
                alike = cosines.pop((other.id, own.id), None)  # the same from the other's side
                if alike is None:
                    alike = cosines[own.id, other.id] = cosine(own.vector, other.vector)
                whole += alike + title_share(own, other) + opening_share(own, other)
                others += 1
        # Rounded, so that reports as central as one another are told apart by time, not by the last bit of a float.
        found.append(round(whole / others, 3) if others else 0.0)
    return found


def _sample(reports: Sequence[Report]) -> Sequence[Report]:
    if len(reports) <= SAMPLE:
        return reports
    return [reports[at * len(reports) // SAMPLE] for at in range(SAMPLE)]
