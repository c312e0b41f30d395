"""What a check has to say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Finding:
    """A fault of the published site: the file below its root, the rule it breaks, and what is wrong in words."""

    path: str
    rule: str
    message: str
