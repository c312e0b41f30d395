"""A `Site` to a folder: only what changed is written, what went is taken away."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from generator.exceptions import PublishError
from generator.files import write_whole
from generator.model import Site


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
    wanted = {page.path: page.content for page in site.pages}
    standing = _standing(folder)
    removed = [path for path in standing if path not in wanted]
    for path in removed:
        (folder / path).unlink()
    written = 0
    for path, content in wanted.items():
        target = folder / path
        if clean or standing.get(path) != len(content) or target.read_bytes() != content:
            write_whole(target, content)
            written += 1
    _drop_empty_folders(folder)
    return Published(written=written, unchanged=len(wanted) - written, removed=len(removed))


def _refuse_foreign(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise PublishError(f"{folder} is a file; name another folder with site_dir or --site-dir")
    visible = [entry for entry in folder.iterdir() if not entry.name.startswith(".")] if folder.exists() else []
    if visible and not (folder / "sitemap.xml").is_file():
        raise PublishError(
            f"{folder} holds files that are no site of ours (such as {sorted(e.name for e in visible)[0]}); "
            "empty it, or name another folder with site_dir or --site-dir"
        )


def _standing(folder: Path) -> dict[str, int]:
    """Path -> size of every file there that is not hidden."""
    sizes = {}
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith("."):
                path = Path(parent, name)
                sizes[path.relative_to(folder).as_posix()] = path.lstat().st_size
    return sizes


def _drop_empty_folders(folder: Path) -> None:
    for parent, _, _ in os.walk(folder, topdown=False):
        path = Path(parent)
        if path != folder and not any(path.iterdir()):
            path.rmdir()
