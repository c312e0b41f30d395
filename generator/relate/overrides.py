"""What a site's own file says of stories, on the articles that there are. In: the rules of
`content/vocabulary/stories.yml`, the articles. Out: entries by the places of articles; what cannot hold, and what names
nothing any more.

`dealing.py` applies them to groups.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeAlias

from generator.exceptions import ConfigError
from generator.model import Chain, Digest, EnrichedArticle, Problem
from generator.relate.article_names import ArticleNames
from generator.vocabulary.stories import NO_STORY_RULES, StoryPin, StoryRules, StorySplit

_MOST_TOLD = 3

Find: TypeAlias = Callable[[Sequence[str]], tuple[int, ...]]
Fault: TypeAlias = tuple[int, str]
"""A line, and what is wrong there."""


class Union(NamedTuple):
    """The places of a list of `merge`."""

    places: tuple[int, ...]
    line: int


class Parting(NamedTuple):
    """Places that leave the groups of `others`; without `others`, places of a group each."""

    places: tuple[int, ...]
    others: tuple[int, ...]
    line: int

    def parts(self, one: int, other: int) -> bool:
        """Whether it keeps two places apart."""
        if self.others:
            return (one in self.places and other in self.others) or (other in self.places and one in self.others)
        return one != other and one in self.places and other in self.places


class Pinned(NamedTuple):
    """A group as it stays (no places: as it comes), and its lead."""

    places: tuple[int, ...]
    lead: int | None
    line: int


class Called(NamedTuple):
    """What the story of an article is called."""

    place: int
    title: str
    line: int


@dataclass(frozen=True, kw_only=True)
class Overrides:
    """The file's entries by the places of the articles they name; what names no article, or several, is left out."""

    path: str = ""
    unions: tuple[Union, ...] = ()
    partings: tuple[Parting, ...] = ()
    pins: tuple[Pinned, ...] = ()
    titles: tuple[Called, ...] = ()

    @cached_property
    def units(self) -> Mapping[int, tuple[int, ...]]:
        """Places that are merged -> all that are one with them, in order."""
        units: dict[int, tuple[int, ...]] = {}
        for union in self.unions:
            whole = tuple(sorted({p for place in union.places for p in units.get(place, (place,))}))
            units.update(dict.fromkeys(whole, whole))
        return units

    @cached_property
    def kept(self) -> Mapping[int, tuple[str, ...]]:
        """Places that the file keeps in their stories -> by which entries."""
        said: dict[int, dict[str, None]] = {}
        for union in self.unions:
            for place in union.places:
                said.setdefault(place, {})[self.say("merged", union.line)] = None
        for pin in self.pins:
            for place in pin.places:
                said.setdefault(place, {})[self.say("pinned", pin.line)] = None
        return {place: tuple(phrases) for place, phrases in said.items()}

    def lead_of(self, group: Sequence[int]) -> int | None:
        """The place that leads a story of these, by the first entry of the file that names one."""
        return next((pin.lead for pin in self.pins if pin.lead in group), None)

    def title_of(self, group: Sequence[int]) -> str | None:
        """What a story of these places is called, by the first entry of the file that names one."""
        return next((called.title for called in self.titles if called.place in group), None)

    def say(self, done: str, line: int) -> str:
        """`merged by content/vocabulary/stories.yml:12`."""
        return f"{done} by {self.path}:{line}"

    def describe(self, group: Sequence[int], parted: frozenset[int]) -> tuple[str, ...]:
        """What was done to a story of these places; `parted` are the lines of splits that parted something."""
        inside = frozenset(group)
        found = [(union.line, "merged") for union in self.unions if inside.intersection(union.places)]
        found += [
            (parting.line, "split")
            for parting in self.partings
            if parting.line in parted and inside.intersection(parting.places + parting.others)
        ]
        found += [(pin.line, "pinned") for pin in self.pins if inside.intersection(pin.places) or pin.lead in inside]
        found += [(called.line, "renamed") for called in self.titles if called.place in inside]
        return tuple(self.say(done, line) for line, done in sorted(found))


NO_OVERRIDES = Overrides()


