"""content/vocabulary/stories.yml: what it says, how faults are told, and that it reaches the build."""

from __future__ import annotations

import json
import re

import pytest
from click.testing import CliRunner
from conftest import REPOSITORY, write_site

from generator.cli import main
from generator.exceptions import ConfigError
from generator.site_stories import read_site_stories
from generator.vocabulary.stories import StoryMerge, StoryPin, StoryRules, StorySplit, StoryTitle

PATH = "content/vocabulary/stories.yml"


def test_everything_that_it_can_say():
    text = """\
merge:
  - [2015/12/wall.md, 0a1b2c3d4e5f]
split:
  - articles: a
    from: [b, c]
  - [d, e]
pin:
  - articles: [f, g]
    lead: f
  - lead: h
rename:
  i: The  wall
"""
    assert read_site_stories(text, PATH) == StoryRules(
        path=PATH,
        merges=(StoryMerge(articles=("2015/12/wall.md", "0a1b2c3d4e5f"), line=2),),
        splits=(
            StorySplit(articles=("a",), others=("b", "c"), line=4),
            StorySplit(articles=("d", "e"), line=6),
        ),
        pins=(StoryPin(articles=("f", "g"), lead="f", line=8), StoryPin(lead="h", line=10)),
        titles=(StoryTitle(article="i", title="The wall", line=12),),
    )


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "merge:\n", "rename:\nsplit: []\n"])
def test_an_empty_file_says_nothing(text):
    assert read_site_stories(text, PATH).is_empty


FAULTS = [
    ("[a, b]", "1: must hold some of `merge:`, `split:`, `pin:`, `rename:`"),
    ("merg:\n  - [a, b]", "1: merg: no such key; there are merge, split, pin, rename; did you mean merge?"),
    ("merge: [a]", "1: merge: takes lists of articles, such as `- [2015/12/bridge.md, 2015/12/ferries.md]`"),
    ("merge:\n  - [a]", "2: merge: a list needs two articles or more"),
    ("merge:\n  - [a, a]", "2: merge: a: stands twice in one list; keep one"),
    ("merge:\n  - [a, b]\n  - [b, c]", "3: merge: b: stands on line 2 already; make one list of both"),
    ("merge:\n  - [a, {}]", "2: merge: takes a text"),
    ("split: a", "1: split: takes a list"),
    ("split:\n  - a", "2: split: takes lists of articles, or entries with `articles:` and `from:`"),
    ("split:\n  - [a]", "2: split: a list needs two articles or more, each of another story"),
    ("split:\n  - articles: a", "2: split: from: is missing; an entry needs it"),
    ("split:\n  - {articles: a, from: a}", "2: split: from: a: is to leave its own story; name a report that stays"),
    ("pin:\n  - [a, b]", "2: pin: takes entries with `articles:`, `lead:` or both"),
    ("pin:\n  - {}", "2: pin: add `articles:` or `lead:`, to say what stays as it is"),
    ("pin:\n  - articles: a", "2: pin: articles: a story needs two or more"),
    (
        "pin:\n  - articles: [a, b]\n  - articles: [b, c]",
        "3: pin: articles: b: stands on line 2 already; a report is of one story; keep one",
    ),
    ("rename:\n  a: x\n  a: y", "3: rename: a: stands on line 2 already; keep one"),
    ("rename: [a]", "1: rename: takes lines of `name: text`"),
    (f"rename:\n  a: {'x' * 301}", "2: rename: a: is too long; a title has 300 letters at most"),
]


@pytest.mark.parametrize(("text", "message"), FAULTS)
def test_faults_are_told_by_line_with_the_remedy(text, message):
    with pytest.raises(ConfigError) as error:
        read_site_stories(text, PATH)
    assert str(error.value) == f"{PATH}:{message}"


def test_all_faults_are_told_in_the_order_of_the_file():
    with pytest.raises(ConfigError) as error:
        read_site_stories("pin:\n  - {}\nmerge:\n  - [a]\n", PATH)
    assert [line.split(":")[1] for line in str(error.value).splitlines()] == ["2", "4"]


