"""The raw files of a site: which there are, what they are called, and their bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.config import Config
from generator.exceptions import UnreadableError
from generator.files import list_files, printable_name
from generator.model import Problem
from generator.record.shelf import OUTSIDE


@dataclass(frozen=True, slots=True)
class RawFile:
    """A raw file: its path below the inbox (`../name` when it lies elsewhere), its bytes and their SHA-256 in hex."""

    name: str
    data: bytes
    sha256: str


def name_files(config: Config, files: Sequence[Path]) -> list[tuple[str, Path]]:
    """The named files, each once, or those of the inbox; each with what an article's origin calls it."""
    inbox = config.site.docs_dir / config.convert.inbox
    once = {file.resolve(): file for file in reversed(files)}  # of a file named twice, the first
    wanted = reversed(once.values()) if files else (inbox / name for name in list_files(inbox))
    return [(origin_path(file, inbox), file) for file in wanted]


def origin_path(file: Path, inbox: Path) -> str:
    """What an article's origin calls the raw file it came from."""
    home = inbox.resolve()
    resolved = file.absolute() if file.is_symlink() else file.resolve()
    inside = resolved.is_relative_to(home)
    return printable_name(resolved.relative_to(home).as_posix() if inside else f"{OUTSIDE}{file.name}")


def read_files(named: Sequence[tuple[str, Path]], config: Config, problems: list[Problem]) -> list[RawFile]:
    """The raw files that can be read; of equal files, the first."""
    found: list[RawFile] = []
    seen: dict[str, str] = {}
    for name, file in named:
        try:
            data = read_raw(file, name, config)
        except UnreadableError as error:
            problems.append(Problem(path=name, message=str(error)))
            continue
        sha256 = hashlib.sha256(data).hexdigest()
        if sha256 in seen:
            twin = seen[sha256]
            problems.append(Problem(path=name, message=f"{name}: the same file as {twin}; remove one of the two"))
        else:
            seen[sha256] = name
            found.append(RawFile(name, data, sha256))
    return found


def read_raw(file: Path, name: str, config: Config) -> bytes:
    """A raw file's bytes. Raises UnreadableError when it is none, too large, or cannot be read."""
    limit = config.convert.max_megabytes * 1_000_000
    try:
        if file.is_dir():
            raise UnreadableError(f"{name}: is a folder; name its files: {file / '*'}")
        if not file.is_file():
            raise UnreadableError(f"{name}: is no ordinary file; an article is needed as text")
        if file.stat().st_size <= limit:
            return file.read_bytes()
    except OSError as error:
        raise UnreadableError(f"{name}: cannot be read ({error.strerror})") from None
    most = config.convert.max_megabytes
    raise UnreadableError(f"{name}: larger than {most} MB; split it, or raise convert: max_megabytes in mkdocs.yml")
