"""Which facts later versions changed. In: all articles, chains of versions. Out: Corrections.

A correction is what an editor would call one: the former text was wrong, not overtaken. What overtook it is told too,
as an update. Each version is compared with the one before, sentence by sentence; a fact changed where a number, day,
place or name stands in the place of another (`changes/facts.py`). Then, in this order:

1. A version that says it corrects (label CORRECTED, CLARIFIED or REFILE, a note `(Corrects day in paragraph 3)`, a
   notice in its text or front matter) is a correction; a REFILE only where a fact changed. Every changed fact is named,
   but one: in a version that is also the next update, a toll that rose and a price that moved are the event's. Where
   none is found, the words that became others are named (`imposed`, `proposed`), if they are few.
2. A version without a label is one where it is surely the same article (its raw file changed, or both have one item or
   address), most of the former sentences stand, and a fact is contradicted. What can be told otherwise is no
   contradiction: a rough figure made exact (`at least 9`, `12`), a toll that rose or a price that moved where the text
   has other news or a later stamp, a sentence that says the event went on (`postponed`, `rose`), and a former fact that
   the new text still has elsewhere.
3. Other facts that changed are an update: a toll that rose, and any fact in a version with the label of an update
   (UPDATE 2, LEAD, WRAPUP …), or in one of the same day that is told by its text alone.

Words changed and paragraphs added are a new version and no correction. A notice without a former text is told as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.model import Article, Chain, Change, Claim, Correction, EnrichedArticle, Notice
from generator.moments import Moment, instant
from generator.relate.accounts.words import load_number_words
from generator.relate.changes.alignment import Alignment, align
from generator.relate.changes.facts import FactPair, changed_facts, changed_words, names_agree
from generator.relate.changes.sentences import Fact, Sentence, Text, read_title
from generator.relate.changes.words import load_change_words
from generator.relate.chronology import EPOCH, day_of_article, days_between, moment_of
from generator.relate.facts import differ

MOST_CHANGES = 12
"""Changed facts named of one correction: a text written anew has more, and naming them tells nothing."""
MOST_WORDS = 3
"""Words that became others, named where no fact did: more are a text written anew."""
LEAST_KEPT = 0.5
"""More than this share of the former sentences must stand where no label says that it corrects the report."""

_CORRECTING = frozenset(("CORRECTED", "CLARIFIED"))
_MENDING = _CORRECTING | {"REFILE"}
_UPDATING = frozenset(
    ("UPDATE", "UPDATED", "LEAD", "WRAPUP", "ROUNDUP", "URGENT", "FLASH", "SNAP", "BULLETIN", "ALERT")
)
_NOTE = re.compile(r"\(.{0,160}?\b(?:correct|clarif|fix(?:es|ed)|refil|removes|amends|deletes)", re.IGNORECASE)


def find_corrections(articles: Sequence[EnrichedArticle], chains: Sequence[Chain]) -> tuple[Correction, ...]:
    """The corrections, the newest first; those of unknown moment last."""
    known = {enriched.article.id: enriched for enriched in articles}
    found = [correction for chain in chains for correction in _of_chain(chain, known)]
    chained = {identity for chain in chains for identity in (chain.newest, *chain.older)}
    for enriched in articles:
        if enriched.article.correction and enriched.article.id not in chained:
            found.extend(_of_notices(enriched.article.correction, enriched.article.id))
    return tuple(sorted(found, key=_newest_first))


def _newest_first(correction: Correction) -> tuple[bool, float, str, str, tuple[str, ...]]:
    moment = correction.moment
    seconds = instant(moment or EPOCH).timestamp()
    return moment is None, -seconds, correction.article, correction.older or "", correction.notices


def _of_chain(chain: Chain, known: Mapping[str, EnrichedArticle]) -> Iterator[Correction]:
    versions = [known[identity] for identity in (*chain.older, chain.newest)]
    yield from _of_notices(versions[0].article.correction, chain.newest)
    told = {notice.text for notice in versions[0].article.correction}
    for before, after in pairwise(versions):
        notices = [notice for notice in after.article.correction if notice.text not in told]
        told.update(notice.text for notice in notices)
        if correction := _compare(before, after, notices, chain.newest):
            yield correction


def _of_notices(notices: Sequence[Notice], article: str) -> Iterator[Correction]:
    for notice in notices:
        yield Correction(article=article, older=None, moment=notice.date, changes=(), notices=(notice.text,))


# --- one version and the next ----------------------------------------------------------------------------------------


def _compare(
    before: EnrichedArticle, after: EnrichedArticle, notices: Sequence[Notice], newest: str
) -> Correction | None:
    old, new = before.article, after.article
    mended = _words(new) & _MENDING
    if set(_notes(new)) <= set(_notes(old)):  # else it corrects anew
        mended -= _words(old)
    updated = any(_is_updating(label) for label in new.labels if label not in old.labels)
    says_so = bool(mended or notices)
    found = _changes(before, after, says_so=says_so, updated=updated)
    is_correction = says_so or bool(found.wrong and not updated and _is_surely_one(old, new))
    changes = found.wrong if is_correction else _tell_update(found, old, new, updated=updated)
    if not changes and not (mended & _CORRECTING or notices):
        return None
    notes = [note for note in _notes(new) if note not in _notes(old)]
    moment, is_arrival = _moment(old, new, notices)
    return Correction(
        article=newest,
        older=old.id,
        newer=new.id,
        moment=moment,
        is_arrival=is_arrival,
        is_update=not is_correction,
        changes=changes,
        notices=tuple(dict.fromkeys((*(notice.text for notice in notices), *notes))) if says_so else (),
    )


def _tell_update(found: _Found, old: Article, new: Article, *, updated: bool) -> tuple[Change, ...]:
    """What overtook the former text: reports of one form on two days, which nothing says to be one, tell no update."""
    days = days_between(day_of_article(old), day_of_article(new))
    if not (updated or not days or _is_surely_one(old, new)):
        return ()
    return tuple(
        sorted((change for change in (*found.wrong, *found.overtaken) if not _is_spelling(change)), key=_place)
    )


def _is_spelling(change: Change) -> bool:
    """Whether a name became the same one, spelt otherwise: that is put right, not overtaken."""
    if change.kind not in ("name", "place"):
        return False
    return not differ(change.was.casefold().split(), change.now.casefold().split())


def _place(change: Change) -> tuple[bool, int]:
    return change.before is None, change.before.sentence if change.before else 0


def _words(article: Article) -> frozenset[str]:
    """Its labels without their numbers."""
    return frozenset(_word(label) for label in article.labels)


def _word(label: str) -> str:
    return label.rstrip("0123456789 ").upper()


def _is_updating(label: str) -> bool:
    """Whether a label, or a note in brackets, says that a version tells more."""
    return _word(label) in _UPDATING or (label.startswith("(") and not _NOTE.match(label))


def _notes(article: Article) -> tuple[str, ...]:
    """What its labels say of a correction, without the brackets."""
    return tuple(label.strip("() ") for label in article.labels if _NOTE.match(label))


def _is_surely_one(old: Article, new: Article) -> bool:
    """Whether two versions are one article, told by what its source or we ourselves named so."""
    if old.version_of is not None and old.version_of.article in (new.id, new.version_of and new.version_of.article):
        return True
    return bool((old.item and old.item == new.item) or (old.url and old.url == new.url))


def _moment(old: Article, new: Article, notices: Sequence[Notice]) -> tuple[Moment | None, bool]:
    """When it was corrected: as the notice says, else as the new version is stamped.

    Else when the text was changed here, which is no moment of its source: the second value says so.
    """
    if dates := [notice.date for notice in notices if notice.date is not None]:
        return max(dates, key=instant), False
    if old.version_of is None or new.updated not in (None, old.updated):
        return new.updated or moment_of(new), False
    return old.version_of.until, old.version_of.until is not None


# --- what changed ----------------------------------------------------------------------------------------------------


class _Found(NamedTuple):
    """Changed facts in the order of the former text; last those of the title that the text has not."""

    wrong: tuple[Change, ...] = ()
    overtaken: tuple[Change, ...] = ()
    """Those that another happening may have changed. Of a version that says that it corrects, none is but in an
    update."""


def _changes(before: EnrichedArticle, after: EnrichedArticle, *, says_so: bool, updated: bool) -> _Found:
    was, now = Text(before), Text(after)
    alignment = align(was.words, now.words, frozenset((*load_number_words().words, *load_number_words().scales)))
    if not says_so and alignment.kept <= LEAST_KEPT:
        return _Found()
    news = _has_news(before.article, after.article, alignment)
    pairs = [(was.sentence(one), now.sentence(other)) for one, other in alignment.changed]
    title = (read_title(before), read_title(after))
    if title[0].tokens.low != title[1].tokens.low:
        pairs.append(title)
    wrong: dict[tuple[str, str, str], Change] = {}
    overtaken: dict[tuple[str, str, str], Change] = {}
    for old, new in pairs:
        for one, other in changed_facts(old, new, surely=not says_so):
            if not says_so and _stands_elsewhere(one, now):
                continue
            went_on = (updated or not says_so) and _went_on(one, other, old, new, news=news or updated)
            change = _change((one, other), old, new, before.article, after.article)
            (overtaken if went_on else wrong).setdefault(_sameness(one, other), change)
    if not wrong and says_so and not updated:
        return _Found(_changed_words(pairs, before.article, after.article))
    return _Found(*(tuple(found.values())[:MOST_CHANGES] for found in (wrong, overtaken)))


def _changed_words(pairs: Sequence[tuple[Sentence, Sentence]], before: Article, after: Article) -> tuple[Change, ...]:
    changed = [
        _change(pair, old, new, before, after)
        for old, new in pairs
        if old.place is not None
        for pair in changed_words(old, new)
    ]
    return tuple(changed) if len(changed) <= MOST_WORDS else ()


def _stands_elsewhere(former: Fact, now: Text) -> bool:
    """Whether the new text still has a former fact: its sentence was written anew, or the fact was moved."""
    if former.kind in ("name", "place"):
        return any(names_agree(former.text, name) for name in now.names)
    return re.search(rf"(?<!\w){re.escape(former.text)}(?!\w)", now.article.text, re.IGNORECASE) is not None


def _has_news(old: Article, new: Article, alignment: Alignment) -> bool:
    """Whether the new text tells more than the former, or is stamped later by its source."""
    return bool(alignment.added) or (new.updated is not None and new.updated != old.updated)


def _went_on(one: Fact, other: Fact, old: Sentence, new: Sentence, *, news: bool) -> bool:
    """Whether a fact is another because the event went on, not because it was wrong."""
    words = load_change_words()
    if not words.cues.isdisjoint(set(new.tokens.low) - set(old.tokens.low)):
        return True
    if one.number is None or other.number is None or not news:
        return False
    said = {*new.tokens.low, *old.tokens.low}
    return not words.moving.isdisjoint(said) or (
        other.number.value > one.number.value and not words.rising.isdisjoint(said)
    )


def _sameness(one: Fact, other: Fact) -> tuple[str, str, str]:
    """What is alike in one change wherever it was made: `Smyth`, `Smith` with and without given names."""
    if one.kind in ("name", "place"):
        was, now = (fact.text.casefold().split() for fact in (one, other))
        return (
            "name",
            " ".join(word for word in was if word not in now),
            " ".join(word for word in now if word not in was),
        )
    return one.kind, one.key, other.key


def _change(pair: FactPair, old: Sentence, new: Sentence, before: Article, after: Article) -> Change:
    one, other = pair
    return Change(
        kind=one.kind,
        was=one.text,
        now=other.text,
        before=None if old.place is None else Claim(article=before.id, sentence=old.place),
        after=None if new.place is None else Claim(article=after.id, sentence=new.place),
    )
