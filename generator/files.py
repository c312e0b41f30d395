"""Content files: found in a fixed order, read whole, written whole or not at all."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from generator.exceptions import PublishError


def list_files(folder: Path, suffixes: tuple[str, ...] = ()) -> tuple[str, ...]:
    """POSIX paths below `folder` of its files, sorted; hidden ones and links that lead out of it are passed over."""
    if not folder.is_dir():
        return ()
    home = folder.resolve()
    found = []
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(parent, name)
            if name.startswith(".") or (suffixes and not name.lower().endswith(suffixes)):
                continue
            if path.is_symlink() and not _stays_in(path, home):
                continue
            found.append(path.relative_to(folder).as_posix())
    return tuple(sorted(found))


def _stays_in(link: Path, home: Path) -> bool:
    try:
        return link.resolve(strict=True).is_relative_to(home)
    except (OSError, RuntimeError):  # it leads nowhere, or to itself
        return False


def printable_name(name: str) -> str:
    """A file name as text; bytes that are no UTF-8 (names out of old archives) become replacement characters."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def is_part(name: str) -> bool:
    """Whether a file is one that `write_whole` had no time to finish."""
    return name.startswith(".") and name.endswith(".part")


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that a reader, or a crash, meets the old bytes or the new ones, never a part.

    Raises PublishError when the disk is full or the folder cannot be written.
    """
    part = path.with_name(f".{path.name[:80]}.{secrets.token_hex(4)}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise PublishError(
            f"{path}: cannot be written ({error.strerror}); free some space or mend its folder"
        ) from error
