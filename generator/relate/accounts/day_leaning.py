"""Whether the main event of a sentence only leans on a day. In: the day's place and tense. Out: yes or no.

It counts from the day or goes on to it ("since Sunday"), compares with it ("lower than the number given on Sunday"),
or names it in a clause of something else ("which sank on Sunday", "pictures taken on Sunday").
"""

from __future__ import annotations

from generator.relate.accounts.day_place import BACK, DayPlace
from generator.relate.accounts.day_tense import DayTense

_INSERTED = 10
"""Words of a clause that is put in: `arrested on Monday`."""
_VERB_WITHIN = 3
"""Words behind a day among which the verb is whose subject it belongs to."""
_DETERMINERS = frozenset("a an the another its his her their this that no".split())
_AUXILIARY_WITHIN = 4
"""Words in front of a participle among which its form of "be" or "have" is."""


def only_leans(place: DayPlace, tense: DayTense) -> bool:
    """Whether the day is not that of the main event."""
    if _is_bound(place, tense) or _is_compared(place) or _is_subordinate(place):
        return True
    return _is_inserted(place) or _describes(place)


def _is_bound(place: DayPlace, tense: DayTense) -> bool:
    previous, words = place.low[place.lead - 1] if place.lead > 0 else "", place.words
    if previous in words.bounds:
        return not tense.is_ahead or words.moved.isdisjoint(place.before)
    if previous in words.from_here:
        return not tense.is_to_come(place.governing) and not tense.is_ahead
    return False


def _is_compared(place: DayPlace) -> bool:
    """Whether something of that day is put against another: `from 52 on Friday`, `than the figure given on Sunday`."""
    before, words = place.before, place.words
    if before[:1] == ["as"]:
        return True
    for at, word in enumerate(before):
        if word == "than":
            return not (at and _is_figure(before[at - 1], place))
        if at < BACK and word in words.compared:
            return True
        if at < BACK and word in words.against:
            between = before[:at]
            return any(each[0].isdigit() for each in between) and "to" not in between
    return False


def _is_figure(word: str, place: DayPlace) -> bool:
    """Whether `than` belongs to the word behind it alone: `more than 200`, `more than doubled`."""
    return word[0].isdigit() or word in place.words.figures


def _is_subordinate(place: DayPlace) -> bool:
    """Whether it stands in a clause that leans on another: `who was hurt on Sunday`, `if it rains on Friday`."""
    before, words = place.before, place.words
    for at, word in enumerate(before):
        if at == 0 and word in words.bounds:
            continue
        if word in words.relatives or word in words.connectives or _is_relative_that(place, at):
            return True
        if word in words.afterwards:
            return words.harm.isdisjoint(before[at + 1 :])
        if word in ("for", "to") and not words.awaiting.isdisjoint(before[at + 1 : at + 3]):
            return True
    return False


def _is_relative_that(place: DayPlace, at: int) -> bool:
    """`the fire that broke out on Sunday`, and not `said that police came on Sunday`."""
    before, words = place.before, place.words
    if before[at] != "that" or at == 0:
        return False
    behind = before[at - 1]
    is_verb = behind in words.be or behind.endswith("ed") or behind in words.took_place
    is_verb = is_verb or behind in ("had", "has", "have", "broke", "hit", "began")
    return is_verb and (at + 1 >= len(before) or before[at + 1] not in words.said)


def _is_inserted(place: DayPlace) -> bool:
    """Whether its clause stands between commas and is none of its own: `The foreman, arrested on Monday, has`."""
    low = place.low
    if place.first == 0 or place.last >= len(low) or low[place.last] != ",":
        return False
    if low[place.first - 1] != "," or not low[place.first].endswith(("ed", "en", "born", "held")):
        return False
    is_second = place.back_to_stop(place.first - 1) == 0
    return is_second and place.last - place.first <= _INSERTED


def _describes(place: DayPlace) -> bool:
    """Whether it is of a participle that describes a noun: `pictures taken on Sunday`, `a man hurt on Sunday died`.

    Such a participle stands right in front of the day, without "was" or "had", and another verb is the sentence's.
    """
    before, words = place.before, place.words
    if not before or not _is_participle(before[0], place):
        return False
    near = before[1 : 1 + _AUXILIARY_WITHIN]
    if (
        not near
        or near[0] in _DETERMINERS
        or not {"had", "has", "have", *words.be, *words.conjunctions}.isdisjoint(near)
    ):
        return False
    behind = place.low[place.behind : min(place.last, place.behind + _VERB_WITHIN)]
    if any(word in words.be or word in ("has", "have") or place.is_past(word) for word in behind[:1]):
        return True
    verb = next((word for word in before[1:] if word in words.conjunctions or _is_verb(word, place)), "")
    return bool(verb) and verb not in words.conjunctions and verb not in words.clausal and verb not in words.said


def _is_participle(word: str, place: DayPlace) -> bool:
    words = place.words
    return word in words.participles or (word.endswith("ed") and word not in words.intransitive)


def _is_verb(word: str, place: DayPlace) -> bool:
    return word in place.words.be or word in place.words.participles or place.is_past(word)
