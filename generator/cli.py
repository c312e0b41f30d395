"""The command line: parse, call, print, exit code. 0 done, 1 the user's content or options are at fault, 2 wrong usage.

Imports are made inside the commands: `digest --help` must not wait for what a build needs.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click

from generator import __version__
from generator.exceptions import GeneratorError

if TYPE_CHECKING:
    from generator.config import Config
    from generator.model import Problem

_FILE = click.Path(path_type=Path)
_EXISTING = click.Path(path_type=Path, exists=True, dir_okay=False)
_NOBODYS_HOSTS = ("example.org", "example.com", "example.net")
"""Hosts of examples (RFC 2606); a new site's address until its owner sets one."""
_STEPS = {
    "convert": "Converting new articles",
    "read": "Reading articles",
    "enrich": "Understanding articles",
    "relate": "Relating articles",
    "render": "Rendering pages",
    "publish": "Publishing",
}


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="digest")
def main() -> None:
    """Drop news articles into a folder; publish a cross-linked digest site with feeds."""


def _config_option(function: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "-f", "--config-file", type=_FILE, default=Path("mkdocs.yml"), show_default=True, help="The site's mkdocs.yml."
    )(function)


def _jobs_options(function: Callable[..., Any]) -> Callable[..., Any]:
    jobs = click.option("--jobs", type=click.IntRange(0), help="Worker processes; 0 = one a core.")
    executor = click.option("--executor", type=click.Choice(["serial", "process"]), help="Where the work runs.")
    return jobs(executor(function))


@contextmanager
def _errors_told() -> Iterator[None]:
    """The one place where an error becomes a message and an exit code."""
    try:
        yield
    except GeneratorError as error:
        _say(f"Error: {error}")
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


def _say(message: str) -> None:
    click.echo(message, err=True)


def _load(config_file: Path, site_dir: Path | None = None, **build: object) -> Config:
    from generator.site_file import load_config

    return load_config(config_file, site_dir=site_dir, overrides={"build": build})


@contextmanager
def _progress(*, quiet: bool) -> Iterator[Callable[[str], None]]:
    """Yield what is told each step: a spinner on a terminal, a line otherwise, nothing when quiet."""
    if quiet:
        yield lambda step: None
        return
    if not sys.stderr.isatty():
        yield lambda step: _say(f"{_STEPS[step]} …")
        return
    from rich.console import Console

    with Console(stderr=True).status("Starting …") as status:
        yield lambda step: status.update(f"{_STEPS[step]} …")


def _tell_problems(problems: Iterable[Problem]) -> int:
    told = 0
    for told, problem in enumerate(problems, 1):  # noqa: B007  counted while printed
        _say(f"Problem: {problem.message}")
    return told


# --- build -----------------------------------------------------------------------------------------------------------


@main.command()
@_config_option
@click.option("--site-dir", type=_FILE, help="Where the site goes; default: site_dir of mkdocs.yml, or site/.")
@_jobs_options
@click.option("--strict", is_flag=True, help="Fail, after publishing nothing, when any article has a problem.")
@click.option("--clean", is_flag=True, help="Use no cache and write every file anew.")
@click.option("--quiet", is_flag=True, help="Print problems and errors only.")
def build(
    config_file: Path,
    site_dir: Path | None,
    jobs: int | None,
    executor: str | None,
    strict: bool,
    clean: bool,
    quiet: bool,
) -> None:
    """Convert what is new in the inbox, and publish the site."""
    with _errors_told():
        config = _load(config_file, site_dir, jobs=jobs, executor=executor)
        from generator.pipeline import build_site, forget_cache
        from generator.plugin import add_written_pages
        from generator.publish import publish_site

        if clean:
            forget_cache(config)
        with _progress(quiet=quiet) as report:
            made = build_site(config, report, strict=strict)
            if made.problems and strict:
                _tell_problems(made.problems)
                raise GeneratorError("nothing was published, because of the problems above and --strict")
            site = add_written_pages(made, config, config_file)
            report("publish")
            done = publish_site(site, config.site.site_dir, clean=clean)
    told = _tell_problems(made.problems)
    if quiet:
        return
    for line in made.anew:
        _say(line)
    digest = made.digest
    click.echo(
        f"{len(digest.articles)} articles ({made.converted} new), {len(digest.stories)} stories, "
        f"{len(site.pages)} files ({done.written} written, {done.removed} removed)"
        + (f", {told} problems above" if told else "")
    )
    click.echo(f"The site is in {_shown(config.site.site_dir)}")
    if urlsplit(config.site.url).hostname in _NOBODYS_HOSTS:
        _say(f"Note: site_url in {config_file} is still {config.site.url}; feeds point there until you set your own")


def _shown(path: Path) -> str:
    here = Path.cwd()
    return f"{path.relative_to(here)}/" if path.is_relative_to(here) and path != here else f"{path}/"


