"""Which facts changed from one version's sentence to the next one's. In: two Sentences. Out: pairs of Facts.

The words that stand in the place of others are found by the longest common runs (Ratcliff and Obershelp). A fact
changed where one of its kind stands in its place that says otherwise: another value, day, name. The same in other words
(`eleven`, `11`; `Mr Field`, `Ann Field`) is no change, nor is a figure that was only rough before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeAlias

from generator.printed_dates import MONTHS
from generator.relate.accounts.numbers import Number
from generator.relate.accounts.tokens import Tokens
from generator.relate.changes.sentences import Fact, Sentence
from generator.relate.changes.words import load_change_words

FactPair: TypeAlias = tuple[Fact, Fact]

_MOST_WORDS = 160
"""Words of a sentence that is compared: the comparison's time grows with their square."""
_MOST_FACTS = 3
"""Facts of one kind in one place that are told one from another by their order."""
_NEAR = 0.02
_ROUGH = 0.2
_ALIKE = 0.6
"""Share of letters that two spellings of one name have in common."""


def changed_facts(before: Sentence, after: Sentence, *, surely: bool) -> Iterator[FactPair]:
    """The facts of `before` with what stands in their place. `surely`: no more than what cannot be told otherwise."""
    if max(len(before.tokens.words), len(after.tokens.words)) > _MOST_WORDS:
        return
    told: set[tuple[int, int]] = set()
    matcher = SequenceMatcher(None, before.tokens.low, after.tokens.low, autojunk=False)
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        if kind != "replace":
            continue
        gone = [fact for fact in before.facts if fact.first < end and fact.end > start]
        come = [fact for fact in after.facts if fact.first < other_end and fact.end > other_start]
        pairs = list(_pair(gone, come, before, after, surely=surely))
        if not pairs and _may_be_spelling(gone, come, before, surely=surely):
            pairs = list(_spelled(before, after, (start, end), (other_start, other_end), surely=surely))
        for one, other in pairs:
            if (one.first, other.first) not in told:
                told.add((one.first, other.first))
                yield one, other


def _may_be_spelling(gone: Sequence[Fact], come: Sequence[Fact], before: Sentence, *, surely: bool) -> bool:
    """Whether words in capitals may be names: in a headline all may have one, and a typing error may be any word's."""
    if before.place is None or _has_others([*gone, *come]):
        return False
    told = (_are_told(gone), _are_told(come))
    return not all(told) and (any(told) or not surely)


def _are_told(facts: Sequence[Fact]) -> bool:
    """Whether names are among them: they were compared then."""
    return any(fact.kind in ("name", "place") for fact in facts)


def changed_words(before: Sentence, after: Sentence) -> Iterator[FactPair]:
    """The words that stand in the place of others, whatever they tell, each with a word or two around."""
    if max(len(before.tokens.words), len(after.tokens.words)) > _MOST_WORDS:
        return
    matcher = SequenceMatcher(None, before.tokens.low, after.tokens.low, autojunk=False)
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        if kind == "replace":
            yield _around(before, start, end), _around(after, other_start, other_end)


def _around(sentence: Sentence, first: int, end: int) -> Fact:
    """Words with the article before them, and what follows up to the next word of weight."""
    tokens, stop = sentence.tokens, load_change_words().not_counted
    start = first - 1 if tokens.word(first - 1) in stop else first
    behind = end
    for _ in range(2):
        if start < first or not tokens.word(behind).isalpha():
            break
        behind += 1
        if tokens.word(behind - 1) not in stop:
            break
    text = sentence.text[tokens.starts[start] : tokens.ends[behind - 1]]
    return Fact(kind="words", first=first, end=end, text=text, key=text.casefold())


def _has_others(facts: Sequence[Fact]) -> bool:
    return any(fact.kind in ("number", "date") for fact in facts)


def _pair(
    gone: Sequence[Fact], come: Sequence[Fact], before: Sentence, after: Sentence, *, surely: bool
) -> Iterator[FactPair]:
    for kind in ("number", "date", "place", "name"):
        ours = [fact for fact in gone if fact.kind == kind]
        theirs = [fact for fact in come if fact.kind == kind]
        same = {fact.key for fact in ours} & {fact.key for fact in theirs}
        ours, theirs = ([fact for fact in facts if fact.key not in same] for facts in (ours, theirs))
        if len(ours) == len(theirs) <= _MOST_FACTS:
            for one, other in zip(ours, theirs, strict=True):
                if not _agree(one, other, surely=surely):
                    yield one, other


