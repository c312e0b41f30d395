"""Check a built site: the door. In: its folder and its address. Out: what is wrong with it; nothing is fetched."""

from __future__ import annotations

from pathlib import Path

from generator.check.built import read_site
from generator.check.data import check_data
from generator.check.feeds import check_feeds
from generator.check.finding import Finding
from generator.check.html import check_html
from generator.check.links import check_links


def check_site(folder: Path, site_url: str) -> tuple[Finding, ...]:
    """Every finding, by path; none for a good site.

    Raises GeneratorError when there is no built site in the folder.
    """
    site = read_site(folder, site_url)
    findings = {*check_html(site), *check_links(site), *check_feeds(site), *check_data(site)}
    return tuple(sorted(findings))
