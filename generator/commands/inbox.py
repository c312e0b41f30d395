"""Commands that bring articles in: add, convert."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.terminal import (
    EXISTING,
    config_option,
    errors_told,
    jobs_options,
    load_site,
    say,
    tell_problems,
)
from generator.exceptions import GeneratorError

if TYPE_CHECKING:
    from generator.config import Config


@click.command()
@click.argument("files", nargs=-1, type=EXISTING)
@click.option("--refresh", is_flag=True, help="Convert what is converted already anew, with today's rules.")
@click.option("--dry-run", is_flag=True, help="With --refresh: show what would change, and write nothing.")
@config_option
@jobs_options
def convert(
    files: tuple[Path, ...], refresh: bool, dry_run: bool, config_file: Path, jobs: int | None, executor: str | None
) -> None:
    """Turn the inbox, or the named FILES, into Markdown with front matter.

    A Markdown file that you edited is never overwritten.
    """
    if dry_run and not refresh:
        raise click.UsageError("--dry-run goes with --refresh")
    with errors_told():
        config = load_site(config_file, jobs=jobs, executor=executor)
        from generator.conversion import convert_inbox, refresh_inbox
        from generator.show_changes import anew_lines, change_lines, summarise_refresh

        done = refresh_inbox(config, files, dry_run=dry_run) if refresh else convert_inbox(config, files)
    if refresh:
        for line in change_lines(done, config.site.docs_dir.relative_to(config.site.root)):
            click.echo(line)
        told = tell_problems(done.problems)
        say(summarise_refresh(done, told, dry_run=dry_run))
        sys.exit(1 if done.failed else 0)
    for path in done.written:
        click.echo(config.site.docs_dir.joinpath(path).relative_to(config.site.root).as_posix())
    for path in done.left:
        say(f"Note: {path} stays, although its raw file holds it no longer")
    for line in anew_lines(done, config.site.docs_dir.relative_to(config.site.root)):
        say(line)
    told = tell_problems(done.problems)
    say(f"{len(done.written)} converted, {done.unchanged} known already" + (f", {told} problems" if told else ""))
    sys.exit(1 if done.failed else 0)


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@config_option
@click.option("--allow-private", is_flag=True, help="Fetch addresses of this machine and of private networks too.")
def add(sources: tuple[str, ...], config_file: Path, allow_private: bool) -> None:
    """Put each SOURCE into the inbox and convert it: a file, a web address, or - for pasted text.

    An article that is there already, by its address or its words, is named and not added again.
    """
    with errors_told():
        config = load_site(config_file)
    added = [_add_one(config, source, allow_private=allow_private) for source in sources]
    sys.exit(0 if all(added) else 1)


def _add_one(config: Config, source: str, *, allow_private: bool) -> bool:
    """Add one source and print what became of it; whether there was an article in it."""
    from generator.adding import PASTED, Added, add_source, describe_added
    from generator.model import Problem

    if source == PASTED and sys.stdin.isatty():
        say("Paste the article, then press Ctrl-D (on Windows Ctrl-Z and Enter) on a line of its own:")
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
    tell_problems(result for result in results if isinstance(result, Problem))
    return any(isinstance(result, Added) for result in results)
