"""XML that is damaged, hostile, wrongly declared or of a house's own."""

from __future__ import annotations

import pytest
from wire_samples import NITF, OPTIONS, read, read_one

from generator.exceptions import UnreadableError
from generator.extract.article import extract_article
from generator.read.sources import read_source

BODY = "<nitf><body><body.content>{}</body.content></body></nitf>"


def test_entities_are_not_expanded_and_files_not_read(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret words")
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    text = (
        f'<!DOCTYPE nitf [<!ENTITY a0 "boom">{bomb}<!ENTITY x SYSTEM "{secret.as_uri()}">'
        '<!ENTITY n SYSTEM "http://harbour.example/x">]>' + BODY.format("<p>The wall held &x; &a11; &n;.</p>")
    )
    article = read_one(text)
    assert "secret words" not in article.text
    assert len(article.text) < 200
    assert "The wall held" in article.text


def test_names_of_characters_are_decoded_once():
    text = BODY.format("<p>Caf&eacute;&nbsp;&amp;amp; &pound;4 &mdash; &unknown;</p>")
    assert read_one(text).text == "<p>Café\xa0&amp;amp; £4 — &amp;unknown;</p>"


def test_a_bare_ampersand_is_borne_and_told():
    article, problem = read(BODY.format("<p>Field & Reede</p>"))
    assert article.text == "<p>Field &amp; Reede</p>"
    assert "is damaged at line 1" in problem.message


@pytest.mark.parametrize(
    ("declared", "encoded"),
    [
        ("iso-8859-1", "utf-8"),
        ("utf-8", "cp1252"),
        ("iso-8859-1", "cp1252"),
        ("windows-1252", "cp1252"),
        ("utf-8", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("no-such-charset", "utf-8"),
    ],
)
def test_wrong_and_right_encodings(declared, encoded):
    text = f'<?xml version="1.0" encoding="{declared}"?>' + BODY.format("<p>Café “held” — naïve</p>")
    assert read_one(text.encode(encoded)).text == "<p>Café “held” — naïve</p>"


def test_a_cyrillic_declaration_is_followed():
    text = '<?xml version="1.0" encoding="windows-1251"?>' + BODY.format("<p>Стена выдержала</p>")
    assert "Стена выдержала" in read_one(text.encode("cp1251")).text


def test_deep_nesting_does_no_harm():
    deep = BODY.format("<block>" * 230 + "<p>The wall held.</p>" + "</block>" * 230)
    assert extract_article(read_one(deep), OPTIONS).document.body == "The wall held."
    deeper = BODY.format("<block>" * 5000 + "<p>The wall held.</p>" + "</block>" * 5000)
    assert "nested" in " ".join(str(r) for r in read(deeper)) or "depth" in " ".join(str(r) for r in read(deeper))


def test_what_is_no_tree_at_all_names_the_line():
    message = " ".join(reading.message for reading in read("<nitf <<"))
    assert "item.xml: is damaged at line 1" in message


def test_xml_of_a_house_is_read_by_the_names_of_its_elements():
    text = (
        '<?xml version="1.0"?><HSNews><NewsID>7</NewsID><PublishDate>2019-03-04T18:15:00</PublishDate>'
        "<headline>Harbour wall holds</headline><byLine>Ann Field</byLine><section>Coast</section>"
        "<content>&lt;p&gt;The wall held.&lt;/p&gt;&lt;p&gt;A report is due.&lt;/p&gt;</content></HSNews>"
    )
    article = read_one(text)
    document = extract_article(article, OPTIONS).document
    assert (document.title, document.authors, document.section) == ("Harbour wall holds", ("Ann Field",), "Coast")
    assert document.published is not None
    assert document.body == "The wall held.\n\nA report is due."


def test_xml_records_in_a_list_and_with_markup():
    one = "<story><title>{0}</title><body><p>{0} <b>held</b>.</p><p>It rained.</p></body></story>"
    text = f'<?xml version="1.0"?><feed1><list>{one.format("Wall")}{one.format("Gate")}</list></feed1>'
    assert [extract_article(a, OPTIONS).document.body for a in read(text)] == [
        "Wall **held**.\n\nIt rained.",
        "Gate **held**.\n\nIt rained.",
    ]


def test_xml_of_no_articles_is_explained():
    with pytest.raises(UnreadableError, match="XML of a kind that is not known"):
        read_source("a.xml", b'<?xml version="1.0"?><invoice><sum>4</sum></invoice>', OPTIONS)


def test_a_page_in_xhtml_is_a_page():
    text = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>The wall held.</p></body></html>'
    assert read_one(text, "a.xhtml").form == "html"


def test_the_sample_is_well_formed():
    assert len(read(NITF)) == 1
