"""Rules for names that are told by their shape: "Ministry of Fisheries", "Dunmore Textiles, Inc.", "Lake Merrow".

Each looks at one token of a run of capitals and says what it takes, or None when it is not its case.
"""

from __future__ import annotations

from generator.enrich.lexicon import Lexicon
from generator.enrich.names.capitals import is_capital
from generator.enrich.names.organisations import Organisation, match_shape
from generator.enrich.names.run_view import (
    Candidate,
    RunView,
    Step,
    ends_place,
    in_marks,
    known_at,
    opens_sentence,
    title_at,
)
from generator.model import EntityKind

_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
_PARTNERS = frozenset("Partners Sons Associates Company Co Co. Brothers Daughters Bros.".split())
_INSTITUTIONS = frozenset(
    """Agency Ministry Department Commission Committee Authority Administration Bureau Corporation Corp Corp. Council
    Service Board Office Institute Association Union Directorate Secretariat Court Tribunal""".split()
)
_OFFICES = frozenset("Office Department Bureau Association Service".split())
_OF_HEADS = frozenset(
    """Governor Chief President Chairman Chairwoman Director Secretary Commissioner Spokesman Spokeswoman Spokesperson
    Minister Professor Chancellor Executive Manager Captain Coach Economist Analyst""".split()
)
_GROUPED = frozenset(
    "Party Union Association Federation League Movement Guild Institute Council Alliance Society".split()
)
_NUMBERED = frozenset("Circuit Division Regiment Battalion Brigade Infantry Airborne Squadron Fleet".split())
_COUNCIL_OF = frozenset("county city town borough district parish".split())
_OF_COUNCILS = frozenset("tax house houses housing estate estates flat flats seat seats election elections".split())
_LONGEST_PLACE = 3
"""Words before the last in a name of a place."""


def take_company(here: RunView, at: int) -> Step | None:
    """A company whose legal form or partners follow its name: "World Weavers, Inc.", "Anna Holt and Sons"."""
    link = here.tokens.word(here.end)
    if link not in (",", "and"):
        return None
    form = here.tokens.word(here.end + 1)
    legal = link == "," and form in here.lexicon.organisations.legal_forms
    if here.end in here.tokens.breaks or not (legal or (link == "and" and form in _PARTNERS)):
        return None
    if opens_sentence(here, at) or here.end - at > 5 or title_at(here, at):
        return None
    end = here.end + 2
    if here.tokens.word(end) in here.lexicon.organisations.legal_forms and end not in here.tokens.breaks:
        end += 1  # "Birr Wilson and Co Inc"
    return Step(end=end, candidate=Candidate(first=at, end=end, kind="organisation"), keeps_role=True)


def take_possessive_shape(here: RunView, at: int) -> Step | None:
    """What belongs to a saint, a king or a group: "St Mary's Church", "King's College", "the Women's Institute"."""
    words, tokens = here.tokens.words, here.tokens
    if words[at] not in here.lexicon.shapes.possessors or here.end - at > 4:
        return None
    after = here.end + 1
    if tokens.word(here.end) not in _POSSESSIVES or tokens.starts[here.end] != tokens.ends[here.end - 1]:
        return None
    if any(word in here.lexicon.shapes.calendar for word in words[at : here.end]):
        return None
    suffixes, places = here.lexicon.organisations.suffixes, here.lexicon.shapes.place_suffixes
    last, found = after, 0
    while (
        last < len(tokens) and last - after < _LONGEST_PLACE and last not in tokens.breaks and is_capital(words[last])
    ):
        if words[last] in suffixes or words[last] in places:
            found = last
        last += 1
    if not found:
        return None
    kind: EntityKind = "organisation" if words[found] in suffixes else "place"
    return Step(end=found + 1, candidate=Candidate(first=at, end=found + 1, kind=kind), keeps_role=True)


def take_office(here: RunView, at: int) -> Step | None:
    """What is named after its head or members: "Marlow County Sheriff's Office", "Socialist Workers' Party"."""
    words, tokens, end = here.tokens.words, here.tokens, here.end
    if tokens.word(end) not in _POSSESSIVES or end + 1 in tokens.breaks or opens_sentence(here, at):
        return None
    shapes, after = here.lexicon.shapes, tokens.word(end + 1)
    office = words[end - 1] in shapes.office_holders and after in _OFFICES
    group = words[end - 1] in shapes.possessors and after in _GROUPED and 1 < end - at <= _LONGEST_PLACE
    if not (office or group):
        return None
    return Step(end=end + 2, candidate=Candidate(first=at, end=end + 2, kind="organisation"), keeps_role=True)


