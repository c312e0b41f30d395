"""The steps in order: raw files to Markdown, Markdown to a digest, a digest to a site. Read this first.

    content/inbox/*        read > extract > record      content/articles/**.md        convert_inbox
    content/articles/**    record > enrich > relate     Digest                        build_digest
    Digest                 render                       Site                          build_site

The stages are pure; files, the cache and worker processes are touched here only. What goes wrong with one article is
a `Problem`, and the rest goes on.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

from pathspec import GitIgnoreSpec

from generator.config import Config, ConvertConfig, EnrichConfig
from generator.enrich.article import enrich_article
from generator.enrich.lexicon import Lexicon, load_lexicon
from generator.exceptions import GeneratorError, UnreadableError
from generator.extract.article import extract_article
from generator.files import list_files, printable_name, write_whole
from generator.model import Digest, Document, EnrichedArticle, Extraction, Form, Problem, RawArticle, Removed, Site
from generator.read.sources import read_source
from generator.record.article import make_article
from generator.record.document import read_document
from generator.record.shelf import OUTSIDE, Shelf
from generator.relate.digest import relate_articles
from generator.render.paths import address_of
from generator.render.site import render_site
from generator.render.templates import Templates
from generator.render.views import LinkView
from generator.run.cache import Cache, make_key, open_cache
from generator.run.executor import Map, open_executor
from generator.run.memory import collection_paused
from generator.vocabulary.mediatopics import load_media_topics

Report = Callable[[str], None]
"""Told the name of each step as it begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """Which Markdown files were written (below `docs_dir`), how many raw files were known already, what went wrong."""

    written: tuple[str, ...]
    unchanged: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """A digest with what went wrong on the way, and the site made of it."""

    digest: Digest
    site: Site
    written: tuple[LinkView, ...]
    """The hand-written pages, which are not in `site` yet."""
    problems: tuple[Problem, ...]
    converted: int
    enriched: int
    """Articles that had to be understood anew; the others came out of the cache."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What was understood in one article of one file."""

    article: EnrichedArticle
    form: Form
    removed: tuple[Removed, ...]


# --- convert ---------------------------------------------------------------------------------------------------------


def convert_inbox(config: Config, files: Sequence[Path] = (), report: Report = lambda step: None) -> Conversion:
    """Convert what is new or changed in the inbox, or the named files (which may lie anywhere).

    A Markdown file that a person edited is never overwritten; a raw file with bytes already converted is passed over.
    """
    inbox = config.site.docs_dir / config.convert.inbox
    named = [(_origin_path(file, inbox), file) for file in files or (inbox / name for name in list_files(inbox))]
    texts, problems = _read_texts(config)
    shelf = Shelf(texts, config.convert.articles)
    new = _new_files(named, shelf, config, problems)
    if new:
        report("convert")
    with open_executor(config.build) as map_:
        results = map_(partial(_extract, options=config.convert), new)
    written = []
    for (name, _), result in zip(new, results, strict=True):
        for extraction in result:
            placed = shelf.place(extraction.document, name) if isinstance(extraction, Extraction) else extraction
            if isinstance(placed, Problem):
                problems.append(placed)
                continue
            write_whole(config.site.docs_dir / placed.path, placed.text.encode("utf-8"))
            written.append(placed.path)
    return Conversion(written=tuple(written), unchanged=len(named) - len(new), problems=tuple(problems))


def _origin_path(file: Path, inbox: Path) -> str:
    home = inbox.resolve()
    resolved = file.absolute() if file.is_symlink() else file.resolve()
    inside = resolved.is_relative_to(home)
    return printable_name(resolved.relative_to(home).as_posix() if inside else f"{OUTSIDE}{file.name}")


def _new_files(
    named: Sequence[tuple[str, Path]], shelf: Shelf, config: Config, problems: list[Problem]
) -> list[tuple[str, bytes]]:
    """Name and bytes of the raw files that were not converted as they are now; of equal files, the first."""
    new: list[tuple[str, bytes]] = []
    seen: dict[str, str] = {}
    for name, file in named:
        try:
            data = _read_raw(file, name, config)
        except UnreadableError as error:
            problems.append(Problem(path=name, message=str(error)))
            continue
        digest = hashlib.sha256(data).hexdigest()
        twin = seen.setdefault(digest, name)
        if twin != name:
            problems.append(Problem(path=name, message=f"{name}: the same file as {twin}; remove one of the two"))
        elif shelf.origin_of(digest) is None:
            new.append((name, data))
    return new


