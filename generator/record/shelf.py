"""Which documents stand where, and where a converted one goes. Pure: texts in, decisions out; the caller writes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.exceptions import FrontMatterError, UnreadableError
from generator.model import Document, Problem
from generator.record.article import make_article
from generator.record.document import is_edited, read_document, sign, write_document
from generator.record.frontmatter import load_front_matter
from generator.record.location import choose_path


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """A file to write: its path below `docs_dir`, and its text."""

    path: str
    text: str


OUTSIDE = "../"
"""What the origin of a file that was not in the inbox begins with."""
_ORIGIN = re.compile(r"^origin:\n(?:[ ]+.*\n)+", re.MULTILINE)


def _read_origin(text: str, path: str) -> Document:
    """The document; of one that cannot be read (it is told when the article is), its origin alone."""
    try:
        return read_document(text, path)
    except FrontMatterError:
        block = _ORIGIN.search(text)
    try:
        return Document(origin=load_front_matter(block[0], path).origin) if block else Document()
    except FrontMatterError:
        return Document()


class Shelf:
    """The converted documents by the raw files they came from.

    `texts` are the record's files by path; `folder` is where new ones go. What `place` decides is remembered.
    """

    def __init__(self, texts: Mapping[str, str], folder: str) -> None:
        self._folder = folder
        self._texts: dict[str, str] = {}
        self._by_origin: dict[str, list[tuple[str, Document]]] = {}
        self._origin_of: dict[str, str] = {}
        for path, text in texts.items():
            self._remember(path, text)

    def _remember(self, path: str, text: str) -> None:
        self._texts[path] = text
        if "\norigin:" not in text:
            return  # written by hand
        document = _read_origin(text, path)
        if document.origin is not None:
            self._by_origin.setdefault(document.origin.path, []).append((path, document))
            self._origin_of.setdefault(document.origin.sha256, document.origin.path)

    def origin_of(self, sha256: str) -> str | None:
        """The raw file these bytes were converted from, by whatever name it had then."""
        return self._origin_of.get(sha256)

    def place(self, document: Document, name: str) -> Placement | Problem:
        """Decide where the document converted from the raw file `name` goes.

        A changed raw file replaces its Markdown under the id and path it has, unless a person edited that. A file from
        outside the inbox (`../name`) is always an article of its own: two of them may share a name.
        """
        known = None if name.startswith(OUTSIDE) else self._known(document, name)
        if known is None:
            try:
                title = make_article(document, name).title
            except UnreadableError as error:
                return Problem(path=name, message=str(error))
            path = choose_path(document, title, self._folder, self._texts)
        else:
            path, old = known
            if is_edited(self._texts[path], old):
                message = f"{name} changed, but {path} was edited by hand and is kept; delete it to convert anew"
                return Problem(path=name, message=message)
            document = replace(document, id=old.id)
        text = write_document(sign(document))
        self._remember(path, text)
        return Placement(path=path, text=text)

    def _known(self, document: Document, name: str) -> tuple[str, Document] | None:
        known = self._by_origin.get(name, [])
        return next((pair for pair in known if pair[1].id == document.id), known[0] if len(known) == 1 else None)
