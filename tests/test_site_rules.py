"""A site's own cleaning rules: what they change, and how faults are told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import REPOSITORY, write_site

from generator.cli import main
from generator.config import ConvertConfig
from generator.exceptions import ConfigError
from generator.extract.article import extract_article
from generator.extract.cleaning import packaged_rules
from generator.model import Extraction, Metadata, Origin, RawArticle
from generator.site_rules import read_site_rules
from generator.vocabulary.cleaning import Rule, make_cleaning
from generator.vocabulary.pattern_check import find_fault, is_slow

PATH = "content/vocabulary/cleaning.yml"
STORY = (
    "The old harbour wall fell into the water on Thursday, a year after engineers had warned that it would.\n\n"
    "Nobody was hurt, the mayor said, but two boats were sunk and a warehouse lost its front.\n\n"
)
APPEAL = "The Harbour Times is free to read because of you."
OWN = """
rules:
  - id: harbour-appeal
    scope: line
    pattern: 'the harbour times is free to read.{0,80}'
    example: The Harbour Times is free to read because of you.
"""


NOTHING = Metadata()


def rules(text: str) -> tuple[Rule, ...]:
    return read_site_rules(text, PATH, packaged_rules())


def extract(text: str, own: str, path: str = "a.txt", hints: Metadata = NOTHING) -> Extraction:
    raw = RawArticle(origin=Origin(path=path, sha256=""), form="text", markup="text", text=text, hints=hints)
    return extract_article(raw, ConvertConfig(), rules(own))


def article(source: str, line: str = APPEAL) -> str:
    return f"Wall falls in the harbour\n\n{source}, December 10, 2015\n\n{STORY}{line}\n"


def test_a_rule_of_ones_own_takes_a_line_and_is_named_in_the_receipt():
    assert APPEAL in extract(article("Harbour Times"), "").document.body
    extraction = extract(article("Harbour Times"), OWN)
    assert APPEAL not in extraction.document.body
    assert [entry.line for entry in extraction.removed if entry.rule == "harbour-appeal"] == [9]


@pytest.mark.parametrize(
    ("narrow", "source", "path", "taken"),
    [
        ("source: Harbour Times", "Harbour Times", "a.txt", True),
        ("source: [Portsea Echo, the harbour times]", "Harbour Times", "a.txt", True),
        ("source: Portsea Echo", "Harbour Times", "a.txt", False),
        ("except: Harbour Times", "Harbour Times", "a.txt", False),
        ("except: Portsea Echo", "Harbour Times", "a.txt", True),
        ("files: 'harbour-*.txt'", "Harbour Times", "harbour-2.txt", True),
        ("files: 'harbour-*.txt'", "Harbour Times", "echo-2.txt", False),
        ("files: ['pages/*', '*.text']", "Harbour Times", "pages/harbour.txt", True),
    ],
)
def test_a_rule_is_for_its_sources_and_files(narrow, source, path, taken):
    extraction = extract(article(source), f"{OWN}    {narrow}\n", path)
    assert (APPEAL not in extraction.document.body) is taken
    assert extraction.document.source == source


def test_the_source_that_the_container_names_chooses_the_rules():
    text = f"Wall falls in the harbour\n\n{STORY}{APPEAL}\n"
    own = f"{OWN}    source: Harbour Times\n"
    assert APPEAL not in extract(text, own, hints=Metadata(source="The Harbour Times")).document.body
    assert APPEAL in extract(text, own).document.body


def test_a_packaged_rule_is_switched_off_or_narrowed():
    text = article("Harbour Times", "3 min read")
    assert "3 min read" not in extract(text, "").document.body
    assert "3 min read" in extract(text, "off: [read-time]").document.body
    assert "3 min read" in extract(text, "rules:\n- id: read-time\n  except: Harbour Times").document.body
    assert "3 min read" not in extract(text, "rules:\n- id: read-time\n  source: Harbour Times").document.body


def test_spans_and_boxes_of_ones_own():
    own = """
rules:
  - {id: harbour-tail, scope: end-span, pattern: 'more at harbour\\.example', example: More at harbour.example}
  - {id: harbour-head, scope: start-span, pattern: 'harbour file:', example: 'Harbour file:'}
  - {id: harbour-box, scope: box, pattern: 'down by the water', example: Down by the water}
