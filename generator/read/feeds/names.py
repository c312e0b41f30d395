"""Names of authors as feeds and tables print them: `jane@example.org (Jane Doe)`, `By A and B`, `A; B`."""

from __future__ import annotations

import re

from generator.read.plain_html import strip_tags

_BY = re.compile(r"(?:by|von|par|por|di)\s+", re.IGNORECASE)
_MAIL = re.compile(r"(?:mailto:)?[\w.+-]{1,64}@[\w.-]{1,200}")
_BETWEEN = re.compile(r"\s*(?:;|\||,|&|\band\b)\s*")
_LONGEST = 300
_LONGEST_NAME = 80
# What software writes where no author was given.
_NOBODY = frozenset(
    "admin administrator anonymous author blogger editor guest n/a noreply no-reply none root unknown user webmaster"
    " wordpress".split()
)


def read_names(texts: tuple[str, ...]) -> tuple[str, ...]:
    """The names in one or several texts, each once; addresses and what stands for nobody left out."""
    names = (name for text in texts for name in _split(text))
    return tuple(dict.fromkeys(name for name in names if name.casefold() not in _NOBODY))


def _split(text: str) -> list[str]:
    plain = strip_tags(text[: 4 * _LONGEST]) if "<" in text or "&" in text else " ".join(text.split())
    if len(plain) > _LONGEST or "://" in plain:
        return []
    bare = _MAIL.sub(" ", _BY.sub("", plain, count=1) if _BY.match(plain) else plain)
    parts = _BETWEEN.split(bare.strip(" ()<>[],;").partition(" in ")[0])
    names = (" ".join(part.split()).strip(" ()<>[]") for part in parts)
    return [name for name in names if name and len(name) <= _LONGEST_NAME and any(map(str.isalpha, name))]
