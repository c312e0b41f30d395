"""An Internet message (RFC 5322, MIME) taken apart: headers as text, parts with their bytes decoded. Never fails.

Mails and pages saved as MHTML are both such messages. Headers are read with the plain policy and decoded here, because
the newer one raises on much that real mail holds.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email import policy
from email.message import Message
from email.parser import BytesHeaderParser

from generator.exceptions import UnreadableError
from generator.read.decoding import decode_declared, decode_text

_LOOK_WITHIN = 20_000
# Longer headers than any that is read here; the library's work on parameters grows with their square.
_LONGEST_HEADER = 8_000
_LONGEST_HEAD = 300_000
# Mails passed on within mails nest four or five levels.
_DEEPEST = 12
_MOST_PARTS = 2_000
_HEAD_END = re.compile(rb"\r?\n[ \t]{0,200}\r?\n|\A\r?\n")
_HEADER_LINE = re.compile(r"([A-Za-z][A-Za-z0-9-]{0,70})\s?:(?:\s|\Z|(?=\S))")
_MBOX_LINE = re.compile(r"From \S{1,300}(?: .{0,200})?\Z")
_ENCODED = re.compile(r"=\?([A-Za-z0-9_.:-]{1,40})(?:\*[\w-]{0,20})?\?([BbQq])\?([^?\n]{0,4000})\?=")
_NO_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")
_HEX = re.compile(rb"=([0-9A-Fa-f]{2})")


class _ShortHeaders(policy.Compat32):
    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST_HEADER]


_PARSER = BytesHeaderParser(policy=_ShortHeaders())


@dataclass(frozen=True, slots=True)
class Part:
    """A message, or a part of one: its header, its bytes as sent, and the parts that those are made of."""

    header: Message[str, str]
    body: bytes
    kind: str
    """The media type, in small letters."""
    fields: Mapping[str, str]
    """The header's fields as sent, by their names in small letters; of several of one name, the first."""
    parts: tuple[Part, ...] = ()


def header_names(text: str) -> frozenset[str]:
    """The names, in small letters, of the headers that a text begins with; none unless all its first lines are such."""
    lines = text[:_LOOK_WITHIN].lstrip().split("\n")
    if _MBOX_LINE.match(lines[0]):
        del lines[0]
    names = set()
    for line in lines:
        if not line.strip():
            break
        match = _HEADER_LINE.match(line)
        if match:
            names.add(match[1].lower())
        elif line[0] not in " \t" or not names:
            cut_off = line is lines[-1] and len(text) > _LOOK_WITHIN
            return frozenset(names) if cut_off else frozenset()
    return frozenset(names)


def is_message(data: bytes) -> bool:
    """Whether a file begins as a message does, whose parts may be bytes of any kind."""
    return bool(header_names(data[:_LOOK_WITHIN].decode("latin-1").replace("\r\n", "\n")) & {"mime-version"})


def parse_message(data: bytes, path: str) -> Part:
    """Take a message apart. Raises UnreadableError when its parts are beyond reason, in number or depth."""
    return _Parser(path).parse(data.removeprefix(b"\xef\xbb\xbf").lstrip(), 0, "text/plain")


class _Parser:
    """Splits parts at their boundaries, as bytes: the standard library's parser looks at every line at every depth."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._parts = 0

    def parse(self, data: bytes, depth: int, default: str) -> Part:
        self._parts += 1
        if depth > _DEEPEST or self._parts > _MOST_PARTS:
            raise UnreadableError(
                f"{self._path}: its parts are nested too deeply, or too many, for a mail; "
                "save the article's text as a .txt file"
            )
        end = _HEAD_END.search(data)
        head, body = (data[: end.start()], data[end.end() :]) if end else (data, b"")
        header = _PARSER.parsebytes(head[:_LONGEST_HEAD])
        kind = header.get_content_type() if "content-type" in header else default
        boundary = _parameter(header, "boundary") if kind.startswith("multipart/") else None
        fields = {name.lower(): str(value) for name, value in reversed(list(header.raw_items()))}
        if not boundary:
            return Part(header, body, kind, fields)
        default = "message/rfc822" if kind == "multipart/digest" else "text/plain"
        pieces = _split(body, boundary)
        return Part(header, body, kind, fields, tuple(self.parse(piece, depth + 1, default) for piece in pieces))


def _split(body: bytes, boundary: str) -> list[bytes]:
    """What stands between the boundary lines; what stands above the first and below the last is nothing."""
    line = re.escape(boundary.encode("utf-8", "surrogateescape"))
    marks = list(re.finditer(rb"(?:\A|\r?\n)--" + line + rb"(?P<last>--)?[ \t]{0,200}(?=\r?\n|\Z)", body))
    pieces = []
    for number, mark in enumerate(marks):
        if mark["last"] is not None:
            break
        end = marks[number + 1].start() if number + 1 < len(marks) else len(body)
        piece = body[mark.end() : end]
        pieces.append(piece.removeprefix(b"\r").removeprefix(b"\n"))
    return pieces


def read_header(message: Part, name: str) -> str | None:
    """A header's text on one line, encoded words decoded (RFC 2047); None when it is not there or empty."""
    value = message.fields.get(name)
    return " ".join(decode_words(_as_text(value)).split()) or None if value else None


