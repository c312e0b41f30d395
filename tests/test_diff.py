"""`digest diff`: nothing for equal exports, and otherwise what was done."""

from __future__ import annotations

import copy
import json
from importlib import resources

import jsonschema
import pytest
from click.testing import CliRunner
from conftest import write_site
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import main
from generator.digest_diff import DigestDiff, diff_exports
from generator.exceptions import GeneratorError
from generator.exported import read_export
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
    lists = {key: [] for key in ("threads", "story_links", "topics", "entities", "versions", "corrections")}
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
            "notices": [],
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


def test_a_former_text_is_a_version_and_no_new_article():
    new = copy.deepcopy(OLD)
    new["articles"].append(article("a.v1"))
    next(a for a in new["articles"] if a["id"] == "a")["fingerprint"] = "f" * 16
    new["versions"] = [{"newest": "a", "older": ["a.v1"]}]
    found = diff(OLD, new)
    assert found.added == found.removed == found.stories == ()
    assert [(v.article.id, v.event, ids(v.older)) for v in found.versions] == [("a", "former", ["a.v1"])]
    assert list(diff_lines(found)) == [
        "version   Report a (articles/a/): its former text is kept at articles/a.v1/",
        "changed   Report a (articles/a/): text",
    ]
    back = diff(new, OLD)
    assert back.added == back.removed == back.stories == ()
    assert [(v.article.id, v.event, ids(v.older)) for v in back.versions] == [("a", "gone", ["a.v1"])]


def test_an_article_that_comes_with_its_older_version_is_added_once():
    new = export(*OLD["stories"], alone="mnxyz", versions=[{"newest": "n", "older": ["m"]}])
    found = diff(OLD, new)
    assert ids(found.added) == ["n"]
    assert [(v.article.id, v.event, ids(v.older)) for v in found.versions] == [("n", "newer", ["m"])]


def test_when_a_newer_version_goes_its_story_has_the_older_one_again():
    new = export(story("b", "c", "n"), *OLD["stories"][1:], alone="axyz")
    new["stories"][0] |= {"id": "a", "title": "Story a", "url": "stories/a/"}
    new["versions"] = [{"newest": "n", "older": ["a"]}]
    back = diff(new, OLD)
    assert (ids(back.removed), back.added, back.stories) == (["n"], (), ())


def test_a_correction_that_is_told_no_more_is_told_once():
    correction = {"article": "a", "older": None, "newer": None, "changes": [], "notices": ["The mayor is Ada Holm."]}
    new = OLD | {"corrections": [correction]}
    assert list(diff_lines(diff(OLD, new))) == ['corrected Report a (articles/a/): "The mayor is Ada Holm."']
    assert list(diff_lines(diff(new, OLD))) == ['withdrawn Report a (articles/a/): "The mayor is Ada Holm."']


def thread(*episodes: str, title: str | None = None) -> dict:
    """Episodes are letters: a story's in capitals."""
    first = episodes[0].lower()
    told = [{"story": e.lower() if e.isupper() else None, "article": e.lower()} for e in episodes]
    return {"id": first, "title": title or f"Thread {first}", "url": f"threads/{first}/", "episodes": told}


def threads_told(old: dict, new: dict) -> list[tuple[str, ...]]:
    return [(change.thread.id, *change.events) for change in diff(old, new).threads]


THREADS = OLD | {"threads": [thread("A", "D", "x"), thread("F", "y")]}


@pytest.mark.parametrize(
    ("threads", "expected"),
    [
        ([thread("A", "D", "x")], [("f", "gone")]),
        ([*THREADS["threads"], thread("b", "z")], [("b", "new")]),
        ([thread("A", "D", "x", "z"), thread("F", "y")], [("a", "grown")]),
        ([thread("A", "D"), thread("F", "y")], [("a", "shrunk")]),
        ([thread("A", "D", "x", title="N"), thread("F", "y")], [("a", "renamed")]),
        ([thread("A", "D", "x", "F", "y", title="Thread a")], [("a", "merged")]),
        ([thread("z", "A", "D", "x", title="Thread a"), thread("F", "y")], [("z", "grown", "moved")]),
    ],
)
def test_threads_are_followed_by_their_episodes(threads, expected):
    assert threads_told(THREADS, THREADS | {"threads": threads}) == expected


def test_of_two_episodes_one_may_change():
    old = OLD | {"threads": [thread("F", "y")]}
    assert threads_told(old, OLD | {"threads": [thread("F", "z")]}) == [("f", "grown", "shrunk")]
    assert threads_told(old, OLD | {"threads": [thread("x", "y")]}) == [("x", "new"), ("f", "gone")]


def test_a_thread_is_split():
    old = OLD | {"threads": [thread("A", "D", "x", "y")]}
    assert threads_told(old, OLD | {"threads": [thread("A", "D"), thread("x", "y")]}) == [
        ("a", "split"),
        ("x", "split", "renamed", "moved"),
    ]


