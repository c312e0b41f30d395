"""A small file of every form, made around a text: for tests that try each reader with whatever a file may hold."""

from __future__ import annotations

import json
import plistlib
from collections.abc import Callable, Mapping
from html import escape

from generator.model import Form

TITLE = "Barrage closed as water climbs"
STORY = (
    "QUAYTOWN, Dec 8 (Harbour Wire) - Engineers closed the tidal barrage on Tuesday after the highest water.\n\n"
    '"We had about twenty minutes," said Bo Lindgren, who runs the control room.\n\n'
    "The council will meet on Thursday to decide whether the lower gates need to be replaced."
)
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(part)}</p>" for part in text.split("\n\n"))


def page(text: str) -> str:
    return (
        f"<!DOCTYPE html><html lang=en><head><title>{TITLE} | Harbour Times</title>"
        '<meta property="og:title" content="x">'
        '<script type="application/ld+json">{"@type": "NewsArticle"}</script>'
        f"</head><body><nav><a href=/>Home</a></nav><article><h1>{TITLE}</h1><p class=byline>By Ada Farrow</p>"
        f"<time datetime=2015-12-08>8 December</time>{_paragraphs(text)}</article>"
        "<footer>About us</footer></body></html>"
    )


def _nitf(text: str) -> str:
    return (
        f'{_XML}<nitf><head><title>{TITLE}</title><docdata><doc-id id-string="w1"/>'
        '<date.issue norm="20151208T194000Z"/>'
        f"</docdata></head><body><body.head><hedline><hl1>{TITLE}</hl1></hedline><byline>By Ada Farrow</byline>"
        f"<dateline><location>QUAYTOWN</location></dateline></body.head><body.content>{_paragraphs(text)}</body.content>"
        "</body></nitf>"
    )


def _newsml(text: str) -> str:
    return (
        f"{_XML}<NewsML><NewsItem><Identification><NewsIdentifier><NewsItemId>w1</NewsItemId></NewsIdentifier>"
        "</Identification><NewsManagement><FirstCreated>20151208T194000Z</FirstCreated></NewsManagement><NewsComponent>"
        f"<NewsLines><HeadLine>{TITLE}</HeadLine><ByLine>By Ada Farrow</ByLine></NewsLines><ContentItem>"
        f'<MediaType FormalName="Text"/><DataContent>{_paragraphs(text)}</DataContent></ContentItem></NewsComponent>'
        "</NewsItem></NewsML>"
    )


def _newsml_g2(text: str) -> str:
    return (
        f'{_XML}<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:w1" version="2" standard="NewsML-G2" '
        'standardversion="2.30"><itemMeta><itemClass qcode="ninat:text"/><versionCreated>2015-12-08T19:40:00Z'
        f"</versionCreated></itemMeta><contentMeta><headline>{TITLE}</headline><by>Ada Farrow</by></contentMeta>"
        '<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>'
        f"{_paragraphs(text)}</body></html></inlineXML></contentSet></newsItem>"
    )


def _ninjs(text: str) -> str:
    return json.dumps(
        {
            "uri": "urn:w1",
            "type": "text",
            "headline": TITLE,
            "byline": "By Ada Farrow",
            "versioncreated": "2015-12-08T19:40:00Z",
            "body_xhtml": _paragraphs(text),
        }
    )


def _iptc7901_copy(text: str) -> str:
    return f"hwa0123 4 vm 120  hwa 0456\n\nHarbour/Barrage/\n{TITLE} =\n\n{text}\n\nhwa kst yy n1\n081940 Dec 15\n"


def _nexis(text: str) -> str:
    return (
        f"1 of 1 DOCUMENTS\n\nHarbour Times\n\nDecember 8, 2015 Tuesday\n\n{TITLE}\n\nBYLINE: Ada Farrow\n\n"
        f"LENGTH: 60 words\n\n{text}\n\nLOAD-DATE: December 9, 2015\n"
    )


def _factiva(text: str) -> str:
    return f"HD  {TITLE}\nBY  Ada Farrow\nPD  8 December 2015\nSN  Harbour Times\n\nTD\n{text}\n\nAN  Document HT1\n"


def _proquest(text: str) -> str:
    return (
        f"Document 1 of 1\n\n{TITLE}\n\nAuthor: Farrow, Ada\n\nFull text: {text}\n\n"
        "Publication title: Harbour Times\n\nPublication date: Dec 8, 2015\n\nProQuest document ID: 1\n"
    )


