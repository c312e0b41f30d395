"""The steps in order: raw files to Markdown, Markdown to a digest, a digest to a site. Read this first.

    content/inbox/*        read > extract > record      content/articles/**.md        convert_inbox
    content/articles/**    record > enrich > relate     Digest                        build_digest
    Digest                 render                       Site                          build_site

The stages are pure; files, the cache and worker processes are touched here only. What goes wrong with one article is
a `Problem`, and the rest goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from pathspec import GitIgnoreSpec

from generator.config import Config, EnrichConfig
from generator.conversion import Report, convert_inbox, extract_articles, list_sources, load_rules
from generator.drafts import say_draft, say_untimely
from generator.enrich.article import enrich_article
from generator.enrich.lexicon import Lexicon, load_lexicon
from generator.enrich.names.pins import add_pins
from generator.enrich.names.recognisers import open_recogniser, recogniser_version
from generator.enrich.topics.terms import load_topic_rules
from generator.exceptions import GeneratorError
from generator.extract.markdown.text import heading_text
from generator.extract.recurring import Recurring, find_recurring
from generator.files import list_files
from generator.learning import add_learned_topics
from generator.model import Article, Digest, Document, EnrichedArticle, Extraction, Form, Problem, Removed, Site
from generator.raw_files import origin_path, read_raw
from generator.record.article import make_article
from generator.record.document import read_document
from generator.record_files import read_texts
from generator.relate.digest import relate_articles
from generator.relate.overrides import find_unmatched_stories
from generator.relate.site_names import find_unmatched
from generator.relate.withheld import withhold
from generator.render.feed_chosen import find_unmatched_feeds
from generator.render.page_links import find_lost_links, has_lost_link, known_addresses
from generator.render.paths import address_of
from generator.render.site import render_site
from generator.render.templates import Templates
from generator.render.views import LinkView
from generator.run.cache import Cache, make_key, open_cache
from generator.run.executor import Map, open_executor
from generator.run.memory import collection_paused
from generator.show_changes import anew_lines
from generator.site_entities import FILE as ENTITIES_FILE
from generator.site_entities import read_site_entities
from generator.site_stories import FILE as STORIES_FILE
from generator.site_stories import read_site_stories
from generator.site_topics import FILE as TOPICS_FILE
from generator.site_topics import find_unmatched_topics, read_site_topics
from generator.vocabulary.cleaning import Rule, select_file
from generator.vocabulary.entities import NOTHING, Pin, SiteEntities
from generator.vocabulary.mediatopics import load_media_topics
from generator.vocabulary.stories import NO_STORY_RULES, StoryRules
from generator.vocabulary.topics import NO_CHANGES, SiteTopics, change_concepts
from generator.vocabulary_file import find_vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """A digest with what went wrong on the way, and the site made of it."""

    digest: Digest
    site: Site
    written: tuple[LinkView, ...]
    """The hand-written pages, which are not in `site` yet."""
    problems: tuple[Problem, ...]
    anew: tuple[str, ...]
    """What to say of articles that were written over, because their raw files changed."""
    converted: int
    enriched: int
    """Articles that had to be understood anew; the others came out of the cache."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What was understood in one article of one file."""

    article: EnrichedArticle
    form: Form
    removed: tuple[Removed, ...]


class Vocabulary(NamedTuple):
    """What a site's own files say that changes how one article is understood."""

    pins: tuple[Pin, ...]
    topics: SiteTopics


# --- build -----------------------------------------------------------------------------------------------------------


def build_digest(config: Config, report: Report = lambda step: None) -> tuple[Digest, tuple[Problem, ...], int]:
    """Everything in the record, understood and related; and how many articles were understood anew."""
    report("read")
    entities, topics, stories = load_entities(config), load_topics(config), load_stories(config)
    texts, problems = read_texts(config)
    documents = _read_documents(texts, problems, config.release)
    report("enrich")
    with open_cache(config.site.root / config.build.cache) as kept:
        with open_executor(config.build) as map_:
            results, enriched = _enrich(documents, config, Vocabulary(entities.pins, topics), kept, map_)
        problems.extend(result for result in results if isinstance(result, Problem))
        articles = [result for result in results if not isinstance(result, Problem)]
        shown, withheld = withhold(articles, config.release, config.relate.duplicate_threshold)
        problems.extend(withheld)
        if config.enrich.learn_topics:
            shown, unlearned = add_learned_topics(shown, kept)
            problems.extend(unlearned)
        kept.drop_unused()
    report("relate")
    problems.extend((*find_unmatched(shown, entities.rules), *find_unmatched_topics(shown, topics)))
    concepts = change_concepts(load_media_topics(), topics)
    digest = relate_articles(shown, concepts, config.relate, config.now, entities.rules, stories)
    problems.extend(find_unmatched_stories(digest, stories))
    return digest, tuple(problems), enriched


