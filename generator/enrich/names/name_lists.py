"""Names known by those beside them in a list: "Pfizer, Moderna and Garda". Settles candidates of a `Reading`."""

from __future__ import annotations

from collections.abc import Sequence

from generator.enrich.names.cities import Place
from generator.enrich.names.place_names import is_listed
from generator.enrich.names.reading import Reading
from generator.enrich.names.run_view import Candidate
from generator.model import EntityKind

_LEAST_LISTED = 3
_INTRODUCES = (("such", "as"), ("among", "them"))
_LEADS = frozenset("like including namely".split())
_LONGEST_SINGLE = 3
_OF_BUSINESS = frozenset("of at for".split())


def settle_lists(reading: Reading, rows: Sequence[Sequence[Candidate]]) -> None:
    """Settle the unknown names of lists whose others, or whose noun, are of one kind."""
    for row in rows:
        unknown = [one for one in row if one.first not in reading.settled and not one.known]
        if not unknown:
            continue
        kind = _kind_of_noun(reading, row) or _kind_of_most(reading, row)
        for one in unknown if kind else ():
            if _may_be(reading, one):
                reading.settle(one, kind or "place", reading.printed(one))


def settle_told_lists(reading: Reading, rows: Sequence[Sequence[Candidate]]) -> None:
    """Settle companies of a list whose noun says so, towns' names among them: "firms such as Glencore and Garda"."""
    for row in rows:
        towns = [one for one in row if one.first not in reading.settled and one.known and _is_town(one)]
        if towns and _kind_of_noun(reading, row) == "organisation":
            for one in towns:
                reading.settle(one, "organisation", reading.printed(one))


def _is_town(one: Candidate) -> bool:
    return all(isinstance(entry, Place) and entry.kind == "city" and not entry.capital for entry in one.known)


def find_rows(reading: Reading, candidates: Sequence[Candidate]) -> Sequence[Sequence[Candidate]]:
    """The names as lists, most of one name: those that stand after one another with a comma or "and" between."""
    rows: list[Sequence[Candidate]] = []
    at = 0
    while at < len(candidates):
        end = at + 1
        while end < len(candidates) and _goes_on(reading, candidates[end - 1], candidates[end]):
            end += 1
        rows.append(candidates[at:end])
        at = end
    return rows


def _goes_on(reading: Reading, one: Candidate, other: Candidate) -> bool:
    """Whether a name is of one list with that before it: "by Rafael and by Garda" is one, too."""
    if other.first - one.end > len(("and", "by")):
        return False
    return is_listed(reading, one, other) or reading.tokens.words[one.end : other.first] == ("and", "by")


def _kind_of_noun(reading: Reading, row: Sequence[Candidate]) -> EntityKind | None:
    """What a noun before the list says: "insurers MBIA and Garda", "sites such as Merrow"."""
    word, first = reading.tokens.word, row[0].first
    if (word(first - 2), word(first - 1)) in _INTRODUCES:
        noun = word(first - 3)
    elif word(first - 1) in _LEADS:
        noun = word(first - 2)
    else:
        noun = word(first - 1).lower() if len(row) > 1 else ""
        if noun in _OF_BUSINESS and word(first - 2).lower() in reading.lexicon.shapes.business_nouns:
            return "organisation"  # "analysts at Garda and Merrow"
    noun = word(first - 4) if noun == "," else noun
    if noun in reading.lexicon.shapes.plural_places:
        return "place"
    if not noun.endswith("s"):
        return None
    one = f"{noun[:-3]}y" if noun.endswith("ies") else noun[:-1]
    return "organisation" if one in reading.lexicon.shapes.organisation_nouns else None


def _kind_of_most(reading: Reading, row: Sequence[Candidate]) -> EntityKind | None:
    """What most names of a list are, where nothing else is among them."""
    settled = [reading.settled[one.first] for one in row if one.first in reading.settled]
    kinds = {one.kind for one in settled}
    if len(kinds) != 1 or any(one.known and one.first not in reading.settled for one in row):
        return None
    before = reading.tokens.word(row[-1].first - 1)
    if len(row) == len(("one", "other")) and before == "by" and "organisation" in kinds:
        return "organisation"
    if len(row) < _LEAST_LISTED or before != "and":
        return None
    bodies = "organisation" in kinds and not _any_person(reading, row)
    return settled[0].kind if bodies or 2 * len(settled) > len(row) else None


def _any_person(reading: Reading, row: Sequence[Candidate]) -> bool:
    """Whether a word of a list is somebody's name."""
    lexicon = reading.lexicon
    return any(word in lexicon.people.given or word in lexicon.surnames for one in row for word in reading.words(one))


def _may_be(reading: Reading, one: Candidate) -> bool:
    """Whether an unknown name holds no everyday word and owns nothing."""
    words, lexicon = reading.words(one), reading.lexicon
    if reading.tokens.word(one.end) in ("'s", "’s") or len(words) > _LONGEST_SINGLE:
        return False
    return not any(lexicon.plain.is_common(word) or word in lexicon.ordinary for word in words)
