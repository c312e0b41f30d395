"""Names in author fields and bylines of several languages."""

from __future__ import annotations

import pytest

from generator.extract.pages.author_names import Credited, read_byline_text, read_credited, split_names
from generator.extract.pages.bylines import find_bylines
from generator.html_tree import parse_html
from generator.vocabulary.stamp_words import load_words, not_names

BY = [entry for entry in load_words() if entry.kind == "by"]
AND = [entry for entry in load_words() if entry.kind == "and"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By JO REED and Max Holm, Harbour Post", ("Jo Reed", "Max Holm")),
        ("Jo Reed, Max Holm and Ann Field", ("Jo Reed", "Max Holm", "Ann Field")),
        ("Jo Reed und Max Holm, Portsea", ("Jo Reed", "Max Holm")),
        ("Jo Reed, Redakteur", ("Jo Reed",)),
        ("Jo Reed | Harbour Post", ("Jo Reed",)),
        ("Jo Reed (Harbour Post)", ("Jo Reed",)),
        ("Jo Reed, jo.reed@post.example", ("Jo Reed",)),
        ("José Ortega y Gasset", ("José Ortega y Gasset",)),
        ("De Nazario", ("De Nazario",)),
        ("Vonda Byfield", ("Vonda Byfield",)),
        ("post.example", ("post.example",)),
        ("Maria da Silva e João Souza", ("Maria da Silva", "João Souza")),
        ("", ()),
        ("admin", ()),
        ("https://social.example/jo", ()),
        ("@jo_reed", ()),
        ("x" * 1000, ()),
    ],
)
def test_an_author_field(text, names):
    assert split_names(text) == names


def test_the_author_of_an_object():
    ann = {"@type": "Person", "name": " ANN FIELD "}
    post = {"@type": "NewsMediaOrganization", "name": "Harbour Post"}
    assert read_credited([ann, {"@type": "Person", "givenName": "Max", "familyName": "Holm"}]).names == (
        "Ann Field",
        "Max Holm",
    )
    assert read_credited([post, ann]).names == ("Ann Field",)
    assert read_credited(post).names == ("Harbour Post",)
    assert read_credited({"@type": "Person", "name": ["Ann Field", "Max Holm"]}).people == ("Ann Field", "Max Holm")
    assert read_credited({"@type": "Person", "url": "https://x.example"}).names == ()
    assert read_credited(None).names == read_credited(3).names == ()


@pytest.mark.parametrize("entry", BY, ids=lambda entry: entry.language)
def test_words_for_by_in_every_language(entry):
    (name,) = read_byline_text(entry.example).people
    assert entry.example.endswith(name)


@pytest.mark.parametrize("entry", AND, ids=lambda entry: entry.language)
def test_words_for_and_in_every_language(entry):
    assert len(read_byline_text(entry.example).people) == 2


@pytest.mark.parametrize("entry", [e for e in load_words() if e.kind == "not_names"], ids=lambda e: e.language)
def test_buttons_are_nobody(entry):
    assert set(entry.words) <= not_names()
    assert read_byline_text(entry.example).names == ()


@pytest.mark.parametrize(
    ("text", "people", "organisations"),
    [
        ("Jo Reed · Harbour News · Posted: Dec 08, 2015", ("Jo Reed",), ()),
        (
            "By Jo Reed and Max Holm The Associated Press Posted May 24, 2015",
            ("Jo Reed", "Max Holm"),
            ("The Associated Press",),
        ),
        ("von dpa", (), ("dpa",)),
        ("Ein Kommentar von Ann Field", ("Ann Field",), ()),
        ("Jo Reed 10 December 2015", ("Jo Reed",), ()),
        ("Por Jo Reed — Porto Velho", ("Jo Reed",), ()),
        ("Harbour Post", (), ()),
        ("Share this story with friends", (), ()),
    ],
)
def test_a_byline(text, people, organisations):
    found = read_byline_text(text, "Harbour Post")
    assert (found.people, found.organisations) == (people, organisations)


@pytest.mark.parametrize(
    ("markup", "people"),
    [
        (
            '<span class="byline">By <a rel="author" href="/a">Ann Field</a> and Max Holm</span>',
            ("Ann Field", "Max Holm"),
        ),
        (
            '<div class="bylines"><div class="byline"><a itemprop="author" href="/a">Ann Field</a></div>'
            '<div class="byline"><a itemprop="author" href="/b">Max Holm</a></div></div>',
            ("Ann Field", "Max Holm"),
        ),
        ('<p class="autor">Von Ann Field</p><p class="autor">Max Holm</p>', ("Ann Field", "Max Holm")),
        ('<aside class="related"><span class="author">Xi Wu</span></aside>', ()),
        ('<div class="comment"><span class="author">Xi Wu</span></div>', ()),
        ('<div class="author-tools"><span>Text Size</span><button>Copy Link</button></div>', ()),
    ],
)
def test_bylines_that_markup_gives_away(markup, people):
    tree = parse_html(f'<html><body><article class="post author-xi">{markup}<p>{"The wall fell. " * 90}</p></article>')
    assert tree is not None
    assert find_bylines(tree, None).people == people


@pytest.mark.parametrize(
    ("text", "people", "organisations"),
    [
        ("Ann Field in Portsea and agencies", ("Ann Field",), ()),
        ("Ann Field in Portsea with AFP", ("Ann Field",), ("AFP",)),
        ("Par la rédaction avec AFP", (), ("AFP",)),
    ],
)
def test_agencies_whose_reports_were_used_hide_no_name(text, people, organisations):
    assert read_byline_text(text) == Credited(people=people, organisations=organisations)
