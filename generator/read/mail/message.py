"""E-mail: a mail, a newsletter, a forwarded article, or a mailbox of them (mbox).

A mail is one article, however many items a newsletter has: their headings and links stay. What is attached as a text,
a page or a mail is an article of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.exceptions import UnreadableError
from generator.model import Metadata, Origin, Problem, RawArticle, Removed
from generator.read.decoding import has_wide_bom
from generator.read.mail.form import read_form
from generator.read.mail.headers import clean_address, is_bulk, is_passed_on, read_hints, read_passed_on
from generator.read.mail.mime import (
    Part,
    header_names,
    is_attachment,
    parse_message,
    part_bytes,
    part_name,
    part_text,
    read_header,
    read_parameter,
    walk_parts,
)
from generator.read.mail.newsletter import read_newsletter
from generator.read.mail.plain_text import read_plain, unwrap_flowed
from generator.read.source import Reader, Readings, Source

_WRITTEN = frozenset(("from", "subject", "date", "sent", "to"))
_TRANSPORT = frozenset(
    ("received", "return-path", "delivered-to", "mime-version", "message-id", "x-received", "dkim-signature")
)
_MBOX = re.compile(rb"(?:\A\s{0,1000}|\n\r?\n)From \S[^\r\n]{0,300}\r?\n(?=[A-Za-z-]{1,70}:)")
_ESCAPED = re.compile(rb"^>(?=>{0,20}From )", re.MULTILINE)
# What only laid-out mails have; without any of it, the plain text says as much.
_LAYOUT = re.compile(r"<(?:table|h[1-4]|img|ul|ol)\b", re.IGNORECASE)
_TAG = re.compile(r"<(?:p|br|div|h[1-6]|ul|ol)\b[^<>]{0,200}>", re.IGNORECASE)
_MARKED = re.compile(r"<[^<>]{0,2000}>")
_IGNORED = re.compile(
    r"(?:image|audio|video|font)/|text/(?:calendar|css|x-vcard|vcard|directory|x-amp-html|rfc822-headers)\Z"
    r"|application/(?:ics|pkcs7-|x-pkcs7-|pgp-)|message/(?:delivery-status|external-body|disposition)"
)
_PAGE_NAMES = (".html", ".htm", ".xhtml")
_TEXT_NAMES = (".txt", ".text", ".md", ".markdown")
_DEEPEST = 8
_MOST_MAILS = 2_000
_LONGEST_PLACE = 500
# A mail with less text than this that brings articles is a covering note.
_NOTE = 60


def is_mail(source: Source) -> bool:
    """Whether a file begins with the header of a mail: a line of a mail server, or what a mail program writes."""
    names = header_names(source.text)
    written = len(names & _WRITTEN)
    return written >= 3 or (written >= 1 and bool(names & _TRANSPORT))


def read_mail(source: Source) -> Readings:
    """The articles of every mail in the file. Raises UnreadableError when a lone mail holds none."""
    data = source.text.encode("utf-8") if has_wide_bom(source.data) else source.data
    mails = split_mailbox(data)
    readings: list[RawArticle | Problem] = []
    if len(mails) > _MOST_MAILS:
        rest = f"{source.path}: {len(mails) - _MOST_MAILS} of its {len(mails)} mails are not read; split the mailbox"
        readings.append(Problem(path=source.path, message=rest))
    for number, mail in enumerate(mails[:_MOST_MAILS], 1):
        where = f"{source.path}, mail {number}" if len(mails) > 1 else source.path
        try:
            readings.extend(_read_message(parse_message(mail, where), _Place(source.origin, where, source.day_first)))
        except UnreadableError as error:
            if len(mails) == 1:
                raise
            readings.append(Problem(path=source.path, message=str(error)))
    return tuple(readings)


def split_mailbox(data: bytes) -> tuple[bytes, ...]:
    """The mails of a mailbox in mbox form; a file that is a mail itself as it is."""
    starts = list(_MBOX.finditer(data))
    if not starts or data[: starts[0].start()].strip():
        return (data,)
    ends = [*(match.start() for match in starts[1:]), len(data)]
    return tuple(
        _ESCAPED.sub(b"", data[match.end() : end].lstrip(b"\r\n")) for match, end in zip(starts, ends, strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a mail stands: in which file, what to call it in messages; and how its dates are read."""

    origin: Origin
    name: str
    day_first: bool
    depth: int = 0
    """In how many other mails it is enclosed."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """A mail's own text, twice where it comes in both forms, and what comes with it."""

    plain: Sequence[Part]
    pages: Sequence[Part]
    attached: Sequence[Part]


def _read_message(message: Part, place: _Place) -> list[RawArticle | Problem]:
    parts = _sort_parts(message)
    own = _read_own(message, parts, place)
    attached = [reading for part in parts.attached for reading in _read_attached(part, place)]
    articles = [reading for reading in attached if isinstance(reading, RawArticle)]
    if own is None or (articles and len(own.text.split()) < _NOTE):
        note = (*own.removed, *_as_removed(own.text)) if own else ()
        if not articles:
            problems = "; ".join(reading.message for reading in attached if isinstance(reading, Problem))
            raise UnreadableError(
                f"{place.name}: the mail has no text of its own" + (f" ({problems})" if problems else "; delete it")
            )
        at = attached.index(articles[0])
        attached[at] = replace(articles[0], removed=(*note, *articles[0].removed))
        return attached
    return [own, *attached]


