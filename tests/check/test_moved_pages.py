"""Pages that lead on: they need no link to them, and lead to a page that stays."""

from __future__ import annotations

import pytest
from small_site import URL, page, write_site

from generator.check.site import check_site

FORMER = "stories/former/index.html"


def moved(way: str) -> str:
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Moved</title>'
        '<meta name="robots" content="noindex">'
        f'<meta http-equiv="refresh" content="0;url={way}"><h1>Moved</h1><a href="{way}">There</a>'
    )


def rules(folder, changes):
    return [(finding.path, finding.rule) for finding in check_site(write_site(folder, changes), URL)]


@pytest.mark.parametrize("way", ["../../about/", f"{URL}about/", "https://elsewhere.example/"])
def test_a_page_that_leads_on_is_no_fault(tmp_path, way):
    assert rules(tmp_path, {FORMER: moved(way)}) == []


def test_it_leads_to_a_page_that_stays(tmp_path):
    assert rules(tmp_path, {FORMER: moved("../gone/")}) == [(FORMER, "link-broken"), (FORMER, "page-moved")]


def test_not_to_another_that_leads_on(tmp_path):
    found = rules(tmp_path, {FORMER: moved("../other/"), "stories/other/index.html": moved("../../about/")})
    assert found == [(FORMER, "page-moved")]


def test_pages_link_to_where_it_leads(tmp_path):
    about = page("About", '<p><img src="../logo.png" alt=""> <a href="../stories/former/">x</a></p>', "../")
    found = rules(tmp_path, {FORMER: moved("../../about/"), "about/index.html": about})
    assert found == [("about/index.html", "link-moved")]


def test_a_page_that_loads_itself_anew_has_not_moved(tmp_path):
    about = page("About", '<p><img src="../logo.png" alt=""></p>', "../", '<meta http-equiv="refresh" content="30">')
    assert rules(tmp_path, {"about/index.html": about}) == []
