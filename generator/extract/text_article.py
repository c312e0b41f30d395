"""Pasted text to a document: every word ends in the document, or in the receipt of what was removed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from generator.config import ConvertConfig
from generator.extract.cleaning import Cleaning, load_cleaning, read_section, strip_spans
from generator.extract.head.columnist import find_columnist
from generator.extract.head.contributors import find_sign_off
from generator.extract.head.dateline import (
    PrintedDateline,
    find_colon_dateline,
    find_country_dateline,
    find_dateline,
    find_wire_end,
)
from generator.extract.head.dating import make_dateline, settle_dates
from generator.extract.head.header import Header, read_header
from generator.extract.head.source import is_address, is_agency, is_nobody, is_same_name, is_source, read_copyright
from generator.extract.head.stamp import Stamp
from generator.extract.language import detect_language, detect_other_language
from generator.extract.lines import MOST_LINES, PROSE_WORDS, Line, count_words, split_lines
from generator.extract.paragraphs import write_paragraphs
from generator.extract.receipt import take_end, take_line, take_start
from generator.extract.roles import RoledLine, give_roles
from generator.extract.story.body import read_body
from generator.extract.story.found import Body
from generator.extract.story.gallery import strip_captions_heading
from generator.extract.story.neighbours import settle_neighbours
from generator.extract.story.region import find_brief, find_story
from generator.extract.story.run_on import part_run_on
from generator.extract.wire import join_datelines, mend_quotes, unwrap_lines
from generator.model import Document, Extraction, RawArticle, Removed
from generator.vocabulary.outlets import outlet_words

_SPEAKERS = 12
_OPENING = 4
_CAPTION_WORDS = 30
_SAMPLE_LINES = 40
_HEAD_LINES = 12
_LAST_LINES = 3
_ARTICLES = frozenset(("the", "of", "and"))
_MOST_CODES = 6
_UNSPACED_FROM = "\u3000"
_CODE = re.compile(r"(?:[A-Z]{2,4}(?: [A-Z]{2,4}){0,3}|\d{6,8})\Z")


def extract_text(raw: RawArticle, options: ConvertConfig, cleaning: Cleaning | None = None) -> Extraction:
    """Read a pasted article; without `cleaning`, by the packaged rules."""
    cleaning = cleaning or load_cleaning()
    lines, signed, taken = _take_spans(unwrap_lines(split_lines(raw.text)), cleaning)
    removed = [*taken]
    title, unheaded, spans = strip_captions_heading(lines)
    removed.extend(spans)
    unheaded, spans = _take_wire_end(unheaded)
    removed.extend(spans)
    unheaded = part_run_on(join_datelines(unheaded))
    other = _detect_other(unheaded)
    roled = give_roles(unheaded, cleaning, options.day_first, other)
    if len(roled) <= MOST_LINES:
        roled = settle_neighbours(roled)
    region = find_story(roled) or find_brief(roled)
    header = read_header(roled, region)
    named = next((stamp.authors for stamp in header.stamps if stamp.authors), ())
    body = read_body(roled, header.body, region, header.title, named)
    for text in signed:
        body = body.with_sign_off(text)
    end = body.lines[-1].line.number if body.lines else 0
    run_in = (entry for entry in removed if entry.line >= end)
    if body.copyright is None and (owner := _find_owner((*run_in, *header.removed))):
        body = replace(body, copyright=owner)
    if not (named or body.authors):
        notes = (entry.text for entry in (*removed, *header.removed, *body.removed))
        body = replace(body, authors=find_columnist(notes))
    story = header.kept + body.lines
    dateline, story, dated = _take_dateline(story, stamped=bool(header.stamps))
    named_twice = _find_named_twice(roled, header, body)
    document = _make_document(header, body if not region.dump else replace(body, copyright=None), dateline, named_twice)
    return Extraction(
        document=replace(
            document,
            title=mend_quotes(header.title or title or "") or None,
            deck=mend_quotes(header.deck) if header.deck else None,
            section=_find_section(header),
            body=write_paragraphs(story),
            language=other or detect_language("\n".join(line.line.text for line in story[:40])),
        ),
        removed=tuple(sorted((*removed, *header.removed, *body.removed, *dated), key=lambda entry: entry.line)),
    )


def _take_spans(
    lines: tuple[Line, ...], cleaning: Cleaning
) -> tuple[tuple[Line, ...], tuple[str, ...], tuple[Removed, ...]]:
    """The lines without what is run into their ends; the sign-offs in that, and all of it."""
    if len(lines) > MOST_LINES:
        return lines, (), ()
    kept: list[Line] = []
    signed: list[str] = []
    removed: list[Removed] = []
    for line in lines:
        stripped, spans = strip_spans(line, cleaning)
        removed.extend(spans)
        if (at := find_sign_off(stripped.text)) is not None:
            stripped, span = take_end(stripped, at, "sign-off")
            signed.append(span.text)
            removed.append(span)
        kept.append(stripped)
    return tuple(kept), tuple(signed), tuple(removed)


def _find_owner(removed: Sequence[Removed]) -> str | None:
    """Whose the text is, by a copyright line above the story or run into its last line."""
    notices = (entry.text for entry in removed if entry.rule in ("copyright", "copyright-span"))
    return next((owner for text in notices if (owner := read_copyright(text))), None)


def _detect_other(lines: tuple[Line, ...]) -> str | None:
    """The language of a text that is not English, told by its longer lines: menus hold words of any."""
    texts = (line.text for line in lines if line.text.count(" ") >= PROSE_WORDS or _is_unspaced(line.text))
    return detect_other_language("\n".join(islice(texts, _SAMPLE_LINES)))


def _is_unspaced(text: str) -> bool:
    """Whether a line is a sentence in a script that sets no spaces between words."""
    return text[:1] >= _UNSPACED_FROM and count_words(text) >= PROSE_WORDS


def _take_wire_end(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Removed, ...]]:
    """The lines without the agency's name at a report's end, where its dateline names the same one."""
    datelines = (find_dateline(line.text) for line in lines[:_HEAD_LINES])
    agency = next((dateline.agency for dateline in datelines if dateline is not None), None)
    last = len(lines) - _count_codes(lines) if agency else 0
    for at in range(last - 1, max(0, last - 1 - _LAST_LINES), -1):
        if (end := find_wire_end(lines[at].text, agency or "")) is not None:
            line, span = take_end(lines[at], end, "wire-end")
            codes = tuple(take_line(code, "wire-end") for code in lines[last:])
            return (*lines[:at], line, *lines[at + 1 : last]), (span, *codes)
    return lines, ()


def _count_codes(lines: tuple[Line, ...]) -> int:
    """How many lines below a report are initials, or figures of a time: `ABC`, `05101432`, `NNNN`."""
    codes = 0
    for line in lines[: -_MOST_CODES - 1 : -1]:
        if line.mark or not (_CODE.match(line.text) or line.text == "NNNN"):
            break
        codes += 1
    return codes


def _find_section(header: Header) -> str | None:
    """The part of the paper: said in so many words, or the kicker above the headline."""
    said = next((section for entry in header.removed if (section := read_section(entry.text))), None)
    return said or header.section


def _take_dateline(
    story: tuple[RoledLine, ...], stamped: bool
) -> tuple[PrintedDateline | None, tuple[RoledLine, ...], tuple[Removed, ...]]:
    """The dateline off the first paragraph; `stamped` when a byline or date stands above the story."""
    first = story[0] if story else None
    dateline = find_dateline(first.line.text) if first is not None else None
    if first is not None and dateline is None and not _is_transcript(story):
        dateline = find_colon_dateline(first.line.text) or find_country_dateline(first.line.text)
    at = 0
    if first is not None and dateline is None:
        at, dateline = _find_late_dateline(story)
    if first is None or dateline is None:
        return None, story, ()
    rest, span = take_start(story[at].line, dateline.end, "dateline")
    above = _find_above(story[:at]) if stamped else ()
    taken = tuple(take_line(line.line, "above-dateline") for line in above)
    kept = () if above else story[:at]
    return dateline, (*kept, replace(story[at], line=rest), *story[at + 1 :]), (*taken, span)


def _find_above(lines: tuple[RoledLine, ...]) -> tuple[RoledLine, ...]:
    """The lines between byline and dateline, when all are as short as the words of a picture."""
    return lines if all(line.words <= _CAPTION_WORDS and not line.line.mark for line in lines) else ()


def _find_late_dateline(story: tuple[RoledLine, ...]) -> tuple[int, PrintedDateline | None]:
    """An agency's dateline below an editor's note or the words of a picture."""
    for at, line in enumerate(story[1:_OPENING], start=1):
        dateline = find_dateline(line.line.text) if line.dateline else None
        if dateline is not None and dateline.agency is not None:
            return at, dateline
    return 0, None


def _is_transcript(story: tuple[RoledLine, ...]) -> bool:
    """Whether other paragraphs too begin with a name in capitals and a colon: they tell who speaks."""
    return any(find_colon_dateline(line.line.text) for line in story[1:_SPEAKERS])


def _find_named_twice(lines: tuple[RoledLine, ...], header: Header, body: Body) -> str | None:
    """The outlet whose name alone is the text's first line, or its masthead, and which the copyright line names too.

    Either may be somebody else's on a whole page (a part of the site, the owner of all its sites); both are not.
    """
    mastheads = [name for name in (header.masthead, lines[0].line.text if lines else None) if name]
    name = next((name for name in mastheads if body.copyright and is_same_name(name, body.copyright)), None)
    return body.copyright if name and name.isupper() else name


def _find_agency(source: str, masthead: str | None, stamps: Sequence[Stamp]) -> tuple[str, str | None]:
    """Who published a text, and whose copy it is where a byline names another than the masthead: `By A, Sample Wire`
    below `Velm Courier` is the wire's copy in the Courier."""
    if masthead is not None and is_source(masthead) and _is_other_house(source, masthead) and not is_agency(masthead):
        return (source, None) if is_address(masthead) else (masthead, source)
    named = (stamp.source for stamp in stamps if stamp.authors and stamp.source and is_agency(stamp.source))
    return source, next((name for name in named if _is_other_house(source, name)), None)


