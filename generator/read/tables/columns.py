"""Which column of a table, or key of a record, is what: by the names in metadata_keys.yml, or by a given map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.exceptions import UnreadableError
from generator.read.metadata_keys import fold_key, keys_of
from generator.read.source import Source

_MOST_NAMED = 12
_LONGEST_NAME = 40


class Columns:
    """What the columns of a file's rows are. Rows with the same columns are looked at once."""

    def __init__(self, given: Mapping[str, str]) -> None:
        self._given = given
        self._known: dict[tuple[tuple[str, ...], str], tuple[str, ...]] = {}

    def find(self, row: Mapping[str, object], field: str) -> tuple[str, ...]:
        """The columns of a row that can fill a field, best first."""
        asked = (tuple(row), field)
        if asked not in self._known:
            self._known[asked] = find_columns(row, field, self._given)
        return self._known[asked]


def find_columns(names: Iterable[str], field: str, given: Mapping[str, str]) -> tuple[str, ...]:
    """The columns that can fill a field, best first: the one the map gives, then those known by name."""
    folded = {fold_key(name): name for name in reversed(tuple(names))}
    wanted = (fold_key(given[field]),) if field in given else ()
    return tuple(dict.fromkeys(folded[key] for key in (*wanted, *keys_of(field)) if key in folded))


def require_text_column(names: Sequence[str], source: Source, what: str) -> None:
    """Raises UnreadableError when no column holds the articles' text, naming the columns there are."""
    if find_columns(names, "body", source.columns):
        return
    shown = [name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…" for name in names[:_MOST_NAMED]]
    more = " …" if len(names) > _MOST_NAMED else ""
    listed = f"those it has are {', '.join(shown)}{more}" if shown else "it has none"
    raise UnreadableError(
        f"{source.path}: no {what} of it is known to hold an article's text ({listed}); name the one that does in "
        "mkdocs.yml, like `convert: columns: {body: article_text}`"
    )
