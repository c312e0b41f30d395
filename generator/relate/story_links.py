"""Which stories point at which, and why. In: stories, the links of their articles, threads. Out: StoryLinks.

    follow-up  one goes on from the other: neighbours in a thread, any two of one thread, or stories some days apart of
               which a report of the later follows a report of the earlier up
    related    any others that have enough in common: links between their reports, names that few stories share

Every link has its counterpart in the other direction, with the same relation and score; a story has at most MOST.
Candidates come from the links that articles have (a bounded number each) and from an index of names whose lists are
looked at over their newest entries only, so that the cost is linear.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import log, sqrt
from typing import NamedTuple

from generator.model import EnrichedArticle, Link, Story, StoryLink, StoryRelation, Thread
from generator.moments import day_of, instant
from generator.relate.candidates import find_candidates
from generator.relate.reasons import Reasons, say_distance

MOST = 6
"""Links of one story."""

LEAST = 0.18
"""Relatedness that is worth a link; neighbours in a thread always are."""

ALONE = 0.25
"""Relatedness that is worth a link where a single name is shared."""

NAMES = 25
"""Names of a story that it is compared by, those most of its reports have."""

NEAR_IN_THREAD = 4
"""How many episodes apart two stories of a thread are still told of each other."""

Pair = tuple[int, int]


class _Tie(NamedTuple):
    """What holds two stories together, by their places, the earlier first. `steps`: episodes apart, 0 for none."""

    pair: Pair
    relation: StoryRelation
    score: float
    steps: int


def link_stories(
    articles: Sequence[EnrichedArticle],
    reasons: Reasons,
    stories: Sequence[Story],
    links: Sequence[Link],
    threads: Sequence[Thread],
) -> tuple[StoryLink, ...]:
    """Links by source in the order of `stories`, then those of one thread by nearness, then the nearest first."""
    ordered = sorted(stories, key=_earliest_first)
    place = {story.id: at for at, story in enumerate(ordered)}
    rows = _name_rows(articles, ordered, reasons)
    reported = _join_links(ordered, links)
    steps = _thread_steps(threads, place)
    pairs = sorted({*reported, *steps, *find_candidates([{}] * len(rows), _unit_rows(rows))})
    ties = [_tie(ordered, rows, reported, steps, pair) for pair in pairs]
    chosen = _choose(
        [tie for tie in ties if tie.steps == 1 or (tie.score >= LEAST and _is_telling(tie, rows, reasons))]
    )
    rank = {story.id: at for at, story in enumerate(stories)}
    both = [(tie, *ends) for tie in chosen for ends in (tie.pair, tie.pair[::-1])]
    both.sort(key=lambda each: (rank[ordered[each[1]].id], each[0].steps or len(ordered), -each[0].score, each[2]))
    return tuple(_make_link(ordered, rows, reasons, reported.get(each[0].pair, ()), *each) for each in both)


def _earliest_first(story: Story) -> tuple[bool, float, str]:
    return story.first is None, instant(story.first).timestamp() if story.first else 0.0, story.id


# --- what stories have in common -------------------------------------------------------------------------------------


def _name_rows(
    articles: Sequence[EnrichedArticle], stories: Sequence[Story], reasons: Reasons
) -> list[dict[str, float]]:
    """The telling names of each story: the share of its reports that have each, more for what few stories have."""
    by_id = {article.article.id: article for article in articles}
    shares = [_shares([by_id[member] for member in story.articles if member in by_id], reasons) for story in stories]
    seen = Counter(identity for row in shares for identity in row)
    return [
        {identity: share * log(1.0 + len(stories) / seen[identity]) for identity, share in row.items()}
        for row in shares
    ]


def _shares(members: Sequence[EnrichedArticle], reasons: Reasons) -> dict[str, float]:
    counts = Counter(entity.id for member in members for entity in member.entities)
    told = [identity for identity in counts if reasons.is_telling(identity)]
    # Half of two reports is one: what a story is not about, some single report names in passing.
    least = max(2, len(members) // 3) if len(members) > 1 else 1
    kept = sorted((i for i in told if counts[i] >= least), key=lambda i: (-counts[i], i))[:NAMES]
    return {identity: counts[identity] / len(members) for identity in kept}


def _unit_rows(rows: Sequence[Mapping[str, float]]) -> list[dict[str, float]]:
    found = []
    for row in rows:
        length = sqrt(sum(weight * weight for weight in sorted(row.values()))) or 1.0
        found.append({identity: weight / length for identity, weight in row.items()})
    return found


def _join_links(stories: Sequence[Story], links: Sequence[Link]) -> dict[Pair, list[Link]]:
    """The links between articles of two stories, by the stories' places."""
    place = {member: at for at, story in enumerate(stories) for member in story.articles}
    found: dict[Pair, list[Link]] = {}
    for link in links:
        one, other = place.get(link.source), place.get(link.target)
        if one is not None and other is not None and one != other:
            found.setdefault((min(one, other), max(one, other)), []).append(link)
    return found


