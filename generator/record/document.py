"""One Markdown file: text to `Document` and back, exactly."""

from __future__ import annotations

import hashlib
import re
from dataclasses import fields, replace

from generator.model import Document, Metadata
from generator.record.frontmatter import dump_front_matter, load_front_matter, split_front_matter

_FIELDS = tuple(f.name for f in fields(Metadata))
_WRITTEN = re.compile(r"^  written: '?(?P<mark>[0-9a-f]{16})'?\n", re.MULTILINE)


def read_document(text: str, path: str) -> Document:
    """Front matter and body of a Markdown file; `path` is for messages. Raises FrontMatterError."""
    block, body = split_front_matter(text, path)
    metadata = load_front_matter(block, path) if block is not None else Metadata()
    return make_document(metadata, body.replace("\r\n", "\n").strip("\n"))


def make_document(metadata: Metadata, body: str) -> Document:
    """A document of the metadata and a body without blank lines around it."""
    return Document(**{name: getattr(metadata, name) for name in _FIELDS}, body=body)


def write_document(document: Document) -> str:
    """The text of the file."""
    return f"---\n{dump_front_matter(document)}---\n\n{document.body}\n"


def sign(document: Document) -> Document:
    """The document with the fingerprint of its own text in its origin, so that a later edit shows."""
    if document.origin is None:
        return document
    bare = replace(document, origin=replace(document.origin, written=None))
    return replace(document, origin=replace(document.origin, written=_fingerprint(write_document(bare))))


def is_edited(text: str) -> bool:
    """Whether a file's text is no longer what conversion wrote.

    Told by the text alone, not by writing its values anew: a later release may write the same values otherwise, and
    must not take its own files for a person's.
    """
    match = _WRITTEN.search(text)
    return match is None or _fingerprint(text[: match.start()] + text[match.end() :]) != match["mark"]


def _fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
