"""`digest diff`: nothing for equal exports, and otherwise what was done."""

from __future__ import annotations

import copy
import json
from importlib import resources

import jsonschema
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import main
from generator.digest_diff import DigestDiff, diff_exports, read_export
from generator.exceptions import GeneratorError
from generator.show_diff import diff_lines, diff_record

SCHEMA = json.loads(resources.files("generator").joinpath("show_diff.schema.json").read_text("utf-8"))


def article(identity: str) -> dict:
    return {
        "id": identity,
        "path": f"articles/{identity}.md",
        "url": f"articles/{identity}/",
        "title": f"Report {identity}",
        "source": "Velm Courier",
        "published": "2015-11-03",
        "updated": None,
        "fingerprint": f"{identity:0>16}",
    }


def story(*articles: str, title: str | None = None) -> dict:
    first = min(articles)
    return {"id": first, "title": title or f"Story {first}", "url": f"stories/{first}/", "articles": list(articles)}


def export(*stories: dict, alone: str = "", **more: object) -> dict:
    """The articles of these stories and more, a letter each."""
    known = sorted({*alone, *(a for each in stories for a in each["articles"])})
    lists = {key: [] for key in ("topics", "entities", "links", "versions", "corrections")}
    return {"articles": [article(i) for i in known], "stories": list(stories), **lists, **more}


def diff(old: dict, new: dict) -> DigestDiff:
    return diff_exports(*(read_export(json.dumps(each).encode(), "x.json") for each in (old, new)))


def told(old: dict, new: dict) -> list[tuple[str, ...]]:
    """Of each story its id and what happened."""
    return [(change.story.id, *change.events) for change in diff(old, new).stories]


def ids(names) -> list[str]:
    return [named.id for named in names]


OLD = export(story("a", "b", "c"), story("d", "e"), story("f", "g", "h"), alone="xyz")


def test_equal_exports_differ_in_nothing():
    assert diff(OLD, OLD).is_empty
    assert list(diff_lines(diff(OLD, OLD))) == []


def test_articles_that_came_went_and_changed():
    new = copy.deepcopy(OLD)
    new["articles"] = [*new["articles"][1:], article("n")]
    new["articles"][0] |= {"title": "Another", "fingerprint": "f" * 16}
    found = diff(OLD, new)
    assert (ids(found.added), ids(found.removed)) == (["n"], ["a"])
    (changed,) = found.changed
    assert [(f.field, f.was, f.now) for f in changed.fields] == [
        ("title", "Report b", "Another"),
        ("text", "000000000000000b", "f" * 16),
    ]
    assert list(diff_lines(found)) == [
        "added     Report n (articles/n/)",
        'changed   Another (articles/b/): title "Report b" -> "Another"; text',
        "removed   Report a (articles/a/)",
    ]


def test_a_newer_version_is_one_and_takes_the_place_in_its_story():
    new = export(story("b", "c", "n"), *OLD["stories"][1:], alone="axyz")
    new["stories"][0] |= {"id": "a", "title": "Story a", "url": "stories/a/"}
    new["versions"] = [{"newest": "n", "older": ["a"]}]
    new["corrections"] = [
        {
            "article": "n",
            "older": "a",
            "newer": "n",
            "moment": None,
            "changes": [{"kind": "number", "was": "12", "now": "21"}],
        }
    ]
    found = diff(OLD, new)
    assert found.added == found.stories == ()
    assert [(v.article.id, ids(v.older)) for v in found.versions] == [("n", ["a"])]
    assert list(diff_lines(found)) == [
        'version   Report n (articles/n/), newer than "Report a"',
        'corrected Report n (articles/n/): "12" -> "21"',
    ]


CASES = [
    ("new", export(*OLD["stories"], story("x", "y"), alone="z"), [("x", "new")]),
    ("gone", export(*OLD["stories"][1:], alone="abcxyz"), [("a", "gone")]),
    ("grown", export(story("a", "b", "c", "x"), *OLD["stories"][1:], alone="yz"), [("a", "grown")]),
    ("shrunk", export(story("a", "b"), *OLD["stories"][1:], alone="cxyz"), [("a", "shrunk")]),
    ("renamed", export(story("a", "b", "c", title="N"), *OLD["stories"][1:], alone="xyz"), [("a", "renamed")]),
    ("merged", export(story("a", "b", "c", "d", "e"), story("f", "g", "h"), alone="xyz"), [("a", "merged")]),
    (
        "split",
        export(story("a", "b", "c"), story("d", "e"), story("f", "x"), story("g", "h"), alone="yz"),
        [("f", "new"), ("g", "shrunk", "renamed", "moved")],
    ),
    (
        "merged and grown",
        export(story("a", "b", "c", "d", "e", "z", title="Story a"), story("f", "g", "h"), alone="xy"),
        [("a", "merged", "grown")],
    ),
    (
        "a report goes over",
        export(story("a", "b"), story("d", "e"), story("f", "g", "h", "c"), alone="xyz"),
        [("a", "shrunk"), ("c", "grown", "renamed", "moved")],
    ),
    ("dissolved into others", export(story("a", "b", "c", "d"), story("e", "f", "g", "h"), alone="xyz"), None),
]


