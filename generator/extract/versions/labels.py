"""Wire labels in a headline: `UPDATE 2-Wall holds`, `CORRECTED - …`, `RPT-FACTBOX-…`, `… (Adds quotes)`.

A headline comes in; the headline without labels and the labels as canonical words go out (`UPDATE 2`, `CORRECTED`,
`KILL`, `(Adds quotes)`). What tells a label from a word is how it is set: in capitals, parted off by a dash or a colon,
or alone in brackets. `Kill Bill returns` and `Update on talks` are headlines. The words are data, in labels.yml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.extract.versions.label_rules import Form, LabelRule, load_label_rules

KILL, EMBARGO, ADVISORY = "KILL", "EMBARGO", "ADVISORY"

_LONGEST_HEAD = 300
"""Characters at either end of a headline among which labels are looked for."""
_LONGEST_NOTE = 600
_MOST_WORDS_OF_KILL = 25
_MOST_LABELS = 8
_BRACKETED = re.compile(r"[(\[]\s?(?P<held>[^()\[\]]{2,250}?)\s?[)\]]")
_LAST_BRACKET = re.compile(r"\s?[(\[]\s?(?P<held>[^()\[\]]{2,250}?)\s?[)\]]\s?[.*]?\Z")
_AFTER_BRACKET = re.compile(r"\s?(?:--|[-–—:|])?\s?")
_LAST_DASH = re.compile(r"\s?(?:--|—)\s?(?P<held>[\w. ]{2,30})\Z")
_BETWEEN = re.compile(r"\s?(?:[,/;+]|--|[-–—:]|\band\b|&)?\s?")
_TRIMMED = " \t*=~_#.!:<>-–—^"
_SEPARATORS: tuple[tuple[Form, re.Pattern[str]], ...] = (
    ("dash", re.compile(r"\s?(?:--?|[–—])\s|\s\|\s|\s?--\s?")),
    ("colon", re.compile(r"\s?:(?:\s|(?=[^\W\d_]|[\"'“‘(<\[]))")),
    ("tight", re.compile(r"[-–—](?=\S)")),
)
# What a headline begins with after a dash that nothing parts from it; not the second half of `LEAD-free`.
_OPENING = re.compile(r"[^\W_a-zß-öø-ÿ]|[\"'“‘(<\[]|[a-z][A-Z]")
_SLUG_LABEL = re.compile(r"\^?[A-Z]{2}[-–]{1,2}\S.{0,120}?,\s?(?P<held>\d?[\w .-]{2,30}?)(?=[,<]|\Z)")
_SLUG_BRACKET = re.compile(r"[A-Z][A-Z0-9.&'/-]{1,60}(?: [A-Z0-9.&'/-]{1,40}){0,3}\s?\((?P<held>[^()]{2,40})\)\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A headline without its labels (empty when it was nothing else), and the labels, canonical, in their order."""

    text: str
    labels: tuple[str, ...] = ()


def read_headline(title: str) -> Labelled:
    """Take the labels off a headline. One without any is returned as it is."""
    if labels := read_label_line(title):
        return Labelled(text="", labels=labels)
    first = _read_start(title)
    text, last = _read_end(title[first.at :])
    labels = _unique((*first.labels, *last))
    if ADVISORY in labels and takes_back(text):
        labels = _unique((*labels, KILL))
    return Labelled(text=text.strip(), labels=labels) if labels else Labelled(text=title)


def read_label_line(line: str) -> tuple[str, ...]:
    """The labels of a line that is nothing else: `URGENT`, `2nd LEAD`, `MANDATORY KILL`; () for any other line."""
    text = line.strip(_TRIMMED)
    if len(text) > 80:
        return ()
    bracketed = _BRACKETED.fullmatch(text)
    return _read_list(bracketed["held"], "brackets") if bracketed else _read_list(text, "line")


def read_note(text: str) -> tuple[str, ...]:
    """The labels of a note to editors in brackets, `(Adds quotes)`: what it stands for, and the note itself."""
    text = text.strip()
    match = _BRACKETED.fullmatch(text)
    return _note_labels(match["held"]) if match else ()


def takes_back(note: str) -> bool:
    """Whether a note to editors, or the headline of an advisory, says that a report must not be published."""
    rules, note = load_label_rules(), note[:_LONGEST_NOTE]
    return rules.kill.search(note) is not None and rules.replacement.search(note) is None


def is_withdrawal(line: str) -> bool:
    """Whether a line says no more than that this report is withdrawn: `THIS STORY HAS BEEN RETRACTED`."""
    return (
        len(line) <= _LONGEST_HEAD
        and len(line.split()) <= _MOST_WORDS_OF_KILL
        and load_label_rules().kill_line.match(line) is not None
    )


def read_slug(line: str) -> tuple[str, ...]:
    """The labels in the name of an item on the wire: `HARBOUR-STORM (UPDATE 2)`, `BC-EU--Harbour, 2nd Ld-Writethru`."""
    line = line[:_LONGEST_HEAD].strip()
    match = _SLUG_BRACKET.match(line) or _SLUG_LABEL.match(line)
    return _read_list(match["held"], "brackets", tolerant=True) if match else ()


def canonical_labels(labels: Iterable[str]) -> tuple[str, ...]:
    """Labels that a container names, as canonical words where they are known: `2nd update` is `UPDATE 2`."""
    named = (label.strip() for label in labels)
    return _unique(
        word for label in named if label for word in (_read_list(label, "brackets", tolerant=True) or (label,))
    )


def _unique(labels: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(label for label in labels if label))


# --- the parts of a headline -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Start:
    """Labels before a headline, which begins at `at`."""

    at: int
    labels: tuple[str, ...]


