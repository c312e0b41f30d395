"""A site's own say on stories: the text of `content/vocabulary/stories.yml` in, a `StoryRules` value out.

The file merges, splits, pins and renames stories: docs/stories.md. What it says of articles that are not there is told
when the digest is made (`relate/overrides.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import yaml

from generator.vocabulary.stories import StoryMerge, StoryPin, StoryRules, StorySplit, StoryTitle
from generator.vocabulary_file import Nodes, Value, compose, line_of

FILE = "vocabulary/stories.yml"
"""Where the file lies, below `docs_dir`."""
_TOP = ("merge", "split", "pin", "rename")
_SPLIT = ("articles", "from")
_PIN = ("articles", "lead")
_LONGEST_TITLE = 300


def read_site_stories(text: str, path: str) -> StoryRules:
    """The file as a value.

    Raises ConfigError with a line for each fault: file, line, key and remedy.
    """
    reader = _Reader(path)
    found = reader.read(
        compose(text, path, "keep it to the stories that differ", "put titles that hold `: ` in quotes")
    )
    reader.raise_errors()
    return found


class _Reader(Nodes):
    """Reads the file's nodes."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self._path = path
        self._merged: dict[str, int] = {}
        self._pinned: dict[str, int] = {}

    def read(self, root: yaml.Node | None) -> StoryRules:
        sections = self.sections(root, _TOP)
        return StoryRules(
            path=self._path,
            merges=tuple(m for node in self.items(sections.get("merge"), "merge") for m in self._merge(node)),
            splits=tuple(s for node in self.items(sections.get("split"), "split") for s in self._split(node)),
            pins=tuple(p for node in self.items(sections.get("pin"), "pin") for p in self._pin(node)),
            titles=tuple(self._titles(sections.get("rename"))),
        )

    def _merge(self, node: yaml.Node) -> Iterator[StoryMerge]:
        if not isinstance(node, yaml.SequenceNode):
            self.fail(node, "merge: takes lists of articles, such as `- [2015/12/bridge.md, 2015/12/ferries.md]`")
            return
        before = len(self.errors)
        articles = self._articles(node, "merge")
        if len(self.errors) > before:
            return
        if len(articles) < 2:
            self.fail(node, "merge: a list needs two articles or more")
            return
        self._note(articles, self._merged, "merge", "make one list of both")
        yield StoryMerge(articles=_texts(articles), line=line_of(node))

    def _split(self, node: yaml.Node) -> Iterator[StorySplit]:
        if isinstance(node, yaml.SequenceNode):
            before = len(self.errors)
            articles = self._articles(node, "split")
            if len(articles) < 2 and len(self.errors) == before:
                self.fail(node, "split: a list needs two articles or more, each of another story")
            if len(self.errors) > before:
                return
            yield StorySplit(articles=_texts(articles), line=line_of(node))
            return
        if not isinstance(node, yaml.MappingNode):
            self.fail(node, "split: takes lists of articles, or entries with `articles:` and `from:`")
            return
        before = len(self.errors)
        entries = self.entries(node, _SPLIT)
        for key in _SPLIT:
            if key not in entries:
                self.fail(node, f"split: {key}: is missing; an entry needs it")
        articles, others = (self._articles(entries.get(key), key) for key in _SPLIT)
        for value in others:
            if value.text in _texts(articles):
                self.fail(value.line, f"split: from: {value.text}: is to leave its own story; name a report that stays")
        if len(self.errors) == before and articles and others:
            yield StorySplit(articles=_texts(articles), others=_texts(others), line=line_of(node))

    def _pin(self, node: yaml.Node) -> Iterator[StoryPin]:
        if not isinstance(node, yaml.MappingNode):
            self.fail(node, "pin: takes entries with `articles:`, `lead:` or both")
            return
        before = len(self.errors)
        entries = self.entries(node, _PIN)
        articles, lead = self._articles(entries.get("articles"), "articles"), self.text(entries.get("lead"), "lead")
        self._note(articles, self._pinned, "pin: articles", "a report is of one story; keep one")
        if len(self.errors) > before:
            return
        if "articles" in entries and len(articles) < 2:
            self.fail(node, "pin: articles: a story needs two or more")
        elif not articles and lead is None:
            self.fail(node, "pin: add `articles:` or `lead:`, to say what stays as it is")
        else:
            yield StoryPin(articles=_texts(articles), lead=lead.text if lead else None, line=line_of(node))

    def _titles(self, node: yaml.Node | None) -> Iterator[StoryTitle]:
        for article, title in self.pairs(node, "rename"):
            text = " ".join(title.text.split())
            if len(text) > _LONGEST_TITLE:
                self.fail(
                    title.line, f"rename: {article.text}: is too long; a title has {_LONGEST_TITLE} letters at most"
                )
            yield StoryTitle(article=article.text, title=text, line=article.line)

    def _articles(self, node: yaml.Node | None, key: str) -> list[Value]:
        """The articles of a list; one that stands in it twice is a fault."""
        found: dict[str, Value] = {}
        for value in self.texts(node, key):
            if value.text in found:
                self.fail(value.line, f"{key}: {value.text}: stands twice in one list; keep one")
            found[value.text] = value
        return list(found.values())

    def _note(self, values: Sequence[Value], known: dict[str, int], key: str, remedy: str) -> None:
        """Articles that may stand in one entry of a key only."""
        for value in values:
            if value.text in known:
                self.fail(value.line, f"{key}: {value.text}: stands on line {known[value.text]} already; {remedy}")
            known.setdefault(value.text, value.line)


def _texts(values: Sequence[Value]) -> tuple[str, ...]:
    return tuple(value.text for value in values)
