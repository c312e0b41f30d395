from __future__ import annotations

import re
import textwrap
from contextlib import suppress
from datetime import datetime, timedelta, timezone

import pytest
from growth import assert_in_proportion
from hypothesis import given
from hypothesis import strategies as st
from mails import HTML_STORY, PARAGRAPHS, STORY, make_mail, paragraphs, read_mail

from generator.config import ConvertConfig
from generator.exceptions import UnreadableError
from generator.model import Problem
from generator.moments import format_moment
from generator.read.mail.headers import clean_address, clean_subject, read_mail_date
from generator.read.mail.lines import MailLine, sort_lines
from generator.read.mail.marks import has_mark, load_marks, read_field
from generator.read.mail.mime import decode_words
from generator.read.mail.plain_text import read_plain, unwrap_flowed, unwrap_lines
from generator.read.mail.sender import Sender, read_sender
from generator.read.sources import read_source

CET = timezone(timedelta(hours=1))
EVENING = datetime(2015, 12, 8, 19, 40, tzinfo=CET)
BULK = {"List_Unsubscribe": "<mailto:leave@harbourtimes.example>"}


def rules(extraction):
    return {entry.rule for entry in extraction.removed}


def one(mail):
    (extraction,) = read_mail(mail)
    return extraction


# --- a mail ----------------------------------------------------------------------------------------------------------


def test_a_plain_mail_is_an_article_with_its_header_read():
    extraction = one(make_mail(body=STORY))
    document = extraction.document
    assert extraction.form == "mail"
    assert document.title == "Barrage closed as water climbs"
    assert document.published == EVENING
    assert document.item == "20151208.1@harbour.example"
    assert paragraphs(extraction) == PARAGRAPHS
    assert document.source is None


def test_a_senders_name_is_the_author_for_want_of_a_byline_and_put_to_review():
    document = one(make_mail(body=STORY)).document
    assert document.authors == ("Ada Farrow",)
    assert "authors" in document.review


def test_a_byline_is_surer_than_the_sender():
    document = one(make_mail(sender="Cy Brook <cy@home.example>", body=f"By Ada Farrow\n\n{STORY}")).document
    assert document.authors == ("Ada Farrow",)
    assert "authors" not in document.review


def test_a_mail_to_oneself_names_no_author():
    mail = make_mail(sender="Reader Ray <reader@home.example>", body=STORY)
    assert one(mail).document.authors == ()


def test_a_mail_is_told_by_its_content_whatever_its_name():
    (reading,) = read_source("story.txt", make_mail(body=STORY).as_bytes(), ConvertConfig())
    assert reading.form == "mail"


@pytest.mark.parametrize(
    "text",
    [
        "From: here to there\n\nA walk along the quay.",
        "Date: 2015-12-08\nTitle: Barrage closed\n\nThe barrage was closed.",
        "Subject to change: the ferry.\n\nThe ferry may not sail.",
        "Barrage closed\nFrom: Ada\nTo: all\nSubject: water\n\nThe barrage was closed.",
    ],
)
def test_text_that_only_looks_like_a_header_is_no_mail(text):
    (reading,) = read_source("story.txt", text.encode(), ConvertConfig())
    assert reading.form != "mail"


def test_header_lines_pasted_from_a_mail_program_are_a_mail():
    text = f"From: Harbour Times\nSent: 8 December 2015 19:40\nTo: Cy Brook\nSubject: FW: Barrage closed\n\n{STORY}"
    document = one(text.encode()).document
    assert (document.title, document.published) == ("Barrage closed", datetime(2015, 12, 8, 19, 40))


# --- charsets and encodings ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252", "x-unknown", "rot13", "punycode", ""])
@pytest.mark.parametrize("encoding", ["8bit", "quoted-printable", "base64"])
def test_no_charset_is_a_crash(charset, encoding):
    import base64
    import quopri

    body = "Über die Brücke fährt am Mittwoch keine Bahn mehr, sagte der Bürgermeister von Kaihafen.\n".encode()
    data = {"8bit": body, "quoted-printable": quopri.encodestring(body), "base64": base64.encodebytes(body)}[encoding]
    head = f"From: a@b.example\nTo: c@d.example\nSubject: =?{charset}?Q?Br=FCcke?=\nMIME-Version: 1.0\n"
    head += f"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: {encoding}\n\n"
    document = one(head.encode() + data).document
    assert "Brücke fährt" in document.body