def _read_texts(config: Config) -> tuple[dict[str, str], list[Problem]]:
    """Every Markdown file of the record, by its path below `docs_dir`."""
    texts, problems = {}, []
    for name in list_files(config.site.docs_dir / config.convert.articles, (".md",)):
        path = f"{config.convert.articles}/{name}"
        try:
            text = (config.site.docs_dir / path).read_bytes().decode("utf-8")
            path.encode("utf-8")
        except UnicodeEncodeError:
            path = printable_name(path)
            problems.append(Problem(path=path, message=f"{path}: its name is not UTF-8; rename the file"))
        except (OSError, UnicodeDecodeError) as error:
            problems.append(Problem(path=path, message=f"{path}: cannot be read ({error}); save it as UTF-8"))
        else:
            texts[path] = text.replace("\r\n", "\n").replace("\r", "\n")
    return texts, problems


def _extract(named: tuple[str, bytes], options: ConvertConfig) -> tuple[Extraction | Problem, ...]:
    """The articles of one raw file, a problem in the place of each that cannot be read."""
    name, data = named
    try:
        readings = read_source(name, data, options)
    except GeneratorError as error:
        return (Problem(path=name, message=str(error)),)
    return tuple(_extract_one(reading, options) for reading in readings)


def _extract_one(reading: RawArticle | Problem, options: ConvertConfig) -> Extraction | Problem:
    if isinstance(reading, Problem):
        return reading
    try:
        return extract_article(reading, options)
    except GeneratorError as error:
        return Problem(path=reading.origin.path, message=str(error))


def _read_raw(file: Path, name: str, config: Config) -> bytes:
    limit = config.convert.max_megabytes * 1_000_000
    try:
        if not file.is_file():
            raise UnreadableError(f"{name}: is no ordinary file; an article is needed as text")
        if file.stat().st_size <= limit:
            return file.read_bytes()
    except OSError as error:
        raise UnreadableError(f"{name}: cannot be read ({error.strerror})") from None
    most = config.convert.max_megabytes
    raise UnreadableError(f"{name}: larger than {most} MB; split it, or raise convert: max_megabytes in mkdocs.yml")


# --- build -----------------------------------------------------------------------------------------------------------


def build_digest(config: Config, report: Report = lambda step: None) -> tuple[Digest, tuple[Problem, ...], int]:
    """Everything in the record, understood and related; and how many articles were understood anew."""
    report("read")
    texts, problems = _read_texts(config)
    documents = _read_documents(texts, problems)
    report("enrich")
    with open_cache(config.site.root / config.build.cache) as kept, open_executor(config.build) as map_:
        results, enriched = _enrich(documents, config, kept, map_)
    problems.extend(result for result in results if isinstance(result, Problem))
    articles = [result for result in results if not isinstance(result, Problem)]
    report("relate")
    return relate_articles(articles, load_media_topics(), config.relate, config.now), tuple(problems), enriched


def _read_documents(texts: Mapping[str, str], problems: list[Problem]) -> list[tuple[str, Document]]:
    """Documents that can be read, each with an id of its own, in the order of their paths."""
    documents: list[tuple[str, Document]] = []
    owner: dict[str, str] = {}
    addresses: dict[str, str] = {}
    for path, text in texts.items():
        if (other := addresses.setdefault(address_of(path), path)) != path:
            problems.append(Problem(path=path, message=f"{path}: has the address of {other}; rename one of the two"))
            continue
        try:
            document = read_document(text, path)
        except GeneratorError as error:
            problems.append(Problem(path=path, message=str(error)))
            continue
        if document.id in owner:
            message = f"{path}: id: {document.id} is already that of {owner[document.id]}; give it one of its own"
            problems.append(Problem(path=path, message=message))
            document = replace(document, id=None)
        elif document.id is not None:
            owner[document.id] = path
        if not document.body.strip() and not document.title:
            problems.append(
                Problem(path=path, message=f"{path}: has neither a title nor a text; write one or delete it")
            )
            continue
        documents.append((path, document))
    return documents


