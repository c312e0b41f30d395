"""Who has a role in the article: the words of a role in, the one person of whom they are said out.

A role stands before a name ("Calder boss Frank Ostler"), after it between commas ("Desmond Achterberg, mayor of
Oldhaven"), or was found with the name. Where two persons have it, nobody is meant for sure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.enrich.quotes.page import Named, Page, Speaker

_LONGEST_ROLE = 6
_FARTHEST = 100
"""Names back that are looked at."""


def names_before(page: Page, at: int) -> Iterator[Named]:
    """The names before a token, the last first, as far back as a role is remembered."""
    return page.named_before(at, _FARTHEST)


def person_with_role(page: Page, at: int, words: Sequence[str]) -> Speaker | None:
    """The only person named before token `at` of whom these words (in lower case) are said."""
    told = [word for word in words if word not in page.words.plain]
    if told and told[-1] in page.words.many:
        return None
    found: dict[str, Named] = {}
    for named in names_before(page, at):
        if named.mention.kind == "person" and named.mention.entity not in found and _has_role(page, named, told):
            found[named.mention.entity] = named
        if len(found) > 1:
            return None
    return page.speaker(next(iter(found.values())).mention) if told and len(found) == 1 else None


def _has_role(page: Page, named: Named, words: Sequence[str]) -> bool:
    roles = [role.lower().split() for role in page.entities[named.mention.entity].roles]
    return any(_says(page, role, words) for role in (*roles, _title(page, named), _apposition(page, named)))


def _says(page: Page, role: Sequence[str], words: Sequence[str]) -> bool:
    """Whether a role is what the words say, and no vice president the president."""
    return all(word in role for word in words) and not any(
        word in page.words.qualifiers and word not in words and word != "former" for word in role
    )


def _title(page: Page, named: Named) -> list[str]:
    """The words before a name, back to a mark, a small word or the sentence's start."""
    title: list[str] = []
    at = named.first
    while at - 1 >= 0 and at not in page.tokens.breaks and len(title) < _LONGEST_ROLE:
        word = page.tokens.words[at - 1]
        if not word[0].isalpha() or page.low(at - 1) in page.words.functions or page.low(at - 1) in page.words.verbs:
            break
        at -= 1
        title.insert(0, word.lower())
    return title


def _apposition(page: Page, named: Named) -> list[str]:
    """The words between commas after a name."""
    if page.tokens.word(named.end) != ",":
        return []
    words: list[str] = []
    for at in range(named.end + 1, min(named.end + 2 + _LONGEST_ROLE, len(page.tokens))):
        word = page.tokens.words[at]
        if not word[0].isalnum() or page.low(at) in page.words.functions or page.low(at) in page.words.verbs:
            break
        words.append(word.lower())
    return words if any(word in page.words.people for word in words) else []