@pytest.mark.parametrize(
    ("subject", "wanted"),
    [
        ("=?utf-8?B?QmFycmFnZQ==?= =?utf-8?Q?_closed?=", "Barrage closed"),
        ("=?utf-8?Q?Wasser_f=C3?= =?utf-8?Q?=A4llt?=", "Wasser fällt"),
        ("=?windows-1252?Q?Harbour’s_wall?=", "Harbour’s wall"),
        ("=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=", "日本"),
        ("=?x-nobody?Q?caf=E9?=", "café"),
        ("=?utf-8?Q?broken", "=?utf-8?Q?broken"),
        ("=?utf-8?B?QmFycmFnZ?=", "Barrag"),
        ("plain =?utf-8?Q?and?= coded", "plain and coded"),
    ],
)
def test_encoded_words_are_decoded(subject, wanted):
    assert decode_words(subject).startswith(wanted)


def test_raw_bytes_in_a_header_are_read():
    data = "From: Bo Söder <bo@x.example>\nTo: a@b.example\nSubject: Brücke zu\n\n".encode() + STORY.encode()
    document = one(data).document
    assert (document.title, document.authors) == ("Brücke zu", ("Bo Söder",))


@given(st.binary(max_size=400))
def test_any_bytes_below_a_mails_header_are_an_article_or_an_error(data):
    head = b"From: a@b.example\nTo: c@d.example\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n"
    with suppress(UnreadableError):
        assert read_source("x.eml", head + data, ConvertConfig())


# --- wrapped lines ---------------------------------------------------------------------------------------------------


def test_flowed_lines_are_made_whole():
    text = "The barrage was \nclosed.\n\n> It was \n> late.\n-- \nAda"
    assert unwrap_flowed(text, delete_space=False) == "The barrage was closed.\n\n> It was late.\n-- \nAda"


def test_delsp_takes_the_space_that_broke_a_word():
    assert unwrap_flowed("水位は \n高い", delete_space=True) == "水位は高い"


def test_a_short_list_of_lines_is_not_joined():
    lines = ["Customs house: 4.2 metres above the mean of all the years since nineteen hundred.", "Mill: 3.1 metres."]
    assert unwrap_lines(lines) == lines


# --- who it is from --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sender", "bulk", "wanted"),
    [
        ("Harbour Times <news@harbourtimes.example>", True, Sender(source="Harbour Times")),
        ("Ada Farrow <ada.farrow@harbour.example>", False, Sender(author="Ada Farrow")),
        ('"Farrow, Ada" <ada@harbour.example>', False, Sender(author="Ada Farrow")),
        (
            "Ada Farrow from The Harbour Letter <harbour@letters.example>",
            True,
            Sender(author="Ada Farrow", source="The Harbour Letter"),
        ),
        ("Morning Briefing from Harbour Post <mail@post.example>", True, Sender(source="Harbour Post")),
        ("Harbour Post: Updates <mail@post.example>", True, Sender(source="Harbour Post: Updates")),
        ("Ada Farrow (Harbour Wire) <ada@wire.example>", False, Sender(author="Ada Farrow", source="Harbour Wire")),
        ("Jo Reed via Substack <jo@letters.example>", True, Sender(author="Jo Reed")),
        ("Jo Reed (via LinkedIn) <jo@letters.example>", True, Sender(author="Jo Reed")),
        ("Jo Reed | Substack <jo@letters.example>", True, Sender(author="Jo Reed")),
        ("Jo Reed via Google Groups <jo@letters.example>", True, Sender(author="Jo Reed")),
        (
            "Jo Reed from The Quay via Substack <jo@letters.example>",
            True,
            Sender(author="Jo Reed", source="The Quay"),
        ),
        ("Harbour Times via Substack <harbour@letters.example>", True, Sender(source="Harbour Times")),
        ("Jo Reed via Quayside <jo@letters.example>", False, Sender(author="Jo Reed")),
        ('"Reed, Jo Ann" <jo@letters.example>', False, Sender(author="Jo Ann Reed")),
        ('"van der Vale, Di" <di@letters.example>', False, Sender(author="Di van der Vale")),
        ("Quay & Mill <hello@quay.example>", True, Sender(source="Quay & Mill")),
        ("ada@harbour.example", False, Sender()),
        ("", False, Sender()),
    ],
)
def test_a_sender_is_a_person_or_an_outlet(sender, bulk, wanted):
    assert read_sender(sender, bulk=bulk) == wanted


