"""Raw files to the record: read > extract > Markdown. The files of the inbox come in; Markdown files go out.

A raw file with bytes already converted is passed over: a change of our rules, or of a site's own, reaches articles that
are converted already when someone asks for it (`digest convert --refresh`), never by itself. A Markdown file that a
person edited is never overwritten.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator.config import Config, ConvertConfig
from generator.exceptions import GeneratorError
from generator.extract.article import extract_article
from generator.extract.cleaning import packaged_rules
from generator.files import write_whole
from generator.model import Document, Extraction, Problem, RawArticle
from generator.raw_files import RawFile, name_files, read_files
from generator.read.sources import read_source
from generator.read.walls import say_no_article
from generator.read_before import Contents, open_read_before, sum_up
from generator.record.changes import Change, compare
from generator.record.shelf import Kept, Placement, Shelf
from generator.record_files import read_texts
from generator.run.executor import open_executor
from generator.run.memory import collection_paused
from generator.site_rules import FILE as RULES_FILE
from generator.site_rules import read_site_rules
from generator.vocabulary.cleaning import Rule
from generator.vocabulary_file import find_vocabulary

Report = Callable[[str], None]
"""Told the name of each step as it begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """What became of the raw files. Paths are those of Markdown files, below `docs_dir`."""

    written: tuple[str, ...]
    unchanged: int
    """Raw files that were known already; of a refresh, articles that came out as they were."""
    problems: tuple[Problem, ...]
    changes: tuple[Change, ...] = ()
    """What a refresh changed in articles that were there."""
    kept: tuple[str, ...] = ()
    """Articles that a person edited, and a refresh left as they are."""
    left: tuple[str, ...] = ()
    """Articles that their raw file holds no longer: a feed's older entries. They stay."""
    gone: int = 0
    """Articles whose raw file is not in the inbox. They stay."""
    read: frozenset[str] = frozenset()
    """Raw files of which at least one article could be read, and none was kept back for a person's edit."""

    @property
    def failed(self) -> bool:
        """Whether a file gave nothing at all. A bad entry among good ones is a problem, and no failure."""
        return any(problem.path not in self.read for problem in self.problems)

    @property
    def new(self) -> tuple[str, ...]:
        """Of the files written, those that were not there."""
        known = {change.path for change in self.changes}
        return tuple(path for path in self.written if path not in known)


def convert_inbox(
    config: Config, files: Sequence[Path] = (), report: Report = lambda step: None, *, strict: bool = False
) -> Conversion:
    """Convert what is new or changed in the inbox, or the named files (which may lie anywhere).

    With `strict`, files that were converted already and hold several articles are read again, for their problems: what
    is told must not depend on who converted them, and when.
    """
    texts, problems = read_texts(config)
    shelf = Shelf(texts, config.convert.articles, config.release)
    named = name_files(config, files)
    raw = read_files(named, config, problems)
    new = [file for file in raw if shelf.origin_of(file.sha256) is None]
    result = _Result(problems)
    held = _convert_new(new, config, shelf, result, report, whole=not files)
    if strict:
        fresh = {file.sha256 for file in new}
        problems.extend(_find_problems([file for file in raw if file.sha256 not in fresh], config))
    return result.finish(unchanged=len(named) - len(new) + held)


def _convert_new(
    new: Sequence[RawFile], config: Config, shelf: Shelf, result: _Result, report: Report, *, whole: bool
) -> int:
    """Convert raw files that no article names as its own; how many of them held nothing new.

    One whose entries are all held by what other files gave is not, if it was read before. That is asked in its turn:
    a file before it may have changed what the record holds.
    """
    rules, held = load_rules(config), 0
    if not new:
        return held
    with open_read_before(config, rules, whole=whole) as before:
        known = {file.sha256: found for file in new if (found := before.find(file)) is not None}
        unread = [file for file in new if not _is_held(file, known, shelf)]
        if unread:
            report("convert")
        extracted = dict(zip((file.sha256 for file in unread), _extract_all(unread, config, rules), strict=True))
        for file in new:
            if file.sha256 not in extracted:
                if _is_held(file, known, shelf):
                    result.problems.extend(known[file.sha256].problems)
                    if known[file.sha256].entries:
                        held += 1
                        result.read.add(file.name)
                    continue
                extracted[file.sha256] = _extract_file(file, config.convert, rules)
            if contents := result.convert(file, extracted[file.sha256], shelf, config):
                before.keep(file, contents)
    return held