def _labelled(text: str) -> str:
    return f"Title: {TITLE}\nAuthor: Ada Farrow\nSource: Harbour Times\nDate: 8 December 2015\n\n{text}\n"


def _iptc7901(text: str) -> str:
    lines = text.replace("\n", "\r\n")
    return (
        f"\x16\x16\x01hwa0042 3 I 120 HWA /AFP-XX12\r\nharbour-barrage\r\n\x02{TITLE}\r\n\r\n"
        f"  {lines}\r\n\x03\r\n081940 DEC 15\r\n\x04"
    )


def _anpa(text: str) -> str:
    lines = text.replace("\n\n", "\r\n\t")
    return (
        "\x16\x16\x01w0042\x1fhwi\r\nr i\x13\x11bc-barrage 12-08 0120\r\n"
        f"\x02^bc-barrage, 1st Ld,120<\r\n^{TITLE}<\r\n^By ADA FARROW=\r\n\t{lines}\r\n\x03hw-12-08-15 1940GMT\r\n\x04"
    )


def _reuters(text: str) -> str:
    return (
        '<!DOCTYPE lewis SYSTEM "lewis.dtd">\n<REUTERS TOPICS="YES" LEWISSPLIT="TRAIN" CGISPLIT="TRAINING-SET" '
        'OLDID="1" NEWID="1">\n<DATE> 8-DEC-1987 19:40:00.00</DATE>\n<TEXT>&#2;\n'
        f"<TITLE>{TITLE.upper()}</TITLE>\n<DATELINE>    QUAYTOWN, Dec 8 - </DATELINE><BODY>{escape(text)}\n&#3;</BODY>"
        "</TEXT>\n</REUTERS>\n"
    )


def _sgml(text: str) -> str:
    return (
        f'<DOC id="HWI_ENG_20151208.0001" type="story">\n<HEADLINE>\n{TITLE}\n</HEADLINE>\n'
        "<DATELINE>\nQUAYTOWN 2015-12-08"
        f"\n</DATELINE>\n<TEXT>\n<P>\n{escape(text)}\n</P>\n</TEXT>\n</DOC>\n"
    )


def _mail(text: str) -> str:
    return (
        f"From: Ada Farrow <ada@harbour.example>\nTo: desk@home.example\nSubject: {TITLE}\n"
        "Date: Tue, 08 Dec 2015 19:40:00 +0100\nMessage-ID: <1@harbour.example>\nMIME-Version: 1.0\n"
        f"Content-Type: text/plain; charset=utf-8\n\n{text}\n\n-- \nAda Farrow\n"
    )


def _newsletter(text: str) -> str:
    return (
        f"From: Harbour Times <news@harbour.example>\nSubject: {TITLE}\nDate: Tue, 08 Dec 2015 19:40:00 +0100\n"
        "Message-ID: <2@harbour.example>\nList-Unsubscribe: <https://harbour.example/u>\nMIME-Version: 1.0\n"
        'Content-Type: multipart/alternative; boundary="b1"\n\n--b1\nContent-Type: text/plain\n\nsee the page\n'
        f"--b1\nContent-Type: text/html; charset=utf-8\n\n{page(text)}\n--b1--\n"
    )


def _mhtml(text: str) -> str:
    return (
        f"From: <Saved by Blink>\nSnapshot-Content-Location: https://harbour.example/a\nSubject: {TITLE}\n"
        "Date: Tue, 8 Dec 2015 19:40:00 -0000\nMIME-Version: 1.0\nContent-Type: multipart/related;\n"
        '\ttype="text/html";\n\tboundary="----b2"\n\n\n------b2\nContent-Type: text/html\nContent-ID: <f@mhtml.blink>\n'
        f"Content-Transfer-Encoding: 8bit\nContent-Location: https://harbour.example/a\n\n{page(text)}\n------b2--\n"
    )


def _webarchive(text: str) -> bytes:
    main = {
        "WebResourceData": page(text).encode("utf-8", "replace"),
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "UTF-8",
        "WebResourceURL": "https://harbour.example/a",
    }
    return plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)


def _rss(text: str) -> str:
    return (
        f'{_XML}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        "<title>Harbour Times"
        f"</title><link>https://harbour.example/</link><item><title>{TITLE}</title><link>https://harbour.example/a</link>"
        f"<guid>1</guid><pubDate>Tue, 08 Dec 2015 19:40:00 GMT</pubDate><content:encoded>{escape(_paragraphs(text))}"
        "</content:encoded></item></channel></rss>"
    )


