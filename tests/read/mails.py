"""Mails for tests, made by the standard library as mail programs send them."""

from __future__ import annotations

from email import policy
from email.message import EmailMessage

from generator.config import ConvertConfig
from generator.extract.article import extract_article
from generator.model import Problem, RawArticle
from generator.read.sources import read_source

TITLE = "Barrage closed as water climbs"
STORY = """\
Engineers closed the tidal barrage at Quaytown on Tuesday evening after the
highest water for forty years was measured at the old customs house.

"We had about twenty minutes," said Bo Lindgren, who runs the control room.
"Nobody here had ever seen the gauge climb that fast."

The council will meet on Thursday to decide whether the lower gates need to be
replaced before the winter storms arrive.
"""
PARAGRAPHS = [
    "Engineers closed the tidal barrage at Quaytown on Tuesday evening after the highest water for forty years was "
    "measured at the old customs house.",
    '"We had about twenty minutes," said Bo Lindgren, who runs the control room. "Nobody here had ever seen the gauge '
    'climb that fast."',
    "The council will meet on Thursday to decide whether the lower gates need to be replaced before the winter storms "
    "arrive.",
]
HTML_STORY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def make_mail(subject=TITLE, sender="Ada Farrow <ada@harbour.example>", body=None, **headers):
    mail = EmailMessage(policy=policy.SMTP)
    mail["Subject"] = subject
    mail["From"] = sender
    mail["To"] = "reader@home.example"
    mail["Date"] = "Tue, 08 Dec 2015 19:40:00 +0100"
    mail["Message-ID"] = "<20151208.1@harbour.example>"
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    if body is not None:
        mail.set_content(body)
    return mail


def read_mail(data, path="mail.eml"):
    """The articles read and extracted, a problem in the place of each that is none."""
    data = data.as_bytes() if isinstance(data, EmailMessage) else data
    readings = read_source(path, data, ConvertConfig())
    return [reading if isinstance(reading, Problem) else extract(reading) for reading in readings]


def extract(reading: RawArticle):
    return extract_article(reading, ConvertConfig())


def paragraphs(extraction):
    return extraction.document.body.split("\n\n")