def load_entities(config: Config) -> SiteEntities:
    """What the site's own file says of names; nothing without one. Raises ConfigError."""
    text, path = find_vocabulary(config.site, ENTITIES_FILE)
    return NOTHING if text is None else read_site_entities(text, path)


def load_topics(config: Config) -> SiteTopics:
    """What the site's own file says of topics; nothing without one. Raises ConfigError."""
    text, path = find_vocabulary(config.site, TOPICS_FILE)
    return NO_CHANGES if text is None else read_site_topics(text, path)


def load_stories(config: Config) -> StoryRules:
    """What the site's own file says of stories; nothing without one. Raises ConfigError."""
    text, path = find_vocabulary(config.site, STORIES_FILE)
    return NO_STORY_RULES if text is None else read_site_stories(text, path)


def _read_documents(
    texts: Mapping[str, str], problems: list[Problem], release: datetime | None
) -> list[tuple[str, Document]]:
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
        if kept_back := say_draft(document.extra) or say_untimely(document.extra, release):
            problems.append(Problem(path=path, message=f"{path}: {kept_back}"))
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
    documents: Sequence[tuple[str, Document]], config: Config, vocabulary: Vocabulary, kept: Cache, map_: Map
) -> tuple[list[EnrichedArticle | Problem], int]:
    recogniser = recogniser_version(config.enrich.recogniser)
    keys = [make_key("enrich", config.enrich, recogniser, vocabulary, path, document) for path, document in documents]
    found = {key: value for key in keys if (value := kept.get(key)) is not None}
    missing = [(key, item) for key, item in zip(keys, documents, strict=True) if key not in found]
    results = map_(partial(_understand, options=config.enrich, vocabulary=vocabulary), [item for _, item in missing])
    for (key, _), result in zip(missing, results, strict=True):
        kept.put(key, result)
        found[key] = result
    return [found[key] for key in keys], len(missing)


def _understand(item: tuple[str, Document], options: EnrichConfig, vocabulary: Vocabulary) -> EnrichedArticle | Problem:
    path, document = item
    try:
        return enrich_article(make_article(document, path), _lexicon(options, vocabulary), options)
    except GeneratorError as error:
        return Problem(path=path, message=str(error))


@cache
def _lexicon(options: EnrichConfig, vocabulary: Vocabulary) -> Lexicon:
    """The word lists as a site's own files change them."""
    lexicon = _packaged_lexicon(options)
    if vocabulary.topics != NO_CHANGES:
        lexicon = replace(lexicon, topics=load_topic_rules(vocabulary.topics))
    return add_pins(lexicon, vocabulary.pins)


@cache
def _packaged_lexicon(options: EnrichConfig) -> Lexicon:
    """Word lists are read once a process."""
    return load_lexicon(options)


def build_site(config: Config, report: Report = lambda step: None, *, strict: bool = False) -> Build:
    """Convert what is new, and render everything. With `strict`, known raw files are looked over for problems too."""
    with collection_paused():
        conversion = convert_inbox(config, report=report, strict=strict)
        digest, problems, enriched = build_digest(config, report)
        report("render")
        written = list_written_pages(config)
        problems = (*problems, *_find_lost_links(config, digest, written))
        problems = (*problems, *find_unmatched_feeds(digest, config.feeds.chosen, "mkdocs.yml"))
        templates = Templates(config.site.theme_dirs)
        site = render_site(digest, config.site, config.render, config.feeds, templates, written)
    return Build(
        digest=digest,
        site=site,
        written=written,
        problems=tuple(dict.fromkeys((*conversion.problems, *problems))),
        anew=tuple(anew_lines(conversion, Path())),
        converted=len(conversion.written),
        enriched=enriched,
    )


def forget_cache(config: Config) -> None:
    """Remove the cache file: the next build does all its work anew."""
    (config.site.root / config.build.cache).unlink(missing_ok=True)


def list_written_pages(config: Config) -> tuple[LinkView, ...]:
    """Title and address of the pages a person wrote, which MkDocs renders; their titles are MkDocs' own."""
    return tuple(
        LinkView(address=address_of(name), text=_written_title(config.site.docs_dir / name, name))
        for name in _written_names(config)
    )


