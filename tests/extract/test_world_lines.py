"""Bylines, date lines and datelines of other languages in pasted text."""

from __future__ import annotations

from datetime import date

import pytest

from generator.config import ConvertConfig
from generator.extract.head.dateline import date_of, find_dateline, find_wire_end
from generator.extract.head.world_lines import NOBODY, write_in_english
from generator.extract.head.world_stamp import read_world_stamp
from generator.extract.text_article import extract_text
from generator.model import Extraction, Origin, RawArticle
from generator.moments import format_moment
from generator.vocabulary.stamp_words import load_words

DATED = ("date_lead", "weekday", "reading_time")
EXAMPLES = {
    kind: [entry for entry in load_words() if entry.kind == kind]
    for kind in ("place", "role", "staff", "source", "reporting", "editing")
}


def read(text: str) -> Extraction:
    return extract_text(
        RawArticle(text=text, origin=Origin(path="a.txt", sha256=""), form="text", markup="text"), ConvertConfig()
    )


@pytest.mark.parametrize("entry", [e for e in load_words() if e.kind in DATED], ids=lambda e: f"{e.kind}-{e.language}")
def test_words_around_a_date(entry):
    stamp = read_world_stamp(write_in_english(entry.example, entry.language))
    assert stamp is not None
    assert stamp.published == date(2015, 12, 10)


@pytest.mark.parametrize("kind", ["place", "role"])
def test_what_stands_after_a_name(kind):
    for entry in EXAMPLES[kind]:
        stamp = read_world_stamp(write_in_english(entry.example, entry.language))
        assert stamp is not None, entry.example
        assert stamp.authors == ("Ann Field",), entry.example


def test_staff_is_nobody():
    assert {write_in_english(entry.example, entry.language) for entry in EXAMPLES["staff"]} == {NOBODY}


def test_words_before_a_source_and_in_closing_lines():
    for kind, start in (("source", "Source: "), ("reporting", "(Reporting by "), ("editing", "(Editing by ")):
        for entry in EXAMPLES[kind]:
            written = write_in_english(entry.example, entry.language)
            assert written.startswith((start, start.strip("("))), entry.example


@pytest.mark.parametrize(
    ("language", "text", "authors", "source"),
    [
        ("fr", "Par Anne Dupont et Marc Lebrun", ("Anne Dupont", "Marc Lebrun"), None),
        ("fr", "Par Anne Dupont avec AFP", ("Anne Dupont",), "AFP"),
        ("fr", "De notre correspondante à Berlin, Anne Dupont", ("Anne Dupont",), None),
        ("fr", "Le Phare avec AFP", (), "Le Phare"),
        ("fr", "Avec AFP et Reuters", (), "AFP and Reuters"),
        ("de", "Von unserem Korrespondenten Jens Holm", ("Jens Holm",), None),
        ("de", "Von Petra Vogt, Berlin", ("Petra Vogt",), None),
        ("de", "Eine Analyse von Petra Vogt", ("Petra Vogt",), None),
        ("es", "Por José Ortega y Gasset", ("José Ortega y Gasset",), None),
        ("es", "Redacción / EFE", (), "EFE"),
        ("it", "di LUCA NERI", ("Luca Neri",), None),
        ("pt", "Por João da Silva em Lisboa", ("João da Silva",), None),
        ("nl", "Van onze correspondent Jan de Vries", ("Jan de Vries",), None),
    ],
)
def test_a_byline(language, text, authors, source):
    stamp = read_world_stamp(write_in_english(text, language))
    assert stamp is not None
    assert (stamp.authors, stamp.source) == (authors, source)


@pytest.mark.parametrize(
    ("language", "text", "published", "updated"),
    [
        ("fr", "Publié le 3 avril 2015 à 10h15 - Mis à jour le 3 avril 2015 à 12h40", "T10:15", "T12:40"),
        ("fr", "Publié le 3 avril 2015 à 10h15 (mis à jour à 12h40)", "T10:15", "T12:40"),
        ("de", "Stand: 03.04.2015 14:05 Uhr", None, "T14:05"),
        ("de", "3. April 2015, 18:55 Uhr Lesezeit: 3 min", "T18:55", None),
        ("es", "Madrid - 3 ABR 2015 - 12:30 CEST", "T12:30", None),
        ("it", "3 aprile 2015 - Aggiornato alle 16:20", "", "T16:20"),
        ("pt", "Publicado em 03/04/2015 às 10h15", "T10:15", None),
        ("nl", "vrijdag 3 april 2015, 10:15 • Aangepast vrijdag 3 april 2015, 12:40", "T10:15", "T12:40"),
        ("da", "Opdateret den 3. april 2015 kl. 10.15", None, "T10:15"),
        ("tr", "Güncelleme: 3 Nisan 2015 12:40", None, "T12:40"),
    ],
)
def test_a_date_line(language, text, published, updated):
    stamp = read_world_stamp(write_in_english(text, language))
    assert stamp is not None
    for moment, clock in ((stamp.published, published), (stamp.updated, updated)):
        assert (moment and format_moment(moment)[:16]) == (None if clock is None else f"2015-04-03{clock}")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Von Miller"),
        ("en", "Par Anderson"),
        ("de", "Von Rom"),
        ("de", "Von Tokio nach Berlin"),
        ("de", "Von Hunden und Katzen"),
        ("de", "Mit Geduld und Spucke"),
        ("es", "Por Navidad"),
        ("es", "Por Navidad llegan los nietos."),
        ("fr", "Par Toulouse ou par Albi"),
        ("fr", "Avec un peu de chance"),
        ("it", "Di Venezia"),
        ("nl", "Door de jaren heen"),
    ],
)
def test_what_is_no_byline(language, text):
    assert read_world_stamp(write_in_english(text, language)) is None


