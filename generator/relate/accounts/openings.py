"""Which sentences tell a story's news. In: tellings, the lead's id. Out: `Openings`.

A headline says what happened; the sentence that says most of it, near the beginning, tells the same in full. What
opens a report otherwise (a scene, a reaction, what was before) shares little with the headlines.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.relate.accounts.centre import Centre
from generator.relate.accounts.line import Line, Telling, stem_of
from generator.relate.accounts.once import once
from generator.relate.accounts.standing import is_idle, is_of_markets, is_of_trading
from generator.relate.vectors import split_terms

WITHIN = 3
"""Sentences of a report among which its news is."""
_EARLY = 0.3
_NEAR = 0.25
"""What nearness to all reports is worth beside the share of the headlines that a sentence says."""
_OTHERS = 0.5
"""What the headlines of all other reports weigh beside the lead's, by which the story is called."""
_OF_LEAD = 1.3
_SAID = 0.2
"""Of its report's headline: with less, a sentence tells something else."""
_MOST = 0.5
_RETOLD = 0.8
"""Of what the first sentence says of the headlines: with as much, another tells the same over again."""
_TOLD = 0.75
_DEFINITE = ("The", "These", "Those")


class Openings:
    """The headlines of a story's tellings, by the weights of their stems."""

    def __init__(self, tellings: Sequence[Telling], lead: str, centre: Centre) -> None:
        self._tellings, self._centre = tellings, centre
        self.lead = next((n for n, t in enumerate(tellings) if any(e.article.id == lead for e in t.articles)), 0)
        self._titles = [_weigh(telling.shown.article.title, centre) for telling in tellings]
        self._all = self._add_up()
        self._whole = sum(self._all.values())
        self._said: dict[tuple[int, int], float] = {}

    def _add_up(self) -> Mapping[str, float]:
        found: dict[str, float] = {}
        others = _OTHERS / max(1, len(self._titles) - 1)
        for number, title in enumerate(self._titles):
            share = 1.0 if number == self.lead else others
            for stem, weight in title.items():
                found[stem] = found.get(stem, 0.0) + weight * share
        return found

    def is_trifle(self, line: Line) -> bool:
        """Whether a sentence is no news of the story: nobody says anything, or a price is of the day."""
        return is_idle(line.text) or (is_of_trading(line.text) and not self._are_of_markets)

    @once
    def _are_of_markets(self) -> bool:
        return any(is_of_markets(telling.shown.article.title) for telling in self._tellings)

    @once
    def _highest(self) -> float:
        firsts = (line for telling in self._tellings for line in telling.lines[:WITHIN])
        return max(map(self._centre.nearness, firsts), default=0.0) or 1.0

    def says_most(self, line: Line) -> bool:
        """Whether a sentence says so much of the headlines that no better one need be looked for."""
        return self._says(line) >= _MOST

    def _says(self, line: Line) -> float:
        """The share of the weight of all headlines that a sentence says, 0 to 1."""
        place = line.telling, line.start
        if place not in self._said:
            self._said[place] = _sum(self._all, line) / self._whole if self._whole else 0.0
        return self._said[place]

    def rank(self, line: Line, place: int) -> float:
        """How well a sentence opens the story; `place` counts from the beginning of its report."""
        worth = (self._says(line) + _NEAR * self._centre.nearness(line) / self._highest) / (1.0 + _EARLY * place)
        return worth * (_OF_LEAD if line.telling == self.lead else 1.0) * self.weigh_subject(line, ())

    def weigh_subject(self, line: Line, chosen: Iterable[Line]) -> float:
        """The worth of its subject: "The breakthrough" was told of before, unless headlines or `chosen` lines did."""
        if not line.text.startswith(_DEFINITE):
            return 1.0
        word, noun, *_ = (*line.text.split(None, 2), "", "")
        if word not in _DEFINITE or not noun[:1].islower() or noun.endswith(("'s", "’s")):
            return 1.0
        stems = {stem_of(term) for term in split_terms(noun)}.difference(self._all, *(each.families for each in chosen))
        return _TOLD if stems else 1.0

    def retells(self, line: Line, place: int, first: Line) -> bool:
        """Whether a sentence that opens a report tells what the first one did."""
        return place < WITHIN and self._says(line) >= _RETOLD * self._says(first)

    def news_of(self, telling: Telling) -> Line | None:
        """The sentence that tells the news of one telling, if one says enough of its headline."""
        lines = telling.lines[:WITHIN]
        title = self._titles[lines[0].telling] if lines else {}
        said = [(_sum(title, line), place, line) for place, line in enumerate(lines)]
        ranked = sorted(said, key=lambda row: (-row[0] / (1.0 + _EARLY * row[1]), row[1]))
        return next((line for share, _, line in ranked if share >= _SAID and line.stands_alone), None)


def _weigh(title: str, centre: Centre) -> Mapping[str, float]:
    """The stems of a title that sentences of the story have, the weights adding up to 1."""
    rare = centre.rare
    found = {stem_of(term): rare[term] for term in split_terms(title) if term in rare}
    whole = sum(found.values())
    return {stem: weight / whole for stem, weight in found.items()}


def _sum(weights: Mapping[str, float], line: Line) -> float:
    stems = line.families
    return sum([weight for stem, weight in weights.items() if stem in stems])
