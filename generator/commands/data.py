"""Commands that print what is known, and write nothing: show, export, diff."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.commands.terminal import (
    EXISTING,
    FILE,
    config_option,
    errors_told,
    jobs_options,
    load_site,
    tell_problems,
)
from generator.exceptions import GeneratorError


@click.command()
@click.argument("files", nargs=-1, type=EXISTING)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, for programs.")
@click.option("--unknown", is_flag=True, help="Lines that recur in a source's articles (all by default): new rules?")
@click.option("--story", metavar="ID", help="Why a story is what it is: its id or address, or one of its articles.")
@config_option
@jobs_options
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
    with errors_told():
        from generator.model import Problem
        from generator.pipeline import show_files
        from generator.show.records import shown_records
        from generator.show.terminal import print_shown
        from generator.site_file import default_config

        config = (
            load_site(config_file, jobs=jobs, executor=executor) if config_file.exists() else default_config(Path())
        )
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
            tell_problems(problems)
    sys.exit(1 if failed else 0)


def _show_unknown(
    files: tuple[Path, ...], as_json: bool, config_file: Path, jobs: int | None, executor: str | None
) -> None:
    with errors_told():
        from generator.pipeline import find_unknown
        from generator.show_unknown import unknown_lines, unknown_records
        from generator.site_file import default_config

        alone = files and not config_file.exists()
        config = default_config(Path()) if alone else load_site(config_file, jobs=jobs, executor=executor)
        found, problems = find_unknown(config, files)
    for line in (unknown_records if as_json else unknown_lines)(found):
        click.echo(line)
    sys.exit(1 if tell_problems(problems) else 0)


def _show_story(name: str, as_json: bool, config_file: Path, jobs: int | None, executor: str | None) -> None:
    with errors_told():
        config = load_site(config_file, jobs=jobs, executor=executor)
        from generator.pipeline import build_digest
        from generator.show_story import find_receipt, receipt_lines, receipt_record

        digest, problems, _ = build_digest(config)
        tell_problems(problems)
        receipt = find_receipt(digest, name)
    for line in (receipt_record(receipt),) if as_json else receipt_lines(receipt):
        click.echo(line)


@click.command()
@click.option("--json", "as_json", is_flag=True, default=True, help="As JSON (the only form).")
@config_option
@jobs_options
def export(as_json: bool, config_file: Path, jobs: int | None, executor: str | None) -> None:
    """Print the digest of the converted articles as data. Nothing is written."""
    with errors_told():
        config = load_site(config_file, jobs=jobs, executor=executor)
        from generator.export import export_digest
        from generator.pipeline import build_digest

        digest, problems, _ = build_digest(config)
        click.echo(export_digest(digest))
    tell_problems(problems)


@click.command()
@click.argument("old", type=FILE)
@click.argument("new", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for programs.")
def diff(old: Path, new: Path, as_json: bool) -> None:
    """Print what changed from OLD to NEW, two files that `digest export` wrote; nothing when nothing did."""
    with errors_told():
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
