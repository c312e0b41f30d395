"""Candidates for new cleaning rules, for programs and for people: `digest show --unknown`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from generator.extract.recurring import Recurring
from generator.site_rules import FILE
from generator.vocabulary.cleaning import Rule


def unknown_records(found: Sequence[Recurring]) -> Iterator[str]:
    """One JSON object a line for each candidate; `rule` has the keys of a rule in cleaning.yml."""
    for entry in found:
        record = {"source": entry.source, "text": entry.rule.example, "articles": entry.count, "path": entry.path}
        yield json.dumps(record | {"rule": _keys(entry.rule)}, ensure_ascii=False)


def unknown_lines(found: Sequence[Recurring]) -> Iterator[str]:
    """Source by source, what recurs and in how many articles; each as a rule that can be pasted into cleaning.yml."""
    if not found:
        yield "Nothing recurs over three articles of a source that no rule knows."
        return
    yield f"# Candidates: paste what is furniture below `rules:` in {FILE}; leave what is the source's own words."
    yield "rules:"
    for source, entries in groupby(found, key=lambda entry: entry.source):
        yield ""
        yield f"  # --- {source or 'articles that name no source'}"
        for entry in entries:
            yield f"  # in {entry.count} articles, such as {entry.path}"
            for number, (key, value) in enumerate(_keys(entry.rule).items()):
                yield f"  {'- ' if number == 0 else '  '}{key}: {_scalar(value)}"


def _keys(rule: Rule) -> dict[str, Any]:
    keys: dict[str, Any] = {"id": rule.id, "scope": rule.scope, "pattern": rule.pattern, "example": rule.example}
    return keys | ({"source": rule.source[0]} if rule.source else {})


def _scalar(value: str) -> str:
    """Text as YAML takes it, word for word: in single quotes, which know no escapes."""
    quoted = value.replace("'", "''")
    return f"'{quoted}'" if not value.replace("-", "").isalnum() or not value.isascii() else value
