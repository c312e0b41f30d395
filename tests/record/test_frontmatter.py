from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.exceptions import FrontMatterError
from generator.model import Dateline, Document, Metadata, Notice, Origin, VersionOf
from generator.record.document import is_edited, read_document, sign, write_document
from generator.record.frontmatter import load_front_matter

FULL = Document(
    id="3fa9c1d2e4b7",
    title="Talks resume: what each side wants",
    deck="No date has been set",
    authors=("Ada Moss", "Ben Okoro"),
    source="Sample Wire",
    dateline=Dateline(place="VIENNA", date=date(2015, 12, 10)),
    published=datetime(2015, 12, 10, 18, 40, tzinfo=UTC),
    updated=date(2015, 12, 11),
    language="en",
    section="World",
    labels=("UPDATE 1",),
    correction=(Notice(text="The talks are in Vienna: not in Bern", date=date(2015, 12, 11)), Notice(text="As above")),
    version_of=VersionOf(article="3fa9c1d2e4b8", number=2, until=datetime(2015, 12, 11, 9, tzinfo=UTC)),
    url="https://wire.example/talks",
    photo_credits=("Reuters",),
    topics=("medtop:20000056",),
    origin=Origin(path="inbox/talks.txt", sha256="ab" * 32),
    review=("source",),
    extra={"weight": "007", "draft": False, "menu": {"main": ["a", None]}},
    body="The talks resume on Monday.\n\nNobody said where.",
)


def test_what_is_written_is_what_a_person_would_write():
    text = write_document(FULL)
    assert "title: 'Talks resume: what each side wants'\n" in text
    assert "published: 2015-12-10T18:40:00Z\n" in text
    assert "weight: 007\n" in text
    assert "section: World\n" in text
    assert text.endswith("---\n\nThe talks resume on Monday.\n\nNobody said where.\n")


def test_round_trip_is_exact_both_ways():
    text = write_document(FULL)
    assert read_document(text, "a.md") == FULL
    assert write_document(read_document(text, "a.md")) == text


@pytest.mark.parametrize("written", ["123e4", "0x1F", "No", "2015-12-10", "1_000", "~x", "12:30:45", "null"])
def test_a_scalar_stays_the_text_that_was_written(written):
    expected = None if written == "null" else written
    assert load_front_matter(f"title: {written}\n", "a.md").title == expected


words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=40)
texts = st.lists(words, max_size=3).map(tuple)
zones = st.sampled_from([None, UTC, timezone(timedelta(hours=5, minutes=30)), timezone(timedelta(hours=-8))])
moments = st.dates(date(1600, 1, 1), date(2999, 12, 31)) | st.datetimes(
    datetime(1600, 1, 1), datetime(2999, 12, 31), timezones=zones
).map(lambda d: d.replace(microsecond=0, fold=0))
known = st.none() | words
said = words.filter(str.strip)
values = st.recursive(
    st.none() | st.booleans() | words, lambda v: st.lists(v, max_size=2) | st.dictionaries(words, v, max_size=2)
)
documents = st.builds(
    Document,
    id=known,
    title=known,
    deck=known,
    authors=texts,
    source=known,
    dateline=st.none()
    | st.builds(Dateline, place=known, date=st.none() | st.dates(date(1600, 1, 1), date(2999, 12, 31))).filter(
        lambda line: line != Dateline()
    ),
    published=st.none() | moments,
    updated=st.none() | moments,
    labels=texts,
    correction=st.lists(st.builds(Notice, text=said, date=st.none() | moments), max_size=2).map(tuple),
    version_of=st.none()
    | st.builds(VersionOf, article=said, number=st.integers(0, 10**9 - 1), until=st.none() | moments),
    topics=texts,
    origin=st.none() | st.builds(Origin, path=words, sha256=words, written=known),
    extra=st.dictionaries(words.filter(lambda k: k not in Metadata.__dataclass_fields__), values, max_size=3),
    body=words.map(lambda body: body.replace("\r\n", "\n").strip("\n")),
)


@given(documents)
def test_any_document_round_trips(document):
    text = write_document(document)
    again = read_document(text, "a.md")
    assert again == document
    assert write_document(again) == text


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("correction: It is 40, not 400", (Notice(text="It is 40, not 400"),)),
        ("correction: {text: It is 40, date: 2015-12-11}", (Notice(text="It is 40", date=date(2015, 12, 11)),)),
        ("correction: [It is 40, {text: Not 400}]", (Notice(text="It is 40"), Notice(text="Not 400"))),
    ],
)
def test_a_notice_is_a_text_or_keys_or_a_list_of_both(written, expected):
    assert load_front_matter(f"{written}\n", "a.md").correction == expected


def test_what_an_article_is_a_former_text_of_may_be_its_id_alone():
    assert load_front_matter("version_of: 3fa9c1d2e4b7\n", "a.md").version_of == VersionOf(article="3fa9c1d2e4b7")


@given(documents)
def test_an_edit_shows(document):
    signed = sign(document)
    text = write_document(signed)
    if signed.origin is None:
        assert is_edited(text)
        return
    assert not is_edited(text)
    edited = text + "One more line.\n"
    assert is_edited(edited)


@pytest.mark.parametrize(
    ("block", "message"),
    [
        ("title: Update: talks", "a.md:2: the front matter is not valid YAML"),
        ("title: A\npublished: tomorrow", "a.md:3: published: 'tomorrow' is not a date; write it like 2015-12-10"),
        ("published: 2015-02-30", "a.md:2: published: '2015-02-30' is not a date"),
        ("title: [a, b]", "a.md:2: title: takes text"),
        ("authors: {a: b}", "a.md:2: authors: takes a list of texts"),
        ("- a\n- b", "a.md:2: the front matter must be lines of `key: value`"),
        ("title: A\ntitle: B", "a.md:3: title: stands twice"),
        ("origin: {path: x}", "a.md:2: origin: takes the keys path and sha256"),
        ("dateline: {where: x}", "a.md:2: dateline: takes the keys place, date"),
        ("correction: {by: x}", "a.md:2: correction: takes the keys text, date"),
        ("correction: ['']", "a.md:2: correction: takes a text, or the keys text and date, or a list of them"),
        ("version_of: {number: 1}", "a.md:2: version_of: takes the id of an article"),
        ("version_of: {article: a, number: one}", "a.md:2: version_of: 'one' is not a number; count from 1"),
    ],
)
def test_a_fault_is_named_with_its_file_and_line(block, message):
    with pytest.raises(FrontMatterError, match=re.escape(message)):
        load_front_matter(block, "a.md")


def test_every_fault_is_told_at_once():
    with pytest.raises(FrontMatterError) as error:
        load_front_matter("title: [a]\npublished: soon\n", "a.md")
    assert len(str(error.value).splitlines()) == 2


def test_an_unclosed_block_is_told():
    with pytest.raises(FrontMatterError, match=r"a\.md:1: the front matter has no end"):
        read_document("---\ntitle: A\n\nBody", "a.md")


def test_aliases_that_multiply_are_refused():
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    with pytest.raises(FrontMatterError, match="too many values"):
        load_front_matter("\n".join(lines), "a.md")


def test_a_file_without_front_matter_is_a_body():
    assert read_document("Just text.\n", "a.md") == Document(body="Just text.")
