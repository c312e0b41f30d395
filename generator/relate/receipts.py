"""Why each report is in its story, and what came nearest and is not. In: stories, how alike reports are. Out: the
stories with `members` and `nearest`.

What is told is what was measured: `why` is for readers (`receipt_words.py`), on pages and in a terminal alike. A
likeness counts as in a story of that size (`grouping.py`), so that all are measured by the one threshold. Nearest are
looked for among the candidate pairs alone, and averages are taken over SAMPLE reports of a large story: the cost of a
story is bounded.
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
from generator.relate.linkage import LEAST_PAIR, find_silence, settle, span_days
from generator.relate.overrides import Overrides
from generator.relate.reasons import Reasons, say_distance
from generator.relate.receipt_words import Wording, say_measure, say_times, say_title
from generator.relate.reports import Report

NEAREST = 3
"""Articles outside of a story that are told."""

NEAR = 0.5
"""Share of the likeness needed from which on an article came near; one that an entry of the site's file keeps out did
in any case."""

APART = "but each story has names and words that the other lacks"
"""Said of a story that all words would join, and that those which tell reports of one kind apart do not."""

NO_NEAR = "but to none of its reports by itself"
"""Said of an article that is alike to all of a story a little."""

EDGE = "but was not when the story was put together"
"""Said of an article that is as alike as is needed to the reports as they are now, and was not as they were joined."""

SAMPLE = 4
"""Reports of a story that one article is measured against: the lead, and others evenly spread."""

_NOBODY = (0.0, -1)

Pair: TypeAlias = tuple[int, int]
Home: TypeAlias = tuple[str, Sequence[int]]
"""The title and the places of the story that an article is of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What stories were made from; places are those of the articles in the order of time."""

    reports: Sequence[Report]
    titles: Sequence[str]
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
    patience: int
    """Days that a story may be silent for longer than it was told before."""


def explain_stories(stories: Sequence[Story], evidence: Evidence) -> tuple[Story, ...]:
    """The stories with their receipts, in their order."""
    place = {report.id: at for at, report in enumerate(evidence.reports)}
    groups = [[place[article] for article in story.articles] for story in stories]
    number_of = {at: number for number, group in enumerate(groups) for at in group}
    homes = {at: (stories[number].title, groups[number]) for at, number in number_of.items()}
    partners, outside = _find_near(evidence.likeness, number_of)
    teller = _Teller(evidence, homes, partners)
    return tuple(
        replace(
            story,
            members=tuple(teller.explain_member(at, group) for at in group),
            nearest=teller.find_nearest(group, _leave_out(story.mentions, outside.get(number, {}), place)),
            overrides=evidence.overrides.describe(group, evidence.parted),
        )
        for number, (story, group) in enumerate(zip(stories, groups, strict=True))
    )


def _find_near(
    likeness: Mapping[Pair, Likeness], home: Mapping[int, int]
) -> tuple[dict[int, tuple[float, int]], dict[int, dict[int, float]]]:
    """Of each member the likest report of its story, with the likeness below zero; by story the articles outside of it
    that were candidates, and how alike the nearest report in it is."""
    partners: dict[int, tuple[float, int]] = {}
    outside: dict[int, dict[int, float]] = {}
    for (one, other), like in likeness.items():
        first, second = home.get(one), home.get(other)
        if (first is None and second is None) or like.score <= 0.0:
            continue
        if first == second:
            found = -like.score
            if found < partners.get(one, _NOBODY)[0]:
                partners[one] = (found, other)
            if found < partners.get(other, _NOBODY)[0]:
                partners[other] = (found, one)
            continue
        for story, place in ((first, other), (second, one)):
            if story is not None:
                near = outside.setdefault(story, {})
                if like.score > near.get(place, 0.0):
                    near[place] = like.score
    return partners, outside


def _leave_out(
    mentions: Sequence[Membership], outside: Mapping[int, float], place: Mapping[str, int]
) -> Mapping[int, float]:
    """Without the round-ups that are told of for themselves."""
    told = {place[mention.article] for mention in mentions if mention.article in place}
    return {at: score for at, score in outside.items() if at not in told} if told else outside


class _Teller:
    """Says why, story by story."""

    def __init__(
        self, evidence: Evidence, homes: Mapping[int, Home], partners: Mapping[int, tuple[float, int]]
    ) -> None:
        self._evidence = evidence
        self._homes = homes
        self._partners = partners
        self._titles = evidence.titles
        self._words = Wording(evidence.reports, evidence.reasons)

    # --- members -----------------------------------------------------------------------------------------------------

    def explain_member(self, at: int, group: Sequence[int]) -> Membership:
        """Against the lead, which comes first in `group`; the lead against all others."""
        lead, others = group[0], [place for place in group if place != at]
        ratio = self._mean([at], others, len(group))
        facts = self._say_lead(at, others) if at == lead else self._say_member(at, lead)
        why = (
            *self._evidence.overrides.kept.get(at, ()),
            *facts,
            f"likeness to the others on average: {say_measure(ratio)}",
        )
        return Membership(article=self._evidence.reports[at].id, score=self._score(ratio), why=why)

    def _say_lead(self, lead: int, others: Sequence[int]) -> Iterator[str]:
        yield "leads the story"
        shown = _sample(others)
        names = self._names_of_most(lead, shown)
        yield from self._words.say_names(names)
        if not names:
            _, partner = self._partners.get(lead, (0.0, shown[0]))
            yield f"nearest to {say_title(self._titles[partner])}"
            yield from self._words.say_both(lead, partner, "that report")

    def _names_of_most(self, at: int, others: Sequence[int]) -> list[str]:
        """Telling names of an article that half of the others have too."""
        reasons = self._evidence.reasons
        shared = Counter(identity for place in others for identity in reasons.telling_names(at, place))
        most = [identity for identity, count in shared.items() if 2 * count >= len(others)]
        return reasons.rarest_first(sorted(most, key=lambda identity: (-shared[identity], identity)))

    def _say_member(self, at: int, lead: int) -> Iterator[str]:
        """Against the lead; against the report that is likest, where little is plain of the lead."""
        copied = self._evidence.copies.get(_pair(at, lead))
        if copied is not None:
            yield f"{round(copied * 100)}% of the text in common with the lead report"
        _, partner = self._partners.get(at, (0.0, lead))
        if copied is None and partner != lead and not self._words.is_plain(at, lead):
            yield f"nearest to {say_title(self._titles[partner])}"
            yield from self._words.say_both(at, partner, "that report")
        else:
            yield from self._words.say_both(at, lead, "the lead report")
        reports = self._evidence.reports
        for when in say_distance(reports[lead].day, reports[at].day, exact=True):
            yield f"published {'the same day' if when == 'same day' else when}"

    # --- what is not in ----------------------------------------------------------------------------------------------

    def find_nearest(self, group: Sequence[int], outside: Mapping[int, float]) -> tuple[Membership, ...]:
        """The articles that came nearest to a story, the nearest first."""
        found = []
        for place in nsmallest(NEAREST, outside, key=lambda place: (-outside[place], place)):
            home = self._homes.get(place)
            ratio = self._mean([place], group, self._size(group, home[1] if home else [place]))
            stated = list(self._say_overridden(place, group))
            if ratio >= NEAR or stated:
                why = tuple(self._say_against(place, group, ratio, stated))
                membership = Membership(article=self._evidence.reports[place].id, score=self._score(ratio), why=why)
                found.append((-ratio, place, membership))
        return tuple(membership for *_, membership in sorted(found, key=lambda each: each[:2]))

    def _say_overridden(self, place: int, group: Sequence[int]) -> Iterator[str]:
        """The entries of the site's file that keep an article out."""
        overrides = self._evidence.overrides
        for parting in overrides.partings:
            if any(parting.parts(place, member) for member in group):
                yield overrides.say("split", parting.line)
        for pin in overrides.pins:
            if place in pin.places or not frozenset(pin.places).isdisjoint(group):
                yield overrides.say("pinned", pin.line)

    def _say_against(self, place: int, group: Sequence[int], ratio: float, stated: Sequence[str]) -> Iterator[str]:
        evidence, home = self._evidence, self._homes.get(place)
        yield from stated
        is_roundup = place in evidence.roundups or evidence.reports[place].id in evidence.mixed
        if is_roundup:
            yield "a round-up of several events"
        if home is not None:
            yield f"of another story: {say_title(home[0])}"
        shown = _sample(group)
        likes = [evidence.measure(*_pair(place, member)) for member in shown]
        nearest = max(range(len(shown)), key=lambda at: likes[at].score)
        yield from self._words.say_also(place, shown[nearest])
        yield from self._words.say_unlike(place, shown[nearest], shown, likes[nearest].against)
        if likes[nearest].own < OWN[0]:
            yield "what they have in common, many reports have"
        if silence := self._find_silence(group, home[1] if home else [place]):
            yield f"{silence} days without a report between"
        measure = f"likeness on average: {say_measure(ratio)}"
        if ratio >= 1.0 and not stated and not is_roundup:
            measure += f", {self._say_but(place, group, ratio)}"
        yield measure

    def _say_but(self, place: int, group: Sequence[int], ratio: float) -> str:
        """Why an article that is alike enough is not in."""
        home = self._homes.get(place)
        if home is None:
            kept = dict.fromkeys(said for member in group for said in self._evidence.overrides.kept.get(member, ()))
            return f"but the story was {' and '.join(kept)}" if kept else self._say_loose(place, group)
        others = [other for other in home[1] if other != place]
        if others and (own := self._mean([place], others, len(home[1]))) > ratio:
            return f"but to its own story {say_times(own)}"
        both = self._mean(home[1], group, self._size(group, home[1]))
        return f"but of the two stories as a whole {say_times(both)}" if both < 1.0 else APART

    def _say_loose(self, place: int, group: Sequence[int]) -> str:
        """Of an article that is of no story: that none is near by itself, or to which report it is not alike."""
        if all(self._is_far(_pair(place, member)) for member in group):
            return NO_NEAR
        size = self._size(group, [place])
        ratios = {member: self._mean([place], [member], size) for member in _sample(group)}
        least = min(ratios, key=lambda member: (ratios[member], member))
        return f"but not to {say_title(self._titles[least])}" if ratios[least] < 1.0 else EDGE

    # --- measures ----------------------------------------------------------------------------------------------------

    def _mean(self, some: Sequence[int], others: Sequence[int], size: int) -> float:
        """How alike reports are to others on average, as it counts in a story of `size` reports: 1 is enough."""
        pairs = [_pair(one, other) for one in _sample(some) for other in _sample(others)]
        return sum(self._measure(pair, size) for pair in pairs) / len(pairs)

    def _size(self, one: Sequence[int], other: Sequence[int]) -> int:
        """As many reports as two groups count for together: those with a long silence between count as two alone."""
        return 2 if self._find_silence(one, other) else len(one) + len(other)

    def _find_silence(self, one: Sequence[int], other: Sequence[int]) -> int:
        here, there = (span_days(self._evidence.reports[at].day for at in group) for group in (one, other))
        return find_silence(here, there, self._evidence.patience)

    def _measure(self, pair: Pair, size: int) -> float:
        needed = self._evidence.needed
        if pair in self._evidence.copies:
            return 1.0 / needed
        return settle(scale(self._evidence.measure(*pair), needed), size)

    def _is_far(self, pair: Pair) -> bool:
        """Whether two are too far apart for their groups to become one by them."""
        like = scale(self._evidence.measure(*pair), self._evidence.needed)
        return pair not in self._evidence.copies and like.nearest < LEAST_PAIR

    def _score(self, ratio: float) -> float:
        """From 0 to 1."""
        return round(min(1.0, ratio * self._evidence.needed), 4)


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)


def _sample(places: Sequence[int]) -> Sequence[int]:
    """The first and others, evenly spread."""
    if len(places) <= SAMPLE:
        return places
    return [places[at * len(places) // SAMPLE] for at in range(SAMPLE)]
