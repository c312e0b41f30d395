"""The plain text of a mail: wrapped lines made whole, quotation marks and the mail's own lines taken off."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.model import Removed
from generator.read.mail.lines import MailLine, sort_lines

# Mail programs break lines at 60 to 100 characters (RFC 5322 asks for 78).
_NARROWEST, _WIDEST = 56, 100
_ENDS = (".", "!", "?", ".”", '."', "”", ":")
_ITEM = re.compile(r"\s{0,8}(?:[-*•–+>]|\d{1,3}[.)])\s")
_BLANKS = re.compile(r"\n(?:[ \t]{0,1000}\n){3,}")
_QUOTE = re.compile(r"((?:>[ \t]?){1,50})")


@dataclass(frozen=True, slots=True, kw_only=True)
class MailBody:
    """What is left of a mail's body, what was taken off, and what the header of a mail passed on says."""

    text: str
    removed: tuple[Removed, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    url: str | None = None
    """Where the mail stands as a web page."""


def read_plain(text: str, forwarded: bool) -> MailBody:
    """Take a mail's own lines off its plain text."""
    raw = _BLANKS.sub("\n\n\n", text).split("\n")
    lines = [_unquote(line) for line in raw]
    sorted_ = sort_lines(lines, forwarded)
    kept = [number for number in range(len(lines)) if number not in sorted_.rules]
    filled = [number for number in kept if lines[number].text.strip()]
    quoted = sum(1 for number in filled if lines[number].quoted)
    whole = quoted * 2 > len(filled)
    shown = [lines[number].text if whole else raw[number] for number in kept]
    return MailBody(
        text="\n".join(unwrap_lines(shown)).strip("\n"),
        removed=tuple(
            Removed(line=0, text=raw[number].strip(), rule=rule)
            for number, rule in sorted(sorted_.rules.items())
            if raw[number].strip()
        ),
        fields=sorted_.fields,
        url=_find_url(lines, sorted_.rules),
    )


def _unquote(line: str) -> MailLine:
    match = _QUOTE.match(line)
    return MailLine(line[match.end() :], quoted=True) if match else MailLine(line)


def _find_url(lines: list[MailLine], rules: Mapping[int, str]) -> str | None:
    for number, rule in sorted(rules.items()):
        if rule == "view-in-browser" and (match := re.search(r"https?://[^\s<>\"\]]{4,500}", lines[number].text)):
            return match[0].rstrip(").,")
    return None


def unwrap_lines(lines: Sequence[str]) -> list[str]:
    """Lines that a mail program broke at its width made whole: the next word would not have fitted in them."""
    width = max(map(len, lines), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return list(lines)
    out: list[list[str]] = []
    above, broken = "", 0
    for line in lines:
        word = line.partition(" ")[0]
        if above.strip() and word and not _ITEM.match(line) and len(above.rstrip()) + 1 + len(word) > width:
            out[-1].append(line)
            broken += not above.rstrip().endswith(_ENDS)
        else:
            out.append([line])
        above = line
    joined = len(lines) - len(out)
    if broken * 2 < joined:
        return list(lines)  # lines of about one length, each a sentence of its own
    return [" ".join(piece.strip() for piece in pieces) if len(pieces) > 1 else pieces[0] for pieces in out]


def unwrap_flowed(text: str, delete_space: bool) -> str:
    """Lines of a `format=flowed` text made whole (RFC 3676): one that ends in a space goes on in the next.

    `delete_space` = the space at the end is no part of the text (`delsp=yes`).
    """
    out: list[list[str]] = []
    open_depth = -1
    for line in text.split("\n"):
        depth = len(line) - len(line.lstrip(">"))
        rest = line[depth:].removeprefix(" ")
        flows = rest.endswith(" ") and rest != "-- "
        shown = rest[:-1] if flows and delete_space else rest
        if depth == open_depth and rest != "-- ":
            out[-1].append(shown)
        else:
            out.append([f"{'>' * depth} {shown}" if depth else shown])
        open_depth = depth if flows else -1
    return "\n".join("".join(pieces) for pieces in out)
