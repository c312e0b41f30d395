"""Wire files that are damaged anyhow: an article or a problem, never a crash, and no time lost over them."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from growth import assert_in_proportion
from hypothesis import given, settings
from hypothesis import strategies as st
from test_ninjs import ONE, TWO
from wire_samples import ANPA, IPTC7901, NEWSML, NEWSML_G2, NITF, OPTIONS, REUTERS, SGML, STORY

from generator.exceptions import GeneratorError
from generator.model import Problem
from generator.read.sources import read_source

SAMPLES = [
    ANPA, IPTC7901, NEWSML.encode(), NEWSML_G2.encode(), NITF.encode(), REUTERS.encode(), SGML.encode(), STORY.encode(),
    json.dumps(ONE).encode(), json.dumps(TWO).encode(),
]  # fmt: skip
PIECES = [
    b"<", b">", b"</", b"&", b"]]>", b"<![CDATA[", b'"', b"\x00", b"\x01", b"\x02", b"\x03", b"\x1f",
    b"\xff", b"{", b"[",
    b"null", b"1e999", b"0000", b"T999999Z", b"\n", b"\\ud800", b"<p>", b"@highlight", b"<DOC>", b"<a:b>", b"<1>",
]  # fmt: skip


@st.composite
def damaged(draw):
    data = bytearray(draw(st.sampled_from(SAMPLES)))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 40)))
        kind = draw(st.sampled_from(["cut", "insert", "repeat", "end", "mix"]))
        if kind == "cut":
            del data[start:end]
        elif kind == "insert":
            data[start:start] = draw(st.sampled_from(PIECES))
        elif kind == "repeat":
            data[start:start] = data[start:end] * draw(st.integers(1, 20))
        elif kind == "end":
            del data[start:]
        else:
            other = draw(st.sampled_from(SAMPLES))
            data[start:start] = other[start % len(other) :][:200]
    return bytes(data)


@settings(max_examples=150)
@given(damaged())
def test_damage_makes_articles_or_problems(data):
    try:
        readings = read_source("wire.xml", data, OPTIONS)
    except GeneratorError as error:
        readings = (Problem(path="wire.xml", message=str(error)),)
    assert readings
    for reading in readings:
        if isinstance(reading, Problem):
            assert reading.message.startswith("wire.xml")
            continue
        for value in (reading.hints.title, reading.hints.deck, reading.hints.source, reading.hints.section):
            assert value is None or value == " ".join(value.split()) != ""


GROWN = {
    "nitf": (
        b"<nitf><body><body.content>",
        b"<p>word _ word &amp; word<br/>``more'' here</p>",
        b"</body.content></body></nitf>",
    ),
    "nitf-pictures": (
        b"<nitf><body><body.content><p>w</p>",
        b"<media><media-caption>A wall.</media-caption><media-producer>Cy Lund</media-producer></media>",
        b"</body.content></body></nitf>",
    ),
    "newsml": (
        b"<NewsML><NewsItem><NewsComponent>",
        b"<NewsComponent><NewsLines><HeadLine>Wall</HeadLine></NewsLines><ContentItem><DataContent>Held.</DataContent>"
        b"</ContentItem></NewsComponent>",
        b"</NewsComponent></NewsItem></NewsML>",
    ),
    "newsml-g2": (
        b'<newsItem guid="a"><contentSet><inlineData>',
        b"a line of words\n  more   in columns\n\n",
        b"</inlineData></contentSet></newsItem>",
    ),
    "ninjs": (b"[", b'{"guid":"x","versioncreated":"2019","headline":"a b","body_html":"<p>Held.</p>"},', b"{}]"),
    "iptc7901": (b"\x01hsn042 2 i 57\r\n\x02Title =\r\n", b"   words and words\r\nwords = # * *\r\n", b"\x03\x04"),
    "anpa": (b"\x16\x16\x01W2607\x1fx\nr a BC-W 03-04\n\x02\t   first\n", b"goes on ``and on'' _ and\n", b"\x03\x04"),
    "anpa-set": (b"\x16\x16\x01W2607\x1fx\nr a BC-W 03-04\n\x02", b"^line<\n\x08a\x1f\x1e 7\n\tpara\n", b"\x03\x04"),
    "sgml": (b"", b"<DOC><DOCNO>A</DOCNO><TEXT><P>aa bb</TEXT></DOC>\n", b""),
    "sgml-one": (b"<DOC><DOCNO>A</DOCNO><TEXT>", b"<P>aa bb <F P=1> & < \n", b"</TEXT></DOC>"),
    "reuters": (b"", b'<REUTERS NEWID="1"><TEXT><BODY>aa\n bb</BODY></TEXT></REUTERS>\n', b""),
    "story": (b"text\n\n", b"@highlight\n\npoint\n\nsome words here\n", b""),
    "records": (b'<?xml version="1.0"?><r>', b"<item><title>a</title><body>some text</body></item>", b"</r>"),
    "comments": (b'<?xml version="1.0"?>', b"<!-- a - -- b -->\n<?x y?>", b"<nitf/>"),
    "junk": (b"", b"<a <b & < ! [ ] \x01 \x02 <!-- <? ", b""),
}  # fmt: skip


def read_grown(parts, size):
    start, unit, end = parts
    with suppress(GeneratorError):
        read_source("wire.xml", start + unit * (size // len(unit)) + end, OPTIONS)


@pytest.mark.slow
@pytest.mark.parametrize("name", GROWN)
def test_time_grows_with_size(name):
    parts = GROWN[name]
    assert_in_proportion(lambda: read_grown(parts, 32_000), lambda: read_grown(parts, 320_000))