def _is_other_house(one: str, other: str) -> bool:
    """Whether two names are of two outlets: not `Sample News` and `Sample Sport`, nor `The Post` and `Post Online`."""
    first, second = ({*name.casefold().split()} - _ARTICLES for name in (one, other))
    return (first & second) <= outlet_words() and not (first <= second or second <= first)


def _make_document(header: Header, body: Body, dateline: PrintedDateline | None, named_twice: str | None) -> Document:
    stamps = (*header.stamps, *body.stamps)
    dates = settle_dates(header.stamps, body.stamps, dateline, body.copyright_line)
    authors = next((stamp.authors for stamp in stamps if stamp.authors), ()) or body.authors
    named = (stamp.source for stamp in stamps if stamp.source and not is_nobody(stamp.source))
    source = next(named, None) or body.source
    if source is not None and is_address(source) and dateline is not None and dateline.agency:
        source = None
    if source is None:
        source = (dateline.agency if dateline is not None else None) or named_twice
    review = [*header.review, *(field for stamp in stamps for field in stamp.weak if stamp.authors == authors)]
    masthead = header.masthead if header.masthead and not is_nobody(header.masthead) else None
    if source is None and (masthead or body.copyright):
        source = masthead or body.copyright
        review.append("source")
    agency = dateline.agency if dateline is not None and source is not None else None
    if source is not None:
        source, named_agency = _find_agency(source, masthead, stamps)
        agency = agency or named_agency
    if dates.weak:
        review.append("published")
    return Document(
        deck=header.deck,
        authors=authors,
        contributors=tuple(
            contributor
            for contributor in dict.fromkeys(
                (*(one for stamp in stamps for one in stamp.contributors), *body.contributors)
            )
            if not (contributor.role == "reporting" and contributor.name in authors)
        ),
        source=source,
        agency=agency if agency is not None and source is not None and not is_same_name(agency, source) else None,
        url=next((stamp.url for stamp in header.stamps if stamp.url), None),
        published=dates.published,
        updated=dates.updated,
        dateline=make_dateline(dateline, stamps, dates),
        photo_credits=tuple(dict.fromkeys((*header.credits, *body.credits))),
        captions=tuple(dict.fromkeys((*header.captions, *body.captions))),
        review=tuple(dict.fromkeys(review)),
    )
