"""Which lines of a mail are its article, and which are the mail's own: a forwarded header, an answer's quotation, a
signature, small print. Lines come in, from plain text or HTML alike; the rule that takes each of the others goes out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.read.mail.marks import has_mark, read_field

_MOST_FORWARDS = 6
_MOST_FIELDS = 12
_LONGEST_SIGNATURE = 15
# Where a mail's links to itself as a web page stand, in lines from its head.
_HEAD = 12
# Small print is at most this share of a mail, or this many words.
_SMALL_PRINT = 0.4
_SMALL_PRINT_WORDS = 150
_LEAST_ABOVE = 15


@dataclass(frozen=True, slots=True)
class MailLine:
    """A line of a mail without its quotation marks; `quoted` tells that it had some, or stood in a quoted block."""

    text: str
    quoted: bool = False


@dataclass(slots=True)
class Sorted:
    """The lines sorted: what takes each that is not the article's, by its number, and what a forwarded header says."""

    rules: dict[int, str] = field(default_factory=dict)
    fields: Mapping[str, str] = field(default_factory=dict)
    """`from`, `date` and `subject` of the mail that was passed on."""

    def take(self, numbers: Iterable[int], rule: str) -> None:
        """Give lines to a rule; those that have one keep it."""
        for number in numbers:
            self.rules.setdefault(number, rule)


def sort_lines(lines: Sequence[MailLine], forwarded: bool) -> Sorted:
    """Sort a mail's lines. `forwarded` = its subject says that it was passed on."""
    done = Sorted()
    start, end = _enter_forwarded(lines, forwarded, done)
    _take_answered(lines, start, end, done)
    end = _take_signature(lines, start, end, done)
    end = _take_small_print(lines, start, end, done)
    end = _take_card(lines, start, end, done)
    for number in [*range(start, min(start + _HEAD, end)), *range(max(start, end - _HEAD), end)]:
        if has_mark(lines[number].text, "browser") or _is_url_below_browser(lines, number, done):
            done.take([number], "view-in-browser")
    return done


def _is_url_below_browser(lines: Sequence[MailLine], number: int, done: Sorted) -> bool:
    text = lines[number].text.strip(" <>[]()")
    return done.rules.get(number - 1) == "view-in-browser" and text.startswith("http") and " " not in text


# --- mails within the mail -------------------------------------------------------------------------------------------


def _enter_forwarded(lines: Sequence[MailLine], forwarded: bool, done: Sorted) -> tuple[int, int]:
    """Where the article's own lines begin and end: within the innermost mail passed on, or above one answered."""
    start, end = 0, len(lines)
    for _ in range(_MOST_FORWARDS):
        found = _find_header(lines, start, end)
        if found is None:
            break
        first, below, fields = found
        above = _count_words(lines, start, first)
        if not (forwarded or above * 2 < _count_words(lines, below, end)):
            done.take(range(first, end), "mail-quoted")
            return start, first
        done.take(range(start, first), "mail-note")
        done.take(range(first, below), "mail-header")
        done.fields = fields or done.fields
        start, forwarded = below, False
    return start, end


def _find_header(lines: Sequence[MailLine], start: int, end: int) -> tuple[int, int, dict[str, str]] | None:
    """The next header of a mail within the mail: its first line, the line below it, and what it says."""
    number = start
    while number < end:
        text = lines[number].text
        if _may_be_forwarded(text) and has_mark(text, "forwarded"):
            below, fields = _read_fields(lines, number + 1, end)
            return number, below, fields
        if ":" in text[:40] and (begun := read_field(text)) and begun[0] == "from":
            below, fields = _read_fields(lines, number, end)
            if {"from", "subject"} <= fields.keys():
                return number, below, fields
            number = below - 1
        number += 1
    return None


def _may_be_forwarded(text: str) -> bool:
    """A quick look: marks of a mail passed on stand between dashes, end in a colon, or say so."""
    return text[:2] in ("--", "__", "==", "**") or text.endswith(":") or "orward" in text


def _read_fields(lines: Sequence[MailLine], number: int, end: int) -> tuple[int, dict[str, str]]:
    """The header fields that stand here, one a line, and the number of the line below them."""
    fields: dict[str, str] = {}
    below, waiting = number, ""
    for at in range(number, min(end, number + 3 * _MOST_FIELDS)):
        text = lines[at].text.strip()
        if not text:
            if fields and not waiting:
                break
            continue
        said = read_field(text)
        if said is not None:
            waiting = "" if said[1] else said[0]
            fields.setdefault(said[0], said[1])
        elif waiting:
            fields[waiting], waiting = text, ""  # a program that writes the value on a line of its own
        elif not (fields and lines[at - 1].text.strip() and _continues(text)):
            break
        below = at + 1
    return below, {name: value for name, value in fields.items() if value and name != "other"}


