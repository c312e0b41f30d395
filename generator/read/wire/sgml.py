"""Wire archives in SGML: `<DOC>` elements one after the other, as TREC and the Linguistic Data Consortium keep them.

    <DOC id="NYT_ENG_20101210.0123" type="story"><HEADLINE>…</HEADLINE><DATELINE>…</DATELINE><TEXT><P>…</P></TEXT></DOC>

No parser of SGML is needed: elements do not nest deeply, ends of paragraphs may be missing, and nothing is declared.
The names of elements are data, in sgml_names.yml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from html import unescape
from importlib import resources

import yaml

from generator.model import Metadata, Problem, RawArticle
from generator.moments import Moment, day_of, is_likely_year
from generator.printed_dates import find_moments
from generator.read.source import Reader, Readings, Source
from generator.read.wire.byline import read_wire_byline
from generator.read.wire.dates import full_year, read_sent_line, read_wire_dateline, read_wire_moment
from generator.read.wire.header import first, make_reading, other_name, present, warn_damaged, with_byline
from generator.read.wire.text import write_paragraphs

_DOC = re.compile(r"<DOC(?P<attributes>\s[^<>]{0,1000})?>", re.IGNORECASE)
_DOC_END = re.compile(r"</DOC\s{0,5}>", re.IGNORECASE)
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][\w.-]{0,40})(?:\s[^<>]{0,1000})?/?>")
# One that is never closed ends where the next begins: a flood of them is gone over once.
_COMMENT = re.compile(r"<!--(?:[^<-]++|-(?!->)|<(?!!--)){0,2000}+-->")
_ATTRIBUTE = re.compile(r"""(\w{1,20})\s{0,3}=\s{0,3}(?:"([^"]{0,200})"|'([^']{0,200})'|([^\s"'>]{1,200}))""")
_NAMED = re.compile(r"&(?:amp;)?([A-Z]{2,6});")
_NUMBER = re.compile(r"(?P<source>[A-Z]{2,6})(?:_[A-Z]{3}_|_)?(?P<figures>(?:19|20)\d{6}|\d{6})(?=[.-]\d)")
_FIGURES = re.compile(r"(\d{1,4})[/-](\d{1,2})[/-](\d{1,4})")
_BYLINE = re.compile(r"@?\s{0,4}by\s", re.IGNORECASE)
_SECTION_FIRST = re.compile(r"\A[A-Z]{2}\s{1,4}\d{1,2} [A-Z]{3} \d{2}\s?/\s?(?:\([^()]{0,60}\)\s?)?")
_LOOK_WITHIN = 20_000
_ADVISORIES = frozenset(("advis", "advisory"))


@dataclass(frozen=True, slots=True)
class _Names:
    fields: Mapping[str, str]
    breaks: frozenset[str]
    characters: Mapping[str, str]
    sources: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class _Doc:
    """A document's fields; the title in parts, because archives send several heads."""

    attributes: Mapping[str, str]
    values: dict[str, list[str]] = field(default_factory=dict)

    def value(self, name: str) -> str | None:
        return present(next((text for text in self.values.get(name, ()) if text.strip()), None))


@cache
def _names() -> _Names:
    text = resources.files("generator.read.wire").joinpath("sgml_names.yml").read_text(encoding="utf-8")
    data = yaml.load(text, Loader=yaml.CSafeLoader)
    return _Names(
        fields={name: ours for ours, names in data["fields"].items() for name in names},
        breaks=frozenset(data["breaks"]),
        characters=dict(data["characters"]),
        sources=tuple((entry["prefix"], entry["name"]) for entry in data["sources"]),
    )


def read_sgml(source: Source) -> Readings:
    """The documents of a file in order."""
    readings: list[RawArticle | Problem] = []
    starts = list(_DOC.finditer(source.text))
    for number, start in enumerate(starts, start=1):
        limit = starts[number].start() if number < len(starts) else len(source.text)
        end = _DOC_END.search(source.text, start.end(), limit)
        doc = _read_doc(source.text[start.end() : end.start() if end else limit], start["attributes"] or "")
        readings.append(_make_reading(source, number, doc))
        if end is None and number == len(starts):
            line = source.text.count("\n", 0, len(source.text.rstrip())) + 1
            readings.append(warn_damaged(source, f"line {line}: the last document has no end"))
    return tuple(readings)


def _read_doc(text: str, attributes: str) -> _Doc:
    found = {match[1].lower(): match[2] or match[3] or match[4] or "" for match in _ATTRIBUTE.finditer(attributes)}
    doc = _Doc(attributes=found)
    for name, content in _split_fields(_COMMENT.sub("", text)):
        doc.values.setdefault(name, []).append(_decode(content))
    return doc


def _split_fields(text: str) -> Iterator[tuple[str, str]]:
    """The contents of the elements that are fields of ours; an inner field ends with its own tag, others stay."""
    names = _names()
    current: tuple[str, str] | None = None
    parts: list[str] = []
    at = 0
    for tag in _TAG.finditer(text):
        name = tag["name"].upper()
        if current is not None:
            parts.append(text[at : tag.start()])
            if name in names.breaks:
                parts.append("\n\n")
        at = tag.end()
        if tag["end"] and current is not None and name == current[0]:
            yield current[1], "".join(parts)
            current, parts = None, []
        elif not tag["end"] and current is None and name in names.fields:
            current = (name, names.fields[name])
        elif not tag["end"] and current is not None and current[1] != "text":
            other = names.fields.get(name)
            if other not in (None, current[1]):  # the end tag is missing
                yield current[1], "".join(parts)
                current, parts = (name, str(other)), []
    if current is not None:
        yield current[1], "".join([*parts, text[at:]])


