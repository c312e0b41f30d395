"""Pages of people, places and organisations, and their indexes. In: the context. Out: pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Entity, EntityKind, Page
from generator.render.context import Context
from generator.render.copies import leave_out_copies, say_reports
from generator.render.frame import SECTIONS, make_frame
from generator.render.link_views import count_entity
from generator.render.listing import cut_list, group_days, numbered_title
from generator.render.name_company import named_together
from generator.render.name_evidence import Demonyms, NameEvidence, gather_evidence
from generator.render.name_lookups import NameLookups
from generator.render.name_quotes import SpokenList, quotes_about, quotes_by
from generator.render.name_timeline import TimelineEntry, view_timeline
from generator.render.page import render_page
from generator.render.paths import KINDS, entity_address
from generator.render.ranking import topics_in
from generator.render.templates import Templates
from generator.render.topic_page import subject_stories
from generator.render.views import CountView, DayView, LinkView, NamesView, PagerView
from generator.render.volume_chart import ChartView, Volumes
from generator.render.wording import say_count
from generator.slugs import slugify
from generator.vocabulary.countries import country_name

_MOST_STORIES = 8
_MOST_TOPICS = 6
_LEAST_CHART = 8
"""With fewer reports the list below says all that a chart would."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """What the first page of a name says before and beside the list of its reports."""

    chart: ChartView | None
    timeline: tuple[TimelineEntry, ...]
    quotes: SpokenList
    about: SpokenList
    stories: tuple[CountView, ...]
    topics: tuple[CountView, ...]
    together: tuple[NamesView, ...]
    """Who and what is named in the same articles; the note is how many of the other's there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameView:
    """What `name.html` reads."""

    address: str
    title: str
    kind: str
    count: str
    country: str
    """Of a place."""
    coordinates: str
    wikidata: str | None
    evidence: NameEvidence
    portrait: Portrait | None
    """None from the second page of the list on."""
    days: tuple[DayView, ...]
    pager: PagerView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexView:
    """What `index.html` reads: a list of names or sources."""

    title: str
    kind: str
    lead: str
    entries: tuple[CountView, ...]
    pager: PagerView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Looked:
    """What is looked up once for all names."""

    demonyms: Demonyms
    names: NameLookups
    volumes: Volumes


def name_pages(context: Context, templates: Templates) -> Iterator[Page]:
    """An index for each kind, and the pages of each name."""
    by_kind: dict[EntityKind, list[Entity]] = {kind: [] for kind in KINDS}
    for entity in context.entities.values():
        by_kind[entity.kind].append(entity)
    headings = {section.address: section for section in SECTIONS}
    looked = _Looked(demonyms=Demonyms(context.digest.shown), names=NameLookups(context), volumes=Volumes(context))
    for kind, entities in by_kind.items():
        index = headings[KINDS[kind]]
        yield from _index_pages(index, kind, entities, context, templates)
        for entity in entities:
            yield from _pages(entity, index, looked, context, templates)


def _index_pages(
    index: LinkView, kind: str, entities: list[Entity], context: Context, templates: Templates
) -> Iterator[Page]:
    ranked = sorted(entities, key=lambda e: (-len(e.articles), e.name.casefold(), e.id))
    for part in cut_list(ranked, index.address, context.render.page_articles):
        frame = make_frame(
            context.site,
            part.address,
            numbered_title(index.text, part.pager),
            section=index.address,
            crumbs=() if part.is_first else (index,),
            feeds=context.page_feeds(index.address),
        )
        view = IndexView(
            title=index.text,
            kind=kind,
            lead="Named in the reports, the most named first.",
            entries=tuple(count_entity(e) for e in part.members),
            pager=part.pager,
        )
        yield render_page(templates, "names.html", frame, view)


def _pages(entity: Entity, index: LinkView, looked: _Looked, context: Context, templates: Templates) -> Iterator[Page]:
    address = entity_address(entity)
    count = say_count(len(entity.articles), "report")
    evidence = gather_evidence(entity, looked.demonyms, looked.names, context)
    own = LinkView(address=address, text=entity.name)
    listed = leave_out_copies(entity.articles, context.shown_of)
    for part in cut_list(listed, address, context.render.page_articles):
        frame = make_frame(
            context.site,
            part.address,
            numbered_title(entity.name, part.pager),
            description=f"{entity.name} in the news: {count}.",
            section=index.address,
            crumbs=(index,) if part.is_first else (index, own),
            feeds=context.page_feeds(address),
        )
        view = NameView(
            address=address,
            title=entity.name,
            kind=entity.kind,
            count=say_reports(entity.articles, context.shown_of),
            country=_say_country(entity),
            coordinates=say_coordinates(entity.latitude, entity.longitude),
            wikidata=entity.wikidata,
            evidence=evidence,
            portrait=_portray(entity, looked, context) if part.is_first else None,
            days=group_days(part, context),
            pager=part.pager,
        )
        yield render_page(templates, "name.html", frame, view)


def _portray(entity: Entity, looked: _Looked, context: Context) -> Portrait:
    articles = entity.articles
    return Portrait(
        chart=looked.volumes.chart(articles) if len(articles) >= _LEAST_CHART else None,
        timeline=view_timeline(entity, looked.names, looked.volumes, context),
        quotes=quotes_by(entity, looked.names, context),
        about=quotes_about(entity, looked.names, context),
        stories=subject_stories(articles, context, _MOST_STORIES),
        topics=topics_in(articles, context)[:_MOST_TOPICS],
        together=named_together(entity, context),
    )


def say_coordinates(latitude: float | None, longitude: float | None) -> str:
    """`55.75° N, 37.62° E`; empty where they are not known."""
    if latitude is None or longitude is None:
        return ""
    north, east = "N" if latitude >= 0 else "S", "E" if longitude >= 0 else "W"
    return f"{abs(latitude):.2f}° {north}, {abs(longitude):.2f}° {east}"


def _say_country(entity: Entity) -> str:
    """The country of a place that is not all of it."""
    name = country_name(entity.country) if entity.kind == "place" and entity.country else ""
    return "" if entity.id == f"place/{slugify(name)}" else name