def _is_held(file: RawFile, known: Mapping[str, Contents], shelf: Shelf) -> bool:
    found = known.get(file.sha256)
    return found is not None and shelf.holds(found.entries, file.name, file.sha256)


def refresh_inbox(
    config: Config, files: Sequence[Path] = (), report: Report = lambda step: None, *, dry_run: bool = False
) -> Conversion:
    """Convert everything in the inbox, or the named files, with today's rules; with `dry_run`, write nothing.

    Articles keep their ids and paths. Done twice, the second changes nothing.
    """
    texts, problems = read_texts(config)
    shelf = Shelf(texts, config.convert.articles, config.release)
    origins = shelf.origins()
    named = name_files(config, files)
    raw = read_files(named, config, problems)
    report("refresh")
    result, unchanged = _Result(problems), 0
    for file, extractions in zip(raw, _extract_all(raw, config, load_rules(config)), strict=True):
        for decision in result.place(file, extractions, shelf):
            if isinstance(decision, Kept):
                result.kept.append(decision.path)
            elif isinstance(decision, Placement) and decision.changed:
                result.write(decision, config, dry_run=dry_run)
            elif isinstance(decision, Placement):
                unchanged += 1
    names, seen = {name for name, _ in named}, {file.sha256 for file in raw}
    gone = sum(1 for path, sha256 in origins if path not in names and sha256 not in seen)
    return result.finish(unchanged=unchanged, gone=0 if files else gone)


class _Result:
    """A conversion as it goes on."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        self.written: list[str] = []
        self.changes: list[Change] = []
        self.kept: list[str] = []
        self.left: list[str] = []
        self.read: set[str] = set()

    def place(
        self, file: RawFile, extractions: Sequence[Extraction | Problem], shelf: Shelf
    ) -> Sequence[Placement | Kept]:
        """What is to be done with each article of a raw file, one and the same told once; problems are noted."""
        documents = _once_each(extractions)
        self.problems.extend(found for found in extractions if isinstance(found, Problem))
        decisions, left = shelf.place(documents, file.name, file.sha256)
        self.problems.extend(decision for decision in decisions if isinstance(decision, Problem))
        if documents:
            self.read.add(file.name)
            self.left.extend(left)
        return [decision for decision in decisions if isinstance(decision, Placement | Kept)]

    def convert(
        self, file: RawFile, extractions: Sequence[Extraction | Problem], shelf: Shelf, config: Config
    ) -> Contents | None:
        """Write the articles of a raw file; its contents when there is nothing in it that is to be written."""
        told = len(self.problems)
        decisions = self.place(file, extractions, shelf)
        contents = sum_up(_once_each(extractions), self.problems[told:])
        for decision in decisions:
            if isinstance(decision, Placement):
                self.write(decision, config)
            elif not decision.same:
                self.problems.append(decision.tell(file.name))
                self.read.discard(file.name)  # a person has to choose between the two
        return None if decisions else contents

    def write(self, placed: Placement, config: Config, *, dry_run: bool = False) -> None:
        former = placed.former
        if not dry_run:
            if former is not None and former.text is not None:  # safe before another text takes its place
                write_whole(config.site.docs_dir / former.path, former.text.encode("utf-8"))
            write_whole(config.site.docs_dir / placed.path, placed.text.encode("utf-8"))
            if former is not None and former.text is None:
                (config.site.docs_dir / former.path).unlink(missing_ok=True)
        self.written.append(placed.path)
        if placed.before is not None:
            change = compare(placed.path, placed.before, placed.document)
            if former is not None:
                change = replace(change, former=former.path if former.text else None, restored=former.text is None)
            self.changes.append(change)

    def finish(self, *, unchanged: int, gone: int = 0) -> Conversion:
        return Conversion(
            written=tuple(self.written),
            unchanged=unchanged,
            problems=tuple(self.problems),
            changes=tuple(self.changes),
            kept=tuple(self.kept),
            left=tuple(self.left),
            read=frozenset(self.read),
            gone=gone,
        )


def _once_each(extractions: Sequence[Extraction | Problem]) -> tuple[Document, ...]:
    documents: dict[str | None, Document] = {}
    for extraction in extractions:
        if isinstance(extraction, Extraction):
            documents.setdefault(extraction.document.id, extraction.document)
    return tuple(documents.values())


def list_sources(config: Config) -> tuple[Path, ...]:
    """The record's Markdown files, and the raw files of the inbox that are not converted yet."""
    texts, _ = read_texts(config)
    shelf = Shelf(texts, config.convert.articles)
    raw = read_files(name_files(config, ()), config, [])
    inbox = config.site.docs_dir / config.convert.inbox
    new = (inbox / file.name for file in raw if shelf.origin_of(file.sha256) is None)
    return (*(config.site.docs_dir / path for path in texts), *new)


