"""What is known of an article, and what was understood in it, as labelled values for people.

An enriched article comes in; labels with styled texts go out, only those that say something.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from rich.text import Text

from generator.model import Article, EnrichedArticle, Entity, EntityKind, Quote, Span, Topic
from generator.moments import Moment, format_moment
from generator.show.styles import COLOURS, DATE, LOOK, QUIET, QUOTE, Styles
from generator.vocabulary.countries import country_name

_GROUPS: Mapping[str, EntityKind] = {"people": "person", "places": "place", "organisations": "organisation"}
_LONGEST_QUOTE = 160
_MOST_EVIDENCE = 6

Labelled: TypeAlias = tuple[str, Text]


def style_text(enriched: EnrichedArticle) -> Styles:
    """The names, dates and quotations of the text in the colours that the labels below it have."""
    return Styles(
        (
            *((quote.span, QUOTE) for quote in enriched.quotes),
            *((found.span, DATE) for found in enriched.dates),
            *((mention.span, COLOURS[mention.kind]) for mention in enriched.mentions),
        )
    )


def list_facts(article: Article) -> Iterator[Labelled]:
    """What the article says of itself."""
    line = article.dateline
    facts = {
        "by": ", ".join(article.authors),
        "credited": ", ".join(f"{each.name} ({each.role})" for each in article.contributors),
        "source": article.source,
        "agency": article.agency,
        "dateline": ", ".join(str(part) for part in (line.place, line.date) if part) if line else "",
        "published": _show_moment(article.published),
        "updated": _show_moment(article.updated),
        "embargo": _show_moment(article.embargo),
        "labels": ", ".join(article.labels),
        "section": article.section,
        "language": article.language,
        "address": article.url,
        "photos": ", ".join(article.photo_credits),
        "captions": "\n".join(article.captions),
    }
    yield from ((name, Text(value)) for name, value in facts.items() if value)
    if article.review:
        yield "please check", Text(", ".join(article.review), style=LOOK)


def list_understood(enriched: EnrichedArticle) -> Iterator[Labelled]:
    """What was found in the text: a topic, a date, a quotation on each line, names run on."""
    article = enriched.article
    values: dict[str, Text] = {"summary": Text(enriched.summary.text)}
    values["topics"] = _join_lines(_show_topics(enriched.topics, article))
    values["unsure of"] = _join_lines(_show_topics(enriched.guesses, article))
    for name, kind in _GROUPS.items():
        values[name] = Text(", ").join(_show_entity(each) for each in enriched.entities if each.kind == kind)
    values["speaks of"] = Text(", ").join(_show_demonyms(enriched))
    found = Counter((each.value, _at(article, each.span)) for each in enriched.dates)
    width = max((len(value) for value, _ in found), default=0)
    values["dates"] = _join_lines(
        Text.assemble((f"{value:<{width}}", DATE), f"  {shown}", (_times(times), QUIET))
        for (value, shown), times in found.items()
    )
    values["quotes"] = _join_lines(_show_quote(quote, article) for quote in enriched.quotes)
    return ((name, value) for name, value in values.items() if value)


def _show_moment(moment: Moment | None) -> str:
    return format_moment(moment).replace("T", " ") if moment is not None else ""


def _at(article: Article, span: Span) -> str:
    return " ".join(article.text[span.start : span.end].split())


def _join_lines(lines: Iterable[Text]) -> Text:
    return Text("\n").join(lines)


def _times(number: int) -> str:
    return f" ×{number}" if number > 1 else ""


def _show_topics(topics: Sequence[Topic], article: Article) -> Iterator[Text]:
    """The topics, how sure each is, and the words of the text that tell it."""
    width = max((len(topic.label) for topic in topics), default=0)
    for topic in topics:
        words = Counter(_at(article, span) for span in topic.evidence)
        shown = [f"{word}{_times(number)}" for word, number in words.most_common(_MOST_EVIDENCE)]
        shown += ["…"] if len(words) > _MOST_EVIDENCE else []
        how = "given" if topic.origin == "given" else f"{topic.score:.2f}"
        how += ", learned" if topic.origin == "learned" else ""
        yield Text.assemble(f"{topic.label:<{width}}", (f"  {'  '.join((how, ', '.join(shown)))}".rstrip(), QUIET))


def _show_entity(entity: Entity) -> Text:
    """A name, and in brackets the roles it is given and the other names it goes by."""
    others = [each.text for each in entity.names if each.text != entity.name]
    said = "; ".join((*entity.roles, *((f"also {', '.join(others)}",) if others else ())))
    return Text.assemble((entity.name, COLOURS[entity.kind]), (f" ({said})" if said else "", QUIET))


def _show_demonyms(enriched: EnrichedArticle) -> Iterator[Text]:
    """Countries that words speak of without naming them, and the words."""
    words: dict[str, Counter[str]] = {}
    for demonym in enriched.demonyms:
        words.setdefault(demonym.country, Counter())[_at(enriched.article, demonym.span)] += 1
    for code, found in words.items():
        said = ", ".join(f"{word}{_times(number)}" for word, number in found.items())
        yield Text.assemble(country_name(code), (f" ({said})", QUIET))


def _show_quote(quote: Quote, article: Article) -> Text:
    words = _at(article, quote.span)
    if len(words) > _LONGEST_QUOTE:
        words = words[:_LONGEST_QUOTE].rpartition(" ")[0] + " …"
    who = Text(quote.speaker) if quote.speaker else Text("not named", style=QUIET)
    return Text.assemble(who, (f" {quote.cue}" if quote.cue else "", QUIET), ": ", (words, QUOTE))