def take_prefixed(here: RunView, at: int) -> Step | None:
    """A club, a station or a bank by its first word: "Real Marvaux", "Radio Merrow"."""
    words, lexicon = here.tokens.words, here.lexicon
    if words[at] not in lexicon.shapes.organisation_prefixes or at + 1 >= here.end or known_at(here, at):
        return None
    if lexicon.plain.holds(words[at + 1]) or words[at + 1] in lexicon.ordinary or title_at(here, at + 1):
        return None
    end = at + 2
    while (
        end < here.end and end - at < _LONGEST_PLACE and not lexicon.plain.holds(words[end]) and not title_at(here, end)
    ):
        end += 1
    return Step(end=end, candidate=Candidate(first=at, end=end, kind="organisation"), keeps_role=True)


def take_joined_shape(here: RunView, at: int) -> Step | None:
    """An institution with "and" in its name: "National Search and Rescue Agency", "Science and Sports Ministry"."""
    tokens, lexicon = here.tokens, here.lexicon
    if tokens.word(here.end) != "and" or here.end in tokens.breaks or here.end - at > 3:
        return None
    first = tokens.words[at : here.end]
    own = first[1:] if len(first) > 1 and _is_country(lexicon, first[0]) else first
    if not all(of_institution(here.lexicon, word) for word in own) or lexicon.known.match(tokens.words, here.end + 1):
        return None
    for last in range(here.end + 1, min(here.end + 1 + _LONGEST_PLACE, len(tokens))):
        word = tokens.words[last]
        if last in tokens.breaks or not is_capital(word):
            return None
        if word in first or last in tokens.initial:
            return None
        if word in _INSTITUTIONS and last > here.end + 1:
            return Step(end=last + 1, candidate=Candidate(first=at, end=last + 1, kind="organisation"), keeps_role=True)
        if not of_institution(here.lexicon, word):
            return None
    return None


def _is_country(lexicon: Lexicon, word: str) -> bool:
    return any(place.kind == "country" for place in lexicon.places.names.get(word, ()))


def may_join(lexicon: Lexicon, word: str) -> bool:
    """Whether a word may begin "National Search and Rescue Agency" or "China Road and Bridge Corporation"."""
    return of_institution(lexicon, word) or _is_country(lexicon, word)


def of_institution(lexicon: Lexicon, word: str) -> bool:
    """Whether a word may be one of "National Search and Rescue Agency"."""
    own = word in lexicon.shapes.institution_words or lexicon.plain.is_common(word)
    return own or word in lexicon.places.demonyms.longest


def take_shape(here: RunView, at: int) -> Step | None:
    """An organisation by its shape, when that is longer than a known name at the same token."""
    words, lexicon = here.tokens.words, here.lexicon
    opening = opens_sentence(here, at) and words[at] not in lexicon.organisations.heads
    opening = opening and here.tokens.word(at - 1) != "("
    if opening and words[at] not in lexicon.shapes.institution_words:
        return None
    stop = at + 1
    while stop < here.end and not title_at(here, stop):
        stop += 1
    end = _before_title(here, at, match_shape(here.tokens, at, stop, lexicon.organisations))
    known = known_at(here, at)
    if end - at < 2 or (known is not None and known[0] >= end - at):
        return None
    if "." in words[end - 1][1:-1] and end < here.end:
        return None  # the initials of "Collector S.A. Raman"
    if _titles_person(here, at) or (known is not None and _heading(here, at, known[0], end)):
        return None
    if at in here.tokens.initial and _known_whole(here, at + 1, end):
        return Step(end=at + 1)  # "Provisional Met Office figures"
    if opening and words[end - 1] in lexicon.organisations.weak_suffixes:
        return None
    if words[end - 1] in lexicon.organisations.company_words and _all_plain(here, at, end - 1):
        return None
    if ends_place(words, end - 1, lexicon.shapes.place_suffixes) or _goes_on_as_place(here, end):
        return None
    numbered = at not in here.tokens.breaks and _is_ordinal(here.tokens.word(at - 1))
    first = at - (numbered and not _NUMBERED.isdisjoint(words[at:end]))
    return Step(end=end, candidate=Candidate(first=first, end=end, kind="organisation"), keeps_role=True)


def take_national(here: RunView, at: int) -> Step | None:
    """A nation's body by its subject: "Sport England", "Natural Resources Wales"."""
    words, shapes = here.tokens.words, here.lexicon.shapes
    if words[at] not in shapes.national_bodies:
        return None
    for end in range(at + 2, min(here.end, at + 4) + 1):
        if words[end - 1] in shapes.nations:
            return Step(end=end, candidate=Candidate(first=at, end=end, kind="organisation"), keeps_role=True)
        if not here.lexicon.plain.is_common(words[end - 1]):
            break
    return None