def _as_text(value: str) -> str:
    """A header as the parser keeps it: bytes beyond ASCII are surrogates."""
    return decode_text(value.encode("utf-8", "surrogateescape"))


def decode_words(text: str) -> str:
    """A text with its encoded words decoded; white space between two of them is no part of it."""
    parts: list[str] = []
    waiting: tuple[str, bytes] | None = None
    end = 0
    for match in _ENCODED.finditer(text):
        between = text[end : match.start()]
        end = match.end()
        charset, data = match[1], _word_bytes(match[1], match[2], match[3])
        if waiting and not between.strip() and waiting[0].lower() == charset.lower():
            waiting = (charset, waiting[1] + data)  # a character may begin in one word and end in the next
            continue
        if waiting:
            parts.append(decode_declared(waiting[1], waiting[0]))
        if between.strip() or not waiting:
            parts.append(between)
        waiting = (charset, data)
    if waiting:
        parts.append(decode_declared(waiting[1], waiting[0]))
    return "".join([*parts, text[end:]])


def _word_bytes(charset: str, encoding: str, payload: str) -> bytes:
    try:
        data = payload.encode("ascii" if payload.isascii() else charset, "replace")
    except (LookupError, ValueError):
        data = payload.encode("utf-8", "replace")
    if encoding in "Qq":
        return _HEX.sub(lambda match: bytes.fromhex(match[1].decode()), data.replace(b"_", b" "))
    return _decode_base64(data)


def _decode_base64(data: bytes) -> bytes:
    data = data.rstrip(b"=")
    for padding in (b"", b"=", b"==", b"A=="):
        try:
            return binascii.a2b_base64(data + padding)
        except binascii.Error:
            continue
    return data


def walk_parts(message: Part) -> Iterator[Part]:
    """The parts that hold something themselves, in order; an enclosed message is one, and not entered."""
    if not message.parts:
        yield message
    for part in message.parts:
        yield from walk_parts(part)


def part_bytes(part: Part) -> bytes:
    """What a part holds, its transfer encoding undone (RFC 2045, section 6); damaged encoding as far as it goes."""
    encoding = (read_header(part, "content-transfer-encoding") or "").lower()
    if encoding == "base64":
        return _decode_base64(_NO_BASE64.sub(b"", part.body))
    if encoding == "quoted-printable":
        return binascii.a2b_qp(part.body)
    return part.body


def part_text(part: Part) -> str:
    """The text of a part, in the charset it declares, or the one it shows when that is unknown or wrong."""
    return decode_declared(part_bytes(part), read_parameter(part, "charset"))


def read_parameter(part: Part, name: str) -> str | None:
    """A parameter of a part's content type: `charset`, `format`, `type`."""
    return _parameter(part.header, name)


def _parameter(header: Message[str, str], name: str) -> str | None:
    value = header.get_param(name)
    if isinstance(value, tuple):
        value = value[2]
    return value.strip() if isinstance(value, str) and value.strip() else None


def is_attachment(part: Part) -> bool:
    """Whether a part was sent along with the text, not as a part of it."""
    return part.header.get_content_disposition() == "attachment" or part_name(part) is not None


def part_name(part: Part) -> str | None:
    """The file name a part was sent under."""
    name = part.header.get_filename()
    return " ".join(decode_words(_as_text(name)).split())[:200] or None if name else None