def _as_removed(text: str) -> tuple[Removed, ...]:
    return tuple(
        Removed(line=0, text=line.strip(), rule="mail-note")
        for line in _MARKED.sub("\n", text).split("\n")
        if line.strip()
    )


def _sort_parts(message: Part) -> _Parts:
    plain, pages, attached = [], [], []
    for part in walk_parts(message):
        if part is not message and is_attachment(part):
            attached.append(part)
        elif part.kind == "text/html":
            pages.append(part)
        elif part.kind in ("text/plain", "text/enriched") or part.kind.startswith("multipart/"):
            plain.append(part)
        else:
            attached.append(part)
    return _Parts(plain, pages, attached)


# --- the mail's own text ---------------------------------------------------------------------------------------------


def _read_own(message: Part, parts: _Parts, place: _Place) -> RawArticle | None:
    """The article a mail is; None when it has no text of its own."""
    forwarded = is_passed_on(read_header(message, "subject"))
    plain = "\n\n".join(_plain_text(part) for part in parts.plain)
    page = max((part_text(part) for part in parts.pages), key=len, default="")
    laid_out = is_bulk(message) or _LAYOUT.search(page) is not None
    body = read_newsletter(page, forwarded) if page and (laid_out or not _says_as_much(plain, page)) else None
    markup = "fragment"
    if body is None or not _words(body.text):
        if not plain.strip() and not page:
            return None
        body, markup = read_plain(plain or _MARKED.sub(" ", page), forwarded), "text"
    if not body.text.strip():
        return None
    sure, fallback = read_hints(message, place.day_first)
    if body.fields:
        inner, fallback = read_passed_on(body.fields, place.day_first)
        sure = replace(inner, title=inner.title or sure.title, url=sure.url)
    sure = replace(sure, url=sure.url or clean_address(body.url))
    raw = RawArticle(
        origin=place.origin,
        form="mail",
        markup="fragment" if markup == "fragment" else "text",
        text=body.text,
        hints=sure,
        fallback=fallback,
        removed=body.removed,
    )
    return _with_title(_with_form(raw)) if raw.markup == "text" else raw


def _plain_text(part: Part) -> str:
    text = part_text(part)
    if (read_parameter(part, "format") or "").lower() == "flowed":
        return unwrap_flowed(text, (read_parameter(part, "delsp") or "").lower() == "yes")
    return text


def _words(markup: str) -> int:
    return len(_MARKED.sub(" ", markup).split())


def _says_as_much(plain: str, page: str) -> bool:
    """Whether the plain text of a mail is all of it; programs send a stub to those that show no HTML."""
    return len(plain.split()) >= 0.6 * _words(page)


def _with_form(raw: RawArticle) -> RawArticle:
    """A form is read as what its fields say; the mail that brought it comes after that."""
    form = read_form(raw.text)
    if form is None:
        return raw
    said = {name: value for name in _FORM_FIELDS if (value := getattr(form.hints, name))}
    return replace(
        raw,
        markup="fragment" if _TAG.search(form.text[:5000]) else "text",
        text=form.text,
        hints=replace(raw.hints, **said),
        removed=(*raw.removed, *form.removed),
    )


def _with_title(raw: RawArticle) -> RawArticle:
    """The subject above a text that does not begin with it: where its story begins is then plain to see."""
    title = raw.hints.title
    first = " ".join(raw.text.lstrip().partition("\n")[0].split())
    if raw.markup != "text" or not title or first.casefold() == title.casefold():
        return raw
    return replace(raw, text=f"{title}\n\n{raw.text}")


_FORM_FIELDS = ("title", "deck", "authors", "dateline", "section", "source", "url")


# --- what comes with it ----------------------------------------------------------------------------------------------


def _read_attached(part: Part, place: _Place) -> list[RawArticle | Problem]:
    """An attached text, page or mail as an article; a problem for what is none of these and no picture."""
    kind, name = part.kind, part_name(part) or ""
    where = replace(place, name=f"{place.name[:_LONGEST_PLACE]}, attached {name or kind}", depth=place.depth + 1)
    if kind == "message/rfc822" or name.lower().endswith(".eml"):
        return _read_enclosed(part, where)
    if kind in ("text/html", "application/xhtml+xml") or name.lower().endswith(_PAGE_NAMES):
        return _attached_article(part, "html", place)
    if kind in ("text/plain", "text/markdown") or name.lower().endswith(_TEXT_NAMES):
        return _attached_article(part, "markdown" if name.lower().endswith((".md", ".markdown")) else "text", place)
    if _IGNORED.match(kind) or kind.startswith("multipart/"):
        return []
    remedy = "is not read; save it into the inbox by itself if it holds an article"
    return [Problem(path=place.origin.path, message=f"{where.name}: {remedy}")]


def _read_enclosed(part: Part, place: _Place) -> list[RawArticle | Problem]:
    """A mail within the mail."""
    data = part_bytes(part)
    if not data.strip():
        return []
    try:
        if place.depth > _DEEPEST:
            raise UnreadableError(f"{place.name}: is enclosed in too many other mails; save it by itself")
        return _read_message(parse_message(data, place.name), place)
    except UnreadableError as error:
        return [Problem(path=place.origin.path, message=str(error))]


def _attached_article(part: Part, markup: str, place: _Place) -> list[RawArticle | Problem]:
    text = part_text(part)
    if not text.strip():
        return []
    return [
        RawArticle(
            origin=place.origin,
            form="mail",
            markup="html" if markup == "html" else "markdown" if markup == "markdown" else "text",
            text=text,
            hints=Metadata(),
        )
    ]


MAIL = Reader("mail", is_mail, read_mail)