@pytest.mark.parametrize(
    ("text", "place", "agency", "day"),
    [
        ("PARIS, 3 avril (AFP) - Le mur", "PARIS", "AFP", date(2015, 4, 3)),
        ("BERLIN, 10. November (Reuters) - Die Mauer", "BERLIN", "Reuters", date(2015, 11, 10)),
        ("Madrid, 3 abr (EFE).- El muro", "Madrid", "EFE", date(2015, 4, 3)),
        ("Roma, 3 apr. - (Adnkronos) - Il muro", "Roma", "Adnkronos", date(2015, 4, 3)),
        ("(ANSA) - ROMA, 3 APR - Il muro", "ROMA", "ANSA", date(2015, 4, 3)),
        ("Paris, le 3 avril 2014 (AFP) - Le mur", "Paris", "AFP", date(2014, 4, 3)),
    ],
)
def test_a_dateline(text, place, agency, day):
    found = find_dateline(text)
    assert found is not None
    assert (found.place, found.agency, date_of(found, 2015)) == (place, agency, day)


@pytest.mark.parametrize("text", ["LONDON, 5 people (Harbour Wire) - The", "Kiel, 3 Leute - Die Mauer"])
def test_what_is_no_day_makes_no_dateline(text):
    assert find_dateline(text) is None


def test_the_agency_at_a_report_s_end():
    assert find_wire_end("El muro cayó. EFE abc/def", "EFE") == len("El muro cayó. ")
    assert find_wire_end("Il muro è caduto. (ANSA)", "ANSA") == len("Il muro è caduto. ")
    assert find_wire_end("Así lo dijo a EFE", "EFE") is None


FRENCH = """\
Le mur du port est tombé

La mairie promet de le reconstruire avant l'hiver, mais l'argent manque.

Par Anne Dupont

Publié le 3 avril 2015 à 10h15

Temps de lecture : 4 min

Partager sur Facebook

Des passants sur le quai. Crédit photo : Paul Girard / AFP

Le vieux mur du port est tombé jeudi dans la mer, un an après que les ingénieurs l'avaient annoncé aux habitants.

A lire aussi : Le phare qui ne brille plus

Personne n'a été blessé, a dit la maire, mais deux bateaux ont coulé et un entrepôt a perdu sa façade.

Article réservé aux abonnés"""


def test_a_pasted_article():
    result = read(FRENCH)
    document = result.document
    assert document.title == "Le mur du port est tombé"
    assert document.deck == "La mairie promet de le reconstruire avant l'hiver, mais l'argent manque."
    assert document.authors == ("Anne Dupont",)
    assert document.published is not None
    assert format_moment(document.published)[:16] == "2015-04-03T10:15"
    assert document.photo_credits == ("Paul Girard / AFP",)
    assert document.body.startswith("Le vieux mur")
    assert document.body.endswith("perdu sa façade.")
    assert len(document.body.split("\n\n")) == 2
    assert document.language == "fr"


def test_an_english_article_is_read_by_english_words_alone():
    text = (
        "The wall fell\n\nVon Miller\n\nThe old harbour wall fell into the water on Thursday, a year after engineers"
        " had warned the town that it would.\n\nNobody was hurt, the mayor said, but the two boats in the harbour sank."
    )
    document = read(text).document
    assert document.authors == ()
    assert document.language == "en"


def test_a_report_ends_before_its_agency():
    text = (
        "Cae el muro del puerto\n\nMadrid, 3 abr (EFE).- El viejo muro del puerto cayó al mar el jueves, un año después"
        " de que los ingenieros lo anunciaran.\n\nNadie resultó herido, dijo la alcaldesa, pero dos barcos se"
        " hundieron. EFE"
    )
    result = read(text)
    assert result.document.body.endswith("se hundieron.")
    assert result.document.source == "EFE"
    assert ("wire-end", "EFE") in [(entry.rule, entry.text) for entry in result.removed]
