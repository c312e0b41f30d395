"""Which documents stand where, and where converted ones go. Pure: texts in, decisions out; the caller writes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from generator.exceptions import FrontMatterError, UnreadableError
from generator.model import Document, Problem
from generator.moments import instant
from generator.record.article import make_article
from generator.record.document import is_edited, read_document, sign, write_document
from generator.record.former import choose_former_path, is_same_text, make_former
from generator.record.frontmatter import load_front_matter
from generator.record.location import choose_path

OUTSIDE = "../"
"""What the origin of a file that was not in the inbox begins with."""
_ORIGIN = re.compile(r"^origin:\n(?:[ ]+.*\n)+", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """A file with the former text of an article; `text` is None where it goes, for the article has that text again."""

    path: str
    text: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """A document and the file it goes to, below `docs_dir`; `before` is what stands there, None when it is new."""

    path: str
    document: Document
    text: str
    before: Document | None = None
    changed: bool = True
    """Whether the file's text is another than it was."""
    former: Former | None = None
    """What becomes of the text that stood there, where its raw file changed and the text is another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A file that a person edited: it stays. `same`: of its raw file, other articles changed."""

    path: str
    same: bool

    def tell(self, name: str) -> Problem:
        """What to say when its raw file `name` has changed."""
        edited = f"{self.path} was edited by hand and is kept; delete it to convert anew"
        return Problem(path=name, message=f"{name} changed, but {edited}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An entry that another raw file gave already, and as new: an older download of a feed holds most of the next."""

    path: str


Decision: TypeAlias = Placement | Kept | Held | Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    path: str
    document: Document


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

    `texts` are the record's files by path; `folder` is where new ones go; `moment` is when a text takes the place of
    another. What `place` decides is remembered.
    """

    def __init__(self, texts: Mapping[str, str], folder: str, moment: datetime | None = None) -> None:
        self._folder = folder
        self._moment = moment
        self._texts = dict(texts)
        self._by_origin: dict[str, list[_Known]] = {}
        self._by_bytes: dict[str, list[_Known]] = {}
        self._by_id: dict[str, _Known] = {}
        self._former: dict[str, list[_Known]] = {}
        for path, text in texts.items():
            if "\norigin:" in text:  # else written by hand
                self._remember(_Known(path=path, document=_read_origin(text, path)))
            elif "\nversion_of:" in text:
                self._remember_former(_Known(path=path, document=_read_origin(text, path)))

    def _remember_former(self, known: _Known) -> None:
        if (of := known.document.version_of) is not None:
            kept = self._former.setdefault(of.article, [])
            kept.append(known)
            kept.sort(key=_number)

    def _remember(self, known: _Known) -> None:
        if known.document.origin is not None:
            self._by_origin.setdefault(known.document.origin.path, []).append(known)
            self._by_bytes.setdefault(known.document.origin.sha256, []).append(known)
            if known.document.id is not None:
                self._by_id[known.document.id] = known

    def _forget(self, known: _Known) -> None:
        if known.document.origin is not None:
            self._by_origin[known.document.origin.path].remove(known)
            self._by_bytes[known.document.origin.sha256].remove(known)

    def origin_of(self, sha256: str) -> str | None:
        """The raw file these bytes were converted from, by whatever name it had then."""
        known = self._by_bytes.get(sha256)
        return known[0].document.origin.path if known and known[0].document.origin else None

    def origins(self) -> tuple[tuple[str, str], ...]:
        """Raw file and hash of its bytes for each converted document."""
        listed = (known.document.origin for group in self._by_origin.values() for known in group)
        return tuple((origin.path, origin.sha256) for origin in listed if origin is not None)

    def place(
        self, documents: Sequence[Document], name: str, sha256: str
    ) -> tuple[tuple[Decision, ...], tuple[str, ...]]:
        """Decide where the documents converted from the raw file `name` go, each in its turn; and what is left.

        A document that was converted before replaces its Markdown under the id and path it has, unless a person edited
        that. One that another raw file gave, with the same id, is replaced by a later version only. A file from outside
        the inbox (`../name`) is known by its bytes only: two of them may share a name. What is left are the paths of
        documents that the raw file no longer holds; they stay.
        """
        known = self._known(name, sha256)
        pairs = _match(documents, known)
        decisions = tuple(
            self._place_met(document, name) if old is None else self._replace(document, old, several=len(known) > 1)
            for document, old in zip(documents, pairs, strict=True)
        )
        taken = {old.path for old in pairs if old is not None}
        return decisions, tuple(old.path for old in known if old.path not in taken)

    def holds(self, entries: Sequence[Document], name: str, sha256: str) -> bool:
        """Whether `place` would find each of these documents held already, by what other raw files gave.

        Of the documents no more is looked at than id and dates.
        """
        return not self._known(name, sha256) and all(self._holder(entry) is not None for entry in entries)

    def _holder(self, document: Document) -> _Known | None:
        """What another raw file gave already, and as new."""
        old = self._by_id.get(document.id or "")
        return None if old is None or _is_later(document, old.document) else old

    def _known(self, name: str, sha256: str) -> list[_Known]:
        """The documents of a raw file: by its name, or by its bytes when it was renamed."""
        named = [] if name.startswith(OUTSIDE) else self._by_origin.get(name, [])
        return list(named or self._by_bytes.get(sha256, []))

    def _place_met(self, document: Document, name: str) -> Decision:
        """Place what this raw file did not give before; another may have."""
        if holder := self._holder(document):
            return Held(path=holder.path)
        old = self._by_id.get(document.id or "")
        return self._place_new(document, name) if old is None else self._replace(document, old, several=True)

    def _place_new(self, document: Document, name: str) -> Decision:
        try:
            title = make_article(document, name).title
        except UnreadableError as error:
            return Problem(path=name, message=str(error))
        return self._put(document, choose_path(document, title, self._folder, self._texts), None)

    def _replace(self, document: Document, old: _Known, *, several: bool) -> Decision:
        document = replace(document, id=old.document.id)
        if is_edited(self._texts[old.path]):
            return Kept(path=old.path, same=several and _comes_out_as_before(document, old.document))
        self._forget(old)
        return self._put(document, old.path, old.document, self._keep_former(document, old))

    def _keep_former(self, document: Document, old: _Known) -> Former | None:
        """Keep the text that `document` takes the place of, or take back the one it restores.

        Texts of one and the same raw file differ by our rules alone, and no reader was told otherwise by its source.
        """
        was, now, identity = old.document.origin, document.origin, old.document.id
        if was is None or now is None or identity is None or was.sha256 == now.sha256:
            return None
        if is_same_text(old.document, document):
            return None
        kept = self._former.setdefault(identity, [])
        if kept and is_same_text(kept[-1].document, document):
            last = kept.pop()
            del self._texts[last.path]
            return Former(path=last.path, text=None)
        if kept and is_same_text(kept[-1].document, old.document):  # a conversion was broken off
            return Former(path=kept[-1].path, text=self._texts[kept[-1].path])
        first = _number(kept[-1]) + 1 if kept else 1
        path, number = choose_former_path(old.path, first, self._texts)
        former = make_former(old.document, number, self._moment)
        self._texts[path] = write_document(former)
        kept.append(_Known(path=path, document=former))
        return Former(path=path, text=self._texts[path])

    def _put(self, document: Document, path: str, before: Document | None, former: Former | None = None) -> Placement:
        document = sign(document)
        text = write_document(document)
        changed = self._texts.get(path) != text
        self._texts[path] = text
        self._remember(_Known(path=path, document=document))
        return Placement(path=path, document=document, text=text, before=before, changed=changed, former=former)


def _number(known: _Known) -> int:
    """Its place among the former texts of its article."""
    return known.document.version_of.number if known.document.version_of else 0


def _comes_out_as_before(document: Document, edited: Document) -> bool:
    """Whether a document would be written as the edited one was: another entry of its raw file has changed."""
    was, now = edited.origin, document.origin
    if was is None or now is None:
        return False
    signed = sign(replace(document, origin=replace(now, path=was.path, sha256=was.sha256)))
    return signed.origin is not None and signed.origin.written == was.written


def _is_later(one: Document, other: Document) -> bool:
    mine, theirs = one.updated or one.published, other.updated or other.published
    return mine is not None and theirs is not None and instant(mine) > instant(theirs)


# --- which document is which -----------------------------------------------------------------------------------------

# What tells that an article is one converted before, surest first. The id is made of its text, an address is its own.
_SAME: tuple[Callable[[Document], Hashable], ...] = (
    lambda document: document.id,
    lambda document: document.url,
    lambda document: (document.item, document.version) if document.item else None,
    lambda document: (document.title, document.published) if document.title and document.published else None,
)


def _match(documents: Sequence[Document], known: Sequence[_Known]) -> list[_Known | None]:
    """For each document the one it was before; a file of one article holds the same one, whatever its text became."""
    if len(documents) == len(known) == 1:
        return [known[0]]
    found: list[_Known | None] = [None] * len(documents)
    left = list(known)
    for key in _SAME:
        olds = _by_key(left, key)
        news = Counter(key(document) for document, old in zip(documents, found, strict=True) if old is None)
        for index, document in enumerate(documents):
            value = key(document)
            if found[index] is None and value is not None and news[value] == 1 and value in olds:
                found[index] = olds[value]
        taken = {old.path for old in found if old is not None}
        left = [old for old in left if old.path not in taken]
    return found


def _by_key(known: Sequence[_Known], key: Callable[[Document], Hashable]) -> dict[Hashable, _Known]:
    """The documents by a key that tells one of them alone."""
    counts = Counter(key(old.document) for old in known)
    return {value: old for old in known if (value := key(old.document)) is not None and counts[value] == 1}
