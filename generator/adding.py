"""`digest add`: a file, a web address or pasted text into the inbox, and its articles into the record.

An article that the record holds already is told, with its path, and not written again; where all are known, nothing is
written at all. What holds no article does not reach the inbox.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from generator.config import Config
from generator.conversion import extract_articles, load_rules
from generator.exceptions import UnreadableError
from generator.fetch import Fetched, Limits, fetch, is_any, is_public
from generator.files import printable_name, write_whole
from generator.model import Document, Extraction, Form, Problem
from generator.moments import Moment, format_moment
from generator.raw_files import origin_path, read_raw
from generator.read.decoding import decode_declared, decode_text, has_wide_bom
from generator.read.html import is_page
from generator.read.saved_from import note_address
from generator.record.article import make_article
from generator.record.known import Known, Twin
from generator.record.shelf import OUTSIDE, Kept, Placement, Shelf
from generator.record_files import read_texts
from generator.slugs import slugify

PASTED = "-"
"""The source that stands for pasted text."""
_SUFFIXES: dict[Form, str] = {
    "html": ".html", "mhtml": ".mhtml", "mail": ".eml", "markdown": ".md", "feed": ".xml", "nitf": ".xml",
    "newsml": ".xml", "newsml-g2": ".xml", "sgml": ".sgml", "story": ".story", "ninjs": ".json", "table": ".csv",
    "records": ".jsonl",
}  # fmt: skip
_LONGEST_NAME = 60
_FEWEST_WORDS = 8
"""Of what is pasted without headline and text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """One article of what was added: what was read, and its Markdown file, below `docs_dir`."""

    title: str
    source: str | None
    published: Moment | None
    path: str
    known: bool
    """Whether it was there already, by its address or its words."""
    same: bool = True
    """Of a known article: whether its words are the same too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Raw:
    """A source read: its bytes, what to call its file in the inbox (or where it is already), where it was fetched."""

    data: bytes
    name: str | None = None
    inside: bool = False
    url: str | None = None


def describe_added(added: Added) -> str:
    """What was read, on one line: title, source and date, or that they are not stated."""
    published = format_moment(added.published) if added.published else "no date stated"
    return " · ".join((added.title, added.source or "no source stated", published))


def is_address(source: str) -> bool:
    """Whether a source is a web address, not the name of a file."""
    return "://" in source[:20]


def add_source(
    config: Config, source: str, pasted: bytes | None = None, *, allow_private: bool = False
) -> tuple[Added | Problem, ...]:
    """Add a file, a web address, or `-`: what was `pasted`. Its articles, then a problem for each that is none.

    Raises UnreadableError or FetchError when the source cannot be read at all.
    """
    raw = _read(config, source, pasted, allow_private)
    called = source if source != PASTED else "pasted text"
    name = raw.name or printable_name(called)
    extractions = extract_articles(name, raw.data, config.convert, load_rules(config))
    articles = [_with_url(each, raw, len(extractions)) for each in _once(extractions)]
    if source == PASTED:
        _refuse_scrap(articles)
    texts, _ = read_texts(config)
    known = Known(texts)
    twins = [known.find(article.document) for article in articles]
    if None in twins:
        name = _keep(config, raw, articles)
        told = _write(articles, twins, name, raw.data, Shelf(texts, config.convert.articles), config)
    else:
        told = [_tell(article.document, twin) for article, twin in zip(articles, twins, strict=True) if twin]
    return (*told, *(each for each in extractions if isinstance(each, Problem)))


def _refuse_scrap(articles: Sequence[Extraction]) -> None:
    """Raise UnreadableError for a few words with nothing that makes them an article: a slip of the hand."""
    for document in (article.document for article in articles if article.form == "text"):
        body = document.body.strip()
        words = len(f"{document.title or ''} {body}".split())
        if words < _FEWEST_WORDS and not (document.title and body):
            count = "1 word" if words == 1 else f"{words} words"
            raise UnreadableError(f"pasted text: is too short for an article: {count}; paste all of it")


def _once(extractions: Sequence[Extraction | Problem]) -> list[Extraction]:
    """The articles, each once."""
    articles: dict[str | None, Extraction] = {}
    for each in extractions:
        if isinstance(each, Extraction):
            articles.setdefault(each.document.id, each)
    return list(articles.values())


# --- reading ---------------------------------------------------------------------------------------------------------


def _read(config: Config, source: str, pasted: bytes | None, allow_private: bool) -> _Raw:
    limit = config.convert.max_megabytes * 1_000_000
    if source == PASTED:
        if not (pasted or b"").strip():
            raise UnreadableError("pasted text: is empty; paste the article's text, or pipe it in")
        return _Raw(data=pasted or b"")
    if is_address(source):
        fetched = fetch(source, Limits(max_bytes=limit, allows=is_any if allow_private else is_public))
        return _Raw(data=prepare_page(fetched), url=fetched.url)
    file, inbox = Path(source), config.site.docs_dir / config.convert.inbox
    if not file.exists():
        raise UnreadableError(f"{source}: there is no such file; a web address begins with https://")
    name = origin_path(file, inbox)
    inside = not name.startswith(OUTSIDE)
    return _Raw(data=read_raw(file, source, config), name=name if inside else name.removeprefix(OUTSIDE), inside=inside)


def prepare_page(fetched: Fetched) -> bytes:
    """The bytes to keep of what was fetched: readable without the server's words about them.

    A text in a charset that it does not show itself becomes UTF-8. A page is told where it was saved from, as browsers
    do it.
    """
    data = fetched.data
    if has_wide_bom(data):
        data = decode_text(data).encode("utf-8")
    elif fetched.charset and (text := decode_declared(data, fetched.charset)) != decode_text(data):
        data = text.encode("utf-8", "replace")
    if not is_page(decode_text(data[:20_000])):
        return data
    return note_address(data.decode("latin-1"), fetched.url).encode("latin-1")  # bytes as they are, whatever they mean


def _with_url(extraction: Extraction, raw: _Raw, count: int) -> Extraction:
    """A plain text that was fetched stands where it was fetched; pages, feeds and mails say themselves."""
    if extraction.document.url or raw.url is None or count > 1 or extraction.form not in ("text", "markdown"):
        return extraction
    return replace(extraction, document=replace(extraction.document, url=raw.url))


# --- writing ---------------------------------------------------------------------------------------------------------


def _keep(config: Config, raw: _Raw, extractions: list[Extraction]) -> str:
    """Put the bytes into the inbox, unless they are there; the file's name in it."""
    if raw.inside and raw.name:
        return raw.name
    inbox = config.site.docs_dir / config.convert.inbox
    wanted = PurePosixPath((raw.name or "").lstrip(".") or _name_file(raw, extractions))
    number, name = 1, wanted.name
    while (inbox / name).exists() and not _holds(inbox / name, raw.data):
        number += 1
        name = f"{wanted.stem}-{number}{wanted.suffix}"
    if not (inbox / name).exists():
        write_whole(inbox / name, raw.data)
    return name


