"""What all commands share: options, the site's configuration, messages, progress, errors as exit codes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.exceptions import GeneratorError

if TYPE_CHECKING:
    from generator.config import Config
    from generator.model import Problem

FILE = click.Path(path_type=Path)
EXISTING = click.Path(path_type=Path, exists=True, dir_okay=False)
_STEPS = {
    "convert": "Converting new articles",
    "read": "Reading articles",
    "enrich": "Understanding articles",
    "relate": "Relating articles",
    "render": "Rendering pages",
    "publish": "Publishing",
}


def config_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--config-file`, as all commands on a site have it."""
    return click.option(
        "-f", "--config-file", type=FILE, default=Path("mkdocs.yml"), show_default=True, help="The site's mkdocs.yml."
    )(function)


def jobs_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--jobs` and `--executor`, as all commands that read articles have them."""
    jobs = click.option("--jobs", type=click.IntRange(0), help="Worker processes; 0 = one a core.")
    executor = click.option("--executor", type=click.Choice(["serial", "process"]), help="Where the work runs.")
    return jobs(executor(function))


@contextmanager
def errors_told() -> Iterator[None]:
    """The one place where an error becomes a message and an exit code."""
    try:
        yield
    except GeneratorError as error:
        say(f"Error: {error}")
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


def say(message: str) -> None:
    """Print a line for people; what programs read goes to the standard output."""
    click.echo(message, err=True)


def load_site(config_file: Path, site_dir: Path | None = None, **build: object) -> Config:
    """The options of a site; those of `build` that are not None come before what its file says."""
    from generator.site_file import load_config

    return load_config(config_file, site_dir=site_dir, overrides={"build": build})


@contextmanager
def show_progress(*, quiet: bool) -> Iterator[Callable[[str], None]]:
    """Yield what is told each step: a spinner on a terminal, a line otherwise, nothing when quiet."""
    if quiet:
        yield lambda step: None
        return
    if not sys.stderr.isatty():
        yield lambda step: say(f"{_STEPS[step]} …")
        return
    from rich.console import Console

    with Console(stderr=True).status("Starting …") as status:
        yield lambda step: status.update(f"{_STEPS[step]} …")


def tell_problems(problems: Iterable[Problem]) -> int:
    """Print each; how many there were."""
    told = 0
    for told, problem in enumerate(problems, 1):  # noqa: B007  counted while printed
        say(f"Problem: {problem.message}")
    return told
