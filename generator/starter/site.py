"""A site of one's own: a folder name in, its first files out, ready to build and to publish from CI."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from generator import __version__
from generator.exceptions import GeneratorError
from generator.files import write_whole

_FILES = {
    "mkdocs.yml": "mkdocs.yml",
    "README.md": "README.md",
    "about.md": "content/about.md",
    "gitignore": ".gitignore",
    "requirements.txt": "requirements.txt",
    "publish.yml": ".github/workflows/publish.yml",
}
"""Packaged file -> where it goes in the site."""

_EMPTY = ("content/inbox/.gitkeep", "content/articles/.gitkeep")


def make_starter(folder: Path, name: str = "") -> tuple[Path, ...]:
    """Write the files of a new site into `folder`, which must be new or empty, and return their paths.

    Raises GeneratorError when the folder holds anything: nothing is ever overwritten.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise GeneratorError(f"{folder} is there already and not empty; name a new folder")
    title = name or folder.resolve().name.replace("-", " ").replace("_", " ").title()
    written = []
    for packaged, target in _FILES.items():
        text = resources.files("generator.starter").joinpath("files", packaged).read_text("utf-8")
        for key, value in {"{name}": title.replace('"', "'"), "{version}": __version__}.items():
            text = text.replace(key, value)
        written.append(_write(folder / target, text))
    written.extend(_write(folder / target, "") for target in _EMPTY)
    return tuple(written)


def _write(path: Path, text: str) -> Path:
    write_whole(path, text.encode("utf-8"))
    return path