def _thread_steps(threads: Sequence[Thread], place: Mapping[str, int]) -> dict[Pair, int]:
    """Pairs of stories near each other in a thread, and how many steps apart; single articles between do not count."""
    found: dict[Pair, int] = {}
    for thread in threads:
        told = [place[e.story] for e in thread.episodes if e.story is not None and e.story in place]
        for at, one in enumerate(told):
            for steps, other in enumerate(told[at + 1 : at + 1 + NEAR_IN_THREAD], 1):
                pair = (min(one, other), max(one, other))
                found[pair] = min(steps, found.get(pair, steps))
    return found


def _tie(
    stories: Sequence[Story],
    rows: Sequence[Mapping[str, float]],
    reported: Mapping[Pair, Sequence[Link]],
    steps: Mapping[Pair, int],
    pair: Pair,
) -> _Tie:
    links = reported.get(pair, ())
    strongest = max((link.score for link in links), default=0.0)
    score = min(1.0, round(strongest + _jaccard(rows[pair[0]], rows[pair[1]]) / 2, 4))
    one, other = (_first_day(stories[at]) for at in pair)
    later = one is not None and other is not None and one < other
    follows = pair in steps or (later and any(link.relation == "follow-up" for link in links))
    return _Tie(pair=pair, relation="follow-up" if follows else "related", score=score, steps=steps.get(pair, 0))


def _jaccard(ours: Mapping[str, float], theirs: Mapping[str, float]) -> float:
    """What the names of both have in common, 0 to 1: the weighted Jaccard index."""
    shared = sum(min(ours[identity], theirs[identity]) for identity in sorted(ours) if identity in theirs)
    whole = sum(sorted(ours.values())) + sum(sorted(theirs.values())) - shared
    return shared / whole if shared else 0.0


def _is_telling(tie: _Tie, rows: Sequence[Mapping[str, float]], reasons: Reasons) -> bool:
    """Whether more holds two stories together than a country, or one name that both have among many."""
    first, second = (rows[at] for at in tie.pair)
    shared = [name for name in first if name in second]
    return tie.relation == "follow-up" or (reasons.are_specific(shared) and (len(shared) > 1 or tie.score >= ALONE))


def _choose(ties: Sequence[_Tie]) -> Iterator[_Tie]:
    """Neighbours in a thread first, then the strongest, as long as both ends have room."""
    degree: Counter[int] = Counter()
    for tie in sorted(ties, key=lambda tie: (tie.steps != 1, -tie.score, tie.pair)):
        if all(degree[at] < MOST for at in tie.pair):
            degree.update(tie.pair)
            yield tie


def _make_link(
    stories: Sequence[Story],
    rows: Sequence[Mapping[str, float]],
    reasons: Reasons,
    links: Sequence[Link],
    tie: _Tie,
    start: int,
    end: int,
) -> StoryLink:
    first, second = (rows[at] for at in tie.pair)
    shared = sorted((i for i in first if i in second), key=lambda i: (-min(first[i], second[i]), i))
    why = [*reasons.say_names(reasons.rarest_first(shared))]
    if not reasons.are_specific(shared):
        strongest = min(links, key=lambda link: (-link.score, *sorted((link.source, link.target))), default=None)
        ends = (strongest.source, strongest.target) if strongest else (stories[at].articles[0] for at in tie.pair)
        why = list(reasons.say_articles(*sorted(ends))) or why
    when = say_distance(_first_day(stories[start]), _first_day(stories[end]), exact=tie.relation == "follow-up")
    return StoryLink(
        source=stories[start].id,
        target=stories[end].id,
        relation=tie.relation,
        score=tie.score,
        why=(*why, *when),
    )


def _first_day(story: Story) -> date | None:
    return day_of(story.first) if story.first else None