def _read_start(title: str) -> _Start:
    head = title[:_LONGEST_HEAD]
    at = len(head) - len(head.lstrip(" *"))
    begin, labels, waiting = 0, list[str](), list[str]()
    while len(labels) + len(waiting) < _MOST_LABELS and at < len(head):
        if found := _read_bracket(head, at):
            at, named = found
            labels += [*waiting, *named]
            waiting, begin = [], at
            continue
        word = _match_label(head, at)
        if word is None:
            break
        rule, label, end = word
        after = _find_separator(rule, head, at, end)
        waiting.append(label)
        if after is None:
            # Not parted off: a label only if another one, which is, comes next.
            at = end + len(head[end:]) - len(head[end:].lstrip(" "))
            continue
        labels += waiting
        waiting, at, begin = [], after, after
    return _Start(begin, tuple(labels))


def _read_bracket(text: str, at: int) -> tuple[int, tuple[str, ...]] | None:
    """A pair of brackets that hold labels or a note, and where the text goes on."""
    match = _BRACKETED.match(text, at)
    labels = _read_held(match["held"]) if match else ()
    if match is None or not labels:
        return None
    after = _AFTER_BRACKET.match(text, match.end())
    return after.end() if after else match.end(), labels


def _read_end(text: str) -> tuple[str, tuple[str, ...]]:
    """A headline without the brackets at its end that hold labels or notes, and those."""
    found: list[tuple[str, ...]] = []
    while len(found) < _MOST_LABELS:
        tail = text[-_LONGEST_HEAD:].rstrip()
        dashed = _LAST_DASH.search(tail)
        match = _LAST_BRACKET.search(tail) or dashed
        if match is None:
            break
        labels = _read_held(match["held"]) if match is not dashed else _read_list(match["held"], "brackets")
        if not labels:
            break
        found.insert(0, labels)
        text = text.rstrip()[: -len(tail) or None] + tail[: match.start()]
    return text, tuple(label for labels in found for label in labels)


def _read_held(held: str) -> tuple[str, ...]:
    return _read_list(held, "brackets") or _note_labels(held)


def _note_labels(held: str) -> tuple[str, ...]:
    rules = load_label_rules()
    held = held.strip()
    match = rules.note.match(held)
    if match is None or match.lastgroup is None:
        return ()
    adds = rules.notes[int(match.lastgroup[1:])].adds
    return _unique((adds or "", KILL if takes_back(held) else "", f"({held})"))


def _read_list(text: str, form: Form, tolerant: bool = False) -> tuple[str, ...]:
    """Labels with nothing else between them; () when there is anything else. `tolerant`: in whatever case."""
    return _unique(_walk_list(text, form, tolerant))


def _walk_list(text: str, form: Form, tolerant: bool) -> Iterator[str]:
    found: list[str] = []
    text, at = text.strip(_TRIMMED), 0
    while at < len(text):
        word = _match_label(text, at)
        if word is None or len(found) == _MOST_LABELS:
            return
        rule, label, end = word
        if not (tolerant or _is_set(rule, text[at:end], form)):
            return
        found.append(label)
        between = _BETWEEN.match(text, end)
        at = between.end() if between else end
    yield from found


# --- one label -------------------------------------------------------------------------------------------------------


def _match_label(text: str, at: int) -> tuple[LabelRule, str, int] | None:
    """The rule, the canonical label and the end of the label that stands at a place."""
    rules = load_label_rules()
    match = rules.label.match(text, at)
    if match is None:
        return None
    rule = next(rules.labels[n] for n in range(len(rules.labels)) if match[f"r{n}"] is not None)
    number = match["before"] or match["after"]
    if number is None:
        return rule, rule.label, match.end()
    if not rule.numbered:
        # `FLASH 3`: the number is the headline's, not the label's.
        return (rule, rule.label, match.end(_group(rules.labels, rule))) if match["before"] is None else None
    return rule, f"{rule.label} {int(number)}", match.end()


def _group(rules: tuple[LabelRule, ...], rule: LabelRule) -> str:
    return f"r{rules.index(rule)}"


def _is_set(rule: LabelRule, shown: str, form: Form) -> bool:
    """Whether words are set as a label in this form."""
    if rule.numbered and any(sign.isdigit() for sign in shown):
        return True
    return form not in rule.never and (_is_capital(shown) or form in rule.any_case)


def _is_capital(shown: str) -> bool:
    """Whether the words of a label are in capitals, the letters of its number apart: `2nd UPDATE`."""
    return re.sub(r"\A\d{1,2}(?:st|nd|rd|th)\s?", "", shown).isupper()


def _find_separator(rule: LabelRule, text: str, start: int, end: int) -> int | None:
    """Where a headline goes on after what parts a label off it, or None when nothing does."""
    shown = text[start:end]
    for form, pattern in _SEPARATORS:
        if match := pattern.match(text, end):
            fits = _is_set(rule, shown, form) and (form != "tight" or _is_parted(rule, text, match.end(), shown))
            return match.end() if fits and text[match.end() :].strip() else None
    numbered = rule.numbered and any(sign.isdigit() for sign in shown) and _is_capital(shown)
    rest = text[end:].lstrip()
    if numbered and text[end : end + 1] == " " and rest[:1].isupper() and not _all_capitals(rest):
        return len(text) - len(rest) if _match_label(text, len(text) - len(rest)) is None else None
    return None


def _is_parted(rule: LabelRule, text: str, at: int, shown: str) -> bool:
    """Whether a dash with no space parts a label from a headline, and does not make one word of two."""
    if rule.numbered and any(sign.isdigit() for sign in shown):
        return rule.tight or not text[at : at + 1].isdigit()
    return _OPENING.match(text, at) is not None and (rule.tight or not _all_capitals(text[at:]))


def _all_capitals(text: str) -> bool:
    return not any(sign.islower() for sign in text)
