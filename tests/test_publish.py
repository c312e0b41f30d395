from __future__ import annotations

import os

import pytest

from generator.exceptions import PublishError
from generator.model import Page, Site
from generator.publish import publish_site


def site(**files):
    pages = {"sitemap.xml": b"<urlset/>", **{name.replace("__", "/"): content for name, content in files.items()}}
    return Site(pages=tuple(Page(path=path, content=pages[path]) for path in sorted(pages)))


def test_only_what_changed_is_written_and_what_went_is_removed(tmp_path):
    publish_site(site(a=b"1", b__c=b"2", d=b"3"), tmp_path)
    os.utime(tmp_path / "a", (1, 1))
    done = publish_site(site(a=b"1", d=b"4"), tmp_path)
    assert (done.written, done.unchanged, done.removed) == (1, 2, 1)
    assert (tmp_path / "a").stat().st_mtime == 1
    assert (tmp_path / "d").read_bytes() == b"4"
    assert not (tmp_path / "b").exists()


def test_clean_writes_everything(tmp_path):
    publish_site(site(a=b"1"), tmp_path)
    os.utime(tmp_path / "a", (1, 1))
    assert publish_site(site(a=b"1"), tmp_path, clean=True).written == 2
    assert (tmp_path / "a").stat().st_mtime > 1


def test_hidden_files_are_left_alone(tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text("x")
    publish_site(site(a=b"1"), tmp_path)
    assert (tmp_path / ".git" / "config").read_text() == "x"


def test_a_folder_of_other_things_is_not_touched(tmp_path):
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(PublishError, match=r"thesis\.txt"):
        publish_site(site(a=b"1"), tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_file_in_the_way_is_told(tmp_path):
    (tmp_path / "out").write_text("x")
    with pytest.raises(PublishError, match="is a file"):
        publish_site(site(a=b"1"), tmp_path / "out")
