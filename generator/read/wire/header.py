"""What the headers of wire formats have in common, whatever their syntax: status, urgency, notes, subjects, summaries.

Values of a header come in as written; our words for them go out, to be put together as `Metadata` by a format's reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from html import unescape
from typing import Any

from generator.model import Form, Metadata, Problem, RawArticle
from generator.moments import Moment
from generator.read.source import Source
from generator.read.wire.byline import WireByline
from generator.vocabulary.mediatopics import load_media_topics

# Publishing status: `stat:canceled` (NewsML-G2, ninjs), `Canceled` (NewsML 1.2), `canceled` (NITF 3.1), and variants.
_KILLED = frozenset("canceled cancelled killed withdrawn deleted retracted annulled".split())
_WITHHELD = frozenset("withheld embargoed".split())
_MOST_URGENT = frozenset("12")
# Words that agencies send in place of a value they do not have.
_NOTHING = frozenset(("no-data-available", "none", "n/a", "null", "-", "unknown", "undefined"))
# What a note to editors says was done to the story: `Eds: Adds full-year results.`
_CHANGE = re.compile(
    r"(?:\(?\s*eds?[.:]+\s*)?(?P<change>(?:adds|updates|updating|corrects|correcting|recasts|clarifies|removes|fixes|restores|amends"
    r"|refiles|repeats|changes)\s[^.;<>()]{3,160})",
    re.IGNORECASE,
)
_CORRECTS = re.compile(r"correct|fixes|amends", re.IGNORECASE)
_VERSION = re.compile(
    r",\s?(?P<version>(?:\d{1,2}(?:st|nd|rd|th) )?(?:Ld|Lead|Add|Sub)(?:-?Writethru)?"
    r"|Writethru|Urgent|Advisory|Corrective)\b",
    re.IGNORECASE,
)
_HEADING = re.compile(r"\s*(?:<div>\s*){0,9}<h[2-4]>([^<>]{3,300})</h[2-4]>")
_PHOTO = re.compile(
    r"(?:(?:photo(?:graph)?s?|pictures?|images?|foto|credit)\s?(?:by|credit|von|de)?\s?:?\s)?(?P<name>.{2,150}?)"
    r"(?:,\s(?:available|courtesy|via|cc|http).{0,300})?\Z",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"<[^<>]{0,2000}>|&[#\w]{1,12};")
_WORDS = re.compile(r"\w+")
# Names that share a credit; a hyphen is part of a name.
_JOINED = re.compile(r"\s*[–—/]\s*")
_LEAST_DECK, _MOST_DECK = 5, 100
_SENTENCE_WORDS = 8


def present(value: str | None) -> str | None:
    """A value on one line; None for the words that say that there is none."""
    text = " ".join((value or "").split())
    return text if text and text.casefold() not in _NOTHING else None


def first(*values: str | None) -> str | None:
    """The first value that says something."""
    return next((text for value in values if (text := present(value))), None)


def label_status(status: str | None, embargo: Moment | None = None) -> tuple[str, ...]:
    """`KILL` for an item that is not to be published; one held back until a moment is stated is embargoed instead."""
    word = (status or "").rpartition(":")[2].strip().casefold()
    if word in _KILLED:
        return ("KILL",)
    if word in _WITHHELD and embargo is None:
        return ("EMBARGO",) if word == "embargoed" else ("KILL",)
    return ()


def label_urgency(urgency: str | None) -> tuple[str, ...]:
    """`URGENT` for the two highest of the degrees that IPTC formats and their priorities have."""
    return ("URGENT",) if (urgency or "").strip() in _MOST_URGENT else ()


def label_note(note: str | None) -> tuple[str, ...]:
    """What a note to editors says was changed: `(Adds full-year results)`."""
    match = _CHANGE.match((note or "").strip())
    if match is None:
        return ()
    label = f"({match['change'].strip()})"
    return ("CORRECTED", label) if _CORRECTS.match(match["change"]) else (label,)


def label_slugline(slugline: str | None) -> tuple[str, ...]:
    """The version that a slug of American wires ends with: `BC-US--Harbour, 1st Ld-Writethru`."""
    match = _VERSION.search((slugline or "")[-200:])
    return (match["version"],) if match else ()


def known_topics(qcodes: Iterable[str | None]) -> tuple[str, ...]:
    """The IPTC Media Topics among codes, each once; older subject codes are another vocabulary."""
    known = load_media_topics()
    return tuple(dict.fromkeys(code for code in qcodes if code and code in known))


def read_standfirst(text: str | None, title: str | None, html: str) -> str | None:
    """A summary, where it is a sentence or two of its own: no slug, and not the headline or the beginning again."""
    shown = present(text)
    words = _fold(shown)
    if shown is None or not _LEAST_DECK <= len(words) <= _MOST_DECK:
        return None
    if len(words) < _SENTENCE_WORDS and shown[-1:] not in ".!?…”\"'»":
        return None
    opening = _fold(_ENTITY.sub(" ", html[: 4 * len(shown) + 2000]))
    lead = words[:-1] if shown.endswith(("...", "…")) else words
    return None if words == _fold(title) or _holds(opening[: len(words) + 20], lead) else shown


def read_first_heading(html: str) -> str | None:
    """The heading that a text begins with."""
    match = _HEADING.match(html)
    return present(unescape(match[1])) if match else None


def _fold(text: str | None) -> list[str]:
    return [word.casefold() for word in _WORDS.findall(text or "")]


def _holds(words: list[str], part: list[str]) -> bool:
    return any(words[at : at + len(part)] == part for at in range(max(0, len(words) - len(part)) + 1))


def read_credit(line: str | None) -> tuple[str | None, str | None]:
    """Source and agency of a credit line: `STT–AFP` is STT's, with AFP's copy; `dpa` is one name."""
    names = [name for part in _JOINED.split(present(line) or "") if (name := present(part))]
    return (names[0] if names else None), (names[1] if len(names) > 1 else None)


def other_name(source: str | None, *named: str | None) -> str | None:
    """The first organisation that is another than the source: initials stand for the name they are made of."""
    return next((name for name in named if name and source and not _is_same(source, name)), None)


def _is_same(one: str, other: str) -> bool:
    names = (" ".join(re.sub(r"\bthe\b|\.", " ", name.casefold()).split()) for name in (one, other))
    short, long = sorted(names, key=len)
    return short in long.split() or short == long or short == "".join(word[0] for word in long.split())


def read_photo_credit(line: str | None) -> str | None:
    """Whose picture it is, without the words that say that it is one and where it is kept."""
    match = _PHOTO.match(present(line) or "")
    return match["name"].strip() if match else None


def keep_extra(**values: str | None) -> Mapping[str, Any]:
    """What a header says besides, under its own name."""
    return {name: text for name, value in values.items() if (text := present(value))}


def unique(values: Iterable[str | None]) -> tuple[str, ...]:
    """Each value once, in order."""
    return tuple(dict.fromkeys(value for value in values if value))


def with_byline(hints: Metadata, byline: WireByline) -> Metadata:
    """The hints with a byline's people; an organisation it names is the source, or the agency where that is another."""
    named = byline.organisation
    if named and hints.source is None:
        hints = replace(hints, source=named)
    elif hints.agency is None and (other := other_name(hints.source, named)):
        hints = replace(hints, agency=other)
    return replace(hints, authors=hints.authors or byline.authors)


def name_item(source: Source, number: int, title: str | None) -> str:
    """How a message names an item of a file."""
    shown = " ".join((title or "").split())
    shown = f"{shown[:80]}…" if len(shown) > 81 else shown
    return f"{source.path}: item {number}" + (f" “{shown}”" if shown else "")


def make_reading(
    source: Source, form: Form, number: int, html: str, hints: Metadata, fallback: Metadata | None = None
) -> RawArticle | Problem:
    """An item with a text as an article; one that is a headline alone as a problem."""
    if html:
        return RawArticle(
            origin=source.origin,
            form=form,
            markup="fragment",
            text=html,
            hints=hints,
            fallback=fallback or Metadata(),
        )
    what = "holds a headline only" if hints.title else "holds no text"
    message = f"{name_item(source, number, hints.title)}: {what}; add the article's text to it, or delete it"
    return Problem(path=source.path, message=message)


def warn_damaged(source: Source, fault: str) -> Problem:
    """A file that was read though it is damaged: what stood behind the fault may be missing."""
    message = f"{source.path}: is damaged at {fault}; it was read as far as possible: compare its end, or get it anew"
    return Problem(path=source.path, message=message)
