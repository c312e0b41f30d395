"""One article of a database's export: its lines, told apart into what its head says and its text.

The lines of an item come in, with what they were found to be; an article goes out. Lines of the head are blank in its
text, so that line numbers are those of the item, and are told in the receipt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.model import Metadata, Problem, RawArticle, Removed
from generator.moments import Moment
from generator.printed_dates import find_moments, is_ambiguous
from generator.read.metadata_keys import read_names
from generator.read.source import Source
from generator.read.wire.dates import read_wire_dateline
from generator.read.wire.header import present
from generator.world_dates import write_iso_days

HEAD_RULE = "export-head"

_LANGUAGES = {
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr", "spanish": "es",
    "español": "es", "italian": "it", "italiano": "it", "portuguese": "pt", "português": "pt", "dutch": "nl",
    "nederlands": "nl", "swedish": "sv", "svenska": "sv", "danish": "da", "dansk": "da", "norwegian": "no",
    "norsk": "no", "finnish": "fi", "polish": "pl", "polski": "pl", "turkish": "tr", "russian": "ru",
    "arabic": "ar", "chinese": "zh", "japanese": "ja", "korean": "ko", "czech": "cs", "hungarian": "hu",
    "greek": "el", "ukrainian": "uk",
}  # fmt: skip
_PAGE = re.compile(r"[;,]\s?(?:pg|page|p|s|seite)\b\.?.*\Z", re.IGNORECASE)
_EDITION = re.compile(r"\s?\((?:[A-Z][\w .,'-]{1,40})\)\Z")
_ADDRESS = re.compile(r"https?://[^\s<>\"]{4,1000}\Z")
_BY = re.compile(r"by\s", re.IGNORECASE)


@dataclass(slots=True)
class Item:
    """An item as it is read: what each of its lines is, and the values of its head by the fields of ours."""

    lines: Sequence[str]
    start: int
    """Where its first line stands in the file, from 0."""
    text: dict[int, str] = field(default_factory=dict)
    """The lines of the text, by their place in the item."""
    values: dict[str, str] = field(default_factory=dict)

    def say(self, name: str, value: str) -> None:
        """Keep a value, unless its field has one."""
        if shown := present(value):
            self.values.setdefault(name, shown)

    def go_on(self, name: str, value: str) -> None:
        """A line that a value goes on in."""
        if name in self.values and (shown := present(value)):
            self.values[name] = f"{self.values[name]} {shown}"


def read_day(text: str | None, day_first: bool) -> Moment | None:
    """The one date that a value holds, in any language."""
    found = find_moments(write_iso_days((text or "")[:200]), day_first)
    return found[0].moment if len(found) == 1 else None


def make_article(source: Source, item: Item) -> RawArticle | Problem:
    """The article of an item; a problem for one without a text."""
    said = item.values
    title = said.get("title")
    if not any(line.strip() for line in item.text.values()):
        named = f" “{title[:80]}”" if title else ""
        message = f"{source.path}: the item on line {item.start + 1}{named} holds no text; add it, or delete the item"
        return Problem(path=source.path, message=message)
    published = read_day(said.get("published"), source.day_first)
    updated = read_day(said.get("updated"), source.day_first)
    unsure = published is not None and is_ambiguous(said["published"])
    url = said.get("url")
    section = _PAGE.sub("", said.get("section", "")).strip(" ;,")
    language = said.get("language", "").casefold()
    hints = Metadata(
        title=title,
        deck=said.get("deck"),
        authors=read_names(_BY.sub("", said.get("authors", ""), count=1)),
        source=_EDITION.sub("", said.get("source", "")) or None,
        published=published,
        updated=updated,
        language=_LANGUAGES.get(re.split(r"[;,\s]", language, maxsplit=1)[0])
        or (language if len(language) == 2 else None),
        dateline=read_wire_dateline(said.get("dateline"), published).dateline,
        section=section or None,
        url=url if url and _ADDRESS.match(url) else None,
        item=said.get("item"),
        review=("published",) if unsure else (),
    )
    text = "\n".join(item.text.get(at, "") for at in range(len(item.lines)))
    return RawArticle(
        origin=source.origin, form="export", markup="text", text=text.rstrip() + "\n", hints=hints,
        removed=tuple(_tell_head(item)),
    )  # fmt: skip


def _tell_head(item: Item) -> list[Removed]:
    """The entries of the receipt for what of each line is not text."""
    removed = []
    for at, line in enumerate(item.lines):
        kept = item.text.get(at, "").strip()
        rest = line.strip()
        if kept:
            rest = rest.removesuffix(kept).strip()
        if rest:
            removed.append(Removed(line=at + 1, text=rest, rule=HEAD_RULE))
    return removed
