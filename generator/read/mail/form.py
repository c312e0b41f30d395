"""Articles that are sent by mail as a filled-in form: one JSON object, or labelled lines above the text.

{"Headline": ["Barrage holds"], "Dateline": ["QUAYTOWN"], "Body": ["…"]}        Headline: Barrage holds
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.model import Dateline, Metadata, Removed

# Labels of forms, by the field of ours that they fill; `body` is the article's text.
_FIELDS: Mapping[str, str] = {
    "headline": "title", "title": "title", "head": "title", "abstract": "deck", "summary": "deck", "deck": "deck",
    "standfirst": "deck", "byline": "authors", "author": "authors", "authors": "authors", "dateline": "dateline",
    "category": "section", "section": "section", "source": "source", "url": "url", "link": "url", "body": "body",
    "body_html": "body", "text": "body", "content": "body", "story": "body", "article": "body",
}  # fmt: skip
# Labels that are read past: what a desk tells another.
_DESK = frozenset(
    "slug slugline priority urgency desk username timestamp keyword keywords category_code anpa_category subject"
    " sign_off signoff word_count words place genre take_key version status".split()
)
_LABEL = re.compile(r"(?P<label>[A-Za-z][A-Za-z _-]{1,20}?)\s?:\s+(?P<value>\S.{0,2000})\Z")
_NAMES = re.compile(r"\s*(?:;|,|&|\band\b)\s*")
_LONGEST_HEAD = 14
_LONGEST_SLUG = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class MailForm:
    """What a form says, its text, and the entries that are neither."""

    hints: Metadata
    text: str
    removed: tuple[Removed, ...]


def read_form(text: str) -> MailForm | None:
    """The form that a mail's text is; None when it is none."""
    return _read_json(text) if text.lstrip()[:1] == "{" else _read_labels(text)


def _read_json(text: str) -> MailForm | None:
    try:
        data = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict):
        return None
    said: dict[str, str] = {}
    removed = []
    for key, value in data.items():
        shown = _as_text(value)
        field = _FIELDS.get(_fold(key))
        if field and shown:
            said.setdefault(field, shown)
        elif shown:
            removed.append(Removed(line=0, text=f"{key}: {shown}", rule="mail-field"))
    body = said.pop("body", "")
    return MailForm(hints=_make_hints(said), text=body, removed=tuple(removed)) if body else None


def _fold(label: str) -> str:
    return label.strip().casefold().replace(" ", "_").replace("-", "_")


def _as_text(value: Any) -> str:
    """Forms give each answer as a list of one."""
    if isinstance(value, list):
        return "\n\n".join(shown for entry in value if (shown := _as_text(entry)))
    return value.strip() if isinstance(value, str) else ""


def _read_labels(text: str) -> MailForm | None:
    lines = text.split("\n")
    said: dict[str, str] = {}
    taken: list[int] = []
    filled = 0
    for number, line in enumerate(lines):
        filled += bool(line.strip())
        if filled > _LONGEST_HEAD:
            break
        match = _LABEL.match(line.strip())
        field = _FIELDS.get(_fold(match["label"])) if match else None
        if match and (field or _fold(match["label"]) in _DESK) and field != "body":
            taken.append(number)
            if field:
                said.setdefault(field, " ".join(match["value"].split()))
    if "title" not in said or len(taken) < 2:
        return None
    taken.extend(_list_slugs(lines, taken))
    return MailForm(
        hints=_make_hints(said),
        text="\n".join("" if number in taken else line for number, line in enumerate(lines)),
        removed=tuple(Removed(line=0, text=lines[number].strip(), rule="mail-field") for number in sorted(taken)),
    )


def _list_slugs(lines: list[str], taken: list[int]) -> list[int]:
    """The short lines about the labels that are codes of a desk: above the first line of the text."""
    slugs = []
    for number, line in enumerate(lines):
        words = line.split()
        if len(words) > _LONGEST_SLUG and number not in taken:
            break
        if words and number not in taken and words[0].casefold() != "by" and not line.rstrip().endswith((".", ":")):
            slugs.append(number)
    return [number for number in slugs if number < max(taken) + 4]


def _make_hints(said: Mapping[str, str]) -> Metadata:
    authors = re.sub(r"\Aby\s+", "", said.get("authors", ""), flags=re.IGNORECASE)
    url = said.get("url", "")
    return Metadata(
        title=_one_line(said.get("title")),
        deck=_one_line(said.get("deck")),
        authors=tuple(name for name in _NAMES.split(authors) if name.strip()),
        dateline=Dateline(place=_one_line(said["dateline"])) if "dateline" in said else None,
        section=_one_line(said.get("section")),
        source=_one_line(said.get("source")),
        url=url if url.startswith(("http://", "https://")) and " " not in url else None,
    )


def _one_line(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text else None