def take_council(here: RunView, at: int) -> Step | None:
    """A council whose noun has no capital: "Kirkmoor council", "Durham county council", but no council tax."""
    tokens, end = here.tokens, here.end
    if tokens.word(end) != "council" and tokens.word(end) not in _COUNCIL_OF:
        return None
    noun = end + (tokens.word(end) in _COUNCIL_OF)
    if end - at > _LONGEST_PLACE or tokens.word(noun) != "council" or noun in tokens.breaks or end in tokens.breaks:
        return None
    if tokens.word(noun + 1) in _OF_COUNCILS or opens_sentence(here, at) or title_at(here, at):
        return None
    lexicon = here.lexicon
    if any(lexicon.plain.holds(word) or word in lexicon.places.demonyms.longest for word in tokens.words[at:end]):
        return None
    if tokens.words[at] in lexicon.people.given and end - at > 1:
        return None
    return Step(end=noun + 1, candidate=Candidate(first=at, end=noun + 1, kind="organisation"), keeps_role=True)


def _before_title(here: RunView, at: int, end: int) -> int:
    """Where a name ends that somebody's office follows: "Bank of Canada | Governor Tiff Holt"."""
    words = here.tokens.words
    for n in range(at + 2, end - 1):
        if words[n - 1][0].isupper() and words[n] in _OF_HEADS and title_at(here, n):
            return n
    return end


def _is_ordinal(word: str) -> bool:
    """Whether a court's or a regiment's name may begin with this word: "11th U.S. Circuit Court of Appeals"."""
    return word[:1].isdigit() and word.lstrip("0123456789") in ("st", "nd", "rd", "th")


def _titles_person(here: RunView, at: int) -> bool:
    """Whether a title and a given name begin here: "Archbishop Javier del Solar"."""
    lexicon, title = here.lexicon, title_at(here, at)
    named = title > 0 and here.tokens.word(at + title) in lexicon.people.given
    return named and here.tokens.words[at] not in lexicon.organisations.heads


def _heading(here: RunView, at: int, size: int, end: int) -> bool:
    """Whether a heading goes on after a well-known name: "Bank of Japan | Holds Rates"."""
    if size < 2 or not _known_whole(here, at, at + size):
        return False
    named = here.tokens.words[end - 1] in here.lexicon.organisations.suffixes
    return not named and _all_plain(here, at + size, end)


def _all_plain(here: RunView, at: int, end: int) -> bool:
    """Whether these are everyday words all: "Nuclear Power" is no company."""
    words, lexicon = here.tokens.words, here.lexicon
    return all(word in lexicon.ordinary or lexicon.plain.holds(word) for word in words[at:end])


def _goes_on_as_place(here: RunView, end: int) -> bool:
    """Whether the run goes on to be a place: "Cape Merrow Air Force Station"."""
    return end < here.end and ends_place(here.tokens.words, end, here.lexicon.shapes.place_suffixes)


def _known_whole(here: RunView, at: int, end: int) -> bool:
    """Whether these words are a known organisation by themselves, not a common name like "High Court"."""
    match = known_at(here, at)
    if match is None or match[0] < 2 or at + match[0] != end:
        return False
    return any(isinstance(entry, Organisation) and not entry.guarded for entry in match[1])


def take_place_shape(here: RunView, at: int) -> Step | None:
    """A place by the first or the last word of its name: "Mount Ararat", "Jalan Bukit", "Elm Street"."""
    words, shapes = here.tokens.words, here.lexicon.shapes
    if opens_sentence(here, at) or (title_at(here, at) and words[at] not in shapes.place_prefixes):
        return None
    known = known_at(here, at)
    end = at + (known[0] if known else 0)
    if words[at] in shapes.place_prefixes and at + 1 < here.end:
        return _take_prefixed(here, at, end)
    last = next((n for n in range(here.end - 1, at, -1) if ends_place(words, n, shapes.place_suffixes)), at)
    if last > at and title_at(here, last) > 1:
        return None  # "U.S. District Judge Ann Holt"
    if last == at or last + 1 <= end or last - at > _LONGEST_PLACE + 1 or "&" in words[at:last]:
        return None
    if f"{words[last - 1]} {words[last]}" in shapes.no_places or in_marks(here.tokens, at, last + 1):
        return Step(end=last + 1)
    if last == at + 1 and words[at] in here.lexicon.people.given and words[last] in shapes.surnames_too:
        return None
    return Step(end=last + 1, candidate=Candidate(first=at, end=last + 1, kind="place"))


def _take_prefixed(here: RunView, at: int, known_end: int) -> Step:
    words, shapes = here.tokens.words, here.lexicon.shapes
    after = at + 1
    while after + 1 < here.end and (words[after] in shapes.particles or words[after] in ("St.", "St", "San", "Santa")):
        after += 1
    end = after + 1
    if words[at] in shapes.long_prefixes:
        while end < here.end and end - at <= _LONGEST_PLACE and not title_at(here, end):
            end += 1
    else:
        ends = range(min(here.end, end + _LONGEST_PLACE) - 1, end - 1, -1)
        end = next((n + 1 for n in ends if ends_place(words, n, shapes.place_suffixes)), end)
    known = known_at(here, at)
    entries = known[1] if known and known_end >= end else ()
    end = max(end, known_end)
    return Step(end=end, candidate=Candidate(first=at, end=end, kind="place", known=entries))
