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
# Browsers read the narrower charset as the wider (WHATWG Encoding Standard, section 4.2).
_WIDER = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "latin-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949", "shift_jis": "cp932",
}  # fmt: skip
# Python's codecs that are escapes and archives, not charsets of documents.
_NO_CHARSETS = frozenset(
    "base64 bz2 hex quopri rot-13 uu zlib idna punycode undefined unicode-escape raw-unicode-escape utf-7".split()
)
# A file with less than this share of bytes that are not UTF-8 is UTF-8 with damage, not another encoding.
_DAMAGED = 0.002
# Control characters that neither HTML nor YAML nor XML may hold; form feeds and vertical tabs end a line.
_BREAKS = "\r\x0b\x0c\x85\u2028\u2029"
_CONTROLS = "".join(map(chr, (*range(0x09), *range(0x0E, 0x20), 0x7F, 0xFEFF, 0xFFFE, 0xFFFF)))
_SURROGATES = re.compile(r"[\ud800-\udfff]")


def has_wide_bom(data: bytes) -> bool:
    """Whether the file says that it is UTF-16 or UTF-32, in which NUL bytes are no sign of a binary."""
    return any(data.startswith(bom) for bom, _ in _BOMS[1:])


def decode_text(data: bytes) -> str:
    """The text of a file: byte order mark, UTF-8, the charset an HTML page declares, Windows-1252; never fails."""
    return _clean(_decode(data))


def _clean(text: str) -> str:
    # One search for each sign, most of which no file holds: ten times as fast as a pattern of them all.
    text = text.replace("\r\n", "\n")
    for signs, instead in ((_BREAKS, "\n"), (_CONTROLS, "")):
        for sign in signs:
            if sign in text:
                text = text.replace(sign, instead)
    return text


def clean_text(text: str) -> str:
    """Text that another parser decoded, made like ours; escapes can say what no file may hold (`\\ud800`, `&#1;`)."""
    return text if text.isprintable() else _clean(_SURROGATES.sub("\ufffd", text))


def decode_declared(data: bytes, charset: str | None) -> str:
    """The text of bytes whose charset is declared outside them, by a mail's header or a web server; never fails.

    A byte order mark comes first; UTF-8 comes before Western charsets, which are often declared for it in error.
    """
    encoding = _find_encoding(charset or "")
    if encoding is None or any(data.startswith(bom) for bom, _ in _BOMS):
        return decode_text(data)
    for candidate in ("utf-8", encoding) if encoding == "cp1252" else (encoding, "utf-8"):
        try:
            text = data.decode(candidate)
        except (UnicodeError, ValueError):
            continue
        return _clean(text)
    return _clean(_decode(data) if encoding == "utf-8" else _decode_as(encoding, data) or "")


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


def _find_encoding(name: str) -> str | None:
    """Python's name of a charset; None for one it does not know, and for codecs that are no charsets."""
    try:
        encoding = codecs.lookup(name.strip("\"' ")).name
    except (LookupError, ValueError):
        return None
    return None if encoding in _NO_CHARSETS else _WIDER.get(encoding, encoding)


def _decode_as(name: str, data: bytes) -> str | None:
    encoding = _find_encoding(name)
    if encoding is None:
        return None
    try:
        text = data.decode(encoding, "replace")
    except (UnicodeError, LookupError, ValueError):
        return None
    return text if isinstance(text, str) else None
