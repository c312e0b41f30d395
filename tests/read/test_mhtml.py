from __future__ import annotations

import plistlib
import quopri
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mails import HTML_STORY, extract, read_mail

from generator.config import ConvertConfig
from generator.exceptions import UnreadableError
from generator.read.sources import read_source

ADDRESS = "https://harbourtimes.example/2015/12/08/barrage"
PAGE = f"""<html><head><meta charset="utf-8"><title>Barrage closed | Harbour Times</title></head><body><article>
<h1>Barrage closed as water climbs</h1><p>By Ada Farrow</p>{HTML_STORY}<p>Die Brücke bleibt zu.</p>
</article></body></html>"""


def quote(text, charset="utf-8"):
    return quopri.encodestring(text.encode(charset)).decode()


def chrome(page=PAGE, charset="utf-8", parts=""):
    return (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {ADDRESS}\r\nSubject: Barrage closed\r\n"
        f"Date: Tue, 8 Dec 2015 19:40:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\t"
        f'type="text/html";\r\n\tboundary="----Part--1"\r\n\r\n{parts}------Part--1\r\n'
        f"Content-Type: text/html; charset={charset}\r\n"
        "Content-ID: <frame-1@mhtml.blink>\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Location: {ADDRESS}\r\n\r\n{quote(page, charset)}\r\n------Part--1\r\n"
        "Content-Type: image/png\r\nContent-Transfer-Encoding: binary\r\nContent-Location: https://h.example/a.png\r\n\r\n"
    ).encode() + b"\x89PNG\x00\x01\x00\r\n------Part--1--\r\n"


FRAME = (
    "------Part--1\r\nContent-Type: text/html\r\nContent-Location: https://ads.example/frame\r\n\r\n"
    "<html><body><p>Buy a boat today, it has never been cheaper than now.</p></body></html>\r\n"
)


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "iso-8859-1", "x-unknown"])
def test_a_page_saved_by_chrome_is_read_as_the_page(charset):
    page = PAGE.replace('<meta charset="utf-8">', "")
    data = chrome(page, "iso-8859-1" if charset == "x-unknown" else charset)
    (extraction,) = read_mail(data.replace(b"charset=iso-8859-1", b"charset=" + charset.encode()), "story.mhtml")
    document = extraction.document
    assert extraction.form == "mhtml"
    assert document.title == "Barrage closed as water climbs"
    assert document.url == ADDRESS
    assert "url" not in document.review
    assert document.authors == ("Ada Farrow",)
    assert "Engineers closed" in document.body
    assert "Brücke" in document.body


def test_a_canonical_link_is_a_better_address_than_where_it_was_saved():
    page = PAGE.replace("<head>", '<head><link rel="canonical" href="https://harbourtimes.example/barrage">')
    (extraction,) = read_mail(chrome(page), "story.mhtml")
    assert extraction.document.url == "https://harbourtimes.example/barrage"


def test_of_several_pages_the_one_that_was_saved_is_read():
    (extraction,) = read_mail(chrome(parts=FRAME), "story.mhtml")
    assert "boat" not in extraction.document.body


def test_a_page_saved_by_internet_explorer_is_one():
    data = (
        'From: "Saved by Windows Internet Explorer 8"\r\nSubject: Barrage\r\nDate: Tue, 8 Dec 2015 19:40:00 +0100\r\n'
        'MIME-Version: 1.0\r\nContent-Type: text/html;\r\n\tcharset="iso-8859-1"\r\n'
        f"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: {ADDRESS}\r\n\r\n{quote(PAGE, 'iso-8859-1')}"
    )
    (extraction,) = read_mail(data.encode(), "story.mht")
    assert (extraction.form, extraction.document.url) == ("mhtml", ADDRESS)


def test_a_page_from_a_disk_has_no_address():
    (extraction,) = read_mail(chrome().replace(ADDRESS.encode(), b"file:///C:/barrage.html"), "story.mhtml")
    assert extraction.document.url is None


def test_a_saved_page_without_its_page_is_an_error():
    data = b"From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: image/png\n\nx"
    with pytest.raises(UnreadableError, match=r"story\.mhtml.*HTML"):
        read_mail(data, "story.mhtml")


def archive(**resource):
    values = {"WebResourceMIMEType": "text/html", "WebResourceTextEncodingName": "UTF-8", "WebResourceURL": ADDRESS}
    main = {**values, "WebResourceData": PAGE.encode(), **resource}
    return plistlib.dumps({"WebMainResource": main, "WebSubresources": []}, fmt=plistlib.FMT_BINARY)


def test_a_safari_web_archive_is_read_as_the_page():
    (reading,) = read_source("story.webarchive", archive(), ConvertConfig())
    document = extract(reading).document
    assert (document.title, document.url) == ("Barrage closed as water climbs", ADDRESS)


@pytest.mark.parametrize(
    "data",
    [
        archive(WebResourceMIMEType="image/png"),
        archive(WebResourceData="text"),
        archive(WebResourceData=b""),
        plistlib.dumps([1, 2], fmt=plistlib.FMT_BINARY),
        archive()[:-20],
        b"bplist00" + b"\xff" * 40,
    ],
)
def test_a_property_list_without_a_page_is_an_error_that_names_the_file(data):
    with pytest.raises(UnreadableError, match=r"story\.webarchive"):
        read_source("story.webarchive", data, ConvertConfig())


@given(st.binary(max_size=300), st.integers(0, 200))
def test_a_damaged_web_archive_is_an_article_or_an_error(data, at):
    whole = archive()
    damaged = whole[: 8 + at] + data + whole[8 + at + len(data) :]
    with suppress(UnreadableError):
        assert read_source("story.webarchive", damaged, ConvertConfig())
