"""The command line. 0 done, 1 the user's content or options are at fault, 2 wrong usage.

Commands import what they need when they run: `digest --help` must not wait for what a build needs.
"""

from __future__ import annotations

import click

from generator import __version__
from generator.commands.data import diff, export, show
from generator.commands.inbox import add, convert
from generator.commands.sites import build, check, new, serve


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="digest")
def main() -> None:
    """Drop news articles into a folder; publish a cross-linked digest site with feeds."""


for _command in (add, build, check, convert, diff, export, new, serve, show):
    main.add_command(_command)
