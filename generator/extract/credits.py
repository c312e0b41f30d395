"""Captions and photo credits between the paragraphs of a story. The rules are data, in credits.yml.

They are packaged with the program: read once, when first asked for, and never different within a run.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from generator.extract.lines import count_words
from generator.extract.source import is_agency

_LONGEST_LINE = 700
# "… in Nice, France. Reuters": a caption that ends in a bare agency, after the sentence. Case tells it from prose.
_AGENCY_LAST = re.compile(r"(?P<caption>.{30,600}?[.!?][\"”']?)\s(?P<credit>[A-Z][\w/ .&-]{1,40}?)\.?\Z")
_CREDIT_ONLY = re.compile(r"(?P<credit>[A-Z][\w. '-]{1,40}(?:\s?/\s?[A-Z][\w. '-]{1,40}){1,2})\Z")
_TAIL = re.compile(r"\s*(?:[|/,]\s*(?:file|handout|pool)\b.*)?[\s.]*\Z", re.IGNORECASE)
_CUES = re.compile(
    r"caption|photo|picture|image|credit|pic\b|pics\b|copyright|©|file|handout|video|\[|illustration|graphic|(?:19|20)\d\d\Z|\((?:ap|afp|reuters|epa|getty)",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionRule:
    """One way in which captions and credits are printed."""

    id: str
    pattern: re.Pattern[str]
    example: str
    credit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """A line that belongs to a picture: the rule that told, and whose picture it is if that is said."""

    rule: str
    credit: str | None = None


@cache
def load_caption_rules() -> tuple[CaptionRule, ...]:
    """The packaged rules, in the order in which they are tried."""
    text = resources.files("generator.extract").joinpath("credits.yml").read_text(encoding="utf-8")
    return tuple(
        CaptionRule(
            id=entry["id"],
            pattern=re.compile(rf"(?:{entry['pattern']})\Z", re.IGNORECASE),
            example=entry["example"],
            credit=entry.get("credit"),
        )
        for entry in yaml.load(text, Loader=yaml.CSafeLoader)
    )


def read_caption(text: str) -> Caption | None:
    """What a line says of a picture, or None when it is no caption and no credit."""
    if len(text) > _LONGEST_LINE:
        return None
    if _CUES.search(text):
        for rule in load_caption_rules():
            if match := rule.pattern.match(text):
                credit = match["credit"] if "credit" in rule.pattern.groupindex else None
                return Caption(rule=rule.id, credit=tidy_credit(credit) if credit else None)
    for pattern, rule_id in ((_AGENCY_LAST, "caption-agency-last"), (_CREDIT_ONLY, "credit-alone")):
        if (match := pattern.match(text)) and is_photo_agency(match["credit"]):
            return Caption(rule=rule_id, credit=match["credit"])
    return None


def is_photo_agency(text: str) -> bool:
    """Whether a credit names an agency: `Reuters`, `AFP/Getty Images`, `Reuters / Ann Field`."""
    return any(is_agency(part) for part in re.split(r"\s?/\s?", text)) and count_words(text) <= 6


def tidy_credit(text: str) -> str:
    """A credit without what is said beside the name."""
    return _TAIL.sub("", text.strip(" .|-–—")).strip(" ©")
