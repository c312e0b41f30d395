"""Why each report is in its story, and what came nearest and is not. In: stories, how alike reports are. Out: the
stories with `members` and `nearest`.

What is told is what was measured. A likeness is told as it counts in a story of that size (`grouping.py`), so that all
are measured by the one threshold. Nearest are looked for among the candidate pairs alone, and averages are taken over
SAMPLE reports of a large story: the cost of a story is bounded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import nsmallest
from typing import TypeAlias

from generator.model import Membership, Story
from generator.relate.grouping import OWN, scale
from generator.relate.likeness import Likeness
from generator.relate.linkage import settle
from generator.relate.names import Names
from generator.relate.overrides import Overrides
from generator.relate.reasons import Reasons, say_distance
from generator.relate.reports import Report

NEAREST = 3
"""Articles outside of a story that are told."""

APART = "another event of one kind"
"""Said of a story that all words would join, and that those which tell reports of one kind apart do not."""

EDGE = "on the edge"
"""Said of an article that is as alike as is needed to the reports as they are now, and was not as they were joined."""

SAMPLE = 4
"""Reports of a story that one article is measured against: the lead, and others evenly spread."""

Pair: TypeAlias = tuple[int, int]
Home: TypeAlias = tuple[str, Sequence[int]]
"""The title and the places of the story that an article is of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What stories were made from; places are those of the articles in the order of time."""

    reports: Sequence[Report]
    names: Names
    reasons: Reasons
    likeness: Mapping[Pair, Likeness]
    """Of candidate pairs, the earlier place first."""
    measure: Callable[[int, int], Likeness]
    """Of any pair."""
    copies: Mapping[Pair, float]
    """Pairs of copies, and the share of text that both have."""
    overrides: Overrides
    parted: frozenset[int]
    """The lines of splits that parted something."""
    roundups: Collection[int]
    """Places of articles that tell of several events."""
    mixed: Collection[str]
    """Ids of articles that hold another's text among other matter."""
    needed: float
    """Likeness that reports of one event have on average."""


def explain_stories(stories: Sequence[Story], evidence: Evidence) -> tuple[Story, ...]:
    """The stories with their receipts, in their order."""
    place = {report.id: at for at, report in enumerate(evidence.reports)}
    groups = [[place[article] for article in story.articles] for story in stories]
    number_of = {at: number for number, group in enumerate(groups) for at in group}
    homes = {at: (stories[number].title, groups[number]) for at, number in number_of.items()}
    outside = _find_outside(evidence.likeness, number_of)
    return tuple(
        replace(
            story,
            members=tuple(_explain_member(at, group, evidence) for at in group),
            nearest=tuple(
                _find_nearest(group, _leave_out(story.mentions, outside.get(number, {}), place), homes, evidence)
            ),
            overrides=evidence.overrides.describe(group, evidence.parted),
        )
        for number, (story, group) in enumerate(zip(stories, groups, strict=True))
    )


# --- members ---------------------------------------------------------------------------------------------------------


def _explain_member(at: int, group: Sequence[int], evidence: Evidence) -> Membership:
    """Against the lead, which comes first in `group`; the lead against all others."""
    lead, others = group[0], [place for place in group if place != at]
    score = _mean([at], others, len(group), evidence)
    facts = _say_lead(lead, others, evidence) if at == lead else _say_against_lead(at, lead, evidence)
    why = (
        *evidence.overrides.kept.get(at, ()),
        *facts,
        f"likeness to the others {_say_number(score)} on average",
    )
    return Membership(article=evidence.reports[at].id, score=score, why=why)


def _say_lead(lead: int, others: Sequence[int], evidence: Evidence) -> Iterator[str]:
    yield "leads the story"
    shown = _sample(others)
    yield from _say_title(evidence.reports[lead], [evidence.reports[place] for place in shown], "the other reports")
    yield from evidence.reasons.say_names(_names_of_most(lead, shown, evidence))


def _say_against_lead(at: int, lead: int, evidence: Evidence) -> Iterator[str]:
    if (pair := _pair(at, lead)) in evidence.copies:
        yield f"{round(evidence.copies[pair] * 100)}% of the text in common with the lead report"
    yield from _say_title(evidence.reports[at], [evidence.reports[lead]], "the lead report")
    yield from evidence.reasons.say_names(evidence.reasons.telling_names(at, lead))
    yield from say_distance(evidence.reports[lead].day, evidence.reports[at].day, exact=True)


def _say_title(own: Report, others: Sequence[Report], whose: str) -> Iterator[str]:
    found = sum(any(term in o.vector and term not in o.headline for o in others) for term in own.title)
    if found:
        yield f"{found} of {len(own.title)} title words {'is' if found == 1 else 'are'} in {whose}"


