"""HTML as a tree: what a broken file has of attributes takes no time and none of the text."""

from __future__ import annotations

from growth import cpu_seconds

from generator.html_tree import parse_html


def flood(attributes: int) -> str:
    return (
        f"<html><body><p class=lead {' '.join(f'a{n}=1' for n in range(attributes))}>The wall fell.</p></body></html>"
    )


def test_a_text_without_elements_has_no_tree():
    assert parse_html("") is None


def test_the_attributes_of_a_tag_are_kept():
    tree = parse_html(flood(400))
    assert len(tree.find(".//p").attrib) == 401


def test_a_tag_with_more_attributes_than_any_has_keeps_its_text_alone():
    tree = parse_html(flood(4_000))
    assert dict(tree.find(".//p").attrib) == {}
    assert tree.text_content() == "The wall fell."


def test_a_value_may_be_as_long_as_it_likes():
    said = "the wall fell " * 1_000
    tree = parse_html(f"<p title='{said}' data-x=\"{said}\" class=lead>The wall fell.</p>")
    assert dict(tree.find(".//p").attrib) == {"title": said, "data-x": said, "class": "lead"}


def test_the_lines_keep_their_numbers():
    text = (
        '<?xml version="1.0"?>\n<!DOCTYPE html\n>\n<body><p\n'
        + "\n".join(f"a{n}" for n in range(3_000))
        + ">\n<h1>Wall</h1>"
    )
    tree = parse_html(text)
    assert tree.find(".//h1").sourceline == text[: text.index("<h1>")].count("\n") + 1


def test_a_flood_of_attributes_takes_no_time():
    assert cpu_seconds(lambda: parse_html(flood(60_000))) < 2