@main.command()
@click.argument("files", nargs=-1, type=_EXISTING)
@click.option("--refresh", is_flag=True, help="Convert what is converted already anew, with today's rules.")
@click.option("--dry-run", is_flag=True, help="With --refresh: show what would change, and write nothing.")
@_config_option
@_jobs_options
def convert(
    files: tuple[Path, ...], refresh: bool, dry_run: bool, config_file: Path, jobs: int | None, executor: str | None
) -> None:
    """Turn the inbox, or the named FILES, into Markdown with front matter.

    A Markdown file that you edited is never overwritten.
    """
    if dry_run and not refresh:
        raise click.UsageError("--dry-run goes with --refresh")
    with _errors_told():
        config = _load(config_file, jobs=jobs, executor=executor)
        from generator.conversion import convert_inbox, refresh_inbox
        from generator.show_changes import anew_lines, change_lines, summarise_refresh

        done = refresh_inbox(config, files, dry_run=dry_run) if refresh else convert_inbox(config, files)
    if refresh:
        for line in change_lines(done, config.site.docs_dir.relative_to(config.site.root)):
            click.echo(line)
        told = _tell_problems(done.problems)
        _say(summarise_refresh(done, told, dry_run=dry_run))
        sys.exit(1 if done.failed else 0)
    for path in done.written:
        click.echo(config.site.docs_dir.joinpath(path).relative_to(config.site.root).as_posix())
    for path in done.left:
        _say(f"Note: {path} stays, although its raw file holds it no longer")
    for line in anew_lines(done, config.site.docs_dir.relative_to(config.site.root)):
        _say(line)
    told = _tell_problems(done.problems)
    _say(f"{len(done.written)} converted, {done.unchanged} known already" + (f", {told} problems" if told else ""))
    sys.exit(1 if done.failed else 0)


@main.command()
@click.argument("files", nargs=-1, type=_EXISTING)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, for programs.")
@click.option("--unknown", is_flag=True, help="Lines that recur in a source's articles (all by default): new rules?")
@click.option("--story", metavar="ID", help="Why a story is what it is: its id or address, or one of its articles.")
@_config_option
@_jobs_options
def show(
    files: tuple[Path, ...],
    as_json: bool,
    unknown: bool,
    story: str | None,
    config_file: Path,
    jobs: int | None,
    executor: str | None,
) -> None:
    """Print what is understood in each of FILES, raw or Markdown. Nothing is written."""
    if story is not None:
        if files or unknown:
            raise click.UsageError("--story goes without FILES and --unknown")
        _show_story(story, as_json, config_file, jobs, executor)
        return
    if unknown:
        _show_unknown(files, as_json, config_file, jobs, executor)
        return
    if not files:
        raise click.UsageError("name one or more FILES")
    with _errors_told():
        from generator.model import Problem
        from generator.pipeline import show_files
        from generator.show.records import shown_records
        from generator.show.terminal import print_shown
        from generator.site_file import default_config

        config = _load(config_file, jobs=jobs, executor=executor) if config_file.exists() else default_config(Path())
        failed = False
        for path, result in show_files(files, config):
            problems = [shown for shown in result if isinstance(shown, Problem)]
            failed |= bool(problems)
            if as_json:
                for line in shown_records(str(path), result):
                    click.echo(line)
                continue
            for shown in result:
                if not isinstance(shown, Problem):
                    print_shown(shown, str(path))
            _tell_problems(problems)
    sys.exit(1 if failed else 0)


def _show_unknown(
    files: tuple[Path, ...], as_json: bool, config_file: Path, jobs: int | None, executor: str | None
) -> None:
    with _errors_told():
        from generator.pipeline import find_unknown
        from generator.show_unknown import unknown_lines, unknown_records
        from generator.site_file import default_config

        alone = files and not config_file.exists()
        config = default_config(Path()) if alone else _load(config_file, jobs=jobs, executor=executor)
        found, problems = find_unknown(config, files)
    for line in (unknown_records if as_json else unknown_lines)(found):
        click.echo(line)
    sys.exit(1 if _tell_problems(problems) else 0)


def _show_story(name: str, as_json: bool, config_file: Path, jobs: int | None, executor: str | None) -> None:
    with _errors_told():
        config = _load(config_file, jobs=jobs, executor=executor)
        from generator.pipeline import build_digest
        from generator.show_story import find_receipt, receipt_lines, receipt_record

        digest, problems, _ = build_digest(config)
        _tell_problems(problems)
        receipt = find_receipt(digest, name)
    for line in (receipt_record(receipt),) if as_json else receipt_lines(receipt):
        click.echo(line)


