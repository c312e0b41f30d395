"""What templates read: texts, and addresses relative to the site's root. Everything is settled before a template runs.

A template puts the page's way up in front of an address: `{{ root }}{{ link.address }}`.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.render.feed_link import FeedLink


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    """A link within the site."""

    address: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """A word or two that some report says, with a link to where; `address` is empty where no place is known."""

    address: str
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountView:
    """A link to a topic, name, source or edition, how many reports it has, and a word on it (a role, a country)."""

    address: str
    text: str
    count: int
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeView:
    """A moment for machines and in words."""

    iso: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteView:
    """What all pages share. `sections` are the site's main pages, `written` those a person wrote."""

    name: str
    url: str
    description: str
    language: str
    author: str
    sections: tuple[LinkView, ...]
    written: tuple[LinkView, ...]
    policy: str
    """What pages may load and run, for browsers; empty in a preview that writes a script into them."""
    reading: LinkView
    """Where a reader finds what they saved and followed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The frame around a page: head, breadcrumbs, feeds."""

    site: SiteView
    root: str
    """The way up to the site's root: `../../`."""
    address: str
    canonical: str
    title: str
    """Of the page alone, for its heading."""
    head_title: str
    """With the site's name, for the window."""
    description: str
    section: str | None
    """Address of the main page it belongs to."""
    crumbs: tuple[LinkView, ...]
    feeds: tuple[FeedLink, ...]
    kind: str
    """Open Graph type: `website` or `article`."""
    linked_data: Markup
    """JSON-LD, ready to stand in a script element; may be empty."""
    listed: bool
    """Whether search engines may list it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """An article in a list."""

    id: str
    mark: Markup
    """What readers' marks hang on: attributes."""
    address: str
    title: str
    summary: str
    """Plain, for the page's head."""
    claims: tuple[LinkView, ...]
    """The summary in sentences, each linked to its place in the article."""
    source: LinkView
    """Without an address where it is not stated."""
    published: TimeView | None
    """In full: day and time."""
    time: TimeView | None
    """The time alone, for lists under their day."""
    day: TimeView | None
    """The day alone, short."""
    topic: LinkView | None
    """The main topic of its story, or its own."""
    story: CountView | None
    language: str | None
    """Where it is not the site's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """The articles of one day in a list; `day` is None for those without a date."""

    day: LinkView | None
    rows: tuple[Markup, ...]
    """Each a list's item, rendered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PagerView:
    """The pages of a long list."""

    number: int
    pages: tuple[LinkView, ...]
    previous: LinkView | None
    next: LinkView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """A place in an edition: a story's reports, or one article."""

    story: str | None
    """Id of the story it is a part of."""
    lead: RowView
    when: TimeView | None
    """The time on the page of a day, else the day."""
    topic: LinkView | None
    section: LinkView | None
    """The top term it is listed under."""
    others: tuple[RowView, ...]
    """The story's other reports of the edition's days."""
    since: TimeView | None
    """The story's first day, where it is before the edition's."""
    before: TimeView | None = None
    """The last day before the edition's with a report of the story, where `new` says what is new since."""
    about: str = ""
    """Addresses of the topics and names that its reports are on, where readers may follow them: on the front page."""
    new: tuple[ClaimView, ...] = ()
    """Sentences of its reports that tell something new, each with who says so where that is not the lead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicItems:
    """An edition's stories under one topic."""

    topic: LinkView | None
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesView:
    """Names under their kind: `People`."""

    heading: LinkView
    kind: str
    names: tuple[CountView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedView:
    """An edition's stories in their order of importance."""

    lead: ItemView | None
    seconds: tuple[ItemView, ...]
    by_topic: tuple[TopicItems, ...]
