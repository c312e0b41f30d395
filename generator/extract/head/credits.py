"""Captions and photo credits between the paragraphs of a story. The rules are data, in credits.yml.

They are packaged with the program: read once, when first asked for, and never different within a run.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from generator.extract.head.source import is_picture_agency, is_source
from generator.extract.lines import count_words

_LONGEST_LINE = 700
# "… in Nice, France. Reuters": a caption that ends in a bare agency, after the sentence. Case tells it from prose.
_AGENCY_LAST = re.compile(r"[.!?][\"”']?\s(?P<credit>[A-Z][\w/ &-]{1,40})\.?\Z")
_CREDIT_ONLY = re.compile(r"[A-Z][\w. '-]{1,40}(?:\s?/\s?[A-Z][\w. '-]{1,40}){1,2}\Z")
# The rules that tell a credit by a word and a colon alone.
_LABELLED = ("credit-label", "credit-label-languages")
_LABEL = re.compile(r"(?:image|photo|picture|media|video|file)\s?caption\s?:?\s?", re.IGNORECASE)
_RIGHTS = re.compile(r"(?:image|photo|picture|media)\s(?:copyright|source|credit)\s", re.IGNORECASE)
# "[Photo provided to Sample Daily]": who printed the picture, not what it shows.
_PROVIDED = re.compile(r"[(\[][^()\[\]]{0,40}\b(?:provided|supplied|contributed|submitted)\b[^()\[\]]{0,80}[)\]]\.?\Z")
_BY = re.compile(r"(?:(?:photo(?:graph)?s?|pictures?|images?)?\s?(?:by|:)|credit)\s", re.IGNORECASE)
# "(c) 2021 Ann Field", "Copyright Ann Field": whose the picture is, after a label of its own.
_OWNED = re.compile(r"(?:(?:©|\(c\)|copyright\b)\s?){1,2}(?:by\s)?|(?=(?:19|20)\d\d\s[A-Z])", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d,?\s(?:by\s)?(?=\S)", re.IGNORECASE)
_CREDIT_WORD = re.compile(
    r"[\s|(\[–—-]*(?:photo(?:graph(?:er|y|s)?)?|picture|image|pic|crédits?(?: photos?)?|créditos?|foto|bild|beeld"
    r"|imagem|imagen)?s?\s?(?:credits?|courtesy(?: of)?|by)?\s?:?\s*\Z",
    re.IGNORECASE,
)
_CREDIT_REACH = 60
_LEAST_CAPTION = 3
_SMALL_IN_CREDITS = frozenset(
    (
        "and und et by de del di da for from of on the van via von file handout photo courtesy archive archives"
        " agencies"
    ).split()
)
_SHORTEST_CAPTION = 30
_LONGEST_CREDIT = 50
_LONGEST_TAIL = 200
_CREDIT_WORDS = 10
_NO_OWNERS = frozenset(("photo", "photos", "file", "file photo", "image", "picture", "pool", "handout"))
_PERSON_AND_OUTLET = re.compile(
    r"(?:[A-Z][a-z][\w'’-]{0,20} ){1,2}[A-Z][\w'’-]{1,20}/(?:The )?[A-Z][\w.]{1,20}(?: [A-Z][\w.]{1,20})?\Z"
)
_TAIL = re.compile(r"\s*(?:[|/,]\s*(?:file|handout|pool)\b.*)?[\s.]*\Z", re.IGNORECASE)
# "Sample Agency (Archive)", the bracket closed or not.
_ASIDE = re.compile(r"\s?\((?:archives?|file(?: photo)?|handout|pool)\)?\Z", re.IGNORECASE)
# What stands at the end of a caption: "| Ann Field/Sample Images", "(Ann Field/AP) (Associated Press)",
# "[Photo/Agencies]".
_TAILS = (
    re.compile(r"(?P<credit>(?:[(\[][^()\[\]]{2,90}[)\]]\s?){1,2})\Z"),
    re.compile(r"\|\s(?P<credit>[^|]{4,90})\Z"),
    re.compile(
        r"(?:\A|[^\s/]\s|[.!?])(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s)"
        r"(?P<credit>(?:[A-Z\u00c0-\u00de][\w.'’-]{0,20}\s(?:(?:van|von|de|der|den|da|dos|del|di|la|le|bin|al|el)\s){0,2})"
        r"{0,3}[A-Z\u00c0-\u00de][\w.'’-]{0,20}"
        r"\s?/\s?[A-Za-z][\w .'’/-]{1,40})\Z"
    ),
)
_TAIL_CUE = re.compile(r"[)\]|/]")
_OWNERS = re.compile(r"\s?/\s?|\svia\s|,\s?|[()\[\]]|\s-\s", re.IGNORECASE)
_HEAD_DOTTED = re.compile(r"(?P<credit>[A-Z][A-Z .&'’-]{2,50}[•·]\s?[A-Z][A-Z .&'’-]{1,30}?)\s(?=[A-Z][\w'’]*[a-z])")
_HEAD_WORDS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionRule:
    """One way in which captions and credits are printed."""

    id: str
    pattern: re.Pattern[str]
    cues: tuple[str, ...]
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
    text = resources.files("generator.extract.head").joinpath("credits.yml").read_text(encoding="utf-8")
    return tuple(
        CaptionRule(
            id=entry["id"],
            pattern=re.compile(rf"(?:{entry['pattern']})\Z", re.IGNORECASE),
            cues=tuple(entry["cues"]),
            example=entry["example"],
            credit=entry.get("credit"),
        )
        for entry in yaml.load(text, Loader=yaml.CSafeLoader)
    )


@cache
def _rules_by_cue() -> tuple[tuple[str, tuple[str, ...]], ...]:
    cues = dict.fromkeys(cue for rule in load_caption_rules() for cue in rule.cues)
    return tuple((cue, tuple(rule.id for rule in load_caption_rules() if cue in rule.cues)) for cue in cues)


def read_caption(text: str) -> Caption | None:
    """What a line says of a picture, or None when it is no caption and no credit."""
    if len(text) > _LONGEST_LINE:
        return None
    folded = text.lower()
    cued = {rule for cue, ids in _rules_by_cue() if cue in folded for rule in ids}
    for rule in load_caption_rules() if cued else ():
        if rule.id in cued and (match := rule.pattern.match(text)):
            said = match.groupdict()
            credit = said["credit"] or said.get("owner") if "credit" in said else _read_tail(text)
            if rule.id in _LABELLED and credit and not (_is_owner(tidy_credit(credit)) or is_photo_agency(credit)):
                credit = None
            return Caption(rule=rule.id, credit=tidy_credit(credit) if credit else None)
    if _TAIL_CUE.search(text[-60:]) and (credit := _read_tail(text)):
        return Caption(rule="caption-credit-tail", credit=credit)
    match = _AGENCY_LAST.search(text, max(_SHORTEST_CAPTION, len(text) - _LONGEST_CREDIT))
    if match and is_photo_agency(match["credit"]):
        return Caption(rule="caption-agency-last", credit=match["credit"])
    if is_picture_agency(text) and not is_source(text):
        return Caption(rule="credit-alone", credit=text)
    match = _CREDIT_ONLY.match(text)
    owned = match and (is_photo_agency(text) or _PERSON_AND_OUTLET.match(text))
    return Caption(rule="credit-alone", credit=text) if owned else None


def _is_owner(credit: str) -> bool:
    """Whether what a label names can be an owner, not what a gallery shows: "Photos: Life after the storm"."""
    return not any(word.islower() and word.strip("().,") not in _SMALL_IN_CREDITS for word in credit.split())


def _read_tail(text: str) -> str | None:
    """The owners named after a caption, beside an agency: a bracket that names an agency alone may be a report's."""
    for pattern in _TAILS:
        match = pattern.search(text, max(0, len(text) - _LONGEST_TAIL))
        if match is None:
            continue
        credit = match["credit"].strip(" ()[]")
        first = re.split(r"[)\]]", credit)[0].strip()
        owners = [owner for part in _OWNERS.split(first) if (owner := part.strip())]
        if len(owners) > 1 and len(first.split()) <= _CREDIT_WORDS and any(map(_is_owner_of_pictures, owners)):
            kept = [_BY.sub("", owner) for owner in owners if owner.casefold() not in _NO_OWNERS]
            return tidy_credit(first) if len(kept) == len(owners) else "/".join(kept)
    return None


