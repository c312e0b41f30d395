"""Pieces of pages that many pages show alike. In: rows, templates. Out: each piece as html, rendered once.

An article stands in the lists of its topics, names and source. Most of these lie equally deep in the site, so that its
row there is the same text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markupsafe import Markup

from generator.render.templates import Templates
from generator.render.views import RowView


class Fragments:
    """Articles' rows under the heading of their day, by article and way up to the root."""

    def __init__(self, templates: Templates, rows: Mapping[str, RowView]) -> None:
        self._write: Callable[..., Markup] = templates.macro("macros.html", "row")
        self._rows = rows
        self._made: dict[tuple[str, str], Markup] = {}

    def row(self, article: str, root: str) -> Markup:
        """The row of an article on a page whose way up is `root`."""
        made = self._made.get((article, root))
        if made is None:
            row = self._rows[article]
            made = self._made[article, root] = self._write(row, root, row.time)
        return made
