"""The head of an item on an American wire: header line, slug, headline, notes to editors, byline.

    r i BC-Harbour-Mayor 1stLd-Writethru 12-10 0234      header: priority, category, keyword, version, day, words
    BC-Harbour-Mayor, 1st Ld-Writethru,0234              slug
    Mayor resigns                                        headline
    Eds: UPDATES with quotes from council.               note
    By JO REED / Associated Press Writer                 byline

Its lines come in one by one, without the signs they are set with; what they say goes out as `Metadata`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.model import Metadata
from generator.moments import Moment, day_of
from generator.read.wire.byline import WireByline, read_wire_byline
from generator.read.wire.dates import read_sent_line, read_stamp_line
from generator.read.wire.header import keep_extra, label_note, unique, with_byline
from generator.read.wire.text import mend_signs

_HEADER = re.compile(
    r"(?P<priority>[A-Za-z])\s(?P<category>[A-Za-z])\s{0,3}(?P<keyword>\S{2,40})(?:\s+(?P<version>\S[^\n]{0,40}?))?"
    r"(?:\s+[a-z]\d{3,5})?\s+(?P<month>\d\d?)-(?P<day>\d\d?)(?:\s+(?P<words>\d{1,5}))?\s*\Z"
)
_SLUG = re.compile(
    r"(?P<slug>[A-Z]{2}-[^,]{2,80}?)(?:,\s?(?P<version>[^,\d][^,]{1,40}?|\d\w\w [^,]{2,40}?))?"
    r"(?:,\s?[a-z]\d{3,5})?(?:,\s?\d{1,5})?\Z"
)
_BRACKET = re.compile(r"\((?P<version>(?:UPDATE|LEAD|LD|ADD|WRAPUP|URGENT|ADVISORY|CORRECT(?:ED|ION)) ?\d{0,2})\)\Z")
_CYCLE = re.compile(r"\A(?:AM|PM|BC|AP)-+", re.IGNORECASE)
_NOTE = re.compile(
    r"\(?(?:eds?[.:]|editors?[:'’]|(?:with )?(?:ap )?(?:photo|graphic|video)|for use|.{0,40}\bembargo)", re.IGNORECASE
)
_BYLINE = re.compile(
    r"by\s|(?:the )?associated press\Z|united press international\Z"
    r"|[A-Z][\w ]{1,40} (?:(?:staff )?writer|correspondent|reporter|editor)\Z",
    re.IGNORECASE,
)
_URGENT = frozenset("fbu")
# A line that is nothing but a degree of urgency, or says what kind of copy follows.
_MARKS = {
    "URGENT": "URGENT", "BULLETIN": "URGENT", "FLASH": "URGENT", "NEWS ALERT": "URGENT", "APNEWSALERT": "URGENT",
    "ADVISORY": "ADVISORY", "CORRECTIVE": "CORRECTED", "CORRECTION": "CORRECTED",
}  # fmt: skip
_SOURCES = {"AP": "AP", "UPI": "UPI", "NYT": "The New York Times"}


@dataclass(slots=True)
class Head:
    """What the lines of a head say, as they are met."""

    header: re.Match[str] | None = None
    slug: str | None = None
    title: str | None = None
    byline: WireByline = field(default_factory=WireByline)
    notes: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    """Labels that stood on lines of their own."""

    def take(self, shown: str) -> bool:
        """Take a line as what its form tells it to be; False when it tells nothing, and there is a headline."""
        if self.slug is None and _SLUG.match(shown):
            self.slug = shown
        elif mark := _MARKS.get(shown.strip("*= ")):
            self.marks.append(mark)
        elif _NOTE.match(shown):
            self.notes.append(shown)
        elif is_byline(shown):
            self.byline = self.byline if self.byline.authors else read_wire_byline(shown)
        elif self.title is None:
            self.title = mend_signs(shown)
        else:
            return False
        return True

    def make_hints(self, end: str) -> Metadata:
        """What the head says, and the line that the item ends with: `AP-NY-12-10-15 0834EST`."""
        sent = read_sent_line(end) or read_stamp_line(end)
        slug, header = _SLUG.match(self.slug or ""), self.header
        version = (slug["version"] if slug else None) or (header["version"] if header else None)
        if version is None and (match := _BRACKET.search(self.slug or "")):
            version = match["version"]
        note = next((note for note in self.notes if label_note(note)), None)
        urgent = header is not None and header["priority"].lower() in _URGENT
        hints = Metadata(
            title=self.title,
            source=_SOURCES.get(re.split(r"[-\s]", end.strip(), maxsplit=1)[0]) if sent else None,
            published=sent,
            labels=unique((version, "URGENT" if urgent else None, *self.marks, *label_note(note))),
            item=_make_item(slug["slug"] if slug else None, sent),
            version=version,
            extra=keep_extra(slugline=self.slug, ednote=" ".join(self.notes)),
        )
        return with_byline(hints, self.byline)


def read_header_line(line: str) -> re.Match[str] | None:
    """`r i BC-Harbour-Mayor 1stLd-Writethru 12-10 0234`; None for any other line."""
    return _HEADER.match(" ".join(line[:200].split()))


def is_slug(line: str) -> bool:
    """Whether a line has the form of a slug: two capitals, a dash, the subject, commas before what more it says."""
    return _SLUG.match(line) is not None


def is_note(line: str) -> bool:
    """Whether a line is one for editors."""
    return _NOTE.match(line) is not None


def is_byline(line: str) -> bool:
    """Whether a line names the writer, or says what the writer is."""
    return _BYLINE.match(line) is not None


def _make_item(slug: str | None, sent: Moment | None) -> str | None:
    """What the versions of a report share: the slug without its cycle, and the day, because slugs come again."""
    if slug is None or sent is None:
        return None
    return f"{' '.join(_CYCLE.sub('', slug).split())}:{day_of(sent).isoformat()}"
