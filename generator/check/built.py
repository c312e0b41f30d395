"""A built site as the rules see it. In: its folder. Out: the names of its files and a summary of each page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.check.addresses import SiteAddresses
from generator.check.finding import Finding
from generator.check.page import PageSummary, read_page
from generator.exceptions import GeneratorError

HOME, LOST = "index.html", "404.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltSite:
    """The site on disk. `files` are POSIX paths below `folder`, sorted; `unread` says which pages could not be read."""

    folder: Path
    addresses: SiteAddresses
    files: tuple[str, ...]
    pages: Mapping[str, PageSummary]
    unread: tuple[Finding, ...]

    def read(self, path: str) -> bytes:
        """The bytes of a file of the site."""
        return (self.folder / path).read_bytes()


def read_site(folder: Path, site_url: str) -> BuiltSite:
    """Read every page once. Raises GeneratorError when there is no built site in the folder."""
    if not (folder / HOME).is_file():
        raise GeneratorError(f"{folder}: there is no built site here (no {HOME}); build it first: digest build")
    files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    pages: dict[str, PageSummary] = {}
    unread: list[Finding] = []
    for path in files:
        if path.endswith(".html"):
            try:
                pages[path] = read_page(path, (folder / path).read_bytes())
            except UnicodeDecodeError as error:
                unread.append(Finding(path=path, rule="html-encoding", message=f"is not UTF-8: {error}"))
    addresses = SiteAddresses(site_url if site_url.endswith("/") else f"{site_url}/")
    return BuiltSite(folder=folder, addresses=addresses, files=tuple(files), pages=pages, unread=tuple(unread))
