"""What front matter says, in our words: a mapping of any tool's keys comes in, `Metadata` goes out.

The names of keys are packaged data: read once, when first asked for, and never different within a run.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from importlib import resources
from typing import Any
from urllib.parse import urlsplit

import yaml

from generator.exceptions import FrontMatterError
from generator.model import Dateline, Metadata, Notice
from generator.moments import Moment, day_of, parse_moment
from generator.printed_dates import is_ambiguous, read_moment

_BY = re.compile(r"by\s+", re.IGNORECASE)
# A value that does not fit a key of ours is kept under another name, so that the record can be read again.
_FIELDS = frozenset(field.name for field in fields(Metadata))
_YES, _NO = ("true", "yes", "on"), ("none", "false", "no", "off")
_PARTS = re.compile(r"\s*;\s*")
# "Reed, Jo", "Van der Berg, Anna M.": a family name, a comma, and names of which each begins with a capital.
_TURNED = re.compile(
    r"(?P<family>(?:(?i:van|von|de|der|den|di|du|la|le|al|el|ter)[ ]){0,3}[^\W\d_a-z][\w'’-]{0,30}),\s?"
    r"(?P<given>[^\W\d_a-z][\w'’-]{0,20}(?:\s[A-Z]\.?){0,2})\Z"
)
_NAMES = re.compile(r"\s*(?:;|,|&|\band\b)\s*")


@cache
def _keys() -> Mapping[str, tuple[str, ...]]:
    text = resources.files("generator.read").joinpath("metadata_keys.yml").read_text(encoding="utf-8")
    return {field: tuple(map(fold_key, keys)) for field, keys in yaml.load(text, Loader=yaml.CSafeLoader).items()}


def keys_of(field: str) -> tuple[str, ...]:
    """The names that other tools have for a field of ours, or for `body` or `identifier`, folded; ours come first."""
    return _keys()[field]


def fold_key(name: str) -> str:
    """A key to be compared: `Pub-Date`, `pub date` and `pubDate` are one."""
    return name.strip().lower().replace("-", "").replace("_", "").replace(" ", "")


def read_metadata(values: Mapping[str, Any], path: str, day_first: bool) -> Metadata:
    """Hints from front matter; keys without a field of ours, and values that do not fit theirs, are kept in `extra`.

    Raises FrontMatterError for a date that is none.
    """
    if not values:
        return Metadata()
    left = dict(values)
    take = _Taker(left, path, day_first)
    for key in [key for key in left if key.lower() in _keys()["ours"]]:
        del left[key]
    section, subjects = take.section()
    return Metadata(
        id=take.text("id"),
        title=take.text("title"),
        deck=take.text("deck"),
        authors=take.names("authors"),
        source=take.source(),
        published=take.moment("published"),
        updated=take.moment("updated"),
        embargo=take.embargo(),
        dateline=take.dateline(),
        language=take.text("language"),
        section=section,
        labels=_once((*take.words("labels"), *take.held)),
        url=take.url(),
        photo_credits=take.words("photo_credits"),
        topics=_once((*take.words("topics"), *subjects)),
        correction=take.notices(),
        review=tuple(take.unsure),
        extra={f"original_{key}" if key in _FIELDS else key: value for key, value in left.items()},
    )


def _notice(value: object, day_first: bool) -> Notice | None:
    said = {"text": value} if isinstance(value, str) else value
    if not isinstance(said, Mapping) or not said.keys() <= {"text", "date"}:
        return None
    text, day = said.get("text"), said.get("date")
    moment = read_moment(day, day_first) if isinstance(day, str) else None
    if not isinstance(text, str) or not text.strip() or (day and moment is None):
        return None
    return Notice(text=text, date=moment)


def _once(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def read_names(text: str) -> tuple[str, ...]:
    """The names in a value: `By Jo Reed and Ann Bell in Portsea`, `Reed, Jo; Bell, Ann`."""
    text = _BY.sub("", text.strip(), count=1).partition(" in ")[0]
    names = [" ".join(name.split()) for part in _PARTS.split(text) for name in (_turn(part) or _NAMES.split(part))]
    return _once(tuple(name for name in names if name))


def _turn(text: str) -> tuple[str, ...] | None:
    """A name that a catalogue has turned round; two people both have a name of several words."""
    match = _TURNED.match(text.strip())
    return (f"{match['given']} {match['family']}",) if match else None


class _Taker:
    """Takes values out of front matter, field by field; what is not taken stays."""

    def __init__(self, left: dict[str, Any], path: str, day_first: bool) -> None:
        self._left, self._path, self._day_first = left, path, day_first
        self.unsure: list[str] = []
        self.held: tuple[str, ...] = ()
        """The label of an embargo that is stated without its moment: `embargo: true`."""
        self._names = {fold_key(key): key for key in reversed(left)}

    def _pop(self, field: str) -> tuple[str, Any]:
        for name in _keys()[field]:
            key = self._names.get(name)
            if key in self._left and self._left[key] not in (None, "", [], {}):
                return key, self._left.pop(key)
        return "", None

    def notices(self) -> tuple[Notice, ...]:
        """Notices of corrections as the record has them; what is none of these stays among the other keys."""
        found = self._left.get("correction")
        notices = [_notice(entry, self._day_first) for entry in (found if isinstance(found, list) else [found])]
        known = tuple(notice for notice in notices if notice is not None)
        if not known or len(known) < len(notices):
            return ()
        del self._left["correction"]
        return known

    def text(self, field: str) -> str | None:
        key, value = self._pop(field)
        if isinstance(value, str) and value.strip():
            return " ".join(value.split())
        self._put_back(key, value)
        return None

    def source(self) -> str | None:
        """An outlet's name, or its domain. `publication` is a day in some tools: that is no outlet."""
        key, value = self._pop("source")
        self._put_back(key, value)
        if isinstance(value, str) and _parse(value, self._day_first) is not None:
            return None
        named = self.text("source")
        return named.removeprefix("www.") if named else None

    def _put_back(self, key: str, value: Any) -> None:
        if value is not None:
            self._left[key] = value

    def words(self, field: str) -> tuple[str, ...]:
        """A list, or one text with commas: Pelican writes `tags: a, b`."""
        key, value = self._pop(field)
        if isinstance(value, str):
            value = value.split(",")
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            self._put_back(key, value)
            return ()
        return _once(tuple(cleaned for word in value if (cleaned := " ".join(word.split()))))

    def names(self, field: str) -> tuple[str, ...]:
        key, value = self._pop(field)
        listed = [value] if isinstance(value, str | Mapping) else value
        if not isinstance(listed, list):
            self._put_back(key, value)
            return ()
        entries = [entry.get("name") if isinstance(entry, Mapping) else entry for entry in listed]
        names = [entry for entry in entries if isinstance(entry, str)]
        if len(names) != len(entries):
            self._put_back(key, value)
            return ()
        if isinstance(value, str):
            return read_names(value)
        return _once(tuple(cleaned for name in names if (cleaned := " ".join(name.split()))))

    def moment(self, field: str) -> Moment | None:
        key, value = self._pop(field)
        if value is None:
            return None
        moment = _parse(value, self._day_first) if isinstance(value, str) else None
        if isinstance(value, str) and is_ambiguous(value):
            self.unsure.append(field)
        if moment is None:
            raise FrontMatterError(
                f"{self._path}: {key}: {value!r} is not a date; write it like 2015-12-10 or 2015-12-10T18:40:00+01:00"
            )
        return moment

    def embargo(self) -> Moment | None:
        key, value = self._pop("embargo")
        said = str(value).strip().lower()
        if said in _YES:
            self.held = ("EMBARGO",)
        elif said not in _NO:
            self._put_back(key, value)
            return self.moment("embargo")
        return None

    def dateline(self) -> Dateline | None:
        key, value = self._pop("dateline")
        if isinstance(value, str):
            return Dateline(place=value)
        if isinstance(value, Mapping):
            place, day = value.get("place"), value.get("date")
            moment = _parse(day, self._day_first) if isinstance(day, str) else None
            if isinstance(place, str | None) and (moment or day is None):
                return Dateline(place=place, date=day_of(moment) if moment else None)
        self._put_back(key, value)
        return None

    def url(self) -> str | None:
        """Only a whole http or https address: Hugo's `url: /posts/x/` is a path of another site."""
        for name in _keys()["url"]:
            key = self._names.get(name)
            value = self._left.get(key) if key else None
            if key and isinstance(value, str) and _is_address(value.strip()):
                del self._left[key]
                return value.strip()
        return None

    def section(self) -> tuple[str | None, tuple[str, ...]]:
        """The first category is the section; any others are subjects."""
        words = self.words("section")
        return (words[0], words[1:]) if words else (None, ())


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"\s", text)


def _parse(text: str, day_first: bool) -> Moment | None:
    try:
        return parse_moment(text)
    except ValueError:
        return read_moment(text, day_first)