def _agree(one: Fact, other: Fact, *, surely: bool) -> bool:
    """Whether two facts of one kind can both be true."""
    if one.kind == "number":
        return _numbers_agree(one, other, surely=surely)
    if one.kind == "date":
        if surely and _is_nearby(one) != _is_nearby(other):
            return True
        return surely and (one.key.startswith(other.key) or other.key.startswith(one.key))
    return names_agree(one.text, other.text)


def _is_nearby(fact: Fact) -> bool:
    return not load_change_words().nearby.isdisjoint(fact.text.lower().split())


def _numbers_agree(one: Fact, other: Fact, *, surely: bool) -> bool:
    was, now = one.number, other.number
    if was is None or now is None:
        return was is not now
    if was.unit != now.unit:
        return "count" in (was.unit, now.unit)
    near = abs(was.value - now.value) <= _NEAR * max(abs(was.value), abs(now.value))
    if near and (was.unit not in ("count", "share") and not _is_same_unit(one, other)):
        return True  # converted from one measure into another
    return _is_rounded(one, other, least=2 if surely else 3) or (surely and _refines(was, now))


def _is_rounded(one: Fact, other: Fact, *, least: int) -> bool:
    """Whether the shorter figure is the longer one rounded: `12.1 mln`, `12,141,000`; of `least` digits or more."""
    (digits, short), (more, long) = sorted(((_digits(one), one), (_digits(other), other)), key=lambda pair: pair[0])
    if short.number is None or long.number is None or not least <= digits < more:
        return False
    return float(f"{long.number.value:.{digits - 1}e}") == float(f"{short.number.value:.{digits - 1}e}")


def _digits(fact: Fact) -> int:
    """Digits of a figure that tell, without the zeros at either end."""
    return len("".join(character for character in fact.text if character.isdigit()).strip("0"))


def _is_same_unit(one: Fact, other: Fact) -> bool:
    return one.text.split()[-1:] == other.text.split()[-1:]


def _refines(was: Number, now: Number) -> bool:
    """Whether a rough figure became another that it allowed."""
    if was.bound == "least":
        return now.value >= was.value
    if was.bound == "most":
        return now.value <= was.value
    return "about" in (was.bound, now.bound) and abs(was.value - now.value) <= _ROUGH * abs(was.value)


def names_agree(one: str, other: str) -> bool:
    """Whether both can be names of one: words of the one are among the other's, or its letters are their initials."""
    ours, theirs = _name_words(one), _name_words(other)
    if ours <= theirs or theirs <= ours:
        return True
    return any(
        short.replace(".", "").casefold() == "".join(word[0] for word in long.casefold().split() if word)
        for short, long in ((one, other), (other, one))
        if " " not in short
    )


def _name_words(name: str) -> set[str]:
    words = name.casefold().replace(".", "").replace("’s", "").replace("'s", "").split()
    return set(words) - load_change_words().honorifics


def _spelled(
    before: Sentence, after: Sentence, gone: tuple[int, int], come: tuple[int, int], *, surely: bool
) -> Iterator[FactPair]:
    """A name that became another, told by its capitals alone."""
    one, other = _capitalised(before, gone), _capitalised(after, come)
    if one is None or other is None or names_agree(one.text, other.text):
        return
    was, now = (" ".join(each.tokens.low[a:b]) for each, (a, b) in ((before, gone), (after, come)))
    alike = SequenceMatcher(None, was, now, autojunk=False).ratio() >= _ALIKE
    if alike or not (surely or gone[0] == 0):
        yield one, other


def _capitalised(sentence: Sentence, place: tuple[int, int]) -> Fact | None:
    """The whole name that the words are, or are a part of."""
    tokens, (first, end) = sentence.tokens, place
    if end - first > 3 or not all(_is_capital(tokens, at) for at in range(first, end)):
        return None
    while first > 1 and _is_capital(tokens, first - 1):
        first -= 1
    while end < len(tokens.words) and _is_capital(tokens, end):
        end += 1
    text = sentence.text[tokens.starts[first] : tokens.ends[end - 1]]
    is_month = text.casefold() in MONTHS
    return Fact(kind="date" if is_month else "name", first=first, end=end, text=text, key=text.casefold())


def _is_capital(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    return word[0].isupper() and word[0].isalpha() and word.lower() not in load_change_words().not_counted
