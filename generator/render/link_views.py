"""Parts of a digest as links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from generator.model import Edition, Entity, Source, Subject
from generator.render.paths import edition_address, entity_address, source_address, subject_address
from generator.render.views import CountView, LinkView
from generator.render.wording import NO_SOURCE, say_day, say_month, say_week
from generator.slugs import slugify


def href(address: str) -> str:
    """The address of an article or story as it stands in a link: unlike a slug, a file's name may hold `#` or `?`."""
    return quote(address)


def view_subject(subject: Subject) -> LinkView:
    """A topic."""
    return LinkView(address=subject_address(subject), text=capital(subject.label))


def count_subject(subject: Subject, count: int | None = None) -> CountView:
    """A topic with the number of its reports, or of some of them."""
    reports = len(subject.articles) if count is None else count
    return CountView(address=subject_address(subject), text=capital(subject.label), count=reports)


def leave_out_filed(entities: Iterable[Entity], topics: Iterable[LinkView | CountView]) -> Iterator[Entity]:
    """Entities but those that are called as a topic beside them: what is filed under a place is shown under it once."""
    filed = {slugify(topic.text) for topic in topics}
    return (entity for entity in entities if slugify(entity.name) not in filed)


def view_source(source: Source | None) -> LinkView:
    """A source; one that an article does not name has no page."""
    if source is None:
        return LinkView(address="", text=NO_SOURCE)
    return LinkView(address=source_address(source), text=source.name)


def count_source(source: Source) -> CountView:
    """A source with the number of its reports."""
    return CountView(address=source_address(source), text=source.name, count=len(source.articles))


def view_entity(entity: Entity) -> LinkView:
    """A name."""
    return LinkView(address=entity_address(entity), text=entity.name)


def count_entity(entity: Entity, count: int | None = None) -> CountView:
    """A name with the number of its reports, or of some of them, and its first role."""
    return CountView(
        address=entity_address(entity),
        text=entity.name,
        count=len(entity.articles) if count is None else count,
        note=entity.roles[0] if entity.roles else "",
    )


def view_edition(edition: Edition) -> LinkView:
    """An edition."""
    return LinkView(address=edition_address(edition), text=edition_name(edition))


def count_edition(edition: Edition, text: str | None = None) -> CountView:
    """An edition with the number of its reports."""
    return CountView(
        address=edition_address(edition),
        text=edition_name(edition) if text is None else text,
        count=sum(len(item.articles) for item in (*edition.items, *(left.item for left in edition.left_out))),
    )


def edition_name(edition: Edition) -> str:
    """`Thursday, 10 December 2015`, `Week 50, 7–13 December 2015`, `December 2015`, `2015`."""
    if edition.grain == "day":
        return say_day(edition.first)
    if edition.grain == "week":
        return say_week(edition.first)
    return say_month(edition.first) if edition.grain == "month" else str(edition.first.year)


def capital(label: str) -> str:
    """A topic's label as a heading: `Armed conflict`."""
    return label[:1].upper() + label[1:]
