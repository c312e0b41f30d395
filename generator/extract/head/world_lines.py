"""Bylines and date lines of other languages in the words of English ones: a line comes in, one so written goes out.

`Par Anne Dupont et Max Holm | Publié le 3 avril 2015 à 10h15` becomes `By Anne Dupont and Max Holm | Published
2015-04-03 10:15`, to be read as any other. Only the words of the article's own language are looked for: in an English
text `Von Miller` is a person. What is no such line comes out changed here and there, and nobody reads it so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator.extract.head.byline import cut_source
from generator.extract.head.source import is_agency, is_source
from generator.extract.language import find_neighbours
from generator.vocabulary.stamp_words import Kind, list_words
from generator.world_dates import write_iso_days

NOBODY = "By staff"
"""What a line becomes that names nobody: `Redaktion`, `De notre correspondant`."""

_LONGEST_LINE = 200
_DIGIT = re.compile(r"\d")
_MINUS = re.compile(r"(?<=\d{4})-(?=\d\d?[:.]\d\d)")
_GLUED = re.compile(r"\s-(?=(?:Updated|Published)\s)")
# Before the name of a paper, never between two names of a person: `Le Figaro avec AFP`.
_ARTICLES = frozenset("le la les l' el los las il lo der die das de het o a".split())
_SIGNS = " \t|,;:•·-–—/\xa0.()"
# "09:47 h.", "alle 10:15 ore": the hours again.
_HOURS = re.compile(r"(?<=\d)\s?(?:hs?|horas|ore|uur|uhr)\.?(?=\s{0,3}(?:\Z|[|,;()–—-]))", re.IGNORECASE)
# "(mis à jour à 12h40)" beside the day.
_BRACKETED = re.compile(r"\((?P<label>(?:Updated|Published)\s[^()]{4,40})\)")
_START = r"(?:\A|(?<=[\d|·•:;,.)/–—-])\s{1,3})"
# "Eine Analyse von", "Un récit de".
_KIND = r"(?:(?:eine?|une?|una|uma?|een|en|et|ett)\s[^\W\d_]{3,20}\s)?"
_CAPITAL = r"(?=[\"“(]?(?-i:[A-Z\u00c0-\u00de\u0100-\u017f\u0370-\u03ff\u0400-\u042f]))"
_PLACE = r"(?=(?-i:[A-Z\u00c0-\u00de])[\w.'’-]{2,30}(?:\s(?-i:[A-Z\u00c0-\u00de])[\w'’-]{1,20}){0,2}\Z)"


@dataclass(frozen=True, slots=True)
class _Forms:
    """How the lines of one language are told, a pattern for each kind of words."""

    by: re.Pattern[str]
    by_from: re.Pattern[str]
    by_alone: re.Pattern[str]
    joint: re.Pattern[str]
    place: re.Pattern[str]
    role: re.Pattern[str]
    staff: re.Pattern[str]
    credit: re.Pattern[str]
    updated: re.Pattern[str]
    published: re.Pattern[str]
    day_lead: re.Pattern[str]
    reading_time: re.Pattern[str]
    reporting: re.Pattern[str]
    editing: re.Pattern[str]


_EASTERN = ("ja", "zh", "ko")
_EASTERN_SIGNS = (
    (re.compile(r"(?<=\d)\s?(?:[(（][日月火水木金土一二三四五六월화수목금토일][)）])"), ""),
    (re.compile(r"(?<=\d)\s{0,2}(?P<hour>\d{1,2})[時时点시]\s?(?P<minute>\d{1,2})[分분]?"), r" \g<hour>:\g<minute>"),
    (re.compile(r"(?:最終)?(?:更新|最終修正|수정)(?:日時|时间|時間|일시)?\s?[:：]?\s?(?=\d)"), " Updated "),
    (
        re.compile(
            r"(?:公開|配信|掲載|発行|发布|發布|入力|등록|입력|송고)(?:日時|时间|時間|일시|시간)?\s?[:：]?\s?(?=\d)"
        ),
        " Published ",
    ),
)


def write_in_english(text: str, language: str) -> str:
    """The line with its labels, dates, offices and the words between its names in English; any other text as it is."""
    forms = _load_forms(language)
    if language in _EASTERN and len(text) <= _LONGEST_LINE and _DIGIT.search(text):
        text = _write_eastern_dates(text)
    if forms is None or len(text) > _LONGEST_LINE:
        return text
    if staff := _write_staff(text, forms):
        return staff
    if credit := _write_credit(text, forms):
        return credit
    if _DIGIT.search(text):
        text = _write_dates(text, language, forms)
    elif label := _write_label_alone(text, forms):
        return label
    text = forms.editing.sub("Editing by ", forms.reporting.sub("Reporting by ", text))
    match = forms.by_from.match(text)
    written = f"By {text[match.end() :]}" if match else forms.by.sub(" By ", text).lstrip()
    written = forms.role.sub("correspondent", forms.joint.sub(_join, written))
    written = _write_outlet(written)
    return forms.place.sub(" in ", written) if written.startswith("By ") else written


def _write_staff(text: str, forms: _Forms) -> str | None:
    """`Redacción`, `Redazione ANSA`: nobody, or the agency that stands beside."""
    match = forms.staff.match(text)
    if match is None:
        return None
    rest = match["rest"].strip(_SIGNS)
    if not rest:
        return NOBODY
    rest = cut_source(rest)
    return f"By {rest}" if is_source(rest) else None


def _write_credit(text: str, forms: _Forms) -> str | None:
    """`Fuente: EFE`, `Avec AFP et Reuters`, `EFE / Lima`; after "with" stands an agency or outlet, or it is none."""
    if match := forms.credit.match(text):
        name = forms.joint.sub(" and ", match["name"])
        return f"Source: {name}" if ":" in match["label"] or is_source(name) else None
    one, _, other = (part.strip() for part in text.partition("/"))
    if is_agency(other):
        one, other = other, one
    place = is_agency(one) and not is_source(other) and other.isalpha() and other[:1].isupper()
    return f"By {one} in {other}" if place else None


def _write_outlet(written: str) -> str:
    """`Le Monde with AFP` with a "By": a paper's own report out of an agency's."""
    name, _, agency = written.partition(" with ")
    own = is_agency(agency) and len(name.split()) <= 3 and (is_source(name) or starts_with_article(name))
    return f"By {written}" if own and not name.startswith("By ") else written


def starts_with_article(name: str) -> bool:
    """Whether a name is a paper's, by its article: `Le Figaro`; `Le` alone before a word is no first name."""
    return len(name.split()) == 2 and name.split()[0].casefold() in _ARTICLES