def settle_overrides(
    rules: StoryRules,
    ordered: Sequence[EnrichedArticle],
    everything: Sequence[EnrichedArticle],
    chains: Sequence[Chain],
) -> Overrides:
    """The entries on the articles that there are, by their places in `ordered`; `everything` has older versions too.

    Raises ConfigError, with a line for each fault, when two entries cannot both hold.
    """
    if rules.is_empty:
        return NO_OVERRIDES
    names = ArticleNames((each.article for each in everything), chains)
    place = {each.article.id: at for at, each in enumerate(ordered)}

    def find(articles: Sequence[str]) -> tuple[int, ...]:
        found = (names.find(name) for name in articles)
        return tuple(dict.fromkeys(place[ids[0]] for ids in found if len(ids) == 1 and ids[0] in place))

    settled = Overrides(
        path=rules.path,
        unions=tuple(Union(places, m.line) for m in rules.merges if len(places := find(m.articles)) > 1),
        partings=tuple(found for split in rules.splits for found in _find_parting(split, find)),
        pins=tuple(found for pin in rules.pins for found in _find_pinned(pin, find)),
        titles=tuple(Called(places[0], t.title, t.line) for t in rules.titles if (places := find((t.article,)))),
    )
    if faults := sorted({*_find_conflicts(settled, [each.article.path for each in ordered])}):
        raise ConfigError("\n".join(f"{rules.path}:{line}: {message}" for line, message in faults))
    return settled


def _find_parting(split: StorySplit, find: Find) -> Iterator[Parting]:
    places, others = find(split.articles), find(split.others)
    if (places and others) if split.others else len(places) > 1:
        yield Parting(places, others, split.line)


def _find_pinned(pin: StoryPin, find: Find) -> Iterator[Pinned]:
    places, lead = find(pin.articles), find((pin.lead,) if pin.lead else ())
    if len(places) > 1 or lead:
        yield Pinned(places if len(places) > 1 else (), lead[0] if lead else None, pin.line)


# --- what cannot hold together ---------------------------------------------------------------------------------------


def _find_conflicts(overrides: Overrides, paths: Sequence[str]) -> Iterator[Fault]:
    """Entries of which one must go; `paths` are those of the articles."""
    yield from _find_parted_units(overrides, paths)
    yield from _find_broken_pins(overrides, paths)
    together = {**overrides.units, **{place: pin.places for pin in overrides.pins for place in pin.places}}
    leads: dict[tuple[int, ...], tuple[int, int]] = {}
    for pin in overrides.pins:
        if pin.lead is not None:
            first = leads.setdefault(together.get(pin.lead, (pin.lead,)), (pin.lead, pin.line))
            if first[0] != pin.lead:
                yield pin.line, f"pin: lead: {paths[first[0]]} leads this story on line {first[1]}; keep one"
    titles: dict[tuple[int, ...], Called] = {}
    for called in overrides.titles:
        other = titles.setdefault(together.get(called.place, (called.place,)), called)
        if other.title != called.title:
            yield called.line, f"rename: this story is called {other.title!r} on line {other.line}; keep one"


def _find_parted_units(overrides: Overrides, paths: Sequence[str]) -> Iterator[Fault]:
    for parting in overrides.partings:
        for one in sorted({*parting.places} & {*parting.others}):
            yield parting.line, f"split: {paths[one]} is to leave its own story; name a report that stays under `from:`"
        for one in parting.places:
            for other in overrides.units.get(one, ()):
                if parting.parts(one, other):
                    line = next(u.line for u in overrides.unions if one in u.places or other in u.places)
                    pair = " and ".join(sorted((paths[one], paths[other])))
                    yield parting.line, f"split: {pair} are merged on line {line}; keep one of the two"
        for pin in overrides.pins:
            for one in parting.places:
                for other in pin.places if one in pin.places else ():
                    if parting.parts(one, other):
                        pair = " and ".join(sorted((paths[one], paths[other])))
                        yield parting.line, f"split: {pair} are pinned together on line {pin.line}; keep one of the two"


