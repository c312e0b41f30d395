"""Tells what kind of binary a file is that holds no article text, and what to do with it."""

from __future__ import annotations

import re

_PASTE = "open it, copy the article's text and save that as a .txt file"
_MAGIC = (
    (b"%PDF-", "a PDF document", _PASTE),
    (b"PK\x03\x04", "a zip archive or an office document (docx, odt, epub)", _PASTE),
    (b"PK\x05\x06", "an empty zip archive", "delete it"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document (doc, xls, msg)", _PASTE),
    (b"{\\rtf", "a rich text document (rtf)", _PASTE),
    (b"\x1f\x8b", "a gzip archive", "unpack it and put the files inside into the inbox"),
    (b"BZh", "a bzip2 archive", "unpack it and put the files inside into the inbox"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it and put the files inside into the inbox"),
    (b"Rar!\x1a\x07", "a RAR archive", "unpack it and put the files inside into the inbox"),
    (b"\x89PNG\r\n", "a PNG image", "an article is needed as text; delete the image or keep it elsewhere"),
    (b"\xff\xd8\xff", "a JPEG image", "an article is needed as text; delete the image or keep it elsewhere"),
    (b"GIF87a", "a GIF image", "an article is needed as text; delete the image or keep it elsewhere"),
    (b"GIF89a", "a GIF image", "an article is needed as text; delete the image or keep it elsewhere"),
    (b"SQLite format 3\x00", "an SQLite database", "delete it or keep it elsewhere"),
)
_WEBP = re.compile(rb"RIFF.{4}WEBP", re.DOTALL)


def recognise_binary(data: bytes, wide: bool) -> tuple[str, str] | None:
    """What a file is that holds no text, and what to do with it; None for text.

    `wide` = NUL bytes are no sign of a binary: the file is UTF-16 or UTF-32, or made of parts of any kind.
    """
    for magic, what, remedy in _MAGIC:
        if data.startswith(magic):
            return what, remedy
    if _WEBP.match(data):
        return "a WebP image", "an article is needed as text; delete the image or keep it elsewhere"
    if b"\x00" in data and not wide:
        return "a binary file (it holds NUL bytes)", _PASTE
    return None
