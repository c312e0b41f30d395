"""What mail programs and mailing services write around an article: a line comes in, what kind of mark it is goes out.

The patterns are packaged data: read once, when first asked for, and never different within a run.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any, Literal, TypeAlias

import yaml

Mark: TypeAlias = Literal["forwarded", "attribution", "footer", "browser", "contact", "device"]
_LONGEST = 500
_FIELD = re.compile(r"[*_]{0,2}(?P<label>[^\W\d_][\w’' -]{0,20}?)[*_]{0,2}\s?:[*_]{0,2}(?:\s+(?P<value>.*)|)\Z")


@cache
def load_marks() -> Mapping[str, Any]:
    """The packaged patterns, as they stand in marks.yml."""
    text = resources.files("generator.read.mail").joinpath("marks.yml").read_text(encoding="utf-8")
    data: Mapping[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return data


@cache
def _pattern(mark: Mark) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{entry['pattern']})" for entry in load_marks()[mark]), re.IGNORECASE)


@cache
def _labels() -> Mapping[str, str]:
    return {label.casefold(): field for field, labels in load_marks()["labels"].items() for label in labels}


def has_mark(line: str, mark: Mark) -> bool:
    """Whether a line is such a mark, as a whole."""
    line = line.strip()
    return 0 < len(line) <= _LONGEST and _pattern(mark).fullmatch(line) is not None


def read_field(line: str) -> tuple[str, str] | None:
    """A header field written out as text: which it is (`from`, `date`, `subject`, `other`), and what it says."""
    match = _FIELD.match(line.strip()[:_LONGEST])
    field = _labels().get(match["label"].casefold()) if match else None
    return (field, (match["value"] or "").strip()) if match and field else None
