"""Wire labels come off headlines and lines; words that only look like them stay."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from growth import assert_in_proportion
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.config import ConvertConfig
from generator.extract.article import extract_article
from generator.extract.versions.embargo import is_embargo, read_embargo, split_embargo
from generator.extract.versions.label_lines import take_label_lines
from generator.extract.versions.label_rules import load_label_rules
from generator.extract.versions.labels import (
    canonical_labels,
    is_withdrawal,
    read_headline,
    read_label_line,
    read_note,
    read_slug,
    takes_back,
)
from generator.model import Metadata, Origin, RawArticle

RULES = load_label_rules()
BODY = (
    "The council of Brinemouth voted on Wednesday for a new harbour wall, a year after a storm broke the old one.\n\n"
    "The work will cost ten million pounds and take two years, the harbour master told the meeting on the quay.\n"
)


def extract(text, markup="text", **hints):
    origin = Origin(path="wall.txt", sha256="0" * 64)
    raw = RawArticle(origin=origin, form="text", markup=markup, text=text, hints=Metadata(**hints))
    return extract_article(raw, ConvertConfig())


# --- the rules -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", RULES.labels, ids=lambda rule: rule.example)
def test_a_label_rule_reads_its_example_and_leaves_its_counter_example(rule):
    assert read_headline(rule.example).labels == rule.reads
    assert read_headline(rule.counter).text == rule.counter
    assert read_headline(rule.counter).labels == ()


@pytest.mark.parametrize("rule", RULES.notes, ids=lambda rule: rule.example)
def test_a_note_rule_reads_its_example_and_leaves_its_counter_example(rule):
    assert read_note(rule.example) == tuple(label for label in (rule.adds, rule.example) if label)
    assert read_note(rule.counter) == ()


@pytest.mark.parametrize("rule", RULES.bare_notes, ids=lambda rule: rule.example)
def test_a_bare_note_is_taken_and_its_counter_example_stays(rule):
    assert take_label_lines(f"{rule.example}\n\n{BODY}").removed[0].text == rule.example
    assert take_label_lines(f"{rule.counter}\n\n{BODY}").removed == ()


@pytest.mark.parametrize("rule", RULES.embargoes, ids=lambda rule: rule.example)
def test_an_embargo_rule_reads_its_example_and_leaves_its_counter_example(rule):
    assert is_embargo(rule.example)
    assert not is_embargo(rule.counter)


@pytest.mark.parametrize("rule", RULES.kills, ids=lambda rule: rule.example)
def test_a_kill_rule_reads_its_example_and_leaves_its_counter_example(rule):
    assert takes_back(rule.example)
    assert not takes_back(rule.counter)
    assert is_withdrawal(rule.example) == rule.alone
    assert not is_withdrawal(rule.counter)


@pytest.mark.parametrize("rule", RULES.replaced, ids=lambda rule: rule.example)
def test_what_takes_the_place_of_a_killed_report_is_none(rule):
    assert not takes_back(rule.example)
    assert takes_back(rule.counter)


def test_patterns_have_no_groups():
    patterns = [rule.words for rule in RULES.labels]
    patterns += [
        rule.pattern
        for rules in (RULES.notes, RULES.bare_notes, RULES.embargoes, RULES.kills, RULES.replaced)
        for rule in rules
    ]
    assert all(re.compile(pattern).groups == 0 for pattern in patterns)


# --- headlines -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "text", "labels"),
    [
        ("UPDATE 2- Wall holds", "Wall holds", ["UPDATE 2"]),
        ("UPDATE 1 - Wall holds", "Wall holds", ["UPDATE 1"]),
        ("UPDATE 3: Wall holds", "Wall holds", ["UPDATE 3"]),
        ("UPDATE 4 Wall holds", "Wall holds", ["UPDATE 4"]),
        ("UPDATE 1-10 ships lost in storm", "10 ships lost in storm", ["UPDATE 1"]),
        ("(UPDATE 3) Wall holds", "Wall holds", ["UPDATE 3"]),
        ("Wall holds (UPDATE)", "Wall holds", ["UPDATE"]),
        ("2nd UPDATE: Wall holds", "Wall holds", ["UPDATE 2"]),
        ("Wall holds -- 2nd Update", "Wall holds", ["UPDATE 2"]),
        ("Wall holds -- clarified", "Wall holds", ["CLARIFIED"]),
        ("[UPDATED] Wall holds", "Wall holds", ["UPDATED"]),
        ("Update: Wall holds", "Wall holds", ["UPDATE"]),
        ("2nd Ld: Wall holds", "Wall holds", ["LEAD 2"]),
        ("Lead 1: Wall holds", "Wall holds", ["LEAD 1"]),
        ("LEAD: Wall holds", "Wall holds", ["LEAD"]),
        ("(3rd LD) Wall holds", "Wall holds", ["LEAD 3"]),
        ("ROUNDUP 2: Wall holds", "Wall holds", ["ROUNDUP 2"]),
        ("WRAP-UP 2-Wall holds", "Wall holds", ["WRAPUP 2"]),
        ("CORRECTED-Wall holds", "Wall holds", ["CORRECTED"]),
        ("CORRECTED - WALL HOLDS", "WALL HOLDS", ["CORRECTED"]),
        ("(CORRECTED)-WALL HOLDS", "WALL HOLDS", ["CORRECTED"]),
        ("(Corrected) Wall holds", "Wall holds", ["CORRECTED"]),
        ("Correction: Wall holds", "Wall holds", ["CORRECTED"]),
        ("REFILE-Wall holds", "Wall holds", ["REFILE"]),
        ("RPT-UPDATE 1-Wall holds", "Wall holds", ["REPEAT", "UPDATE 1"]),
        ("RPT-WALL-TO-WALL SUN FOR HARBOUR", "WALL-TO-WALL SUN FOR HARBOUR", ["REPEAT"]),
        ("BULLETIN KILL: Wall falls", "Wall falls", ["KILL"]),
        ("STORY WITHDRAWN: Wall falls", "Wall falls", ["KILL"]),
        ("WITHDRAWN-Wall falls", "Wall falls", ["KILL"]),
        ("KILL", "", ["KILL"]),
        ("UPDATE 2", "", ["UPDATE 2"]),
        ("EXCLUSIVE: Wall for sale", "Wall for sale", ["EXCLUSIVE"]),
        ("FACTBOX - Walls of the coast", "Walls of the coast", ["FACTBOX"]),
        ("Wall holds (Adds quotes)", "Wall holds", ["(Adds quotes)"]),
        ("UPDATE 1-Wall holds (Recasts)", "Wall holds", ["UPDATE 1", "(Recasts)"]),
        ("Wall holds (Corrects date in para 3)", "Wall holds", ["CORRECTED", "(Corrects date in para 3)"]),
        ("EIL: Mauer hält", "Mauer hält", ["URGENT"]),
        ("EILMELDUNG - Mauer hält", "Mauer hält", ["URGENT"]),
        ("(Achtung: Wiederholung) Mauer hält", "Mauer hält", ["REPEAT"]),
        ("KORREKTUR: Mauer hält", "Mauer hält", ["CORRECTED"]),
        ("BERICHTIGUNG: Mauer hält", "Mauer hält", ["CORRECTED"]),
        ("2. Zusammenfassung: Mauer hält", "Mauer hält", ["ROUNDUP 2"]),
        ("ALERTE - Le mur tient", "ALERTE - Le mur tient", []),
        ("ALERTE: Le mur tient", "Le mur tient", ["ALERT"]),
        ("LEAD 1 Le mur tient bon", "Le mur tient bon", ["LEAD 1"]),
        ("Le mur tient (rectificatif)", "Le mur tient", ["CORRECTED"]),
        ("Le mur tient (annule et remplace)", "Le mur tient", ["CORRECTED"]),
        ("(Ampliación) El muro resiste", "El muro resiste", ["UPDATE"]),
        ("AMPLIACIÓN: El muro resiste", "El muro resiste", ["UPDATE"]),
        ("El muro resiste (Corrección)", "El muro resiste", ["CORRECTED"]),
    ],
)
def test_labels_come_off_a_headline(title, text, labels):
    found = read_headline(title)
    assert (found.text, list(found.labels)) == (text, labels)


@pytest.mark.parametrize(
    "title",
    [
        "Kill Bill returns to cinemas",
        "KILL BILL RETURNS TO CINEMAS",
        "Update on talks",
        "UPDATE 1 ON TALKS DUE",
        "Update 1 of 3 on the wall",
        "Lead poisoning",
        "LEAD-free petrol goes on sale",
        "LEAD-FREE PETROL GOES ON SALE",
        "LEAD 1-0 lost in last minute",
        "Urgent talks begin",
        "Correction fluid firm",
        "Breaking the ice",
        "FLASH-FLOODS KILL TEN",
        "FLASH 3 KILLED: what we know",
        "KILL-OR-CURE DEBATE GOES ON",
        "SNAP: what the cuts mean",
        "Snap-on tools fall",
        "Analysis: why the wall fell",
        "Opinion: the harbour deserves better",
        "Withdrawn: the plan nobody wanted",
        "Alert - and afraid",
        "Features of the new wall",
        "Wall (and what it keeps out)",
        "Repeat: nobody is safe",
        "Embargo: what comes next",
        "UPDATE 10:30 bulletin in full",
        "BULLETIN SAYS TIN PRICE MAY RISE",
        "ANALYSIS/TECHNOLOGY <AATI> WINS CONTRACTS",
        "Ferry sinks (ten missing)",
        "",
        "(",
        "((UPDATE 1",
    ],
)
def test_what_only_looks_like_a_label_stays(title):
    assert read_headline(title).text == title
    assert read_headline(title).labels == ()


PLAIN = re.compile(r"[()\[\]:|–—-]")


@given(st.text(max_size=120))
def test_a_title_without_label_typography_is_never_changed(title):
    assume(not PLAIN.search(title))
    assume(not any(len(word) > 1 and word.isupper() for word in title.split()) and not re.search(r"\d", title))
    found = read_headline(title)
    assert (found.text, found.labels) == (title, ())


@given(st.text(alphabet="UPDATE 12:-()[]KILCORE.—abc ", max_size=60))
def test_a_headline_loses_labels_and_nothing_else(title):
    found = read_headline(title)
    assert found.text in title
    assert bool(found.labels) == (found.text != title)


@given(st.sampled_from([rule.reads[0] for rule in RULES.labels]))
def test_a_canonical_label_stays_as_it_is(label):
    assert canonical_labels([label, label.lower(), f" {label} "]) == (label,)


def test_labels_of_a_container_become_canonical():
    assert canonical_labels(["2nd update", "Corrected", "withdrawn", "harbours", "(Adds quotes)", "Corrected"]) == (
        "UPDATE 2", "CORRECTED", "KILL", "harbours", "(Adds quotes)",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("URGENT", ("URGENT",)),
        ("*** URGENT ***", ("URGENT",)),
        ("2nd LEAD", ("LEAD 2",)),
        ("1ST LEAD-WRITETHRU", ("LEAD 1",)),
        ("KILL KILL KILL", ("KILL",)),
        ("Mandatory kill", ("KILL",)),
        ("(CORRECTED)", ("CORRECTED",)),
        ("Update", ()),
        ("OPINION", ()),
        ("BREAKING", ()),
        ("Urgent", ()),
        ("URGENT CARE", ()),
    ],
)
def test_a_line_that_is_nothing_but_labels(line, labels):
    assert read_label_line(line) == labels


def test_slugs_name_labels():
    assert read_slug("HARBOUR-STORM/INQUIRY (UPDATE 2)") == ("UPDATE 2",)
    assert read_slug("BC-EU--Harbour Storm, 2nd Ld-Writethru,0456") == ("LEAD 2",)
    assert read_slug("HARBOUR-STORM (PIX)") == ()


# --- articles --------------------------------------------------------------------------------------------------------


def test_labels_of_wire_copy_are_read_wherever_they_stand():
    text = (
        "HARBOUR-WALL (UPDATE 2)\n\nUPDATE 2-Council votes to build the harbour wall\n\n"
        "(Adds quotes of the harbour master,\nbackground)\n\nBy Jo Reed\n\n"
        f"BRINEMOUTH, Dec 9 (Sample Wire) - {BODY}\n"
        "(Reporting by Jo Reed; Editing by Al Bo)\n(Corrects spelling of a name in paragraph 3)\n"
    )
    done = extract(text)
    assert done.document.title == "Council votes to build the harbour wall"
    assert done.document.labels == (
        "UPDATE 2",
        "(Adds quotes of the harbour master, background)",
        "CORRECTED",
        "(Corrects spelling of a name in paragraph 3)",
    )
    assert [(r.line, r.text) for r in done.removed if r.rule == "label"] == [
        (5, "(Adds quotes of the harbour master,"),
        (6, "background)"),
        (15, "(Corrects spelling of a name in paragraph 3)"),
    ]
    assert done.document.dateline.place == "BRINEMOUTH"
    assert "Adds" not in done.document.body
    assert "Corrects" not in done.document.body


def test_a_note_before_a_dateline_is_taken_off_its_line():
    done = extract(f"Wall to be built\n\n(Adds quotes) BRINEMOUTH, Dec 9 (Sample Wire) - {BODY}")
    assert done.document.labels == ("(Adds quotes)",)
    assert done.document.dateline.place == "BRINEMOUTH"
    assert done.document.body.startswith("The council")


@pytest.mark.parametrize("markup", ["html", "fragment"])
def test_notes_in_html_are_read(markup):
    paragraphs = "".join(f"<p>{text}</p>" for text in ("(Corrects name in para 2)", *BODY.strip().split("\n\n")))
    page = f"<html><body><article><h1>CORRECTED-Council votes for wall</h1>{paragraphs}</article></body></html>"
    done = extract(page if markup == "html" else paragraphs, markup, title="CORRECTED-Council votes for wall")
    assert done.document.title == "Council votes for wall"
    assert done.document.labels == ("CORRECTED", "(Corrects name in para 2)")
    assert "Corrects" not in done.document.body


def test_labels_of_the_container_come_first_and_each_once():
    done = extract(
        f"(Recasts)\n\n{BODY}", "markdown", title="UPDATE 1-Wall to be built", labels=("corrected", "Update 1")
    )
    assert done.document.title == "Wall to be built"
    assert done.document.labels == ("CORRECTED", "UPDATE 1", "(Recasts)")


def test_a_kill_notice_that_is_nothing_else_is_an_article():
    done = extract("MANDATORY KILL\n", title="Wall to be built", item="urn:wall")
    assert done.document.labels == ("KILL",)
    assert done.document.body


def test_prose_at_the_head_and_foot_of_a_text_is_no_label():
    text = f"Wall to be built\n\n(The correct name of the town is Brinemouth.)\n\n{BODY}\n(The vote was the second.)\n"
    done = extract(text)
    assert done.document.labels == ()
    assert "(The correct name" in done.document.body
    assert "(The vote was the second.)" in done.document.body


# --- embargoes -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("EMBARGOED UNTIL 0001 GMT Dec 10", datetime(2015, 12, 10, 0, 1, tzinfo=UTC)),
        ("EMBARGOED UNTIL 00:01 GMT, THURSDAY 10 DECEMBER 2015", datetime(2015, 12, 10, 0, 1, tzinfo=UTC)),
        ("Embargo: 10 December 2015, 9.30am", datetime(2015, 12, 10, 9, 30)),
        ("Embargo: 10 December 2015", date(2015, 12, 10)),
        ("Not for publication before 09:30 on 10 December 2015", datetime(2015, 12, 10, 9, 30)),
        ("HOLD FOR RELEASE 6 P.M. EST JAN. 2", datetime(2016, 1, 2, 18, tzinfo=timezone(timedelta(hours=-5)))),
        ("EMBARGOED FOR RELEASE: 2015-12-10T09:30:00Z", datetime(2015, 12, 10, 9, 30, tzinfo=UTC)),
        ("Sperrfrist: 10. Dezember, 9.30 Uhr", datetime(2015, 12, 10, 9, 30)),
        ("Sperrfrist bis 10.12.2015, 9 Uhr", datetime(2015, 12, 10, 9)),
        ("Sous embargo jusqu'au 10 décembre 2015 à 9h30", datetime(2015, 12, 10, 9, 30)),
        ("Embargado hasta el 10 de diciembre de 2015 a las 9.30", datetime(2015, 12, 10, 9, 30)),
        ("EMBARGOED UNTIL THE MINISTER SPEAKS", None),
    ],
)
def test_an_embargo_is_read(line, moment):
    assert is_embargo(line)
    assert read_embargo(line, date(2015, 12, 9)) == moment


def test_a_day_without_a_year_and_nothing_near_is_not_guessed():
    assert read_embargo("EMBARGOED UNTIL 0001 GMT Dec 10", None) is None


def test_an_embargo_in_a_headline_is_split_off():
    assert split_embargo("EMBARGOED UNTIL 0001 GMT DEC 10 - Wall holds") == (
        "EMBARGOED UNTIL 0001 GMT DEC 10",
        "Wall holds",
    )
    assert split_embargo("Embargo on timber: lifted on 10 December") == (
        None,
        "Embargo on timber: lifted on 10 December",
    )


def test_the_embargo_line_is_taken_off_and_kept_as_a_moment():
    line = "EMBARGOED UNTIL 00:01 GMT, THURSDAY 10 DECEMBER"
    done = extract(f"{line}\n\nCouncil votes for wall\n\n9 December 2015\n\n{BODY}")
    assert done.document.embargo == datetime(2015, 12, 10, 0, 1, tzinfo=UTC)
    assert done.document.labels == ("EMBARGO",)
    assert done.document.title == "Council votes for wall"
    assert done.document.published == date(2015, 12, 9)
    first = done.removed[0]
    assert (first.line, first.text, first.rule) == (1, line, "embargo")


@pytest.mark.parametrize(
    ("title", "embargo", "text"),
    [
        ("Council to mend wall - EMBARGOED until 6 June 2098", "EMBARGOED until 6 June 2098", "Council to mend wall"),
        ("Council to mend wall (embargoed until 6 June 2098)", "embargoed until 6 June 2098", "Council to mend wall"),
        ("Wall to be mended EMBARGOED 6 June 2098", "EMBARGOED 6 June 2098", "Wall to be mended"),
        ("[EMBARGOED until 6 June 2098] Wall to be mended", "[EMBARGOED until 6 June 2098", "Wall to be mended"),
        ("Embargoed until 6 June 2098: Wall to be mended", "Embargoed until 6 June 2098", "Wall to be mended"),
        ("Port lifts timber embargo on 6 June 2098", None, "Port lifts timber embargo on 6 June 2098"),
        ("Timber trade: embargo ends on 6 June", None, "Timber trade: embargo ends on 6 June"),
    ],
)
def test_an_embargo_stands_before_or_after_a_headline(title, embargo, text):
    assert split_embargo(title) == (embargo, text)


ANYWHERE = (
    "Strictly embargoed: not for publication, broadcast or use on tape before 2230 hours Tuesday, December 9, 2098",
    "Note to editors: This story is embargoed until 2230 GMT on December 9, 2098.",
    "STRICTLY PRIVATE: not for publication until 2230 on 9 December 2098",
    "Press release - not for release before 9 December 2098, 22:30",
    "(Eds: With photos. EMBARGOED UNTIL 2230 GMT DEC 9, 2098. Adds graphic.)",
    "Please note: do not publish before 22:30 on 9 December 2098",
)
AT_THE_HEAD = (
    "Attention editors: the report below is long; not for broadcast before 22:30 on 9 December 2098.",
    "Bajo embargo hasta el 9 de diciembre de 2098 a las 22:30",
)


@pytest.mark.parametrize(
    ("line", "foot"), [*((line, False) for line in (*ANYWHERE, *AT_THE_HEAD)), *((line, True) for line in ANYWHERE)]
)
def test_an_embargo_is_read_however_it_is_worded(line, foot):
    long = BODY + "\n".join(f"Paragraph {n} tells of the harbour, its pilots and the wall.\n" for n in range(30))
    text = f"Council votes for wall\n\n{long}\n\n{line}\n" if foot else f"Council votes for wall\n\n{line}\n\n{BODY}"
    done = extract(text).document
    assert done.embargo is not None
    assert done.embargo.replace(tzinfo=None) == datetime(2098, 12, 9, 22, 30)
    assert "EMBARGO" in done.labels
    assert done.title == "Council votes for wall"
    assert "2098" not in done.body


@pytest.mark.parametrize(
    "line",
    [
        "Strictly embargoed",
        "UNDER STRICT EMBARGO",
        "Not for release before the minister has spoken",
        "Not for release until delivery",
    ],
)
def test_a_plain_embargo_without_a_moment_that_can_be_read_holds(line):
    done = extract(f"Council votes for wall\n\n{line}\n\n{BODY}").document
    assert (done.embargo, done.labels, done.title) == (None, ("EMBARGO",), "Council votes for wall")


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("STORY REMOVED: BC-Harbour-Wall", "BC-Harbour-Wall"),
        ("ZURÜCKGEZOGEN: Mauer bricht", "Mauer bricht"),
        ("Zurückgezogene Meldung: Mauer bricht", "Mauer bricht"),
        ("WITHDRAWN - Wall falls", "Wall falls"),
        ("REFILE-ADVISORY-Wall story withdrawn", "Wall story withdrawn"),
        ("ADVISORY: Story on harbour wall is withdrawn", "Story on harbour wall is withdrawn"),
        ("ANNULÉE: Le mur tombe", "Le mur tombe"),
        ("Dépêche annulée: Le mur tombe", "Le mur tombe"),
        ("AVIS D'ANNULATION - Le mur tombe", "Le mur tombe"),
        ("ANULADA: El muro cae", "El muro cae"),
        ("Noticia retirada: El muro cae", "El muro cae"),
        ("ANNULLATA: Il muro cade", "Il muro cade"),
        ("NOTIZIA RITIRATA - Il muro cade", "Il muro cade"),
    ],
)
def test_a_kill_comes_off_the_headline(title, text):
    done = read_headline(title)
    assert done.text == text
    assert "KILL" in done.labels


@pytest.mark.parametrize(
    "title", ["ADVISORY-Harbour briefing moved to noon", "ANNULE ET REMPLACE: Le mur tombe", "Story withdrawn by paper"]
)
def test_what_is_no_kill_is_not_labelled_one(title):
    assert "KILL" not in read_headline(title).labels


@pytest.mark.parametrize(
    ("line", "killed"),
    [
        ("Eds: KILLS story about wall, which is withdrawn", True),
        ("EDITORS' NOTE: THIS STORY HAS BEEN RETRACTED", True),
        ("This article has been withdrawn.", True),
        ("EDITORS: Please kill the story slugged HARBOUR-WALL.", True),
        ("Achtung Redaktionen: Die Meldung über den Hafen ist zurückgezogen.", True),
        ("Diese Meldung wird zurückgezogen.", True),
        ("Cette dépêche est annulée.", True),
        ("Eds: Please kill the earlier version. A corrected version follows.", False),
        ("Eds: Replaces story about wall, which is withdrawn.", False),
        ("Eds: Adds quotes from the killed harbour plan.", False),
    ],
)
def test_a_note_that_takes_a_report_back_is_a_kill(line, killed):
    done = extract(f"{line}\n\nCouncil votes for wall\n\n9 December 2015\n\n{BODY}").document
    assert ("KILL" in done.labels) == killed
    assert done.title == "Council votes for wall"


def test_an_embargo_without_a_moment_is_put_to_the_readers_eye():
    done = extract(f"EMBARGOED UNTIL THE MINISTER SPEAKS\n\nCouncil votes for wall\n\n9 December 2015\n\n{BODY}")
    assert done.document.embargo is None
    assert done.document.labels == ("EMBARGO",)
    assert "embargo" in done.document.review


@pytest.mark.parametrize(
    "kind",
    [
        "(Adds ",
        "UPDATE 1-",
        "(UPDATE 1) ",
        "1. ",
        "EMBARGOED UNTIL ",
        "Eds: kill the story ",
        "not for the report ",
        "10 Dec ",
        "-- ",
        "(" * 50,
    ],
)
def test_time_grows_with_the_text(kind):
    def read(size: int) -> None:
        text = kind * (size // len(kind))
        read_headline(text)
        split_embargo(text)
        take_label_lines(text)
        take_label_lines(text.replace(" ", "\n"))

    assert_in_proportion(lambda: read(100_000), lambda: read(1_000_000))