# --- in a build ------------------------------------------------------------------------------------------------------

HEAD = "---\nid: {id}\ntitle: {title}\npublished: 2015-11-03\nsource: Velm Courier\n---\n\n{text}\n"
WALL = "The harbour wall of Velm fell into the sea at dawn and four boats sank beside the lighthouse quay."
SALT = "Members of the council at Astra voted to tax salt from May, by sixty votes to eleven, after a night of talk."


def site(folder, own=None):
    texts = {
        "a1": ("Harbour wall falls at Velm", WALL),
        "a2": ("Velm wall falls into the sea", WALL + " Divers came."),
        "b1": ("Astra council votes to tax salt", SALT),
    }
    write_site(folder, {}, {f"2015/11/{i}.md": HEAD.format(id=i, title=t, text=x) for i, (t, x) in texts.items()})
    if own is not None:
        (folder / PATH).parent.mkdir()
        (folder / PATH).write_text(own, encoding="utf-8")
    return ["-f", str(folder / "mkdocs.yml")]


def run(*arguments):
    return CliRunner().invoke(main, list(arguments))


def stories(done):
    return sorted(sorted(story["articles"]) for story in json.loads(done.stdout)["stories"])


def test_it_reaches_the_build(tmp_path):
    assert stories(run("export", *site(tmp_path / "plain"))) == [["a1", "a2"]]
    done = run("export", *site(tmp_path / "own", "merge:\n  - [2015/11/b1.md, a1]\n"))
    assert stories(done) == [["a1", "a2", "b1"]]
    assert json.loads(done.stdout)["stories"][0]["overrides"] == [f"merged by {PATH}:2"]


def test_what_matches_nothing_is_a_problem_that_stops_a_strict_build_only(tmp_path):
    options = site(tmp_path, "split:\n  - [a1, 2015/11/gone.md]\n")
    told = f"Problem: {PATH}:2: split: 2015/11/gone.md: no article has this id, path or address (any more)"
    done = run("build", *options)
    assert (done.exit_code, told in done.output) == (0, True)
    assert run("build", "--strict", *options).exit_code == 1


def test_a_conflict_stops_the_build(tmp_path):
    done = run("build", *site(tmp_path, "merge:\n  - [a1, a2]\nsplit:\n  - [2015/11/a1.md, a2]\n"))
    assert done.exit_code == 1
    assert f"{PATH}:4: split: articles/2015/11/a1.md and articles/2015/11/a2.md are merged on line 2" in done.output


def test_former_addresses_of_a_story_stay_alive(tmp_path):
    options = site(tmp_path)
    second = tmp_path / "content" / "articles" / "2015" / "11" / "b2.md"
    second.write_text(HEAD.format(id="b2", title="Salt tax voted at Astra", text=SALT + " It starts in May."))
    assert run("build", *options).exit_code == 0
    urls = {story["url"] for story in json.loads(run("export", *options).stdout)["stories"]}
    assert len(urls) == 2
    (tmp_path / PATH).parent.mkdir()
    (tmp_path / PATH).write_text("merge:\n  - [a1, b1]\n", encoding="utf-8")
    earlier = HEAD.format(id="a0", title="Harbour wall at Velm falls", text=WALL).replace("11-03", "11-01")
    (second.parent / "a0.md").write_text(earlier)
    done = run("build", *options)
    assert done.exit_code == 0, done.output
    (story,) = json.loads(run("export", *options).stdout)["stories"]
    assert story["id"] == "a0"
    for url in urls:
        page = (tmp_path / "site" / url / "index.html").read_text("utf-8")
        assert f'content="0;url=../{story["url"].removeprefix("stories/")}"' in page
        assert (tmp_path / "site" / url / ".." / story["url"].removeprefix("stories/") / "index.html").is_file()
    assert run("check", *options).exit_code == 0


def test_the_example_of_the_documentation_is_read():
    page = (REPOSITORY / "docs" / "stories.md").read_text("utf-8")
    (example,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    rules = read_site_stories(example, PATH)
    assert rules.merges
    assert rules.splits
    assert rules.pins
    assert rules.titles