# --- extraction ------------------------------------------------------------------------------------------------------


def load_rules(config: Config) -> tuple[Rule, ...]:
    """The cleaning rules: the packaged ones as the site's own file changes them. Raises ConfigError."""
    text, path = find_vocabulary(config.site, RULES_FILE)
    return packaged_rules() if text is None else read_site_rules(text, path, packaged_rules())


def _extract_all(
    raw: Sequence[RawFile], config: Config, rules: tuple[Rule, ...]
) -> list[tuple[Extraction | Problem, ...]]:
    work = partial(_extract_file, options=config.convert, rules=rules)
    with open_executor(config.build) as map_:
        return map_(work, raw)


def _extract_file(file: RawFile, options: ConvertConfig, rules: tuple[Rule, ...]) -> tuple[Extraction | Problem, ...]:
    return extract_articles(file.name, file.data, options, rules)


def extract_articles(
    name: str, data: bytes, options: ConvertConfig, rules: tuple[Rule, ...]
) -> tuple[Extraction | Problem, ...]:
    """The articles of one raw file, a problem in the place of each that cannot be read."""
    with collection_paused():
        try:
            readings = read_source(name, data, options)
        except GeneratorError as error:
            return (Problem(path=name, message=str(error)),)
        return tuple(_extract_one(reading, options, rules) for reading in readings)


def _find_problems(raw: Sequence[RawFile], config: Config) -> list[Problem]:
    """The problems of files that hold several articles, some of which can be read."""
    work = partial(_find_problems_of_file, options=config.convert, rules=load_rules(config))
    with open_executor(config.build) as map_:
        return [problem for found in map_(work, raw) for problem in found]


def _find_problems_of_file(file: RawFile, options: ConvertConfig, rules: tuple[Rule, ...]) -> tuple[Problem, ...]:
    try:
        readings = read_source(file.name, file.data, options)
    except GeneratorError:  # it was read before: new rules reach old articles by a refresh only
        return ()
    if len(readings) < 2:
        return ()
    found = (_extract_one(reading, options, rules) for reading in readings)
    return tuple(each for each in found if isinstance(each, Problem))


def _extract_one(
    reading: RawArticle | Problem, options: ConvertConfig, rules: tuple[Rule, ...]
) -> Extraction | Problem:
    if isinstance(reading, Problem):
        return reading
    path = reading.origin.path
    found: Extraction | Problem
    try:
        found = extract_article(reading, options, rules)
    except GeneratorError as error:
        found = Problem(path=path, message=str(error))
    none = say_no_article(reading, found.document if isinstance(found, Extraction) else None)
    return found if none is None else Problem(path=path, message=f"{path}: {none}")
