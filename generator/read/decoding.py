"""Bytes to text: the encoding a file declares or shows, and one kind of line ending.

Words stay as they were written: nothing is normalised but line endings and characters no text can hold.
"""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The HTML Standard looks for the declaration in the first 1024 bytes; saved pages often have it later.
_CHARSET = re.compile(
    rb"""<meta\s[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE
)
_DECLARED_WITHIN = 8192
# A file with less than this share of bytes that are not UTF-8 is UTF-8 with damage, not another encoding.
_DAMAGED = 0.002
# Control characters that neither HTML nor YAML nor XML may hold; form feeds and vertical tabs end a line.
_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufeff\ufffe\uffff]")


def has_wide_bom(data: bytes) -> bool:
    """Whether the file says that it is UTF-16 or UTF-32, in which NUL bytes are no sign of a binary."""
    return any(data.startswith(bom) for bom, _ in _BOMS[1:])


def decode_text(data: bytes) -> str:
    """The text of a file: byte order mark, UTF-8, the charset an HTML page declares, Windows-1252; never fails."""
    return _CONTROLS.sub("", _BREAKS.sub("\n", _decode(data)))


def _decode(data: bytes) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _CHARSET.search(data[:_DECLARED_WITHIN])
    if declared and (text := _decode_as(declared[1].decode("ascii"), data)) is not None:
        return text
    damaged = data.decode("utf-8", "replace")
    broken = damaged.count("\ufffd")
    whole = sum(1 for character in damaged if character > "\x7f") - broken
    if broken <= whole or (broken <= _DAMAGED * len(data) and whole):
        return damaged
    return data.decode("cp1252", "replace")


def _decode_as(name: str, data: bytes) -> str | None:
    try:
        encoding = codecs.lookup(name).name
    except LookupError:
        return None
    # Browsers read these as Windows-1252 (WHATWG Encoding Standard, section 4.2).
    encoding = "cp1252" if encoding in ("ascii", "iso8859-1", "latin-1") else encoding
    try:
        text = data.decode(encoding, "replace")
    except (UnicodeError, LookupError, ValueError):
        return None
    return text if isinstance(text, str) else None