def test_a_thread_whose_episode_became_a_story_or_got_an_earlier_report_is_the_same():
    stories = [story("a", "b", "c"), story("d", "e"), story("f", "g", "h"), story("x", "n")]
    stories[1] |= {"id": "0", "articles": ["d", "e", "0"], "url": "stories/0/"}
    stories[3] |= {"id": "x"}
    new = export(*stories, alone="yz", threads=[thread("A", "D", "X"), thread("F", "y")])
    new["threads"][0]["episodes"][1] |= {"story": "0"}
    assert threads_told(THREADS, new) == []


def link(one: str, other: str, relation: str = "related") -> list[dict]:
    return [{"from": a, "to": b, "relation": relation} for a, b in ((one, other), (other, one))]


def test_links_of_stories_are_told_once_with_what_they_were():
    old = OLD | {"story_links": [*link("a", "d"), *link("d", "f")]}
    new = OLD | {"story_links": [*link("a", "d", "follow-up"), *link("f", "a")]}
    assert list(diff_lines(diff(old, new))) == [
        'link      "Story a" and "Story d": a follow-up, was related',
        'link      "Story a" and "Story f": related',
        'link      "Story d" and "Story f": no link, was related',
    ]


def test_links_follow_stories_that_move_and_those_within_a_merged_story_are_none():
    old = OLD | {"story_links": [*link("a", "d"), *link("d", "f")]}
    merged = export(story("a", "b", "c", "d", "e"), story("f", "g", "h"), alone="xyz", story_links=link("a", "f"))
    assert diff(old, merged).story_links == ()


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


def test_reports_go_by_their_own_headlines_where_a_story_has_their_id():
    """The id of a story is that of its earliest report."""
    changes = diff(export(story("b", "c"), alone="a"), export(story("a", "b", "c"))).stories
    assert [(change.story.title, [each.title for each in change.added]) for change in changes] == [
        ("Story a", ["Report a"])
    ]
    (change,) = diff(export(story("a", "b", "c")), export(story("b", "c"), alone="a")).stories
    assert (change.story.title, [each.title for each in change.left]) == ("Story b", ["Report a"])


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
    new["threads"] = [thread("A", "x")]
    new["story_links"] = link("a", "f")
    new["articles"].append(article("c"))
    new["versions"] = [{"newest": "n", "older": ["c"]}]
    new["corrections"] = [
        {
            "article": "n",
            "older": "c",
            "newer": "n",
            "moment": None,
            "notices": [],
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


WALL = (
    "The harbour wall of Velm fell into the sea at dawn and four boats sank beside the lighthouse quay, said the "
    "harbour master. Divers found no one in the water, and ships were told to keep clear of the southern basin until "
    "the stones are cleared away. {0}\n"
)


def raw(title: str, outlet: str, day: int, more: str) -> bytes:
    return f"{title}\n\n{outlet}\n{day} November 2015\n\n{WALL.format(more)}".encode()


def test_two_builds_between_which_a_report_came_and_another_was_corrected(tmp_path):
    """A former text is kept beside its article and is no new one; the new report is one, and its story has grown."""
    inbox = {
        "a.txt": raw("Harbour wall falls at Velm", "Velm Courier", 3, "The mayor spoke of twelve loose stones."),
        "b.txt": raw("Velm wall falls into sea", "Harbour Echo", 3, "Fishermen had warned of cracks since spring."),
    }
    config = write_site(tmp_path, inbox) / "mkdocs.yml"
    states = [_convert_and_export(config)]
    corrected = inbox["a.txt"].replace(b"twelve loose stones", b"thirty loose stones")
    (tmp_path / "content/inbox/a.txt").write_bytes(corrected)
    (tmp_path / "content/inbox/c.txt").write_bytes(raw("Boats sink as Velm wall falls", "Post", 4, "Gulls."))
    states.append(_convert_and_export(config))
    files = [tmp_path / name for name in ("old.json", "new.json")]
    for file, text in zip(files, states, strict=True):
        file.write_text(text, encoding="utf-8")
    assert [run("diff", file, file).output for file in files] == ["", ""]
    data = json.loads(run("diff", "--json", *files).stdout)
    jsonschema.validate(data, SCHEMA)
    assert [each["title"] for each in data["added"]] == ["Boats sink as Velm wall falls"]
    assert [(each["article"]["title"], each["event"]) for each in data["versions"]] == [
        ("Harbour wall falls at Velm", "former")
    ]
    assert [field["field"] for each in data["changed"] for field in each["fields"]] == ["text"]
    assert [each["changes"] for each in data["corrected"]] == [
        [{"was": "twelve loose stones", "now": "thirty loose stones"}]
    ]
    assert [(each["events"], [a["title"] for a in each["added"]]) for each in data["stories"]] == [
        (["grown"], ["Boats sink as Velm wall falls"])
    ]


def _convert_and_export(config) -> str:
    assert run("convert", "-f", config).exit_code == 0
    return run("export", "-f", config).stdout


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
