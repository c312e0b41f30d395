"""The receipt of a page: each block of text that it shows and that is not in the story, with what left it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.extract.cleaning import Cleaning, find_rule
from generator.extract.head.stamp import Stamp
from generator.extract.pages.body import HtmlBody
from generator.extract.pages.facts import PageFacts
from generator.extract.pages.page import fold
from generator.extract.pages.story import Story
from generator.model import Document, Removed
from generator.moments import day_of

_SHINGLE = 5


def write_receipt(
    page: PageFacts, body: HtmlBody, story: Story, document: Document, cleaning: Cleaning
) -> tuple[Removed, ...]:
    """What was taken out of the story's blocks, then what stands elsewhere on the page."""
    taken = (*story.removed, *body.removed)
    told = [fold(text) for text in (*story.texts, *(entry.text for entry in taken))]
    blocks = frozenset((*told, *map(fold, story.parts)))
    shingles = frozenset(_list_shingles(story.text))
    words = Counter(word for text in told for word in text.split())
    authors = frozenset(map(fold, document.authors))
    shown = [(element, text, folded) for element, text in page.blocks if (folded := fold(text))]
    # Blocks that are the story's as they stand come first: a pull quote must not spend a paragraph's words.
    rest = [block for block in shown if block[2] not in blocks or not _spend(words, block[2])]
    left_out = []
    for element, text, folded in rest:
        if folded in blocks or not (_is_within(text, shingles) and _spend(words, folded)):
            rule = _name_said(text, folded, page, document, authors) or body.name_furniture(element)
            rule = rule or _name_furniture(text, cleaning) or "outside-story"
            left_out.append(Removed(line=element.sourceline or 0, text=text, rule=rule))
    return (*taken, *left_out)


def _list_shingles(text: str) -> Iterator[tuple[str, ...]]:
    """All runs of words of a text."""
    words = fold(text).split()
    return (tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1))


def _spend(words: Counter[str], folded: str) -> bool:
    """Take a block's words out of those that are told; False when they were spent: the page shows it once more."""
    needed = Counter(folded.split())
    if any(words[word] < count for word, count in needed.items()):
        return False
    words.subtract(needed)
    return True


def _is_within(text: str, shingles: frozenset[tuple[str, ...]]) -> bool:
    """Whether a block is in the story though in a block of another cut, a dateline or a link at its end apart."""
    found = [shingle in shingles for shingle in _list_shingles(text)]
    return 2 * sum(found) > len(found)


def _name_said(text: str, folded: str, page: PageFacts, document: Document, authors: frozenset[str]) -> str | None:
    """What a block says that is in the front matter: the title, a caption, the date."""
    if known := page.known.get(folded):
        return known
    if (stamp := page.stamps.get(text)) and _is_used(stamp, document):
        return "stamp"
    return "byline" if folded in authors else None


def _name_furniture(text: str, cleaning: Cleaning) -> str | None:
    rule = find_rule(text, cleaning)
    return rule.id if rule else None


def _is_used(stamp: Stamp, document: Document) -> bool:
    """Whether the document says what a stamp says; another article's byline or date on the page says something else."""
    days = {day_of(moment) for moment in (document.published, document.updated) if moment}
    return (
        bool(stamp.authors and set(stamp.authors) <= set(document.authors))
        or any(day_of(moment) in days for moment in (stamp.published, stamp.updated) if moment)
        or (stamp.source is not None and stamp.source == document.source)
        or (stamp.url is not None and stamp.url == document.url)
    )
