"""Where a link leads. In: an `href` and the file it stands in. Out: the file below the site's root it means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
# Browsers drop these wherever they stand: https://url.spec.whatwg.org/#concept-basic-url-parser
_IGNORED = str.maketrans("", "", "\t\n\r")
INDEX = "index.html"
OUTSIDE = ".."
"""The path of a target on the same host that is not of this site; no file has it."""


@dataclass(frozen=True, slots=True)
class Target:
    """A file of the site and the id within it, both decoded."""

    path: str
    fragment: str


@dataclass(frozen=True, slots=True)
class SiteAddresses:
    """Addresses as seen from a site whose root is at `url`, which ends in a slash."""

    url: str

    def resolve(self, href: str, page: str) -> Target | None:
        """What `href` in the file `page` means; None when it leads to another host or is no page (`mailto:`)."""
        address, _, fragment = href.strip().translate(_IGNORED).partition("#")
        if not address:
            return Target(page, unquote(fragment))
        path = self._path(address.partition("?")[0], page)
        return None if path is None else Target(_file(path), unquote(fragment))

    def file_of(self, url: str) -> str | None:
        """The file behind a whole URL of the site; None when the URL is not of the site."""
        return _file(url[len(self.url) :].partition("#")[0]) if url.startswith(self.url) else None

    def _path(self, address: str, page: str) -> str | None:
        if address.startswith("//"):
            address = f"{urlsplit(self.url).scheme}:{address}"
        if _SCHEME.match(address):
            return address[len(self.url) :] if (address + "/").startswith(self.url) else None
        if address.startswith("/"):
            base = urlsplit(self.url).path
            return address[len(base) :] if (address + "/").startswith(base) else OUTSIDE
        return _join(page.rpartition("/")[0], address or page.rpartition("/")[2])


def _join(folder: str, address: str) -> str:
    parts = folder.split("/") if folder else []
    steps = address.split("/")
    for step in steps:
        if step == "..":
            if not parts:
                return OUTSIDE
            parts.pop()
        elif step not in ("", "."):
            parts.append(step)
    path = "/".join(parts)
    return f"{path}/" if path and steps[-1] in ("", ".", "..") else path


def _file(path: str) -> str:
    path = unquote(path)
    return path + INDEX if not path or path.endswith("/") else path
