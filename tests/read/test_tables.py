"""Tables and JSON records of articles: columns known by name or by a map; what is broken is told by its place."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config import ConvertConfig, SiteConfig, make_config
from generator.exceptions import ConfigError, GeneratorError, UnreadableError
from generator.extract.article import extract_article
from generator.model import Problem, RawArticle
from generator.read.metadata_keys import read_names
from generator.read.sources import read_source

OPTIONS = ConvertConfig()
WALL = "The harbour wall fell on Monday, the council said.\nIt was old."
CSV = f"""Title,Pub Date,Author,Source,URL,Text
Wall falls,2015-12-10 18:40:00,Ann Field; Bob Stone,Portsea Gazette,https://portseagazette.example/wall,"{WALL}"
"Ferry ""Queen"" sails",11/12/2015,,Portsea Gazette,,"<p>The ferry <b>sailed</b>.</p><p>It was full.</p>"
"""


def read(text: str, path: str = "articles.csv", **options):
    return read_source(path, text.encode(), ConvertConfig(**options) if options else OPTIONS)


def body(reading: RawArticle) -> str:
    return extract_article(reading, OPTIONS).document.body


# --- tables ----------------------------------------------------------------------------------------------------------


def test_a_row_is_an_article_with_what_its_columns_say():
    wall, ferry = read(CSV)
    assert (wall.form, wall.markup) == ("table", "text")
    assert wall.hints.title == "Wall falls"
    assert wall.hints.published == datetime(2015, 12, 10, 18, 40)
    assert wall.hints.authors == ("Ann Field", "Bob Stone")
    assert wall.hints.source == "Portsea Gazette"
    assert wall.hints.url == "https://portseagazette.example/wall"
    assert wall.text == WALL
    assert ferry.hints.title == 'Ferry "Queen" sails'
    assert ferry.hints.published == date(2015, 12, 11)
    assert ferry.hints.authors == ()
    assert body(ferry) == "The ferry **sailed**.\n\nIt was full."


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("path", ["a.csv", "a.txt"])
def test_separators_are_told_by_the_header(delimiter, path):
    lines = [("title", "date", "content"), ("Wall, old; falls | now\tgone", "2015-12-10", "It fell.")]
    text = "\n".join(delimiter.join(f'"{cell}"' for cell in line) for line in lines)
    (article,) = read(text, path)
    assert article.hints.title == "Wall, old; falls | now gone"
    assert article.text == "It fell."


def test_a_spreadsheets_own_line_above_the_header_is_borne():
    (article,) = read("sep=;\ntitle;body\nWall;It fell.\n")
    assert (article.hints.title, article.text) == ("Wall", "It fell.")


def test_quotation_marks_behind_backslashes_are_read():
    (article,) = read('title,body\n"A \\"new\\" wall","It is \\"new\\"."\n')
    assert (article.hints.title, article.text) == ('A "new" wall', 'It is "new".')


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.txt", "Title, text and date\n\nThe council agreed on all three."),
        ("a.txt", "The text, the story\nand more."),
        ("a.txt", "Story, by Ann Field\nThe wall fell."),
    ],
)
def test_prose_is_no_table(path, text):
    assert read(text, path)[0].form == "text"


def test_a_map_names_columns_that_are_not_known():
    text = "headline,when,copy\nWall falls,2015-12-10,It fell.\n"
    (article,) = read(text, columns=(("body", "copy"), ("published", "when")))
    assert (article.hints.title, article.hints.published) == ("Wall falls", date(2015, 12, 10))
    assert article.text == "It fell."


def test_a_table_without_a_known_text_says_what_it_has_and_how_to_name_it():
    with pytest.raises(UnreadableError) as error:
        read("headline,when,copy\nWall falls,2015-12-10,It fell.\n")
    assert str(error.value) == (
        "articles.csv: no column of it is known to hold an article's text (those it has are headline, when, copy); "
        "name the one that does in mkdocs.yml, like `convert: columns: {body: article_text}`"
    )


def test_a_header_alone_is_told():
    with pytest.raises(UnreadableError, match="has a header and no rows"):
        read("title,text\n")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Only a title", "line 4: has 1 cells, its header 2; put texts that hold the separator in quotation marks"),
        ("A,B,C", "line 4: has 3 cells, its header 2; put texts that hold the separator in quotation marks"),
        ("No text,", "line 4: holds no text of an article; add it, or remove the record"),
        ('A,"never closed\nand on', "line 4: a quotation mark is opened in it and never closed"),
        ("Wall,It fell.", "line 4: is the same article as line 2; remove one of the two"),
    ],
)
def test_a_broken_row_is_told_by_its_line(row, said):
    first, second, broken = read(f"title,text\nWall,It fell.\nFerry,It sailed.\n{row}\n")
    assert isinstance(first, RawArticle)
    assert isinstance(second, RawArticle)
    assert isinstance(broken, Problem)
    assert broken.message.startswith(f"articles.csv: {said}")


def test_lines_are_counted_where_cells_hold_several():
    *_, broken = read('title,text\nWall,"It fell.\n\nIt was old."\n\nFerry\n')
    assert broken.message.startswith("articles.csv: line 6: ")


def test_a_date_that_is_none_is_kept_to_be_looked_at():
    (article,) = read("title,date,text\nWall,some day,It fell.\n")
    assert article.hints.published is None
    assert article.hints.extra == {"original_date": "some day"}
    assert "published" in extract_article(article, OPTIONS).document.review


@pytest.mark.parametrize("printed", ["1449769200", "1449769200.0", "1449769200000", "Thu, 10 Dec 2015 17:40:00 GMT"])
def test_dates_of_computers_are_read(printed):
    (article,) = read(f'title,date,text\nWall,"{printed}",It fell.\n')
    assert article.hints.published == datetime(2015, 12, 10, 17, 40, tzinfo=UTC)


def test_a_cell_larger_than_the_csv_modules_limit_is_read():
    (article,) = read(f"title,text\nWall,{'It fell. ' * 40_000}\n")
    assert len(article.text) > 300_000


def test_a_record_with_an_address_keeps_its_id_when_its_text_is_corrected():
    ids = [reading.hints.id for reading in (*read(CSV), *read(CSV.replace("Monday", "Tuesday")))]
    assert ids[0] == ids[2]
    assert ids[0] is not None
    assert ids[1] is None  # made of its text


# --- records ---------------------------------------------------------------------------------------------------------

RECORD = {"headline": "Wall falls", "datePublished": "2015-12-10", "author": {"name": "Ann Field"}, "articleBody": WALL}


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([RECORD]),
        json.dumps(RECORD),
        json.dumps({"status": "ok", "tags": [], "articles": [RECORD]}),
        json.dumps(RECORD) + "\n\n" + json.dumps({**RECORD, "headline": "Another"}) + "\n",
    ],
)
@pytest.mark.parametrize("path", ["a.json", "a.txt"])
def test_records_are_read_however_they_are_held(text, path):
    article = read(text, path)[0]
    assert article.form == "records"
    assert (article.hints.title, article.hints.authors) == ("Wall falls", ("Ann Field",))
    assert article.hints.published == date(2015, 12, 10)
    assert article.text == WALL


def test_values_of_any_kind_are_borne():
    record = {"id": 7, "title": 2015, "text": ["It fell.", "It was old."], "date": None, "author": [], "tags": {"a": 1}}
    (article,) = read(json.dumps([record]), "a.json")
    assert article.hints.title == "2015"
    assert article.text == "It fell.\n\nIt was old."


def test_what_no_file_can_hold_is_left_out():
    (article,) = read('[{"title": "Wall\\u0000", "text": "It fell.\\ud800\\u0007"}]', "a.json")
    assert (article.hints.title, article.text) == ("Wall", "It fell.\ufffd")
    assert body(article)


def test_a_broken_line_is_told_by_its_number():
    text = (
        json.dumps(RECORD) + '\n{"headline": "Cut\n"only text"\n' + json.dumps({**RECORD, "headline": "Other"}) + "\n"
    )
    _, cut, no_object, other = read(text, "a.jsonl")
    assert cut.message == "a.jsonl: line 2: is not JSON (Unterminated string starting at, line 1, column 14); mend it"
    assert no_object.message == "a.jsonl: line 3: is no object, in braces; mend it"
    assert other.hints.title == "Other"


def test_lines_that_are_no_objects_are_told_as_one_where_they_follow_one_another():
    _, others, cut = read(json.dumps(RECORD) + '\n1\n2\n\n[3]\n{"headline"\n', "a.jsonl")
    assert others.message == "a.jsonl: lines 2 to 5: are no objects, in braces, each on a line; mend them"
    assert cut.message.startswith("a.jsonl: line 6: is not JSON")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"title": "Wall"', "a.json: is not JSON (Expecting ',' delimiter, line 1, column 17); mend it there"),
        ("[" * 5000, "a.json: is not JSON (it is nested too deeply); mend it there"),
        ("[]", "a.json: is JSON without any record; add articles, or delete it"),
        (
            '{"name": "x", "version": 1}',
            "no key of it is known to hold an article's text (those it has are name, version)",
        ),
        ("The wall fell.", "a.json: is not JSON (Expecting value, line 1, column 1); mend it there"),
    ],
)
def test_json_that_is_none_or_of_something_else_is_told(text, said):
    with pytest.raises(UnreadableError) as error:
        read(text, "a.json")
    assert said in str(error.value)


@given(st.text(max_size=60), st.integers(0, len(CSV)))
def test_no_damage_makes_it_crash(junk, at):
    for text, path in ((CSV, "a.csv"), (json.dumps([RECORD], indent=1), "a.json")):
        try:
            for reading in read_source(path, (text[:at] + junk + text[at + 5 :]).encode("utf-8", "replace"), OPTIONS):
                if isinstance(reading, RawArticle):
                    extract_article(reading, OPTIONS)
        except GeneratorError:
            pass


# --- subscriptions ---------------------------------------------------------------------------------------------------


def test_a_list_of_subscriptions_is_explained():
    outlines = "".join(
        f'<outline text="Paper {n} &amp; Co" xmlUrl="https://example.org/{n}.xml"/>' for n in range(1, 6)
    )
    with pytest.raises(UnreadableError) as error:
        read(
            f'<?xml version="1.0"?><opml version="2.0"><body><outline text="All">{outlines}</outline></body></opml>',
            "a.xml",
        )
    assert str(error.value) == (
        "a.xml: is an OPML list of 5 subscriptions (Paper 1 & Co, Paper 2 & Co, Paper 3 & Co …), not of articles; "
        "download the feeds you want with `digest add ADDRESS`, or save their files into the inbox, and take this "
        "list out"
    )


# --- the option ------------------------------------------------------------------------------------------------------


def site(tmp_path):
    return SiteConfig(
        name="A", url="https://example.org/", description="", language="en", author="", root=tmp_path,
        docs_dir=tmp_path / "content", site_dir=tmp_path / "site",
    )  # fmt: skip


def test_the_map_of_columns_is_an_option(tmp_path):
    config = make_config(site(tmp_path), {"convert": {"columns": {"body": "copy"}}})
    assert config.convert.columns == (("body", "copy"),)
    assert hash(config.convert)


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"text": "copy"}, "convert: columns: text: no such field; there are body, title, deck"),
        ({"body": 3}, "convert: columns: takes a mapping of names, not {'body': 3}"),
        ("copy", "convert: columns: takes a mapping of names, not 'copy'"),
    ],
)
def test_a_wrong_map_is_told(columns, said, tmp_path):
    with pytest.raises(ConfigError, match=r"mkdocs\.yml is not right") as error:
        make_config(site(tmp_path), {"convert": {"columns": columns}})
    assert said in str(error.value)


def test_columns_of_collections_of_news():
    (news_please,) = read_source(
        "np.jsonl",
        b'{"authors":["Jo Reed"],"date_download":"2024-03-06 10:00:00","date_modify":"2024-03-05 12:00:00",'
        b'"date_publish":"2024-03-05 10:00:00","maintext":"The wall fell on Monday, and nobody was hurt.",'
        b'"source_domain":"www.echo.example","title":"Wall falls"}',
        ConvertConfig(),
    )
    assert news_please.hints.published == datetime(2024, 3, 5, 10)
    assert news_please.hints.updated == datetime(2024, 3, 5, 12)
    assert news_please.hints.source == "echo.example"
    (table,) = read_source(
        "t.csv", b'title,publication,author,content\nWall,Portsea Echo,"Reed, Jo",The wall fell.\n', ConvertConfig()
    )
    assert table.hints.source == "Portsea Echo"
    assert table.hints.authors == ("Jo Reed",)


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Reed, Jo; Bell, Ann M.", ("Jo Reed", "Ann M. Bell")),
        ("van der Berg, Anna", ("Anna van der Berg",)),
        ("Jo Reed, Ann Bell", ("Jo Reed", "Ann Bell")),
        ("By Jo Reed and Ann Bell", ("Jo Reed", "Ann Bell")),
    ],
)
def test_names_in_one_cell(value, names):
    assert read_names(value) == names


def test_a_day_is_no_outlet():
    (table,) = read_source("t.csv", b"title,publication,text\nWall,2024-03-05,The wall fell.\n", ConvertConfig())
    assert table.hints.source is None
