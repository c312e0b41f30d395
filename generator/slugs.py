"""Names and titles as parts of addresses."""

from __future__ import annotations

import re
import unicodedata

_DASHES = re.compile(r"[^\w]+|_+")
# Latin letters that Unicode does not decompose.
_LATIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d", "’": None, "'": None}
)


def slugify(text: str, longest: int = 80) -> str:
    """Lower-case words joined by dashes, Latin accents dropped, other scripts kept; cut at a word; never empty.

    >>> slugify("Macri’s first day: “a new era”, Buenos Aires, São Paulo")
    'macris-first-day-a-new-era-buenos-aires-sao-paulo'
    """
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_LATIN))
    plain = "".join(c for c in folded if not unicodedata.combining(c) or ord(c) > 0x36F)
    slug = _DASHES.sub("-", unicodedata.normalize("NFC", plain)).strip("-")
    if len(slug) > longest:
        slug = slug[: longest + 1].rpartition("-")[0] or slug[:longest]
    return slug or "untitled"
