"""A `Site` to a folder: only what changed is written, what went is taken away."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from generator.exceptions import PublishError
from generator.files import is_part, write_whole
from generator.model import Site

_MARKER = ".news-digest"
_GENERATOR = b'<meta name="generator" content="News Digest">'


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """How many files were written, left as they were, and taken away."""

    written: int
    unchanged: int
    removed: int


def publish_site(site: Site, folder: Path, *, clean: bool = False) -> Published:
    """Make `folder` hold the site and nothing else (hidden files are left alone). With `clean`, write every file.

    Raises PublishError when the folder holds something that is no site of ours, or cannot be written.
    """
    _refuse_foreign(folder)
    write_whole(folder / _MARKER, b"This folder is made by News Digest: what it does not publish is removed.\n")
    wanted = {page.path: page.content for page in site.pages}
    standing, folders = _standing(folder)
    removed = [path for path in standing if path not in wanted]
    for path in removed:
        (folder / path).unlink()
    written = 0
    for path, content in wanted.items():
        target = folder / path
        if clean or standing.get(path) != len(content) or target.read_bytes() != content:
            write_whole(target, content)
            written += 1
    _drop_empty(folders)
    return Published(written=written, unchanged=len(wanted) - written, removed=len(removed))


def _refuse_foreign(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise PublishError(f"{folder} is a file; name another folder with site_dir or --site-dir")
    visible = [entry for entry in folder.iterdir() if not entry.name.startswith(".")] if folder.exists() else []
    if visible and not _is_ours(folder):
        raise PublishError(
            f"{folder} holds files that are no site of ours (such as {sorted(e.name for e in visible)[0]}); "
            "empty it, or name another folder with site_dir or --site-dir"
        )


def _is_ours(folder: Path) -> bool:
    """Marked by an earlier build, even one that was cut short; or made by MkDocs with our theme."""
    home = folder / "index.html"
    return (folder / _MARKER).is_file() or (home.is_file() and _GENERATOR in home.read_bytes())


def _standing(folder: Path) -> tuple[dict[str, int], list[Path]]:
    """Path -> size of every file there that is not hidden, and the folders. Parts a killed build left are removed."""
    sizes: dict[str, int] = {}
    found: list[Path] = []
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found.extend(Path(parent, name) for name in folders)
        for name in names:
            path = Path(parent, name)
            if is_part(name):
                path.unlink()
            elif not name.startswith("."):
                sizes[path.relative_to(folder).as_posix()] = path.lstat().st_size
    return sizes, found


def _drop_empty(folders: list[Path]) -> None:
    """Deepest first."""
    for folder in reversed(folders):
        if not any(folder.iterdir()):
            folder.rmdir()
