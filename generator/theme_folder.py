"""Where the theme's templates and assets are: beside the package in a checkout, inside it once installed.

MkDocs finds a theme through an entry point's module and takes the folder of its `__file__`, hence the last line.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent

THEME_FOLDER = next(p for p in (_PACKAGE / "theme", _PACKAGE.parent / "theme") if (p / "mkdocs_theme.yml").is_file())
"""Folder of the packaged theme."""

__file__ = str(THEME_FOLDER / "mkdocs_theme.yml")
