"""The packaged data files of this stage: a file name in, its content out. Read once, when the lexicon is loaded."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import yaml

_TEXT = "tag:yaml.org,2002:str"


def read_table(name: str) -> Any:
    """A YAML data file of `generator/enrich`."""
    loader = _Loader(_read(name))
    try:
        return loader.build(loader.get_single_node())
    finally:
        loader.dispose()


class _Loader(yaml.CSafeLoader):
    """PyYAML's own, which gives the same values in half the time for files that are lists and tables of words."""

    def build(self, node: Any) -> Any:
        """The value of a node."""
        if isinstance(node, yaml.ScalarNode):
            return node.value if node.tag == _TEXT else self.construct_object(node)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item) for item in node.value]
        return {self.build(key): self.build(value) for key, value in node.value}


def read_words(name: str) -> frozenset[str]:
    """A text file of words divided by white space; lines that begin with # are notes."""
    lines = (line for line in _read(name).splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())


def read_lines(name: str) -> list[str]:
    """The lines of a text file that are no notes."""
    return [line for line in _read(name).splitlines() if not line.startswith("#")]


def _read(name: str) -> str:
    return files("generator.enrich").joinpath(name).read_text(encoding="utf-8")