def _holds(file: Path, data: bytes) -> bool:
    return file.is_file() and file.stat().st_size == len(data) and file.read_bytes() == data


def _name_file(raw: _Raw, extractions: list[Extraction]) -> str:
    """A name after the article's title or first words; after the address for several."""
    first = extractions[0]
    suffix = _SUFFIXES.get(first.form, ".txt")
    if suffix == ".xml" and raw.data.lstrip()[:1] == b"{":
        suffix = ".json"
    if len(extractions) > 1 and raw.url:
        parts = urlsplit(raw.url)
        words = f"{parts.hostname or ''} {unquote(parts.path)}"
    else:
        words = make_article(first.document, "pasted").title
    return slugify(words, _LONGEST_NAME) + suffix


def _write(
    articles: list[Extraction], twins: list[Twin | None], name: str, data: bytes, shelf: Shelf, config: Config
) -> list[Added | Problem]:
    """Write the articles that are new; the shelf is shown all, to tell which of a changed file's is which."""
    documents = [_named(article.document, name) for article in articles]
    decisions, _ = shelf.place(documents, name, hashlib.sha256(data).hexdigest())
    told: list[Added | Problem] = []
    for document, twin, decision in zip(documents, twins, decisions, strict=True):
        if twin is not None:
            told.append(_tell(document, twin))
        elif isinstance(decision, Placement):
            write_whole(config.site.docs_dir / decision.path, decision.text.encode("utf-8"))
            told.append(_tell(decision.document, None, decision.path))
        elif isinstance(decision, Problem):
            told.append(decision)
        elif isinstance(decision, Kept):
            told.append(decision.tell(name))
        else:
            told.append(_tell(document, Twin(path=decision.path, same=False)))
    return told


def _named(document: Document, name: str) -> Document:
    """With the name its raw file has in the inbox."""
    return replace(document, origin=replace(document.origin, path=name)) if document.origin else document


def _tell(document: Document, twin: Twin | None, path: str = "") -> Added:
    path = twin.path if twin else path
    return Added(
        title=make_article(document, path).title,
        source=document.source,
        published=document.published,
        path=path,
        known=twin is not None,
        same=twin.same if twin else True,
    )
