"""Packaged lists of words and rows. In: a package and the name of a text file in it. Out: its lines, or its words.

Lines that begin with # are notes.
"""

from __future__ import annotations

from importlib.resources import files


def read_lines(package: str, name: str) -> list[str]:
    """The lines that are neither notes nor empty."""
    text = files(package).joinpath(name).read_bytes().decode("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def read_words(package: str, name: str) -> list[str]:
    """The words of a file of words that are divided by white space, in order."""
    return [word for line in read_lines(package, name) for word in line.split()]
