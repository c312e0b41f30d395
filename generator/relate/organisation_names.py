"""Names of organisations in comparable form: a name in, the words that tell it out. Nothing here merges anything."""

from __future__ import annotations

from functools import lru_cache

from generator.relate.variants import load_variants
from generator.slugs import slugify

_LINKS = ("of", "for")
_SHORTENED = {"foreign-affairs": "foreign", "home-affairs": "home"}


@lru_cache(maxsize=65_536)
def organisation_key(name: str) -> str:
    """The name without company forms and articles, ministries one way round, spellings as in Britain.

    >>> organisation_key("The Ministry of Defense")
    'defence-ministry'
    """
    words = load_variants()
    tokens = slugify(name.replace("&", " and ").replace("’", "").replace("'", ""), longest=400).split("-")
    tokens = [words.spellings.get(token, token) for token in tokens if token not in ("the", "and")]
    while len(tokens) > 1 and tokens[-1] in words.company_forms:
        tokens.pop()
    for at, token in enumerate(tokens[:-2]):
        if token in words.heads_of and tokens[at + 1] in _LINKS:
            tokens = [*tokens[:at], *tokens[at + 2 :], token]
            break
    key = "-".join(tokens)
    for long, short in _SHORTENED.items():
        key = key.replace(f"{long}-ministry", f"{short}-ministry")
    return key or slugify(name)


@lru_cache(maxsize=65_536)
def national_body(name: str) -> str:
    """The key of a body that many countries have, without what stands before it ("Indian"); empty for other bodies."""
    bodies = load_variants().national
    tokens = organisation_key(name).split("-")
    for at in range(min(3, len(tokens))):
        rest = "-".join(tokens[at:])
        if rest in bodies:
            return rest
    return ""


def is_acronym(name: str) -> bool:
    """Whether a name is an acronym: `OHS`, `O.H.S.`."""
    letters = name.replace(".", "")
    return 1 < len(letters) < 8 and letters.isupper() and letters.isalpha()