def _written_names(config: Config) -> tuple[str, ...]:
    ours = tuple(f"{f}/" for f in (config.convert.inbox, config.convert.articles))
    left_out = GitIgnoreSpec.from_lines(("/templates/", *config.site.excluded.splitlines()))
    return tuple(
        name
        for name in list_files(config.site.docs_dir, (".md",))
        if not name.startswith(ours) and not left_out.match_file(name)
    )


def _find_lost_links(config: Config, digest: Digest, written: Sequence[LinkView]) -> Iterator[Problem]:
    """Links between pages that lead to none, by the lines of their Markdown files."""
    known = known_addresses(digest, written)
    articles = (each.article for each in digest.articles)
    lost = (article.path for article in articles if has_lost_link(article, known))
    for name in sorted((*lost, *_written_names(config))):
        text = (config.site.docs_dir / name).read_text("utf-8", "replace")
        yield from find_lost_links(name, text, known)


def _written_title(file: Path, name: str) -> str:
    try:
        document = read_document(file.read_text("utf-8", "replace"), name)
    except GeneratorError:
        document = Document(body=file.read_text("utf-8", "replace"))
    headings = (text for line in document.body.split("\n") if (text := heading_text(line)))
    return document.title or next(headings, None) or Path(name).stem.replace("-", " ").capitalize()


# --- show ------------------------------------------------------------------------------------------------------------


def show_files(files: Iterable[Path], config: Config) -> Iterable[tuple[Path, tuple[Shown | Problem, ...]]]:
    """What is understood in each article of each file, raw or Markdown. Nothing is written."""
    items = list(files)
    open_recogniser(config.enrich.recogniser)  # what is missing is said once, and before anything else
    vocabulary = Vocabulary(load_entities(config).pins, load_topics(config))
    work = partial(_show_file, config=config, rules=load_rules(config), vocabulary=vocabulary)
    with open_executor(config.build) as map_:
        yield from zip(items, map_(work, items), strict=True)


def _show_file(
    file: Path, config: Config, rules: tuple[Rule, ...], vocabulary: Vocabulary
) -> tuple[Shown | Problem, ...]:
    try:
        extractions = _extractions(file, read_raw(file, str(file), config), config, rules)
    except GeneratorError as error:
        return (Problem(path=str(file), message=str(error)),)
    return tuple(_show_one(extraction, str(file), config, vocabulary) for extraction in extractions)


def _extractions(file: Path, data: bytes, config: Config, rules: tuple[Rule, ...]) -> tuple[Extraction | Problem, ...]:
    """A document of the record (it has an id) as it stands, a raw file extracted."""
    path, text = str(file), data.decode("utf-8", "replace")
    if path.endswith(".md") and re.match(r"---\s*\n(?:(?!---).*\n)*?id:", text):
        return (Extraction(document=read_document(text.replace("\r\n", "\n"), path), form="markdown"),)
    name = origin_path(file, config.site.docs_dir / config.convert.inbox)
    here = tuple(replace(rule, files=()) for rule in select_file(rules, name))
    return extract_articles(path, data, config.convert, here)


def _show_one(extraction: Extraction | Problem, path: str, config: Config, vocabulary: Vocabulary) -> Shown | Problem:
    if isinstance(extraction, Problem):
        return extraction
    try:
        article = make_article(extraction.document, path)
    except GeneratorError as error:
        return Problem(path=path, message=str(error))
    enriched = enrich_article(article, _lexicon(config.enrich, vocabulary), config.enrich)
    return Shown(article=enriched, form=extraction.form, removed=extraction.removed)


def find_unknown(config: Config, files: Sequence[Path] = ()) -> tuple[tuple[Recurring, ...], tuple[Problem, ...]]:
    """What recurs over a source's articles and is still in their bodies: of the whole site, or the named files."""
    work = partial(_read_articles, config=config, rules=load_rules(config))
    with open_executor(config.build) as map_:
        results = [found for group in map_(work, files or list_sources(config)) for found in group]
    articles = (result for result in results if isinstance(result, Article))
    return find_recurring(articles), tuple(result for result in results if isinstance(result, Problem))


def _read_articles(file: Path, config: Config, rules: tuple[Rule, ...]) -> tuple[Article | Problem, ...]:
    """The articles of a file, not understood."""
    home = config.site.root
    path = (file.relative_to(home) if file.is_relative_to(home) else file).as_posix()
    try:
        extractions = _extractions(file, read_raw(file, path, config), config, rules)
        return tuple(
            found if isinstance(found, Problem) else make_article(found.document, path) for found in extractions
        )
    except GeneratorError as error:
        return (Problem(path=path, message=str(error)),)
