"""The closing line of an agency's report, `(Reporting by A; Editing by B)`: is a line one, and who reported by it."""

from __future__ import annotations

import re

from generator.extract.head.names import is_name, tidy_name

_SIGN_OFF = re.compile(
    r"(?P<sign>[(\[—–-]?)\s?(?:additional |further |with )?"
    r"(?:reporting|assistance|writing|compiled|reported|written|edit(?:ing|ed)|compiling"
    r"|translat(?:ing|ed)|produc(?:ing|ed))(?: and (?:writing|reporting|editing))? (?:by|from) (?P<names>.{3,400})",
    re.IGNORECASE,
)
_REPORTED_BY = re.compile(
    r"(?<!additional )(?<!further )(?<!with )\b(?:reporting|reported)(?: and writing)? by (?P<names>[^;.)\]]{3,200})",
    re.IGNORECASE,
)
# "Written by hand in 1850, …" is prose.
_NAMED = re.compile(r"[^a-zß-öø-ÿ]|(?:de|da|van|von|al|el|bin|di|du|la|le|our|staff|agencies)\b")
# "Produced by Sample Films, it was shown …", "Writing from Portsea, Ann Field told …": so is what goes on to tell.
_TELLS = re.compile(
    r"\b(?:is|are|was|were|has|had|have|will|would|can|could|says?|said|told|tells|became|made|sold|won|took|it|he|she"
    r"|they|his|its|their|which|(?!(?:edit|compil|translat|produc|report|contribut|bas|assist)ed\b)[a-z]{2,20}ed)\b"
)
_NAMES = re.compile(r"\s*(?:;|,|&|\band\b|\bwith\b|\s/\s)\s*", re.IGNORECASE)
_PLACE = re.compile(r"^in .*|(?:\s*,?\s+(?:at|from)\s+|\bin )[A-Z\u00c0-\u00de].*")


def is_sign_off(text: str) -> bool:
    """Whether a line is an agency's closing line of who reported, wrote and edited."""
    match = _SIGN_OFF.match(text)
    if match is None or match["sign"]:
        return match is not None
    return _NAMED.match(match["names"]) is not None and _TELLS.search(match["names"]) is None


def read_sign_off(text: str) -> tuple[str, ...]:
    """The reporters named in a closing line; those who edited are not authors."""
    match = _REPORTED_BY.search(text[:500])
    if match is None:
        return ()
    names = (_PLACE.sub("", part).strip() for part in _NAMES.split(match["names"]))
    return tuple(dict.fromkeys(tidy_name(name) for name in names if is_name(name)))