"""
    first, second = STORY.strip().split("\n\n")
    third = "The wall was built in 1911 by the men of the quay, who were paid for it in coal and bread."
    fourth = "The council meets on Friday to talk about what may take its place, and who is to pay."
    text = f"{first} More at harbour.example\n\n{second}\n\nDown by the water\n* Pier lost\n\nHarbour file: {third}\n"
    extraction = extract(f"Wall falls\n\n{text}\n{fourth}", own)
    assert extraction.document.body == f"{first}\n\n{second}\n\n{third}\n\n{fourth}"
    assert [entry.rule for entry in extraction.removed][-4:] == [
        "harbour-tail", "harbour-box", "harbour-box", "harbour-head",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("off: [shre-links]", 1, "off: shre-links: there is no packaged rule of this id; did you mean share-links?"),
        ("of: [share-links]", 1, "of: no such key; there are rules, off; did you mean off?"),
        ("- id: a", 1, "must hold `rules:`, `off:` or both"),
        ("rules: [share-links]", 1, "each with an `id:`"),
        ("rules:\n- scope: line", 2, "needs an `id:`"),
        ("rules:\n- id: share-links\n  pattern: x", 3, "comes with the program; switch it off"),
        ("rules:\n- id: share-links", 2, "says nothing; add `source:`"),
        ("rules:\n- id: my\n  scope: line\n  example: a", 2, "my: pattern: is missing"),
        ("rules:\n- id: My rule\n  scope: line\n  pattern: abc\n  example: abc", 2, "small letters"),
        ("rules:\n- id: my\n  scope: word\n  pattern: abc\n  example: abc", 3, "'word' is none of line, box"),
        ("rules:\n- id: my\n  scope: line\n  pattern: (abc\n  example: abc", 4, "pattern: is no regular expression"),
        ("rules:\n- id: my\n  scope: line\n  pattern: (a)bc\n  example: abc", 4, "write (?:…) for (…)"),
        ("rules:\n- id: my\n  scope: line\n  pattern: abd\n  example: abc", 4, "does not match its example 'abc'"),
        ("rules:\n- id: my\n  scope: line\n  pattern: 'a?'\n  example: a", 4, "matches nothing at all"),
        ("rules:\n- id: my\n  scope: line\n  pattern: '.+'\n  example: a", 4, "takes ordinary sentences as well"),
        ("rules:\n- id: my\n  scope: line\n  pattern: '(?:a+)+b'\n  example: aab", 4, "takes too long on some lines"),
        ("rules:\n- id: my\n  scope: line\n  pattern: '(?:x+x+)+y'\n  example: xxy", 4, "takes too long on some lines"),
        ("rules:\n- id: my\n  scope: line\n  pattern: abc\n  example: abc\n  file: x", 6, "did you mean files?"),
        ("rules:\n- id: player\n  source: A\n- id: player\n  source: B", 4, "player: stands on line 2 already"),
        ("rules:\n- id: player\n  source: A\noff: player", 4, "is narrowed on line 2; keep one"),
        ("rules:\n- id: player\n  source: {a: b}", 3, "source: takes a list"),
        ("rules:\n  - id: 'a", 2, "not valid YAML"),
    ],
)
def test_a_fault_is_told_by_file_line_key_and_remedy(text, line, message):
    with pytest.raises(ConfigError) as caught:
        rules(text)
    told = str(caught.value).split("\n")
    assert any(each.startswith(f"{PATH}:{line}: ") and message in each for each in told)
    assert told == sorted(told, key=lambda each: int(each.split(":")[1]))


def test_faults_are_told_together():
    with pytest.raises(ConfigError) as caught:
        rules("rules:\n- id: my\n  scope: line\n- id: player\noff: [plyer, share]")
    assert len(str(caught.value).split("\n")) == 4


@pytest.mark.parametrize("text", ["", "rules:\n", "off: []\n", "# nothing yet\n"])
def test_an_empty_file_changes_nothing(text):
    assert rules(text) == packaged_rules()


@pytest.mark.parametrize("rule", packaged_rules(), ids=lambda rule: rule.id)
def test_packaged_rules_are_as_good_as_we_ask_of_others(rule):
    assert find_fault(rule) is None


@pytest.mark.parametrize(
    ("pattern", "example"),
    [
        (r"(?:copy link|copy|link| )*now", "copy link now"),
        (r"share (?:\w+\s?)+here", "share it here"),
        (r".*a.*a.*a.*a.*a.*z", "aaaaaaz"),
    ],
)
def test_patterns_that_go_back_and_forth_are_found(pattern, example):
    assert is_slow(Rule(id="my", scope="line", pattern=pattern, example=example))


def test_rules_are_made_ready_once_for_equal_values():
    assert make_cleaning(rules(OWN)) is make_cleaning(rules(OWN))


# --- in a site -------------------------------------------------------------------------------------------------------


def digest(folder: Path, *arguments: object):
    return CliRunner().invoke(main, [*map(str, arguments), "-f", str(folder / "mkdocs.yml")])


def test_the_example_of_the_docs_is_right(tmp_path):
    page = (REPOSITORY / "docs" / "cleaning.md").read_text("utf-8")
    own = re.search(r"```yaml\n(rules:.*?)```", page, re.DOTALL)[1]
    write_site(tmp_path, {"a.txt": article("Harbour Times").encode(), "b.txt": article("Portsea Echo").encode()})
    (tmp_path / "content" / "vocabulary").mkdir()
    (tmp_path / "content" / "vocabulary" / "cleaning.yml").write_text(own)
    done = digest(tmp_path, "convert")
    assert done.exit_code == 0, done.output
    texts = [path.read_text("utf-8") for path in (tmp_path / "content" / "articles").rglob("*.md")]
    assert {"source: Harbour Times" in text: APPEAL in text for text in texts} == {True: False, False: True}


def test_a_fault_stops_the_build_with_its_place(tmp_path):
    write_site(tmp_path, {"a.txt": article("Harbour Times").encode()})
    (tmp_path / "content" / "vocabulary").mkdir()
    (tmp_path / "content" / "vocabulary" / "cleaning.yml").write_text("off: [nothing]\n")
    for command in ("build", "convert"):
        done = digest(tmp_path, command)
        assert done.exit_code == 1
        assert "content/vocabulary/cleaning.yml:1: off: nothing: there is no packaged rule" in done.output
    assert not (tmp_path / "site").exists()


def test_the_vocabulary_is_not_published(tmp_path):
    write_site(tmp_path, {"a.txt": article("Harbour Times").encode()})
    (tmp_path / "content" / "vocabulary").mkdir()
    (tmp_path / "content" / "vocabulary" / "cleaning.yml").write_text(OWN)
    assert digest(tmp_path, "build", "--quiet").exit_code == 0
    assert not (tmp_path / "site" / "vocabulary").exists()