def _names_of_most(at: int, others: Sequence[int], evidence: Evidence) -> list[str]:
    """Telling names of an article that half of the others have too."""
    shared = Counter(identity for place in others for identity in evidence.names.shared(at, place))
    telling = (identity for identity, count in shared.items() if 2 * count >= len(others))
    return evidence.reasons.rarest_first([identity for identity in telling if evidence.reasons.is_telling(identity)])


# --- what is not in --------------------------------------------------------------------------------------------------


def _find_outside(likeness: Mapping[Pair, Likeness], home: Mapping[int, int]) -> dict[int, dict[int, float]]:
    """By story: articles outside of it that were candidates, and how alike the nearest report in it is."""
    outside: dict[int, dict[int, float]] = {}
    for (one, other), like in likeness.items():
        first, second = home.get(one), home.get(other)
        if first == second or like.score <= 0.0:
            continue
        for story, place in ((first, other), (second, one)):
            if story is not None:
                near = outside.setdefault(story, {})
                if like.score > near.get(place, 0.0):
                    near[place] = like.score
    return outside


def _leave_out(
    mentions: Sequence[Membership], outside: Mapping[int, float], place: Mapping[str, int]
) -> Mapping[int, float]:
    """Without the round-ups that are told of for themselves."""
    told = {place[mention.article] for mention in mentions if mention.article in place}
    return {at: score for at, score in outside.items() if at not in told} if told else outside


def _find_nearest(
    group: Sequence[int], outside: Mapping[int, float], homes: Mapping[int, Home], evidence: Evidence
) -> list[Membership]:
    nearest = nsmallest(NEAREST, outside, key=lambda place: (-outside[place], place))
    found = []
    for place in nearest:
        home = homes.get(place)
        score = _mean([place], group, len(group) + (len(home[1]) if home else 1), evidence)
        why = tuple(_say_against(place, group, score, home, evidence))
        found.append((-score, place, Membership(article=evidence.reports[place].id, score=score, why=why)))
    return [membership for _, _, membership in sorted(found)]


def _say_against(
    place: int, group: Sequence[int], score: float, home: Home | None, evidence: Evidence
) -> Iterator[str]:
    stated = list(_say_overridden(place, group, evidence.overrides))
    if place in evidence.roundups or evidence.reports[place].id in evidence.mixed:
        stated.append("a round-up")
    yield from stated
    if home is not None:
        yield f"is of “{home[0]}”"
    likes = [evidence.measure(*_pair(place, member)) for member in _sample(group)]
    nearest = max(likes, key=lambda like: like.score)
    yield from nearest.against
    if nearest.own < OWN[0]:
        yield "alike by words that many reports have"
    needed = f", {_say_number(evidence.needed)} needed"
    yield f"likeness {_say_number(score)} on average{needed if score < evidence.needed else ''}"
    if home is None:
        if score >= evidence.needed and not stated:
            kept = dict.fromkeys(said for member in group for said in evidence.overrides.kept.get(member, ()))
            yield from (f"the story was {said}" for said in kept) if kept else (EDGE,)
    elif score >= evidence.needed:
        both = _mean(home[1], group, len(group) + len(home[1]), evidence)
        yield f"likeness of the two stories {_say_number(both)}{needed}" if both < evidence.needed else APART


def _say_overridden(place: int, group: Sequence[int], overrides: Overrides) -> Iterator[str]:
    """The entries of the site's file that keep an article out."""
    for parting in overrides.partings:
        if any(parting.parts(place, member) for member in group):
            yield overrides.say("split", parting.line)
    for pin in overrides.pins:
        if place in pin.places or not frozenset(pin.places).isdisjoint(group):
            yield overrides.say("pinned", pin.line)


# --- measures --------------------------------------------------------------------------------------------------------


def _mean(some: Sequence[int], others: Sequence[int], size: int, evidence: Evidence) -> float:
    """How alike reports are to others on average, as it counts in a story of `size` reports."""
    pairs = [_pair(one, other) for one in _sample(some) for other in _sample(others)]
    return round(sum(_score(pair, size, evidence) for pair in pairs) / len(pairs), 4)


def _score(pair: Pair, size: int, evidence: Evidence) -> float:
    if pair in evidence.copies:
        return 1.0
    return min(1.0, settle(scale(evidence.measure(*pair), evidence.needed), size) * evidence.needed)


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)


def _sample(places: Sequence[int]) -> Sequence[int]:
    """The first and others, evenly spread."""
    if len(places) <= SAMPLE:
        return places
    return [places[at * len(places) // SAMPLE] for at in range(SAMPLE)]


def _say_number(value: float) -> str:
    """`.14`."""
    return f"{value:.2f}".removeprefix("0")