def _write_dates(text: str, language: str, forms: _Forms) -> str:
    text = forms.reading_time.sub("", text)
    text = forms.day_lead.sub("", write_iso_days(text, language))
    text = forms.published.sub("Published ", forms.updated.sub("Updated ", text))
    text = _GLUED.sub(" - ", _MINUS.sub(" ", _HOURS.sub("", text)))
    return _BRACKETED.sub(r"| \g<label>", text).strip(" .")


def _write_eastern_dates(text: str) -> str:
    """`更新：2016年3月14日 17時26分`: days and times in figures and signs, which stand for the words."""
    days = write_iso_days(text)
    if days == text:
        return text
    for pattern, words in _EASTERN_SIGNS:
        days = pattern.sub(words, days)
    return days.strip()


def _write_label_alone(text: str, forms: _Forms) -> str | None:
    """`Publié le`, `Von` on a line of their own: what follows them is on the next."""
    if forms.by_alone.fullmatch(text):
        return "By"
    if forms.updated.fullmatch(f"{text} "):
        return "Updated"
    return "Published" if forms.published.fullmatch(f"{text} ") else None


def _join(match: re.Match[str]) -> str:
    """The word between two names in English; `Ortega y Gasset` is one name, and stays so."""
    left = match.string[: match.start()].split()
    right = match.string[match.end() :].split()
    if right and is_agency(right[0].strip(_SIGNS)):
        return " with "
    full = len(left) > 1 and left[-2][:1].isupper() and len(right) > 1 and right[0][:1].isupper()
    return " and " if full and left[-2] not in ("By",) else match[0]


@cache
def _load_forms(language: str) -> _Forms | None:
    """The patterns of a language, those of the languages that a detector takes for it included."""
    languages = find_neighbours(language)
    if language == "en" or not list_words("published", languages):
        return None
    on = _either("date_lead", languages)
    return _Forms(
        by=re.compile(rf"{_START}{_KIND}{_colon(languages, 'by')}{_CAPITAL}", re.IGNORECASE),
        by_from=re.compile(
            rf"(?:{_either('by', languages)})\s(?:{_either('place', languages)})"
            rf"\s(?-i:[A-Z])[\w-]{{2,20}},\s{_CAPITAL}",
            re.IGNORECASE,
        ),
        by_alone=re.compile(rf"{_colon(languages, 'by')}\s?", re.IGNORECASE),
        joint=re.compile(rf"(?<=[\w.])\s(?:{_either('and', languages)})\s(?=\S)", re.IGNORECASE),
        place=re.compile(rf"\s(?:{_either('place', languages)})\s{_PLACE}", re.IGNORECASE),
        role=re.compile(rf"(?<!\w)\w{{0,20}}(?:{_either('role', languages)})(?!\w)", re.IGNORECASE),
        staff=re.compile(rf"\W{{0,3}}(?:{_either('staff', languages)})(?!\w)(?P<rest>.{{0,60}})\Z", re.IGNORECASE),
        credit=re.compile(
            rf"\(?(?P<label>(?:{_either('source', languages)})(?:(?<=:)\s?|\s))(?P<name>[^.:()]{{2,60}}?)\.?\)?\Z",
            re.IGNORECASE,
        ),
        updated=_label("updated", on, languages),
        published=_label("published", on, languages),
        day_lead=re.compile(
            rf"(?<!\w)(?:(?:(?:{on})\s)?(?:{_either('weekday', languages)})\.?,?\s{{1,2}})(?:(?:{on})\s)?(?=\d)"
            rf"|(?:\A|(?<=[|·•,–—-]\s))(?:{on})\s(?=\d)",
            re.IGNORECASE,
        ),
        reading_time=re.compile(
            rf"[\s|·•,–—-]{{0,4}}(?<!\w)(?:{_either('reading_time', languages)})\s?:?"
            r"\s?\d{1,2}\s?(?:min\w{0,6}\.?|['’])?",
            re.IGNORECASE,
        ),
        reporting=re.compile(rf"(?<!\w)(?:{_either('reporting', languages)})\s(?=\S)", re.IGNORECASE),
        editing=re.compile(rf"(?<!\w)(?:{_either('editing', languages)})\s(?=\S)", re.IGNORECASE),
    )


def _either(kind: Kind, languages: tuple[str, ...]) -> str:
    """An alternative of the words of a kind; one that matches nothing where there are none."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s?") for word in list_words(kind, languages)) or r"(?!)"


def _colon(languages: tuple[str, ...], kind: Kind) -> str:
    return rf"(?:{_either(kind, languages)})(?:(?<=:)\s?|\s?:\s?|\s+|\Z)"


def _label(kind: Kind, on: str, languages: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{_either(kind, languages)})\s?:?(?:\s{{1,2}}(?:{on}))?\s?:?\s{{1,2}}(?=\d|\Z)", re.IGNORECASE
    )
