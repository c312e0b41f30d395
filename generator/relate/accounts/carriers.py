"""Who else carries a sentence. In: tellings. Out: the claims of a line, its copies' among them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model import Article, Claim
from generator.relate.accounts.line import Line, Telling

_MARKS = re.compile(r"[\W_]+")


class Carriers:
    """The articles of each telling, looked through only where they are asked for."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self._tellings = tellings
        self._places: dict[str, dict[str, int]] = {}

    def claims(self, lines: Sequence[Line]) -> tuple[Claim, ...]:
        """The lines' own claims with those of the copies that have the same sentence, one of each article, in order."""
        found: dict[str, Claim] = {}
        for line in lines:
            for claim in (line.claim, *self._copies(line)):
                found.setdefault(claim.article, claim)
        return tuple(found.values())

    def _copies(self, line: Line) -> list[Claim]:
        claims = []
        for enriched in self._tellings[line.telling].articles[1:]:
            place = self._sentences(enriched.article).get(_plain(line.text))
            if place is not None:
                claims.append(Claim(article=enriched.article.id, sentence=place))
        return claims

    def _sentences(self, article: Article) -> dict[str, int]:
        if article.id not in self._places:
            text = article.text
            pairs = [(_plain(text[span.start : span.end]), place) for place, span in enumerate(article.sentences)]
            self._places[article.id] = dict(reversed(pairs))
        return self._places[article.id]


def _plain(text: str) -> str:
    return _MARKS.sub("", text.casefold())