def _enrich(
    documents: Sequence[tuple[str, Document]], config: Config, kept: Cache, map_: Map
) -> tuple[list[EnrichedArticle | Problem], int]:
    keys = [make_key("enrich", config.enrich, path, document) for path, document in documents]
    found = {key: value for key in keys if (value := kept.get(key)) is not None}
    missing = [(key, item) for key, item in zip(keys, documents, strict=True) if key not in found]
    results = map_(partial(_understand, options=config.enrich), [item for _, item in missing])
    for (key, _), result in zip(missing, results, strict=True):
        kept.put(key, result)
        found[key] = result
    kept.drop_unused()
    return [found[key] for key in keys], len(missing)


def _understand(item: tuple[str, Document], options: EnrichConfig) -> EnrichedArticle | Problem:
    path, document = item
    try:
        return enrich_article(make_article(document, path), _lexicon(options), options)
    except GeneratorError as error:
        return Problem(path=path, message=str(error))


@cache
def _lexicon(options: EnrichConfig) -> Lexicon:
    """Word lists are read once a process."""
    return load_lexicon(options)


def build_site(config: Config, report: Report = lambda step: None) -> Build:
    """Convert what is new, and render everything."""
    with collection_paused():
        conversion = convert_inbox(config, report=report)
        digest, problems, enriched = build_digest(config, report)
        report("render")
        written = list_written_pages(config)
        templates = Templates(config.site.theme_dirs)
        site = render_site(digest, config.site, config.render, config.feeds, templates, written)
    return Build(
        digest=digest,
        site=site,
        written=written,
        problems=tuple(dict.fromkeys((*conversion.problems, *problems))),
        converted=len(conversion.written),
        enriched=enriched,
    )


def forget_cache(config: Config) -> None:
    """Remove the cache file: the next build does all its work anew."""
    (config.site.root / config.build.cache).unlink(missing_ok=True)


def list_written_pages(config: Config) -> tuple[LinkView, ...]:
    """Title and address of the pages a person wrote, which MkDocs renders; their titles are MkDocs' own."""
    ours = tuple(f"{f}/" for f in (config.convert.inbox, config.convert.articles))
    left_out = GitIgnoreSpec.from_lines(("/templates/", *config.site.excluded.splitlines()))
    names = (
        name
        for name in list_files(config.site.docs_dir, (".md",))
        if not name.startswith(ours) and not left_out.match_file(name)
    )
    return tuple(
        LinkView(address=address_of(name), text=_written_title(config.site.docs_dir / name, name)) for name in names
    )


def _written_title(file: Path, name: str) -> str:
    try:
        document = read_document(file.read_text("utf-8", "replace"), name)
    except GeneratorError:
        document = Document(body=file.read_text("utf-8", "replace"))
    heading = re.search(r"^#[ \t]+(.+?)[ \t#]*$", document.body, re.MULTILINE)
    return document.title or (heading[1] if heading else Path(name).stem.replace("-", " ").capitalize())


# --- show ------------------------------------------------------------------------------------------------------------


def show_files(files: Iterable[Path], config: Config) -> Iterable[tuple[Path, tuple[Shown | Problem, ...]]]:
    """What is understood in each article of each file, raw or Markdown. Nothing is written."""
    items = [(file, config) for file in files]
    with open_executor(config.build) as map_:
        yield from zip((file for file, _ in items), map_(_show_file, items), strict=True)


def _show_file(item: tuple[Path, Config]) -> tuple[Shown | Problem, ...]:
    file, config = item
    try:
        extractions = _extractions(str(file), _read_raw(file, str(file), config), config)
    except GeneratorError as error:
        return (Problem(path=str(file), message=str(error)),)
    return tuple(_show_one(extraction, str(file), config) for extraction in extractions)


def _extractions(path: str, data: bytes, config: Config) -> tuple[Extraction | Problem, ...]:
    """A document of the record (it has an id) as it stands, a raw file extracted."""
    text = data.decode("utf-8", "replace")
    if path.endswith(".md") and re.match(r"---\s*\n(?:(?!---).*\n)*?id:", text):
        return (Extraction(document=read_document(text.replace("\r\n", "\n"), path), form="markdown"),)
    return _extract((path, data), config.convert)


def _show_one(extraction: Extraction | Problem, path: str, config: Config) -> Shown | Problem:
    if isinstance(extraction, Problem):
        return extraction
    try:
        article = make_article(extraction.document, path)
    except GeneratorError as error:
        return Problem(path=path, message=str(error))
    enriched = enrich_article(article, _lexicon(config.enrich), config.enrich)
    return Shown(article=enriched, form=extraction.form, removed=extraction.removed)
