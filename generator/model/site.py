"""What is published. In: pages, as bytes. Out: the site."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One file of the site: a POSIX path below its root (`topics/index.html`, `feed.xml`), and its bytes."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The files to publish, sorted by path, each path once."""

    pages: tuple[Page, ...]
