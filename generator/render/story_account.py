"""What the reports of a story say side by side, as a page shows it. In: an Account and the context. Out: views.

Every sentence is a report's own and links to its place there; who says so, and when, stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model import (
    HEADLINE,
    Account,
    Cell,
    Claim,
    Difference,
    DifferenceKind,
    Happening,
    Sole,
    Statement,
    Voice,
    Wording,
)
from generator.moments import day_of, format_moment
from generator.render.article_time import moment_of
from generator.render.body import plain_sentence, sentence_anchor
from generator.render.context import Context
from generator.render.link_views import href
from generator.render.paths import entity_address
from generator.render.quotation import say_quotation
from generator.render.views import LinkView, RowView, TimeView
from generator.render.wording import say_count, say_date, say_day_month, say_time

_LONGEST_CELL, _LEAD_IN = 260, 110
"""Characters of a sentence in the table, and of those in front of what it is quoted for."""
_LONGEST_SENTENCE, _LONGEST_QUOTE = 420, 420
_KINDS: dict[DifferenceKind, str] = {
    "number": "figure", "date": "time", "place": "place", "name": "name", "manner": "how",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of a sentence; `stressed` where it is what the sentence is quoted for."""

    text: str
    stressed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """Who says so, when, and the address of the sentence."""

    name: str
    address: str
    time: TimeView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A report's own words with their place; `tellers` are all who have them, the earliest first."""

    parts: tuple[Part, ...]
    address: str
    language: str | None
    tellers: tuple[Teller, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One of the things said where reports differ: `value` as it is said, in the sentence `cited`."""

    value: str
    cited: Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceView:
    """A row group of the table."""

    subject: str
    kind: str
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AloneView:
    """A source, and what it alone reports."""

    source: LinkView
    sentences: tuple[Cited, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayEntry:
    """A day of the timeline."""

    day: TimeView
    edition: LinkView | None
    is_background: bool
    is_planned: bool
    sentences: tuple[Cited, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerView:
    """Who is quoted; each statement in the wordings that reports give it."""

    name: str
    address: str
    """Of their page; empty without one."""
    statements: tuple[tuple[Cited, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountView:
    """The parts of a story's page; what is empty is left out."""

    summary: tuple[Cited, ...] = ()
    differences: tuple[DifferenceView, ...] = ()
    alone: tuple[AloneView, ...] = ()
    timeline: tuple[DayEntry, ...] = ()
    speakers: tuple[SpeakerView, ...] = ()
    unread: str = ""
    """`and 22 more reports`, whose texts were not compared; empty where all were."""


def view_account(account: Account, context: Context) -> AccountView:
    """All parts of an account."""
    return _Viewer(context).view(account)


class _Viewer:
    """Looks claims up."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def view(self, account: Account) -> AccountView:
        """The parts, without what the digest no longer holds."""
        return AccountView(
            summary=tuple(self._cite((claim,)) for claim in self._known(account.summary)),
            differences=tuple(
                view for each in account.differences if len((view := self._difference(each)).positions) > 1
            ),
            alone=tuple(self._alone(account.soles)),
            timeline=tuple(day for each in account.timeline if (day := self._day(each)) is not None),
            speakers=tuple(who for each in account.voices if (who := self._speaker(each)).statements),
            unread=f"and {say_count(account.unread, 'more report')}" if account.unread else "",
        )

    def _known(self, claims: Iterable[Claim]) -> tuple[Claim, ...]:
        articles = self._context.articles
        return tuple(
            c for c in claims if c.article in articles and c.sentence < len(articles[c.article].article.sentences)
        )

    def _cite(self, claims: Sequence[Claim], stressed: Sequence[str] = (), longest: int = _LONGEST_SENTENCE) -> Cited:
        """A sentence of the first claim; the words to be stressed as they stand in it."""
        article = self._context.articles[claims[0].article].article
        place = claims[0].sentence
        is_headline = place == HEADLINE
        text = article.title if is_headline else plain_sentence(article.text, article.sentences[place])
        return self._cite_words(_cut(text, stressed, longest), claims)

    def _cite_words(self, parts: Iterable[Part], claims: Sequence[Claim]) -> Cited:
        row = self._context.rows[claims[0].article]
        return Cited(
            parts=tuple(parts),
            address=_place(row, claims[0]),
            language=row.language,
            tellers=tuple(self._teller(claim) for claim in claims),
        )

    def _teller(self, claim: Claim) -> Teller:
        row = self._context.rows[claim.article]
        return Teller(name=row.source.text, address=_place(row, claim), time=self._time(claim.article))

    def _time(self, article: str) -> TimeView | None:
        """Day and hour, so that a figure that was updated is seen to be; the day alone where no more is known."""
        moment = moment_of(self._context.articles[article].article)
        if moment is None:
            return None
        hour = say_time(moment)
        day = say_day_month(day_of(moment))
        return TimeView(iso=format_moment(moment), text=f"{day}, {hour}" if hour else day)

    def _difference(self, difference: Difference) -> DifferenceView:
        return DifferenceView(
            subject=difference.subject,
            kind=_KINDS[difference.kind],
            positions=tuple(self._position(cell) for cell in difference.cells if self._known(cell.claims)),
        )

    def _position(self, cell: Cell) -> Position:
        return Position(value=cell.text, cited=self._cite(self._known(cell.claims), (cell.text,), _LONGEST_CELL))

    def _alone(self, soles: Sequence[Sole]) -> Iterator[AloneView]:
        by_source: dict[str, tuple[LinkView, list[Cited]]] = {}
        for sole in soles:
            for claim in self._known((sole.claim,)):
                row = self._context.rows[claim.article]
                key = row.source.address or claim.article
                by_source.setdefault(key, (row.source, []))[1].append(self._cite((claim,), sole.what))
        for source, sentences in by_source.values():
            yield AloneView(source=source, sentences=tuple(sentences))

    def _day(self, happening: Happening) -> DayEntry | None:
        claims = self._known(happening.claims)
        day = date.fromisoformat(happening.value)
        if not claims:
            return None
        return DayEntry(
            day=TimeView(iso=day.isoformat(), text=say_date(day)),
            edition=self._context.day_link(day),
            is_background=happening.is_background,
            is_planned=happening.is_planned,
            sentences=tuple(self._cite((claim,)) for claim in claims),
        )

    def _speaker(self, voice: Voice) -> SpeakerView:
        entity = self._context.entities.get(voice.entity or "")
        statements = (self._statement(statement) for statement in voice.statements)
        return SpeakerView(
            name=entity.name if entity else voice.name,
            address=href(entity_address(entity)) if entity else "",
            statements=tuple(statement for statement in statements if statement),
        )

    def _statement(self, statement: Statement) -> tuple[Cited, ...]:
        return tuple(self._wording(wording) for wording in statement.wordings if self._known(wording.claims))

    def _wording(self, wording: Wording) -> Cited:
        part = Part(text=say_quotation(wording.text, _LONGEST_QUOTE), stressed=False)
        return self._cite_words((part,), self._known(wording.claims))


def _place(row: RowView, claim: Claim) -> str:
    """The sentence on its article's page; of a headline the page."""
    return row.address if claim.sentence == HEADLINE else f"{row.address}#{sentence_anchor(claim.sentence)}"


def _cut(text: str, stressed: Sequence[str], longest: int) -> Iterator[Part]:
    """A sentence in parts. Of a long one, the words around the first that is stressed, or its beginning."""
    wanted = {" ".join(said.split()) for said in stressed} - {""}
    spots = sorted((at, at + len(words)) for words in wanted if (at := text.find(words)) >= 0)
    start, end = _window(text, spots[0][0] if spots else 0, longest)
    at, lead = start, "… " if start else ""
    for first, last in spots:
        if first < at or last > end:
            continue
        if first > at or lead:
            yield Part(text=lead + text[at:first], stressed=False)
        lead = ""
        yield Part(text=text[first:last], stressed=True)
        at = last
    rest = lead + text[at:end] + (" …" if end < len(text) else "")
    if rest:
        yield Part(text=rest, stressed=False)


def _window(text: str, spot: int, longest: int) -> tuple[int, int]:
    """Where to begin and to end, between words."""
    if len(text) <= longest:
        return 0, len(text)
    start = 0 if spot < _LEAD_IN * 2 else text.rfind(" ", 0, max(1, spot - _LEAD_IN)) + 1
    end = len(text) if len(text) - start <= longest else text.rfind(" ", start, start + longest)
    return start, end if end > spot else len(text)