def _continues(text: str) -> bool:
    """Whether a line goes on with a list of addresses."""
    return "@" in text and len(text) < 200 and not text.endswith((".", "!", "?"))


def _take_answered(lines: Sequence[MailLine], start: int, end: int, done: Sorted) -> None:
    """`On … wrote:` and the quotation below it; where nothing stands above, the quotation is the article."""
    if not any(line.quoted for line in lines):
        return
    number, answered = start, False
    while number < end:
        length = _attribution_length(lines, number, end)
        if not length:
            answered = answered or bool(lines[number].text.strip())
            number += 1
            continue
        first = number
        number = _skip_quoted(lines, number + length, end)
        done.take(range(first, first + length), "mail-header")
        if answered:
            done.take(range(first + length, number), "mail-quoted")


def _attribution_length(lines: Sequence[MailLine], number: int, end: int) -> int:
    """How many lines an attribution here takes, one or two; none when no quotation follows it."""
    for length in (1, 2):
        below = number + length
        if below < end and lines[below - 1].text.rstrip().endswith(":"):
            text = " ".join(line.text.strip() for line in lines[number:below])
            following = next((line for line in lines[below : below + 3] if line.text.strip()), None)
            if following and following.quoted and not lines[number].quoted and has_mark(text, "attribution"):
                return length
    return 0


def _skip_quoted(lines: Sequence[MailLine], number: int, end: int) -> int:
    below = number
    while number < end and (lines[number].quoted or not lines[number].text.strip()):
        number += 1
        below = number if lines[number - 1].quoted else below
    return below


# --- below the article -----------------------------------------------------------------------------------------------


def _take_signature(lines: Sequence[MailLine], start: int, end: int, done: Sorted) -> int:
    """The signature below `-- ` (RFC 3676, section 4.3), the space of which many programs lose."""
    below = 0
    for number in range(end - 1, start, -1):
        text = lines[number].text
        if text.rstrip() == "--":
            done.take(range(number, end), "mail-signature")
            return number
        below += bool(text.strip())
        if below > _LONGEST_SIGNATURE:
            break
    return end


def _take_small_print(lines: Sequence[MailLine], start: int, end: int, done: Sorted) -> int:
    """From the line that begins the small print to the end; above the article, such a line alone."""
    total = _count_words(lines, start, end)
    begins, below = end, 0
    for number in range(end - 1, start - 1, -1):
        words = len(lines[number].text.split())
        below += words
        if below > max(_SMALL_PRINT * total, _SMALL_PRINT_WORDS) or total - below < _LEAST_ABOVE:
            break
        if words and has_mark(lines[number].text, "footer"):
            begins = number
    above = 0
    for number in range(start, begins):
        if above >= _LEAST_ABOVE:
            break
        above += len(lines[number].text.split())
        if has_mark(lines[number].text, "footer"):
            done.take([number], "mail-footer")
    if begins == end:
        return end
    first = _above_rule(lines, start, begins)
    done.take(range(first, end), "mail-footer")
    return first


def _above_rule(lines: Sequence[MailLine], start: int, number: int) -> int:
    """The line where blank lines and rules of dashes above this one begin."""
    while number - 1 > start and not any(character.isalnum() for character in lines[number - 1].text):
        number -= 1
    return number


def _take_card(lines: Sequence[MailLine], start: int, end: int, done: Sorted) -> int:
    """What a device added, and somebody's card: short lines at the end, most of them ways to reach them."""
    last = _last_filled(lines, start, end)
    while last > start and has_mark(lines[last].text, "device"):
        done.take([last], "mail-signature")
        last = _last_filled(lines, start, last)
    first, contacts, total = last + 1, 0, 0
    for number in range(last, start, -1):
        text = lines[number].text.strip()
        if not text and contacts:
            break
        if text and (len(text) > 70 or text.endswith((".", "?", "!", ".”", '."', "”")) or total > _LONGEST_SIGNATURE):
            break
        if has_mark(text, "contact"):
            contacts, first = contacts + 1, number
        elif text and contacts and total - contacts < contacts + 2:
            first = number
        elif text:
            break
        total += bool(text)
    if contacts >= 2:
        done.take(range(first, last + 1), "mail-signature")
        return first
    return min(last + 1, end)


def _last_filled(lines: Sequence[MailLine], start: int, end: int) -> int:
    return next((number for number in range(end - 1, start, -1) if lines[number].text.strip()), start)


def _count_words(lines: Sequence[MailLine], start: int, end: int) -> int:
    return sum(len(lines[number].text.split()) for number in range(start, end))