@main.command()
@click.option("--json", "as_json", is_flag=True, default=True, help="As JSON (the only form).")
@_config_option
@_jobs_options
def export(as_json: bool, config_file: Path, jobs: int | None, executor: str | None) -> None:
    """Print the digest of the converted articles as data. Nothing is written."""
    with _errors_told():
        config = _load(config_file, jobs=jobs, executor=executor)
        from generator.export import export_digest
        from generator.pipeline import build_digest

        digest, problems, _ = build_digest(config)
        click.echo(export_digest(digest))
    _tell_problems(problems)


@main.command()
@click.argument("old", type=_FILE)
@click.argument("new", type=_FILE)
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for programs.")
def diff(old: Path, new: Path, as_json: bool) -> None:
    """Print what changed from OLD to NEW, two files that `digest export` wrote; nothing when nothing did."""
    with _errors_told():
        from generator.digest_diff import diff_exports
        from generator.exported import read_export
        from generator.show_diff import diff_lines, diff_record

        found = diff_exports(*(read_export(_read_bytes(file), str(file)) for file in (old, new)))
    if as_json:
        click.echo(diff_record(found))
        return
    for line in diff_lines(found):
        click.echo(line)


def _read_bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise GeneratorError(f"{file}: {error.strerror}; name a file that `digest export` wrote") from None


@main.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@_config_option
@click.option("--allow-private", is_flag=True, help="Fetch addresses of this machine and of private networks too.")
def add(sources: tuple[str, ...], config_file: Path, allow_private: bool) -> None:
    """Put each SOURCE into the inbox and convert it: a file, a web address, or - for pasted text.

    An article that is there already, by its address or its words, is named and not added again.
    """
    with _errors_told():
        config = _load(config_file)
    added = [_add_one(config, source, allow_private=allow_private) for source in sources]
    sys.exit(0 if all(added) else 1)


def _add_one(config: Config, source: str, *, allow_private: bool) -> bool:
    """Add one source and print what became of it; whether there was an article in it."""
    from generator.adding import PASTED, Added, add_source, describe_added
    from generator.model import Problem

    if source == PASTED and sys.stdin.isatty():
        _say("Paste the article, then press Ctrl-D (on Windows Ctrl-Z and Enter) on a line of its own:")
    limit = config.convert.max_megabytes * 1_000_000
    pasted = sys.stdin.buffer.read(limit + 1) if source == PASTED else None
    try:
        results = add_source(config, source, pasted, allow_private=allow_private)
    except GeneratorError as error:
        results = (Problem(path=source, message=str(error)),)
    for added in results:
        if isinstance(added, Added):
            path = config.site.docs_dir.joinpath(added.path).relative_to(config.site.root).as_posix()
            known = "" if not added.known else "Known already: " if added.same else "Known already, in other words: "
            click.echo(f"{known}{path}\n  {describe_added(added)}")
    _tell_problems(result for result in results if isinstance(result, Problem))
    return any(isinstance(result, Added) for result in results)


@main.command()
@_config_option
@click.option("-a", "--dev-addr", metavar="HOST:PORT", help="Where to serve; default: localhost:8000.")
@click.option("-o", "--open", "open_in_browser", is_flag=True, help="Open the site in a browser.")
def serve(config_file: Path, dev_addr: str | None, open_in_browser: bool) -> None:
    """Preview the site; it is rebuilt and reloaded when an article changes."""
    with _errors_told():
        _load(config_file)
        from generator.plugin import serve_site

        serve_site(config_file, dev_addr, open_in_browser=open_in_browser)


@main.command()
@_config_option
@click.option("--site-dir", type=_FILE, help="The published site; default: site_dir of mkdocs.yml, or site/.")
def check(config_file: Path, site_dir: Path | None) -> None:
    """Look the published site over: links, feeds, HTML, data."""
    with _errors_told():
        config = _load(config_file, site_dir)
        from generator.check.site import check_site

        if not (config.site.site_dir / "index.html").is_file():
            raise GeneratorError(f"{config.site.site_dir} holds no site; run `digest build` first")
        findings = check_site(config.site.site_dir, config.site.url)
    for finding in findings:
        click.echo(f"{finding.path}: {finding.rule}: {finding.message}")
    _say(f"{len(findings)} findings" if findings else "Nothing found: links, feeds, HTML and data are right.")
    sys.exit(1 if findings else 0)


@main.command()
@click.argument("folder", type=_FILE)
@click.option("--name", default="", help="The site's name; default: after the folder.")
def new(folder: Path, name: str) -> None:
    """Make a site of your own in FOLDER, ready to build and to publish from CI."""
    with _errors_told():
        from generator.starter.site import make_starter

        for path in make_starter(folder, name):
            click.echo(path.as_posix())
    click.echo(f"\nDrop articles into {folder / 'content' / 'inbox'}, then:\n\n  cd {folder}\n  digest build")
