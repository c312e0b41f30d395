"""A site's own say on topics: the text of `content/vocabulary/topics.yml` in, a `SiteTopics` value out.

The file renames, merges, hides and adds topics, adds terms to them and sets thresholds: docs/topics.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import yaml

from generator.model import EnrichedArticle, Problem
from generator.slugs import slugify
from generator.vocabulary.mediatopics import Concept, load_media_topics
from generator.vocabulary.topics import SiteTopics, TopicRow, Word, topic_key
from generator.vocabulary_file import Nodes, Value, compose, line_of, say_nearest

FILE = "vocabulary/topics.yml"
"""Where the file lies, below `docs_dir`."""
_TOP = ("rename", "merge", "hide", "add", "terms", "threshold")
_ROW = ("strong", "terms", "against", "also")
_ADD = ("name", "id", "parent", *_ROW)
_MOST_THRESHOLD = 100.0
_LONGEST_TERM = 100


def read_site_topics(text: str, path: str) -> SiteTopics:
    """The file as a value.

    Raises ConfigError with a line for each fault: file, line, key and remedy.
    """
    reader = _Reader(path, load_media_topics())
    found = reader.read(compose(text, path, "keep it to the topics that differ", "put names that hold `: ` in quotes"))
    reader.raise_errors()
    return found


def find_unmatched_topics(articles: Sequence[EnrichedArticle], site: SiteTopics) -> tuple[Problem, ...]:
    """A problem for each word in the file that is no topic and that no article gives."""
    if not site.words:
        return ()
    given = {topic_key(name) for article in articles for name in article.article.topics}
    labels = {topic_key(concept.label): concept.label for concept in (*load_media_topics().values(), *site.added)}
    return tuple(
        Problem(
            path=site.path,
            message=f"{site.path}:{word.line}: {word.text}: there is no such topic, and no article gives it"
            f"{say_nearest(topic_key(word.text), labels)}",
        )
        for word in site.words
        if topic_key(word.text) not in given
    )


class _Reader(Nodes):
    """Reads the file's nodes."""

    def __init__(self, path: str, concepts: Mapping[str, Concept]) -> None:
        super().__init__(path)
        self._path = path
        self._known = {**{topic_key(concept.label): concept.id for concept in concepts.values()}}
        self._known |= {identity: identity for identity in concepts}
        self._added: list[Concept] = []
        self._rows: list[tuple[str, TopicRow]] = []
        self._words: dict[str, Word] = {}
        self._gone: dict[str, int] = {}
        """Topics that are merged or hidden, and the lines that say so."""

    def read(self, root: yaml.Node | None) -> SiteTopics:
        sections = self.sections(root, _TOP)
        for node in self.items(sections.get("add"), "add"):
            self._add(node)
        renamed = tuple((self._name(name), new.text) for name, new in self.pairs(sections.get("rename"), "rename"))
        groups = [group for node in self.items(sections.get("merge"), "merge") if len(group := self._group(node)) > 1]
        merged = tuple(pair for group in groups for pair in self._merge(group))
        hidden = tuple(
            name for value in self.texts(sections.get("hide"), "hide") for name in self._leave(value, "hide")
        )
        for group in groups:
            if (line := self._gone.get(self._name(group[0]))) is not None:
                self.fail(group[0].line, f"merge: {group[0].text}: is merged or hidden on line {line}; keep one")
        self._read_terms(sections.get("terms"))
        return SiteTopics(
            path=self._path,
            added=tuple(self._added),
            renamed=renamed,
            merged=merged,
            hidden=hidden,
            rows=tuple(self._rows),
            least=tuple(self._thresholds(sections.get("threshold"))),
            words=tuple(self._words.values()),
        )

    def _name(self, value: Value) -> str:
        """The id of a topic, or a word that must be one that articles give."""
        identity = self._find(value.text)
        if identity is None:
            self._words.setdefault(value.text, Word(text=value.text, line=value.line))
        return identity or value.text

    def _find(self, text: str) -> str | None:
        return self._known.get(text) or self._known.get(topic_key(text))

    def _topic(self, value: Value, key: str) -> str | None:
        """The id of a topic that must be one."""
        identity = self._find(value.text)
        if identity is None:
            near = say_nearest(topic_key(value.text), self._known)
            self.fail(value.line, f"{key}: {value.text}: there is no such topic{near}")
        return identity

    def _group(self, node: yaml.Node) -> list[Value]:
        """The names of one group to merge; none when it is at fault."""
        if not isinstance(node, yaml.SequenceNode):
            self.fail(node, "merge: takes lists of topics, such as `- [cinema, film festival]`; the first is kept")
            return []
        group = list(self.texts(node, "merge"))
        if len(group) < 2:
            self.fail(node, "merge: takes two topics or more; the first is kept")
        return group

    def _merge(self, group: Sequence[Value]) -> Iterator[tuple[str, str]]:
        target = self._name(group[0])
        for value in group[1:]:
            yield from ((name, target) for name in self._leave(value, "merge") if name != target)

    def _leave(self, value: Value, key: str) -> Iterator[str]:
        """A topic that is merged or hidden, once."""
        name = self._name(value)
        if name in self._gone:
            self.fail(value.line, f"{key}: {value.text}: is merged or hidden on line {self._gone[name]}; keep one")
            return
        self._gone[name] = value.line
        yield name

    def _add(self, node: yaml.Node) -> None:
        if not isinstance(node, yaml.MappingNode):
            self.fail(node, "add: takes a list of topics, each with a `name:` and `strong:` words")
            return
        before, line = len(self.errors), line_of(node)
        entries = self.entries(node, _ADD)
        name, own, parent = (self.text(entries.get(key), key) for key in ("name", "id", "parent"))
        row = self._row(entries)
        if name is None:
            if "name" not in entries:
                self.fail(line, "add: a topic needs a `name:`")
            return
        identity = own.text if own else slugify(name.text)
        above = self._topic(parent, f"{name.text}: parent") if parent else None
        if not row.strong:
            self.fail(line, f"{name.text}: strong: is missing; give it words that tell the topic")
        if own and slugify(own.text) != own.text:
            self.fail(own.line, f"id: {own.text!r}: write it in small letters, figures and hyphens")
        if identity in self._known or topic_key(name.text) in self._known:
            self.fail(line, f"{name.text}: there is a topic of this name; add words to it under `terms:`")
        if len(self.errors) > before:
            return
        self._known |= {identity: identity, topic_key(name.text): identity}
        self._added.append(Concept(id=identity, label=name.text, parent=above, wikidata=None))
        self._rows.append((identity, row))

    def _read_terms(self, node: yaml.Node | None) -> None:
        """`terms:`, words for topics that there are."""
        if node is None or (isinstance(node, yaml.ScalarNode) and not node.value):
            return
        if not isinstance(node, yaml.MappingNode):
            self.fail(node, "terms: takes topics, each with some of strong, terms, against, also")
            return
        for key, value in node.value:
            name = self.text(key, "terms")
            topic = self._topic(name, "terms") if name else None
            if not isinstance(value, yaml.MappingNode):
                self.fail(value, f"terms: {name.text if name else '?'}: takes some of {', '.join(_ROW)}")
            elif topic is not None:
                self._rows.append((topic, self._row(self.entries(value, _ROW))))

    def _row(self, entries: Mapping[str, yaml.Node]) -> TopicRow:
        lists = {key: tuple(self.texts(entries[key], key)) for key in _ROW if key in entries}
        for key, values in lists.items():
            for value in values:
                if len(value.text) > _LONGEST_TERM or not any(letter.isalnum() for letter in value.text):
                    self.fail(value.line, f"{key}: {value.text[:40]!r}: write a word or a short phrase")
        return TopicRow(**{key: tuple(value.text for value in values) for key, values in lists.items()})

    def _thresholds(self, node: yaml.Node | None) -> Iterator[tuple[str, float]]:
        for name, value in self.pairs(node, "threshold"):
            topic = self._topic(name, "threshold")
            try:
                least = float(value.text)
            except ValueError:
                least = 0.0
            if not 0.0 < least <= _MOST_THRESHOLD:
                self.fail(value.line, f"threshold: {name.text}: {value.text!r} is no number above 0, such as 1.5")
            elif topic is not None:
                yield topic, least
