"""The door of `read`: a file's bytes come in, the articles in it go out, not yet understood.

To add a form of input: a module of its own with a `Reader`, and its name in `_READERS`.
"""

from __future__ import annotations

import hashlib

from generator.config import ConvertConfig
from generator.exceptions import UnreadableError
from generator.model import Origin, RawArticle
from generator.read.binaries import recognise_binary
from generator.read.decoding import decode_text, has_wide_bom
from generator.read.exports.factiva import FACTIVA
from generator.read.exports.labelled import LABELLED
from generator.read.exports.nexis import NEXIS
from generator.read.feeds.feed import FEED
from generator.read.feeds.json_feed import JSON_FEED
from generator.read.feeds.opml import OPML
from generator.read.html import HTML
from generator.read.mail.message import MAIL
from generator.read.mail.mhtml import MHTML, WEB_ARCHIVE, is_archive
from generator.read.mail.mime import is_message
from generator.read.markdown import MARKDOWN
from generator.read.source import Reader, Readings, Source
from generator.read.tables.records import RECORDS
from generator.read.tables.table import TABLE
from generator.read.tables.xml_records import XML_RECORDS
from generator.read.text import TEXT
from generator.read.wire.anpa import ANPA
from generator.read.wire.anpa_copy import ANPA_COPY
from generator.read.wire.iptc7901 import IPTC7901
from generator.read.wire.iptc7901_copy import IPTC7901_COPY
from generator.read.wire.newsml import NEWSML
from generator.read.wire.newsml_g2 import NEWSML_G2
from generator.read.wire.ninjs import NINJS
from generator.read.wire.nitf import NITF
from generator.read.wire.notes import leave_out_notes
from generator.read.wire.reuters_sgml import REUTERS_SGML
from generator.read.wire.sgml import SGML
from generator.read.wire.story import STORY
from generator.read.wire.transmission import is_transmission

# The first that recognises a file reads it: forms with a signature of their own first, plain text last.
_READERS: tuple[Reader, ...] = (
    ANPA,
    IPTC7901,
    ANPA_COPY,
    IPTC7901_COPY,
    NITF,
    NEWSML,
    NEWSML_G2,
    REUTERS_SGML,
    SGML,
    NINJS,
    WEB_ARCHIVE,
    MHTML,
    MAIL,
    OPML,
    FEED,
    JSON_FEED,
    RECORDS,
    TABLE,
    FACTIVA,
    NEXIS,
    STORY,
    MARKDOWN,
    XML_RECORDS,
    HTML,
    LABELLED,
    TEXT,
)


def read_source(path: str, data: bytes, options: ConvertConfig) -> Readings:
    """The articles in one file of the inbox; `path` names it in messages and helps to recognise its form.

    Raises UnreadableError when the file holds no article text, and FrontMatterError when its front matter is broken.
    """
    _refuse_unreadable(path, data, options)
    text = decode_text(data)
    if not text.strip():
        raise UnreadableError(f"{path}: is empty; put the article's text in it, or delete it")
    source = Source(
        origin=Origin(path=path, sha256=hashlib.sha256(data).hexdigest()),
        data=data,
        text=text,
        day_first=options.day_first,
        columns=dict(options.columns),
    )
    readings = next(reader for reader in _READERS if reader.recognises(source)).read(source)
    return tuple(leave_out_notes(reading) if isinstance(reading, RawArticle) else reading for reading in readings)


def _refuse_unreadable(path: str, data: bytes, options: ConvertConfig) -> None:
    if len(data) > options.max_megabytes * 1_000_000:
        raise UnreadableError(
            f"{path}: is {len(data) / 1_000_000:.1f} MB, more than convert: max_megabytes ({options.max_megabytes}); "
            "keep only the article's text, or raise that option in mkdocs.yml"
        )
    if not data.strip():
        raise UnreadableError(f"{path}: is empty; put the article's text in it, or delete it")
    holds_parts = is_message(data) or is_archive(data) or is_transmission(data)
    if binary := recognise_binary(data, wide=has_wide_bom(data) or holds_parts):
        what, remedy = binary
        raise UnreadableError(f"{path}: is {what}, not text; {remedy}")