def test_a_mailing_lists_name_is_the_source_and_its_poster_the_author():
    mail = make_mail(
        "[Harbour-news] Barrage closed",
        "Di Vale via Harbour-news <harbour-news@lists.example>",
        STORY + "\n_______________________________________________\nHarbour-news mailing list\nlists@lists.example\n",
        List_Id="Harbour news <harbour-news.lists.example>",
    )
    extraction = one(mail)
    document = extraction.document
    assert (document.title, document.authors, document.source) == ("Barrage closed", ("Di Vale",), "Harbour news")
    assert paragraphs(extraction) == PARAGRAPHS


# --- subject, date, address ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("subject", "wanted"),
    [
        ("Fwd: Re: Barrage closed", "Barrage closed"),
        ("FW: WG: AW: Barrage closed", "Barrage closed"),
        ("Re[2]: Barrage closed", "Barrage closed"),
        ("[EXTERNAL] Barrage closed", "Barrage closed"),
        ("[VIDEO] Barrage closed", "[VIDEO] Barrage closed"),
        ("Rebuilding: the barrage", "Rebuilding: the barrage"),
        ("Fwd:", None),
    ],
)
def test_prefixes_are_no_part_of_a_title(subject, wanted):
    assert clean_subject(subject) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Tue, 08 Dec 2015 19:40:00 +0100", EVENING),
        ("8 Dec 2015 19:40:00 +0100 (CET)", EVENING),
        ("Tuesday, December 8, 2015 7:40 PM", datetime(2015, 12, 8, 19, 40)),
        ("Tue, Dec 8, 2015 at 7:40 PM", datetime(2015, 12, 8, 19, 40)),
        ("Tue, 99 Dec 2015 19:40:00 +0100", None),
        ("Tue, 08 Dec 2015 19:40:00 +9999", datetime(2015, 12, 8, 19, 40)),
        ("Thu, 01 Jan 0001 00:00:00 +0000", None),
        ("soon", None),
        ("", None),
    ],
)
def test_dates_are_read_as_mails_print_them(text, wanted):
    assert read_mail_date(text, day_first=True) == wanted


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("https://harbour.example/issues/412?utm_source=mail&mc_eid=77", "https://harbour.example/issues/412"),
        ("https://harbour.example/p/barrage?page=2#top", "https://harbour.example/p/barrage?page=2"),
        ("https://click.harbour.example/abc", None),
        ("https://harbour.example/v/0123456789abcdef0123456789abcdef0123", None),
        ("javascript:alert(1)", None),
        (None, None),
    ],
)
def test_an_address_that_tells_its_reader_is_not_kept(address, wanted):
    assert clean_address(address) == wanted


# --- what mails carry around an article ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mark", "example"),
    [(mark, entry["example"]) for mark, entries in load_marks().items() if mark != "labels" for entry in entries],
)
def test_the_example_of_each_mark_is_one(mark, example):
    assert has_mark(example, mark)


@pytest.mark.parametrize(
    ("mark", "prose"),
    [
        ("footer", "You are more likely to be flooded than your grandparents were, the report says."),
        ("footer", "This message was written on the wall of the customs house in 1953."),
        ("footer", "Our address to the nation, he said, had been too late."),
        ("forwarded", "The forwarded message reached the minister on Monday."),
        ("attribution", "On Monday the harbour master wrote to every household along the quay."),
        ("browser", "Readers in the town view the online world with suspicion, and the paper with love."),
        ("contact", "The harbour office could not be reached on Tuesday evening."),
        ("device", "Sent from his village to the city at the age of nine, he never went home."),
    ],
)
def test_prose_is_no_mark(mark, prose):
    assert not has_mark(prose, mark)