@pytest.mark.parametrize(("new", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_stories_are_followed_by_their_reports(new, expected):
    if expected is None:
        expected = [("a", "grown"), ("e", "grown", "renamed", "moved"), ("d", "gone")]
    assert told(OLD, new) == expected


def test_a_story_is_split_into_those_that_have_most_of_their_reports_from_it():
    old = export(story("a", "b", "c", "d", "e"))
    new = export(story("a", "b", "c"), story("d", "e"))
    assert told(old, new) == [("a", "split"), ("d", "split", "renamed", "moved")]
    assert told(new, old) == [("a", "merged")]
    assert [ids(change.was) for change in diff(new, old).stories] == [["a", "d"]]
    assert all(change.added == change.left == () for change in diff(old, new).stories)


def test_topics_and_names_are_counted():
    new = OLD | {"topics": [{"id": "t1"}, {"id": "t2"}], "entities": [{"id": "person/x"}]}
    assert list(diff_lines(diff(OLD, new))) == ["topics    2 added", "names     1 added"]
    assert list(diff_lines(diff(new, OLD))) == ["topics    2 removed", "names     1 removed"]


def test_the_record_fits_its_schema():
    new = export(story("a", "b", "d", "e", "n"), alone="fghxyz", topics=[{"id": "t"}])
    new["articles"][0] |= {"title": "Another"}
    new["versions"] = [{"newest": "n", "older": ["c"]}]
    new["corrections"] = [
        {
            "article": "n",
            "older": "c",
            "newer": "n",
            "moment": None,
            "changes": [{"kind": "number", "was": "12", "now": "21"}],
        }
    ]
    for found in (diff(OLD, new), diff(OLD, OLD)):
        jsonschema.validate(json.loads(diff_record(found)), SCHEMA)
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


# --- properties ------------------------------------------------------------------------------------------------------

LETTERS = "abcdefghijkl"
HOMES = st.lists(st.integers(0, 5), min_size=len(LETTERS), max_size=len(LETTERS))


def deal(homes: list[int], left_out: str = "") -> dict:
    """An export in which letters of one number are a story; those of 0 are alone."""
    known = [(letter, home) for letter, home in zip(LETTERS, homes, strict=True) if letter not in left_out]
    groups = [[letter for letter, at in known if at == home] for home in range(1, 6)]
    return export(*(story(*group) for group in groups if len(group) > 1), alone="".join(letter for letter, _ in known))


@given(HOMES, st.randoms(use_true_random=False))
def test_the_same_digest_in_another_order_is_no_other_one(homes, random):
    old = deal(homes)
    new = copy.deepcopy(old)
    for key in ("articles", "stories"):
        random.shuffle(new[key])
    assert diff(old, old).is_empty
    assert diff(old, new).is_empty


@given(HOMES, HOMES)
def test_stories_that_differ_are_told_and_others_are_not(before, after):
    old, new = deal(before), deal(after)
    same = [each for each in new["stories"] if each in old["stories"]]
    found = diff(old, new)
    assert found.added == found.removed == found.changed == ()
    assert (found.stories == ()) == (old["stories"] == new["stories"])
    told_of = {change.story.id for change in found.stories if "gone" not in change.events}
    assert told_of == {each["id"] for each in new["stories"] if each not in same}


@given(HOMES, st.sets(st.sampled_from(LETTERS)))
def test_taking_articles_out_and_putting_them_back_are_opposites(homes, out):
    whole, less = deal(homes), deal(homes, "".join(sorted(out)))
    assert set(ids(diff(whole, less).removed)) == set(ids(diff(less, whole).added)) == out
    assert not any({"new", "merged", "split"} & {*change.events} for change in diff(whole, less).stories)


# --- files -----------------------------------------------------------------------------------------------------------


def run(*arguments):
    return CliRunner().invoke(main, [str(each) for each in arguments])


def test_two_exports_of_a_site_before_and_after_an_edit(sample_site, tmp_path):
    exported = run("export", "-f", sample_site / "mkdocs.yml").stdout
    record = json.loads(exported)
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_text(exported, encoding="utf-8")
    done = run("diff", old, old)
    assert (done.exit_code, done.output) == (0, "")
    record["articles"][0]["title"] = "Corrected headline"
    new.write_text(json.dumps(record), encoding="utf-16")
    done = run("diff", old, new)
    assert done.exit_code == 0
    assert done.output.splitlines()[0].startswith("changed   Corrected headline (")
    data = json.loads(run("diff", "--json", old, new).stdout)
    assert [change["article"]["title"] for change in data["changed"]] == ["Corrected headline"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is not JSON; write it with `digest export > x.json`"),
        (b"{", "is not JSON"),
        (b"\xff\xfe\x00", "is not JSON"),
        (b"[]", "is no export of a digest"),
        (b"[" * 100_000, "is not JSON"),
        (b'{"articles": []}', "or one of another release (has no 'stories')"),
        (json.dumps(export() | {"articles": [{"id": "a"}]}).encode(), "has no 'path'"),
        (json.dumps(export() | {"stories": ["a"]}).encode(), "has another form"),
        (json.dumps(export() | {"topics": 1}).encode(), "has no 'topics'"),
        (json.dumps(export() | {"articles": [article("a") | {"id": []}]}).encode(), "has another form"),
    ],
)
def test_what_is_no_export_is_told(data, message):
    with pytest.raises(GeneratorError) as error:
        read_export(data, "x.json")
    assert str(error.value).startswith("x.json: ")
    assert message in str(error.value)


def test_a_file_that_is_not_there_is_told(tmp_path):
    done = run("diff", tmp_path / "no.json", tmp_path)
    assert done.exit_code == 1
    assert "no.json: No such file or directory; name a file that `digest export` wrote" in done.output
