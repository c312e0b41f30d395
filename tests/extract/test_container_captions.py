"""Captions that a container gives: the credit at a caption's end is a credit, as it is on a page."""

from __future__ import annotations

from generator.config import ConvertConfig
from generator.extract.article import extract_article
from generator.model import Metadata, Origin, RawArticle

TEXT = "<p>The wall held through the night, the mayor said.</p><p>Pumps ran until the morning tide had gone.</p>"


def extract(**hints):
    said = Metadata(title="Wall holds", **hints)
    origin = Origin(path="a.xml", sha256="")
    raw = RawArticle(origin=origin, form="nitf", markup="fragment", text=TEXT, hints=said)
    return extract_article(raw, ConvertConfig()).document


def test_the_credit_leaves_the_caption():
    document = extract(captions=("Pumps run at the harbour wall (AP Photo/Al Bo)",))
    assert [credit.removeprefix("AP Photo/") for credit in document.photo_credits] == ["Al Bo"]
    assert document.captions == ("Pumps run at the harbour wall",)


def test_a_credit_said_twice_is_one():
    captions = ("Cap here (AP Photo/Al Bo)", "The wall at dawn.")
    document = extract(captions=captions, photo_credits=("AP Photo/Al Bo", "Cy Lund"))
    assert document.photo_credits == ("AP Photo/Al Bo", "Cy Lund")
    assert document.captions == ("Cap here", "The wall at dawn.")


def test_a_date_in_doubt_is_put_to_review():
    assert "published" in extract(review=("published",)).review
