"""Commands on a whole site: build, serve, check, new."""

from __future__ import annotations

import sys
from pathlib import Path
from urllib.parse import urlsplit

import click

from generator.commands.terminal import (
    FILE,
    config_option,
    errors_told,
    jobs_options,
    load_site,
    say,
    show_progress,
    tell_problems,
)
from generator.exceptions import GeneratorError

_NOBODYS_HOSTS = ("example.org", "example.com", "example.net")
"""Hosts of examples (RFC 2606); a new site's address until its owner sets one."""


@click.command()
@config_option
@click.option("--site-dir", type=FILE, help="Where the site goes; default: site_dir of mkdocs.yml, or site/.")
@jobs_options
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
    with errors_told():
        config = load_site(config_file, site_dir, jobs=jobs, executor=executor)
        from generator.pipeline import build_site, forget_cache
        from generator.plugin import add_written_pages
        from generator.publish import publish_site

        if clean:
            forget_cache(config)
        with show_progress(quiet=quiet) as report:
            made = build_site(config, report, strict=strict)
            if made.problems and strict:
                tell_problems(made.problems)
                raise GeneratorError("nothing was published, because of the problems above and --strict")
            site = add_written_pages(made, config, config_file)
            report("publish")
            done = publish_site(site, config.site.site_dir, clean=clean)
    told = tell_problems(made.problems)
    if quiet:
        return
    for line in made.anew:
        say(line)
    digest = made.digest
    click.echo(
        f"{len(digest.articles)} articles ({made.converted} new), {len(digest.stories)} stories, "
        f"{len(site.pages)} files ({done.written} written, {done.removed} removed)"
        + (f", {told} problems above" if told else "")
    )
    click.echo(f"The site is in {_shown(config.site.site_dir)}")
    if urlsplit(config.site.url).hostname in _NOBODYS_HOSTS:
        say(f"Note: site_url in {config_file} is still {config.site.url}; feeds point there until you set your own")


def _shown(path: Path) -> str:
    here = Path.cwd()
    return f"{path.relative_to(here)}/" if path.is_relative_to(here) and path != here else f"{path}/"


@click.command()
@config_option
@click.option("-a", "--dev-addr", metavar="HOST:PORT", help="Where to serve; default: localhost:8000.")
@click.option("-o", "--open", "open_in_browser", is_flag=True, help="Open the site in a browser.")
def serve(config_file: Path, dev_addr: str | None, open_in_browser: bool) -> None:
    """Preview the site; it is rebuilt and reloaded when an article changes."""
    with errors_told():
        load_site(config_file)
        from generator.plugin import serve_site

        serve_site(config_file, dev_addr, open_in_browser=open_in_browser)


@click.command()
@config_option
@click.option("--site-dir", type=FILE, help="The published site; default: site_dir of mkdocs.yml, or site/.")
def check(config_file: Path, site_dir: Path | None) -> None:
    """Look the published site over: links, feeds, HTML, data."""
    with errors_told():
        config = load_site(config_file, site_dir)
        from generator.check.site import check_site

        if not (config.site.site_dir / "index.html").is_file():
            raise GeneratorError(f"{config.site.site_dir} holds no site; run `digest build` first")
        findings = check_site(config.site.site_dir, config.site.url)
    for finding in findings:
        click.echo(f"{finding.path}: {finding.rule}: {finding.message}")
    say(f"{len(findings)} findings" if findings else "Nothing found: links, feeds, HTML and data are right.")
    sys.exit(1 if findings else 0)


@click.command()
@click.argument("folder", type=FILE)
@click.option("--name", default="", help="The site's name; default: after the folder.")
def new(folder: Path, name: str) -> None:
    """Make a site of your own in FOLDER, ready to build and to publish from CI."""
    with errors_told():
        from generator.starter.site import make_starter

        for path in make_starter(folder, name):
            click.echo(path.as_posix())
    click.echo(f"\nDrop articles into {folder / 'content' / 'inbox'}, then:\n\n  cd {folder}\n  digest build")