def _decode(text: str) -> str:
    """Named characters once: those of typesetting systems, then those of SGML."""
    characters = _names().characters
    return unescape(_NAMED.sub(lambda match: characters.get(match[1], match[0]), text))


def _make_reading(source: Source, number: int, doc: _Doc) -> RawArticle | Problem:
    identifier = first(doc.attributes.get("id"), doc.value("item"), doc.attributes.get("docid"))
    named = _NUMBER.match(identifier or "")
    published = _read_published(doc, named, source.day_first)
    title, byline = _read_title(doc)
    name = first(doc.value("source"), _name_source(identifier))
    dateline = read_wire_dateline(doc.value("dateline"), published)
    kind = (doc.attributes.get("type") or "").casefold()
    hints = Metadata(
        title=title,
        source=name,
        agency=other_name(name, dateline.agency),
        dateline=dateline.dateline,
        published=published,
        section=doc.value("section"),
        labels=("ADVISORY",) if kind in _ADVISORIES else (),
        item=identifier,
    )
    text = "\n\n".join(part.strip("\n") for part in doc.values.get("text", ()) if part.strip())
    hints = with_byline(hints, read_wire_byline(doc.value("byline") or byline, (name, dateline.agency)))
    return make_reading(source, "sgml", number, write_paragraphs(text) if text else "", hints)


def _read_title(doc: _Doc) -> tuple[str | None, str | None]:
    """The headline, and the byline that some archives keep below it in the same element."""
    lines = next((text.split("\n") for text in doc.values.get("title", ()) if text.strip()), [])
    lines = [line.strip(" @") for line in lines if line.strip(" @")]
    byline = next(
        (index for index, line in enumerate(lines) if _BYLINE.match(line) or line.startswith("--")), len(lines)
    )
    title = _SECTION_FIRST.sub("", " ".join(" ".join(lines[:byline]).split()))
    return present(title), next((line for line in lines[byline:] if _BYLINE.match(line)), None)


def _name_source(identifier: str | None) -> str | None:
    return next((name for prefix, name in _names().sources if (identifier or "").startswith(prefix)), None)


# --- dates -----------------------------------------------------------------------------------------------------------


def _read_published(doc: _Doc, named: re.Match[str] | None, day_first: bool) -> Moment | None:
    """The date that a field states, with the clock it states; the day of the document's number where none does."""
    known = _read_figures(named["figures"], named["source"]) if named else None
    stated = read_sent_line(doc.value("sent") or "") or _read_date(doc.value("date"), known, day_first)
    return stated or known


def _read_date(text: str | None, known: date | None, day_first: bool) -> Moment | None:
    """A date field. Archives of American wires write the month first: the document's number settles which is which."""
    if text is None:
        return None
    text = text[:200]
    if moment := read_wire_moment(text):
        return moment
    for first_day in (day_first, not day_first):
        found = find_moments(text, first_day)
        if found and (known is None or day_of(found[0].moment) == known):
            return found[0].moment
    if text.strip().isdigit():
        return _read_figures(text.strip(), "")
    match = _FIGURES.search(text)
    return _read_short(match, day_first) if match and known is None else None


def _read_short(match: re.Match[str], day_first: bool) -> date | None:
    """`02/13/87`."""
    one, two, year = int(match[1]), int(match[2]), full_year(int(match[3]))
    day, month = (one, two) if (day_first and two <= 12) or one > 12 else (two, one)
    return _make_day(year, month, day)


def _read_figures(figures: str, source: str) -> date | None:
    """`20101210`, `870213`; the Los Angeles Times numbers its documents with the month first: `010189`."""
    if len(figures) == 8:
        return _make_day(int(figures[:4]), int(figures[4:6]), int(figures[6:]))
    if len(figures) != 6:
        return None
    if source == "LA":
        figures = figures[4:] + figures[:4]
    return _make_day(full_year(int(figures[:2])), int(figures[2:4]), int(figures[4:]))


def _make_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if is_likely_year(year) else None
    except ValueError:
        return None


def is_sgml(source: Source) -> bool:
    """Whether a file begins with a `DOC` element that holds elements of such archives."""
    head = source.text[:_LOOK_WITHIN]
    start = _DOC.search(head)
    if start is None or not _is_preamble(head[: start.start()]):
        return False
    names = {tag["name"].upper() for tag in _TAG.finditer(head, start.end())}
    return bool(names & {"TEXT", "DOCNO", "DOCID"})


def _is_preamble(text: str) -> bool:
    """Whether nothing but declarations, comments and a root element stands in a text."""
    return not _TAG.sub("", re.sub(r"<[!?][^<>]{0,2000}>", "", _COMMENT.sub("", text))).strip()


SGML = Reader("sgml", is_sgml, read_sgml)