def _is_owner_of_pictures(name: str) -> bool:
    """An agency, or an outlet for which somebody took the picture: `FOR HARBOUR DAILY`."""
    return is_picture_agency(name) or (name[:4].casefold() == "for " and is_source(name[4:]))


def read_leading_credit(text: str) -> str | None:
    """The owner that a caption without a full stop begins with: `Reuters The wall before it fell`."""
    if match := _HEAD_DOTTED.match(text):
        return match["credit"].strip()
    words = text.split(" ", _HEAD_WORDS)
    for count in range(min(_HEAD_WORDS, len(words) - 1), 0, -1):
        name = " ".join(words[:count])
        if words[count][:1].isupper() and is_picture_agency(name):
            return name
        if words[count][:1].islower() and (is_picture_agency(name) or is_source(name)):
            # "Sample News spoke to …": who did so, not whose picture it is.
            return None
    return words[0] if len(words) > 1 and words[0] == words[1] else None


def read_caption_text(text: str, credit: str | None) -> str | None:
    """What a caption tells of its picture: without its labels, and without whose picture it is."""
    text = _PROVIDED.sub("", text)
    text = _without_labels(text)
    if credit and credit in text:
        head, _, tail = text.rpartition(credit)
        text = tail if not head.strip() else head[:-_CREDIT_REACH] + _CREDIT_WORD.sub("", head[-_CREDIT_REACH:])
    text = text.strip(" |([–—-/©")
    return text if count_words(text) >= _LEAST_CAPTION else None


def _without_labels(text: str) -> str:
    """The text without "Image caption", and without what stands before that of whose picture it is."""
    kept, at = [], 0
    for label in _LABEL.finditer(text):
        head = text[at : label.start()]
        kept.append("" if _RIGHTS.search(head) else head)
        at = label.end()
    return "".join(kept) + text[at:]


def is_photo_agency(text: str) -> bool:
    """Whether a credit names an agency: `Reuters`, `AFP/Getty Images`, `Reuters / Ann Field`."""
    return any(is_picture_agency(part) for part in _OWNERS.split(text)) and count_words(text) <= 6


def tidy_credit(text: str) -> str:
    """A credit without what is said beside the name."""
    text = _TAIL.sub("", _BY.sub("", text.strip(" .|-–—"))).strip(" ©")
    if owned := _OWNED.match(text):
        text = _YEAR.sub("", text[owned.end() :], count=1)
    return _ASIDE.sub("", text)
