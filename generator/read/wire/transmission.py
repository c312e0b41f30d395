"""Messages as they were sent over a wire, framed by control characters: what IPTC 7901 and ANPA 1312 have in common.

    SYN SYN SOH header STX text ETX end EOT

Bytes come in; the parts of each message go out. Some systems leave characters out or fill gaps with NUL and DEL.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.read.decoding import decode_text

_SOH, _STX, _ETX, _EOT = b"\x01", b"\x02", b"\x03", b"\x04"
_FILL = re.compile(rb"[\x00\x7f]+")
# Some systems send the sign of a header twice.
_START = re.compile(rb"[\x00\x01\x16\x7f\s]{0,400}\x01(?=[\x20-\x7e]{2})")
_LONGEST_HEADER = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message: `text` as bytes, because some of its control characters say how it is set."""

    header: str
    text: bytes
    end: str
    whole: bool
    """Whether the end of the text was sent."""


def is_transmission(data: bytes) -> bool:
    """Whether a file begins with the start of a message's header and holds the start of a text."""
    return _START.match(data) is not None and _STX in data[:_LONGEST_HEADER]


def first_header(data: bytes) -> bytes:
    """What follows the sign that the first header begins with."""
    start = _START.match(data)
    return data[start.end() : start.end() + _LONGEST_HEADER] if start else b""


def split_messages(data: bytes) -> tuple[Message, ...]:
    """The messages of a file; one without the start of a text holds none and is left out."""
    parts = (part for part in _FILL.sub(b"", data).split(_SOH)[1:] if _STX in part)
    return tuple(_read_message(part) for part in parts)


def _read_message(part: bytes) -> Message:
    header, _, rest = part.partition(_STX)
    text, ended, end = rest.partition(_ETX)
    if not ended:
        text, ended, _ = rest.partition(_EOT)
    end = end.partition(_EOT)[0]
    return Message(header=decode_text(header), text=text, end=decode_text(end), whole=bool(ended))