def _find_broken_pins(overrides: Overrides, paths: Sequence[str]) -> Iterator[Fault]:
    pinned: dict[int, int] = {}
    for pin in overrides.pins:
        if pin.places and pin.lead is not None and pin.lead not in pin.places:
            yield pin.line, f"pin: lead: {paths[pin.lead]} is none of this pin's articles; add it to them"
        for place in pin.places:
            if place in pinned:
                yield pin.line, f"pin: {paths[place]} is pinned on line {pinned[place]} already; keep one"
            pinned.setdefault(place, pin.line)
    for union in overrides.unions:
        lines = {pinned.get(place) for place in union.places}
        if len(lines) > 1:
            line = min(each for each in lines if each is not None)
            loose = next(paths[place] for place in union.places if pinned.get(place) != line)
            message = f"merge: {loose} is to join a story that is pinned on line {line}; add it there instead"
            yield union.line, message


# --- what names nothing ----------------------------------------------------------------------------------------------


def find_unmatched_stories(digest: Digest, rules: StoryRules = NO_STORY_RULES) -> Iterator[Problem]:
    """A problem for each entry that names no article (any more) or several, and for each that another one overrules."""
    if rules.is_empty:
        return
    names = ArticleNames((each.article for each in digest.articles), digest.versions)
    for key, line, name in _list_names(rules):
        if lack := _say_lack(names.find(name), name):
            yield _tell(rules, line, f"{key}: {name}: {lack}")
    yield from _find_doubles(rules, names)
    story = {article: story.id for story in digest.stories for article in story.articles}
    for key, entries in (
        ("pin: lead", [(pin.lead, pin.lead, pin.line) for pin in rules.pins if pin.lead]),
        ("rename", [(title.article, title.title, title.line) for title in rules.titles]),
    ):
        first: dict[str, tuple[str, int]] = {}
        for name, value, line in entries:
            ids = names.find(name)
            if len(ids) != 1:
                continue
            if ids[0] not in story:
                yield _tell(rules, line, f"{key}: {name}: is of no story now; merge it with another, or remove this")
                continue
            value = ids[0] if key != "rename" else value
            other = first.setdefault(story[ids[0]], (value, line))
            if other[0] != value:
                yield _tell(rules, line, f"{key}: {name}: is of the story of line {other[1]}, which holds; keep one")


def _list_names(rules: StoryRules) -> Iterator[tuple[str, int, str]]:
    """Key, line and name of all that the file names."""
    for merge in rules.merges:
        yield from (("merge", merge.line, name) for name in merge.articles)
    for split in rules.splits:
        yield from (("split", split.line, name) for name in (*split.articles, *split.others))
    for pin in rules.pins:
        names = dict.fromkeys((*pin.articles, *([pin.lead] if pin.lead else ())))
        yield from (("pin", pin.line, name) for name in names)
    for title in rules.titles:
        yield "rename", title.line, title.article


def _find_doubles(rules: StoryRules, names: ArticleNames) -> Iterator[Problem]:
    """A problem for each list in which two names mean one article: its id and its path, or two versions of it."""
    lists = [("merge", merge.line, merge.articles) for merge in rules.merges]
    lists += [("split", split.line, each) for split in rules.splits for each in (split.articles, split.others)]
    lists += [("pin", pin.line, pin.articles) for pin in rules.pins]
    for key, line, articles in lists:
        first: dict[tuple[str, ...], str] = {}
        for name in articles:
            ids = names.find(name)
            if len(ids) == 1 and first.setdefault(ids, name) != name:
                yield _tell(rules, line, f"{key}: {name}: is the same article as {first[ids]}; remove one of the two")


def _say_lack(ids: Sequence[str], name: str) -> str:
    """Why a name is of no use, and the remedy; empty where it is."""
    if len(ids) == 1:
        return ""
    if not ids:
        return "no article has this id, path or address (any more); mend or remove it"
    told = ", ".join(ids[:_MOST_TOLD]) + (" …" if len(ids) > _MOST_TOLD else "")
    return f"means {len(ids)} articles ({told}); write more of the path, or the id of one"


def _tell(rules: StoryRules, line: int, message: str) -> Problem:
    return Problem(path=rules.path, message=f"{rules.path}:{line}: {message}")
