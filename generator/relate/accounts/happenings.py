"""What an hour or a place is of, told by a word in its clause: a closing, a landing. In: terms. Out: a happening."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Any

import yaml

from generator.model import DifferenceKind
from generator.relate.vectors import split_terms

_REACH = 6
"""Terms in front among which the word must stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What happens once, and what its rows are called; empty where it makes none."""

    hour: str
    place: str

    def called(self, kind: DifferenceKind) -> str:
        """What a row of such a kind is called."""
        return self.place if kind == "place" else self.hour if kind == "date" else ""


def find_happening(front: Sequence[str], behind: Sequence[str] = ()) -> Happening | None:
    """By the nearest word in front in its clause, else by the first behind."""
    words = _load_words()
    near = (words[term] for term in (*islice(reversed(front), _REACH), *behind[:_REACH]) if term in words)
    return next(near, None)


@cache
def _load_words() -> Mapping[str, Happening]:
    return {
        split_terms(word)[-1]: Happening(hour=row.get("hour", ""), place=row.get("place", ""))
        for row in load_happenings().values()
        for word in row["words"]
    }


@cache
def load_happenings() -> Mapping[str, Mapping[str, Any]]:
    """The packaged list."""
    text = files("generator.relate.accounts").joinpath("happenings.yml").read_text("utf-8")
    rows: Mapping[str, Mapping[str, Any]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return rows
