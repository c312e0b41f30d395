"""MkDocs' door to the pipeline: `mkdocs build` and `mkdocs serve` publish what `digest build` does, byte for byte.

The only file that imports MkDocs, and only names that ProperDocs serves too. Events, in the order MkDocs calls them:

    on_startup       a preview is told from a build: its pages may hold MkDocs' own script
    on_config        our theme where none was chosen; MkDocs' own sitemap off, as we make one
    on_files         the pipeline runs; its pages enter as static files, so that MkDocs need not render them
    on_page_markdown links to articles are led to their pages
    on_page_content  a hand-written page's HTML is its author's: it passes autoescape
    on_env           hand-written pages are rendered by our templates
    on_page_context  and get the frame that every page of ours has
"""

from __future__ import annotations

import logging
import os
import posixpath
import re
import tempfile
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from jinja2 import TemplateError
from markupsafe import Markup
from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import config_options
from mkdocs.config import load_config as load_mkdocs_config
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.theme import Theme

from generator.config import SECTIONS, Config, make_config
from generator.exceptions import GeneratorError
from generator.files import list_files
from generator.model import Page as SitePage
from generator.model import Site
from generator.pipeline import Build, build_site
from generator.render.page_links import unlink_lost
from generator.render.paths import article_address, root_of
from generator.render.templates import Templates, template_fault
from generator.render.views import LinkView
from generator.render.written_page import written_page_context
from generator.site_file import make_site, moment_override, with_clock

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

log = get_plugin_logger("digest")

OUR_THEME = "digest"
_DEFAULT_THEME = "mkdocs"
VOCABULARY = "vocabulary"
"""Rules and word lists of the site's own, below `docs_dir`: for us, not for readers."""
_SITEMAP = "sitemap.xml"
_MARKDOWN_LINK = re.compile(r"\]\((?P<path>[^()\s:#?]+\.md)(?P<anchor>#[^()\s]*)?(?=[\s)])")


class DigestPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]  # its options are a plain mapping, checked by make_config
    """`plugins: - digest`, with the sections of `config.Config` as options."""

    config_scheme = tuple((name, config_options.Type(dict, default={})) for name in SECTIONS)

    def __init__(self) -> None:
        self.build: Build | None = None
        """Set beforehand where the pipeline has run already and MkDocs is to make the hand-written pages alone."""
        self._only_written = False
        self._config: Config | None = None
        self._preview = False

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Whether pages get MkDocs' script for live reload."""
        self._preview = command == "serve"

    def expect(self, config: Config, build: Build) -> None:
        """Make the hand-written pages only, as pages of this build."""
        self._config, self.build, self._only_written = config, build, True

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the options and see to the theme."""
        if config.theme.name == _DEFAULT_THEME:
            config.theme = Theme(name=OUR_THEME, custom_dir=config.theme.custom_dir)
        if config.theme.name != OUR_THEME:
            raise PluginError(f"theme: {config.theme.name}: a digest's pages need our own; write `name: {OUR_THEME}`")
        if not config.use_directory_urls:
            raise PluginError("use_directory_urls: false is not for a digest, whose pages are folders; remove it")
        config.theme.static_templates.discard(_SITEMAP)
        if not self._only_written:
            self._config = self._make_config(config)
        return config

    def _make_config(self, config: MkDocsConfig) -> Config:
        values = {**config, "theme": {"custom_dir": config.theme.custom_dir}}
        # MkDocs made an object of these patterns; the text is what the person wrote.
        values["exclude_docs"] = next((c["exclude_docs"] for c in config.user_configs if "exclude_docs" in c), "")
        values["theme"] |= {"language": config.theme["language"]} if "language" in config.theme else {}
        try:
            site = make_site(values, Path(config.config_file_path or "mkdocs.yml"), Path(config.site_dir))
            options = moment_override({k: v for k, v in self.config.items() if v}, os.environ)
            return with_clock(make_config(replace(site, preview=self._preview), options))
        except GeneratorError as error:
            raise PluginError(str(error)) from None

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take articles out, put the rendered site in; a hand-written file wins over a page of ours."""
        ours = self._config
        if ours is None:
            raise RuntimeError("on_config comes before on_files")
        folders = tuple(f"{f}/" for f in (ours.convert.inbox, ours.convert.articles, VOCABULARY))
        for file in list(files):
            # MkDocs' sitemap is no template any more, hence would be copied as it stands.
            if file.src_uri.startswith(folders) or (file.src_uri == _SITEMAP and file.src_dir != config.docs_dir):
                files.remove(file)
        if self._only_written:
            return files
        try:
            self.build = build_site(ours, log.debug, strict=bool(config.strict))
        except GeneratorError as error:
            raise PluginError(str(error)) from None
        for line in self.build.anew:
            log.info(line)
        for problem in self.build.problems:
            log.warning(problem.message)
        standing = {file.dest_uri for file in files}
        for page in self.build.site.pages:
            if page.path not in standing:
                files.append(_generated(config, page))
        return files

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Lead links to an article's Markdown file to its page; MkDocs, which no longer has the file, would not."""
        if self.build is None or self._config is None:
            return markdown
        here = PurePosixPath(page.file.src_uri).parent
        known = {e.article.path: article_address(e.article) for e in self.build.digest.articles}

        def lead(link: re.Match[str]) -> str:
            target = posixpath.normpath(posixpath.join(here, unquote(link["path"])))
            if target not in known:
                return link[0]
            return f"]({root_of(page.url.removeprefix('./'))}{known[target]}{link['anchor'] or ''}"

        return _MARKDOWN_LINK.sub(lead, markdown)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Mark a page's HTML as markup; a link to no page, which was told, leaves its text."""
        return Markup(unlink_lost(html))  # noqa: S704  written by the site's owner, not by a source

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Our environment."""
        if self._config is None:
            return env
        return Templates(self._config.site.theme_dirs).environment

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Add the frame to a hand-written page."""
        if self._config is not None and self.build is not None:
            link = LinkView(address="" if page.url in (".", "./") else page.url, text=str(page.title))
            frame = written_page_context(
                self.build.digest, self._config.site, self.build.written, link, str(page.meta.get("description", ""))
            )
            context.update(frame)  # type: ignore[typeddict-item]
        return context

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:
        """Watch a theme of the person's own."""
        for folder in self._config.site.theme_dirs if self._config else ():
            server.watch(str(folder), builder)
        return server


def _generated(config: MkDocsConfig, page: SitePage) -> File:
    return File.generated(config, page.path, content=page.content, inclusion=InclusionLevel.INCLUDED)


def add_written_pages(build: Build, config: Config, config_file: Path) -> Site:
    """The build's site with the hand-written pages and the theme's assets, made by MkDocs in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="digest-") as folder:
        _quiet_mkdocs()
        mkdocs_config = load_mkdocs_config(config_file=str(config_file), site_dir=folder)
        for plugin in mkdocs_config.plugins.values():
            if isinstance(plugin, DigestPlugin):
                plugin.expect(config, build)
        try:
            mkdocs_build.build(mkdocs_config)
        except MkDocsException as error:
            raise GeneratorError(f"{config_file}: {error.__context__ or error}") from None
        except TemplateError as error:
            raise template_fault(error, "main.html") from None
        home = Path(folder)
        written = {name: (home / name).read_bytes() for name in list_files(home)}
    pages = {page.path: page.content for page in build.site.pages} | written
    return replace(build.site, pages=tuple(SitePage(path=path, content=pages[path]) for path in sorted(pages)))


def serve_site(config_file: Path, address: str | None, *, open_in_browser: bool) -> None:
    """Preview with live reload, until interrupted."""
    settings: dict[str, Any] = {"dev_addr": address} if address else {}
    _show_mkdocs()
    mkdocs_serve.serve(str(config_file), open_in_browser=open_in_browser, **settings)


def _show_mkdocs() -> None:
    """What MkDocs' own command does with its messages: where the site is served, what changed, what went wrong."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(levelname)-8s %(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)


def _quiet_mkdocs() -> None:
    """Warnings are told by the pipeline, errors are raised."""
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)