def _atom(text: str) -> str:
    return (
        f'{_XML}<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Times</title><id>urn:f</id>'
        f"<updated>2015-12-08T19:40:00Z</updated><entry><title>{TITLE}</title><id>urn:1</id>"
        '<link href="https://harbour.example/a"/><updated>2015-12-08T19:40:00Z</updated><author><name>Ada Farrow</name>'
        f'</author><content type="html">{escape(_paragraphs(text))}</content></entry></feed>'
    )


def _rdf(text: str) -> str:
    return (
        f'{_XML}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
        f'<channel rdf:about="https://harbour.example/"><title>Harbour Times</title></channel><item rdf:about="urn:1">'
        f"<title>{TITLE}</title><link>https://harbour.example/a</link><description>{escape(text)}</description></item>"
        "</rdf:RDF>"
    )


def _json_feed(text: str) -> str:
    item = {"id": "1", "url": "https://harbour.example/a", "title": TITLE, "content_html": _paragraphs(text)}
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Harbour Times", "items": [item]})


def _opml(text: str) -> str:
    return (
        f'{_XML}<opml version="2.0"><head><title>Feeds</title></head><body><outline text="{escape(text)}" '
        'xmlUrl="https://harbour.example/feed"/></body></opml>'
    )


def _records(text: str) -> str:
    row = {"title": TITLE, "text": text, "date": "2015-12-08", "source": "Harbour Times"}
    return json.dumps(row) + "\n" + json.dumps(row | {"title": "Pier lost"}) + "\n"


def _table(text: str) -> str:
    quoted = text.replace('"', '""')
    return (
        f'title,date,source,text\n"{TITLE}",2015-12-08,Harbour Times,"{quoted}"\nPier lost,2015-12-09,Echo,"{quoted}"\n'
    )


def _story(text: str) -> str:
    return f"{text}\n\n@highlight\n\nBarrage is closed\n\n@highlight\n\nGates may be replaced\n"


def _front_matter(text: str) -> str:
    return f"---\ntitle: {TITLE}\ndate: 2015-12-08\ntags: [water, gates]\n---\n\n# {TITLE}\n\n{text}\n"


def _xml_records(text: str) -> str:
    return (
        f"{_XML}<Story><headline>{TITLE}</headline><byLine>Ada Farrow</byLine><date>2015-12-08</date>"
        f"<content>{escape(_paragraphs(text))}</content></Story>"
    )


def _text(text: str) -> str:
    return f"{TITLE}\n\nBy Ada Farrow\n\nHarbour Times, December 8, 2015\n\n{text}\n\nShare this story\n"


SEEDS: Mapping[str, tuple[Form, Callable[[str], str | bytes]]] = {
    "a.txt": ("text", _text),
    "a.html": ("html", page),
    "a.md": ("markdown", _front_matter),
    "a.mhtml": ("mhtml", _mhtml),
    "a.webarchive": ("mhtml", _webarchive),
    "a.eml": ("mail", _mail),
    "letter.eml": ("mail", _newsletter),
    "rss.xml": ("feed", _rss),
    "atom.xml": ("feed", _atom),
    "rdf.xml": ("feed", _rdf),
    "feed.json": ("feed", _json_feed),
    "feeds.opml": ("opml", _opml),
    "a.story": ("story", _story),
    "reuters.sgm": ("sgml", _reuters),
    "doc.sgml": ("sgml", _sgml),
    "nitf.xml": ("nitf", _nitf),
    "newsml.xml": ("newsml", _newsml),
    "g2.xml": ("newsml-g2", _newsml_g2),
    "ninjs.json": ("ninjs", _ninjs),
    "a.iptc": ("iptc7901", _iptc7901),
    "dpa.txt": ("iptc7901", _iptc7901_copy),
    "nexis.txt": ("export", _nexis),
    "factiva.txt": ("export", _factiva),
    "proquest.txt": ("export", _proquest),
    "clipping.txt": ("export", _labelled),
    "a.anpa": ("anpa", _anpa),
    "a.csv": ("table", _table),
    "a.jsonl": ("records", _records),
    "story.xml": ("records", _xml_records),
}
"""File name -> the form it is read as, and how it is made around a text."""


def make_seed(name: str, text: str = STORY) -> bytes:
    """The bytes of a file of this name around a text; its own markup in the text is not escaped everywhere."""
    made = SEEDS[name][1](text)
    return made if isinstance(made, bytes) else made.encode("utf-8", "replace")
