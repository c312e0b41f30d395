"""Every option of the product, its default and what it is for, once.

`mkdocs.yml` holds them: the site's under MkDocs' own keys, ours under `plugins: - digest:`, section by section. The
MkDocs schema (`plugin.py`) and `docs/options.md` are derived from the fields below.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any, Literal, TypeAlias, get_args, get_origin, get_type_hints
from urllib.parse import urlsplit

from generator.exceptions import ConfigError
from generator.model import Metadata
from generator.moments import instant, parse_moment

Pairs: TypeAlias = tuple[tuple[str, str], ...]
"""A mapping of names to names, as a value that can be hashed."""


def _option(default: Any, doc: str, least: int = 0) -> Any:
    return field(default=default, metadata={"doc": doc, "least": least})


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteConfig:
    """MkDocs' own keys, as far as we use them. `url` ends in a slash."""

    name: str
    url: str
    description: str
    language: str
    author: str
    root: Path
    """The folder of mkdocs.yml."""
    docs_dir: Path
    site_dir: Path
    excluded: str = ""
    """Patterns of pages that MkDocs leaves out: `exclude_docs`."""
    theme_dirs: tuple[Path, ...] = ()
    """Folders whose templates and assets come before ours: `theme: custom_dir`."""
    preview: bool = False
    """Whether MkDocs serves the site as it is written, and adds a script of its own to each page, for live reload."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConvertConfig:
    """Raw articles to Markdown."""

    inbox: str = _option("inbox", "Folder of raw articles, below `docs_dir`.")
    articles: str = _option("articles", "Folder of converted Markdown, below `docs_dir`.")
    max_megabytes: int = _option(10, "A raw file larger than this is refused, with a message.", least=1)
    day_first: bool = _option(True, "How `03/04/2015` is read where nothing else tells: true = 3 April.")
    columns: tuple[tuple[str, str], ...] = _option(
        (),
        "Columns of tables and keys of JSON records, by what they hold: `{body: article_text, published: pub_date}`.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrichConfig:
    """What is understood in one article."""

    recogniser: str = _option(
        "rules", "Who finds names: `rules`, or `spacy:` and the name of an installed spaCy pipeline: see names.md."
    )
    min_population: int = _option(15_000, "Smallest city that is known by name alone.")
    max_topics: int = _option(6, "Most topics an article is given by rules.")
    topic_threshold: float = _option(1.0, "Least score of a topic found by rules.")
    learn_topics: bool = _option(True, "Whether topics given in front matter teach topics for articles without any.")


@dataclass(frozen=True, slots=True, kw_only=True)
class RelateConfig:
    """How articles are brought together."""

    # BCubed F1 over three sets of labelled stories is the same within 0.01 from 0.09 to 0.16; from 0.13 down, hard
    # pairs of the tests run together. See relate/grouping.py.
    story_threshold: float = _option(0.14, "Least likeness (0 to 1) of two reports of one event.")
    story_days: int = _option(4, "Reports two such spans apart count as half as alike.")
    duplicate_threshold: float = _option(0.80, "Least share of common text of two copies of one report.")
    related: int = _option(6, "Most related articles listed with an article.")
    min_entity_articles: int = _option(2, "Articles that must name someone for a page of their own.")
    edition_items: int = _option(
        16, "Most stories shown in full in one edition; what is left out is listed, with the reason.", least=1
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenFeed:
    """A feed of the articles that have all of what it names; None: whatever it is."""

    topic: str | None = None
    person: str | None = None
    place: str | None = None
    organisation: str | None = None
    source: str | None = None
    title: str | None = None

    @property
    def names(self) -> tuple[tuple[str, str], ...]:
        """What it names, by kind."""
        return tuple((kind, name) for kind in CHOICES if (name := getattr(self, kind)) is not None)

    @property
    def called(self) -> str:
        """Its title, or what it names."""
        return self.title or " · ".join(name for _, name in self.names)


Chosen: TypeAlias = tuple[ChosenFeed, ...]

CHOICES = ("topic", "person", "place", "organisation", "source")
"""What a chosen feed may name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedsConfig:
    """What subscribers get."""

    entries: int = _option(50, "Newest articles in a feed.", least=1)
    days: int = _option(30, "Newest days in the digest feed; so many weeks and months in theirs.", least=1)
    content: Literal["full", "summary"] = _option("full", "Full articles in feeds, or their summaries.")
    min_articles: int = _option(
        5, "Fewest articles of a name, source, story or thread that has feeds of its own.", least=1
    )
    archives: Literal["main", "all", "none"] = _option(
        "main",
        "Which feeds keep all that was ever in them, in archived documents (RFC 5005): `main` = everything, the "
        "digests and the corrections.",
    )
    hub: str = _option("", "Address of the WebSub hub that feeds name, such as `https://hub.example/`; empty = none.")
    chosen: Chosen = _option(  # noqa: RUF009  the alias hides that the default is a tuple
        (), "Feeds of articles that share several things: `[{topic: armed conflict, place: Syria}]`: see feeds.md."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderConfig:
    """What readers get."""

    page_articles: int = _option(100, "Most articles listed on one page of a topic, name or source.", least=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildConfig:
    """How the work is done. Nothing here changes a byte of the site, but `now`."""

    jobs: int = _option(0, "Worker processes; 0 = one a core.")
    executor: Literal["process", "serial"] = _option("process", "Where one-article work runs.")
    cache: str = _option(".cache/digest.sqlite", "The cache file (`….sqlite`), beside mkdocs.yml. Disposable.")
    now: str = _option("", "The moment of the build, ISO 8601; empty = the newest article's; embargoes: the clock's.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """All options. A stage is given its own section only."""

    site: SiteConfig
    convert: ConvertConfig = ConvertConfig()
    enrich: EnrichConfig = EnrichConfig()
    relate: RelateConfig = RelateConfig()
    feeds: FeedsConfig = FeedsConfig()
    render: RenderConfig = RenderConfig()
    build: BuildConfig = BuildConfig()
    clock: datetime | None = None
    """What the clock said as the options were read, where no option states the moment: for embargoes, and for when the
    text of a raw file took the place of another. What is built of the record does not depend on it otherwise."""

    @property
    def now(self) -> datetime | None:
        """The moment of the build when an option states it."""
        return instant(parse_moment(self.build.now)) if self.build.now else None

    @property
    def release(self) -> datetime | None:
        """Embargoes are over that end by this moment; None: not known, and all of them hold.

        Never a date that an article states: a slip in one text would publish another.
        """
        return self.now or self.clock


SECTIONS: Mapping[str, type[Any]] = {
    name: section for name, section in get_type_hints(Config).items() if name not in ("site", "clock")
}
"""Section name -> its type: the keys allowed under `plugins: - digest:`."""


def make_config(site: SiteConfig, options: Mapping[str, Any]) -> Config:
    """Check the plugin's options and make a Config of them.

    Raises ConfigError with one line for each option that is unknown or of the wrong kind.
    """
    errors: list[str] = []
    sections = {}
    for name, value in (options or {}).items():
        if name not in SECTIONS:
            errors.append(f"plugins: digest: {name}: no such section; there are {', '.join(SECTIONS)}")
        elif not isinstance(value, Mapping):
            errors.append(f"plugins: digest: {name}: takes options, not {value!r}")
        else:
            sections[name] = _make_section(name, value, errors)
    errors.extend(_site_errors(site))
    if not errors:
        config = Config(site=site, **sections)
        errors.extend(
            f"plugins: digest: {error}"
            for error in (
                *_folder_errors(config.convert),
                *_column_errors(config.convert),
                *_recogniser_errors(config.enrich),
                *_feed_errors(config.feeds),
                *_build_errors(config),
            )
        )
    if errors:
        raise ConfigError("mkdocs.yml is not right:\n" + "\n".join(f"  {e}" for e in errors))
    return config


def _make_section(name: str, values: Mapping[str, Any], errors: list[str]) -> Any:
    section = SECTIONS[name]
    types = get_type_hints(section)
    good = {}
    for key, value in values.items():
        where = f"plugins: digest: {name}: {key}"
        if key not in types:
            errors.append(f"{where}: no such option; there are {', '.join(types)}")
        elif not _fits(value, types[key]):
            errors.append(f"{where}: takes {describe_type(types[key])}, not {value!r}")
        elif types[key] is int and value < (least := _least(section, key)):
            errors.append(f"{where}: takes {least} or more, not {value!r}")
        else:
            good[key] = _settle(value, types[key])
    return section(**good)


def _settle(value: Any, wanted: Any) -> Any:
    if wanted is float:
        return float(value)
    if wanted == Chosen:
        return tuple(ChosenFeed(**each) for each in value)
    return tuple(value.items()) if wanted == Pairs else value


def _least(section: type[Any], key: str) -> int:
    return next(int(f.metadata["least"]) for f in fields(section) if f.name == key)


def _fits(value: Any, wanted: Any) -> bool:
    if get_origin(wanted) is Literal:
        return value in get_args(wanted)
    if wanted is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if wanted is int:
        return isinstance(value, int) and not isinstance(value, bool)
    if wanted == Pairs:
        return isinstance(value, Mapping) and all(isinstance(text, str) for pair in value.items() for text in pair)
    if wanted == Chosen:
        return isinstance(value, list) and all(_is_chosen(each) for each in value)
    return isinstance(value, wanted)


def _is_chosen(value: Any) -> bool:
    """Whether it names something to choose by, and nothing else but a title."""
    return (
        isinstance(value, Mapping)
        and value.keys() <= {*CHOICES, "title"}
        and any(kind in value for kind in CHOICES)
        and all(isinstance(text, str) and text.strip() for text in value.values())
    )


def describe_type(wanted: Any) -> str:
    """An option's type in words: `a whole number`, `one of full, summary`."""
    if get_origin(wanted) is Literal:
        return "one of " + ", ".join(get_args(wanted))
    if wanted == Pairs:
        return "a mapping of names"
    if wanted == Chosen:
        return f"a list of mappings, each with one or more of {', '.join(CHOICES)}, and a title if you like"
    return {int: "a whole number", float: "a number", bool: "true or false", str: "text"}[wanted]


def _folder_errors(options: ConvertConfig) -> Iterator[str]:
    """Both folders must be below `docs_dir`, and apart: what is converted must not be read again."""
    folders = {"inbox": PurePosixPath(options.inbox), "articles": PurePosixPath(options.articles)}
    for name, folder in folders.items():
        if not folder.parts or folder.is_absolute() or ".." in folder.parts:
            yield f"convert: {name}: {str(folder)!r} is not a folder below docs_dir; write one like {name}"
    inbox, articles = folders.values()
    if inbox.is_relative_to(articles) or articles.is_relative_to(inbox):
        yield "convert: inbox and articles must be two folders, neither within the other"


def _column_errors(options: ConvertConfig) -> Iterator[str]:
    """What a column holds is a field of ours, or the text."""
    known = ("body", *(f.name for f in fields(Metadata) if f.name not in ("id", "origin", "review", "extra")))
    for field_name, _ in options.columns:
        if field_name not in known:
            yield f"convert: columns: {field_name}: no such field; there are {', '.join(known)}"


def _recogniser_errors(options: EnrichConfig) -> Iterator[str]:
    kind, _, name = options.recogniser.partition(":")
    if options.recogniser != "rules" and not (kind == "spacy" and name.strip()):
        yield f"enrich: recogniser: {options.recogniser!r} is none of rules, spacy:NAME (a pipeline's name)"


def _feed_errors(options: FeedsConfig) -> Iterator[str]:
    """A hub is an address of the web; a chosen feed is chosen once."""
    if options.hub and not _is_web_address(options.hub):
        yield f"feeds: hub: {options.hub!r} is not an address; write one like https://hub.example/"
    called = [each.called.casefold() for each in options.chosen]
    for number, each in enumerate(options.chosen):
        if called.index(called[number]) < number:
            yield f"feeds: chosen: two feeds are called {each.called!r}; give one another title"


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _build_errors(config: Config) -> Iterator[str]:
    build = config.build
    if not build.cache.endswith(".sqlite"):
        yield f"build: cache: {build.cache!r} must end in .sqlite, lest it be a file of yours"
    if build.now:
        try:
            parse_moment(build.now)
        except ValueError:
            yield f"build: now: {build.now!r} is not an ISO 8601 date"


def _site_errors(site: SiteConfig) -> Iterator[str]:
    try:
        parts = urlsplit(site.url)
        right = parts.scheme in ("http", "https") and bool(parts.netloc) and not (parts.query or parts.fragment)
    except ValueError:
        right = False
    if not right:
        yield f"site_url: {site.url!r} is not an address; feeds need the site's own, like https://news.example.org/"
    if site.site_dir.is_relative_to(site.docs_dir):
        yield f"site_dir: {site.site_dir.name} lies within docs_dir, and would be published in itself; move it out"