def test_fields_are_read_in_several_languages():
    assert read_field("*Von:* Ada") == ("from", "Ada")
    assert read_field("Objet : Barrage") == ("subject", "Barrage")
    assert read_field("Barrage: closed") is None


@pytest.mark.parametrize("delimiter", ["-- ", "--"])
def test_a_signature_is_taken_off_with_a_receipt(delimiter):
    extraction = one(make_mail(body=f"{STORY}\n{delimiter}\nAda Farrow\nHarbour desk\n"))
    assert paragraphs(extraction) == PARAGRAPHS
    assert {entry.text for entry in extraction.removed if entry.rule == "mail-signature"} >= {"Ada Farrow"}


def test_a_card_without_a_delimiter_is_a_signature():
    card = "Ada Farrow\nHarbour desk\nPh: +1 555 010 0100\nada@harbour.example\n"
    assert paragraphs(one(make_mail(body=f"{STORY}\n{card}"))) == PARAGRAPHS


def test_small_print_is_taken_off():
    notice = "____________\nThis email may contain information that is confidential. Delete it if it is not for you."
    extraction = one(make_mail(body=f"{STORY}\n{notice}\n"))
    assert paragraphs(extraction) == PARAGRAPHS
    assert "mail-footer" in rules(extraction)


def test_words_of_small_print_within_a_story_take_nothing_with_them():
    lines = [MailLine("A long sentence of the story that goes on and on for a good while.")] * 40
    lines[10] = MailLine("Unsubscribe")
    assert sort_lines(lines, forwarded=False).rules == {}


FORWARDED = "From: Harbour Times <news@harbourtimes.example>\nDate: Tue, Dec 8, 2015 at 7:40 PM\n"
FORWARDED += "Subject: Barrage closed as water climbs\nTo: Cy Brook <cy@home.example>,\n Di Vale <di@home.example>\n\n"


def quote(text):
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


@pytest.mark.parametrize(
    "body",
    [
        f"Look at this!\n\nCy\n\n---------- Forwarded message ---------\n{FORWARDED}{STORY}",
        f"Look!\n\nSent from my iPhone\n\nBegin forwarded message:\n\n{quote(FORWARDED + STORY)}",
        f"Look!\n\n-----Original Message-----\n{FORWARDED}{STORY}",
        f"Look!\n\n{FORWARDED.replace('Date:', 'Sent:').replace('From:', '*From:*')}{STORY}",
        f"Schau!\n\n-------- Weitergeleitete Nachricht --------\n{FORWARDED.replace('Subject:', 'Betreff:')}{STORY}",
        2 * f"---------- Forwarded message ---------\n{FORWARDED}\n" + STORY,
    ],
    ids=["gmail", "apple", "outlook", "fields alone", "german", "twice"],
)
def test_of_a_forwarded_mail_the_inner_one_is_the_article(body):
    extraction = one(make_mail("Fwd: Barrage closed", "Cy Brook <cy@home.example>", body))
    document = extraction.document
    assert paragraphs(extraction) == PARAGRAPHS
    assert document.title == "Barrage closed as water climbs"
    assert document.source == "Harbour Times"
    assert document.authors == ()
    assert document.published == datetime(2015, 12, 8, 19, 40)
    assert "mail-header" in rules(extraction)


def test_a_note_above_a_forwarded_mail_is_in_the_receipt():
    body = f"Look at this!\n\n---------- Forwarded message ---------\n{FORWARDED}{STORY}"
    extraction = one(make_mail("Fwd: x", "Cy Brook <cy@home.example>", body))
    assert ("Look at this!", "mail-note") in {(entry.text, entry.rule) for entry in extraction.removed}


def test_an_answer_keeps_its_own_words_and_not_those_it_answers():
    body = f"{STORY}\nOn Tue, 8 Dec 2015 at 18:40, Cy Brook\n<cy@home.example> wrote:\n> When was it closed?\n> Cy\n"
    extraction = one(make_mail("Re: When?", body=body))
    assert paragraphs(extraction) == PARAGRAPHS
    assert "> When was it closed?" in {entry.text for entry in extraction.removed if entry.rule == "mail-quoted"}


def test_a_mail_that_is_all_quotation_is_unquoted():
    assert read_plain(quote(STORY), forwarded=False).text.split("\n\n")[0] == PARAGRAPHS[0]


def test_every_word_of_a_mail_is_in_the_body_or_in_the_receipt():
    body = f"Look!\n\n---------- Forwarded message ---------\n{FORWARDED}{STORY}\n-- \nAda\n"
    extraction = one(make_mail("Fwd: x", "Cy Brook <cy@home.example>", body))
    shown = " ".join([extraction.document.body, *(entry.text for entry in extraction.removed)])
    assert sorted(re.findall(r"\w+", f"{body} {extraction.document.title}")) == sorted(re.findall(r"\w+", shown))


# --- newsletters -----------------------------------------------------------------------------------------------------


NEWSLETTER = f"""<html><head><title>Harbour Times</title></head><body>
<div style="display:none">Highest water for forty years</div>
<table width="600" cellpadding="0"><tr><td align="right">
<a href="https://harbourtimes.example/issues/412?utm_source=mail">View this email in your browser</a></td></tr>
<tr><td><img src="logo.png" alt="Harbour Times"></td></tr><tr><td><h1>Barrage closed as water climbs</h1></td></tr>
<tr><td>{HTML_STORY}<h2>Also today</h2>
<ul><li><a href="https://harbourtimes.example/ferry">Ferry fares rise</a> by a tenth</li><li>School opens</li></ul>
</td></tr><tr><td>You are receiving this email because you signed up for it.<br>Our mailing address is:<br>
1 Quay Street<br><a href="#">Unsubscribe</a> | <a href="#">Manage preferences</a></td></tr></table></body></html>"""


@pytest.fixture
def newsletter():
    mail = make_mail("Barrage closed as water climbs", "Harbour Times <news@harbourtimes.example>", STORY, **BULK)
    mail.add_alternative(NEWSLETTER, subtype="html")
    return mail


def test_a_newsletter_is_one_article_with_its_headings_lists_and_links(newsletter):
    extraction = one(newsletter)
    document = extraction.document
    assert (document.title, document.source, document.published) == (
        "Barrage closed as water climbs",
        "Harbour Times",
        EVENING,
    )
    assert document.url == "https://harbourtimes.example/issues/412"
    found = paragraphs(extraction)
    assert found[0].startswith("Engineers closed")
    assert "## Also today" in found
    assert "[Ferry fares rise](https://harbourtimes.example/ferry)" in document.body
    assert "|" not in document.body


def test_a_newsletters_furniture_is_in_the_receipt(newsletter):
    extraction = one(newsletter)
    removed = {entry.text: entry.rule for entry in extraction.removed}
    assert removed["View this email in your browser"] == "view-in-browser"
    assert removed["Unsubscribe | Manage preferences"] == "mail-footer"
    assert removed["1 Quay Street"] == "mail-footer"
    assert "Highest water for forty years" in removed
    assert "Unsubscribe" not in extraction.document.body


@pytest.mark.parametrize(
    "wrap",
    [
        '<p>see below</p><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>'
        "From: <b>Harbour Times</b> &lt;news@harbourtimes.example&gt;<br>Date: Tue, Dec 8, 2015 at 7:40 PM<br>"
        "Subject: Barrage closed as water climbs<br>To: Cy<br></div>{}</div>",
        "<div>see below</div><blockquote type=cite><div>Begin forwarded message:</div><div><b>From: </b>Harbour Times "
        "&lt;news@harbourtimes.example&gt;</div><div><b>Subject: </b>Barrage closed as water climbs</div><div><b>Date: "
        "</b>8 December 2015 at 19:40</div><div><b>To: </b>Cy</div><br><div>{}</div></blockquote>",
        '<p>see below</p><div style="border-top:solid 1pt"><p><b>From:</b> Harbour Times '
        "&lt;news@harbourtimes.example&gt;<br><b>Sent:</b> Tuesday, December 8, 2015 7:40 PM<br><b>To:</b> Cy<br>"
        "<b>Subject:</b> Barrage closed as water climbs</p></div>{}",
    ],
    ids=["gmail", "apple", "outlook"],
)
def test_a_newsletter_passed_on_is_read_as_if_it_had_come_from_its_outlet(wrap):
    mail = make_mail("Fwd: Barrage", "Cy Brook <cy@home.example>", "see below")
    mail.add_alternative(f"<html><body>{wrap.format(NEWSLETTER)}</body></html>", subtype="html")
    extraction = one(mail)
    document = extraction.document
    assert (document.title, document.source) == ("Barrage closed as water climbs", "Harbour Times")
    assert document.published == datetime(2015, 12, 8, 19, 40)
    assert document.body.startswith("Engineers closed")
    assert "see below" in {entry.text for entry in extraction.removed if entry.rule == "mail-note"}


def test_html_that_echoes_the_plain_text_is_not_preferred_to_it():
    texts = (f"QUAYTOWN (Harbour Wire) - {PARAGRAPHS[0]}", *PARAGRAPHS[1:])
    story = "\n\n".join(textwrap.fill(text, 76) for text in texts)
    mail = make_mail(body=story)
    mail.add_alternative(f"<div>{story}</div>", subtype="html")
    extraction = one(mail)
    assert extraction.document.dateline.place == "QUAYTOWN"
    assert len(paragraphs(extraction)) == 3


def test_a_stub_for_old_programs_gives_way_to_the_html():
    mail = make_mail(body="Please view this message in a program that shows HTML.")
    mail.add_alternative(f"<div>{HTML_STORY}</div>", subtype="html")
    assert one(mail).document.body.startswith("Engineers closed")


# --- forms, mailboxes, attachments -----------------------------------------------------------------------------------


def test_a_form_of_json_is_read_by_its_labels():
    body = (
        '{"Headline":["Barrage holds"],"Abstract":["Water falls."],"Dateline":["QUAYTOWN"],"Byline":["By A Moss and B'
    )
    body += ' Lind"],"Desk":["Night"],"Body":["Engineers opened the barrage again.\\n\\nThe water fell all night."]}'
    extraction = one(make_mail("Form 12", "desk@wire.example", body))
    document = extraction.document
    assert (document.title, document.deck, document.authors) == ("Barrage holds", "Water falls.", ("A Moss", "B Lind"))
    assert document.dateline.place == "QUAYTOWN"
    assert paragraphs(extraction) == ["Engineers opened the barrage again.", "The water fell all night."]
    assert "Desk: Night" in {entry.text for entry in extraction.removed}


def test_labelled_lines_above_a_text_are_read():
    body = f"BARR\n\nHeadline: Barrage holds\n\nAbstract: Water falls.\n\nBy Ada Farrow\n\n{STORY}"
    extraction = one(make_mail("Story for tonight", "desk@wire.example", body))
    document = extraction.document
    assert (document.title, document.deck, document.authors) == ("Barrage holds", "Water falls.", ("Ada Farrow",))
    assert paragraphs(extraction) == PARAGRAPHS


def test_each_mail_of_a_mailbox_is_an_article():
    mails = [
        make_mail(f"Report {number}", body=f"Number {number}.\n\n{STORY}\nFrom here on, rain.\n") for number in (1, 2)
    ]
    box = b"".join(
        b"From ada@harbour.example Tue Dec  8 19:40:00 2015\n"
        + mail.as_bytes().replace(b"\r\n", b"\n").replace(b"\nFrom here", b"\n>From here")
        + b"\n"
        for mail in mails
    )
    extractions = read_mail(box, "box.mbox")
    assert [extraction.document.title for extraction in extractions] == ["Report 1", "Report 2"]
    assert all("From here on, rain." in extraction.document.body for extraction in extractions)
    assert len({extraction.document.id for extraction in extractions}) == 2


def test_a_bad_mail_of_a_mailbox_is_a_problem_in_its_place():
    good = make_mail(body=STORY).as_bytes().replace(b"\r\n", b"\n")
    box = (
        b"From a@b Tue Dec  8 19:40:00 2015\nFrom: a@b.example\nTo: c@d.example\nSubject: x\n\n\n\nFrom a@b Tue\n"
        + good
    )
    problem, article = read_mail(box, "box.mbox")
    assert isinstance(problem, Problem)
    assert "box.mbox, mail 1" in problem.message
    assert article.document.title


def test_attached_texts_are_articles_pictures_are_ignored_and_the_rest_is_told():
    mail = make_mail("Documents", "Cy Brook <cy@home.example>", "See attached.")
    inner = make_mail(sender="Harbour Times <news@harbourtimes.example>", body=STORY)
    mail.add_attachment(inner)
    mail.add_attachment(f"<html><body><h1>Gates</h1>{HTML_STORY}</body></html>", subtype="html", filename="page.html")
    mail.add_attachment(b"GIF89a", maintype="image", subtype="gif", filename="quay.gif")
    mail.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="plan.pdf")
    enclosed, page, problem = read_mail(mail)
    assert (enclosed.document.title, enclosed.document.source) == ("Barrage closed as water climbs", "Harbour Times")
    assert "See attached." in {entry.text for entry in enclosed.removed}
    assert page.document.title == "Gates"
    assert isinstance(problem, Problem)
    assert "plan.pdf" in problem.message


@pytest.mark.parametrize("body", ["", "\n\n", "   "])
def test_a_mail_without_text_is_an_error_that_names_it(body):
    with pytest.raises(UnreadableError, match=r"mail\.eml.*no text"):
        read_mail(make_mail(body=body))


def test_a_mail_that_only_brings_a_document_says_so():
    mail = make_mail("Plan", body="")
    mail.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="plan.pdf")
    with pytest.raises(UnreadableError, match=r"plan\.pdf"):
        read_mail(mail)


def test_parts_nested_beyond_reason_are_an_error():
    data = b"From: a@b.example\nTo: c@d.example\nSubject: x\nMIME-Version: 1.0\n"
    for level in range(300):
        data += b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (level, level)
    with pytest.raises(UnreadableError, match="nested"):
        read_mail(data + b"\n\ntext")


def test_shared_wire_mails_are_articles(shared):
    wire = shared / "data" / "wire"
    (story,) = read_mail((wire / "odd_charset_email.txt").read_bytes())
    assert story.document.authors == ("Ben Everill",)
    assert story.document.title.startswith("Senden defends")
    assert story.document.body.rstrip().endswith("in the field.")
    for name in ("googleform.txt", "json-email-bad-user.txt"):
        (form,) = read_mail((wire / name).read_bytes())
        assert form.document.title != "Formatted Editorial Story"


HEAD = b"From: a@b.example\nTo: c@d.example\nSubject: x\n"


@pytest.mark.parametrize(
    "unit",
    [
        b"> quoted line of a mail here\n",
        b"From: Ada\n",
        b"On Tue, 8 Dec 2015, Ada wrote:\n> a\n",
        b"Unsubscribe\n",
        b"-------- ",
        b"Tel: +1 555 010\n",
        b"\n",
        b"Headline: x\n",
        b"=?utf-8?Q?a?= ",
    ],
)
def test_the_work_on_a_mail_grows_with_its_length(unit):
    def read(length):
        with suppress(UnreadableError):
            read_source("x.eml", HEAD + b"\n" + unit * (length // len(unit)) + b"\nThe end.", ConvertConfig())

    assert_in_proportion(lambda: read(20_000), lambda: read(200_000))


@pytest.mark.parametrize(
    ("printed", "moment"),
    [
        ("4. März 2024 um 09:30:00 MEZ", "2024-03-04T09:30:00+01:00"),
        ("4 mars 2024 à 09:30:00 UTC+1", "2024-03-04T09:30:00+01:00"),
        ("March 4, 2024 at 9:30:00 AM EST", "2024-03-04T09:30:00-05:00"),
    ],
)
def test_the_date_of_a_forwarded_mail_as_its_program_prints_it(printed, moment):
    found = read_mail_date(printed, day_first=True)
    assert found is not None
    assert format_moment(found) == moment
