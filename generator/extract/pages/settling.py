"""One value for a field of a page, of all that its data, its head and its visible lines offer.

What is offered comes in, best first; the value goes out, and whether it is unsure: guessed, or said in two ways.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from urllib.parse import urlsplit

from generator.extract.head.source import is_agency, is_same_name, is_source, read_copyright
from generator.extract.head.stamp import Stamp
from generator.extract.pages.author_names import Credited
from generator.extract.pages.dates import Blocks, PageDates, may_be_same, to_local_day
from generator.extract.pages.metadata import PageMetadata
from generator.extract.pages.page import fold, read_address_date
from generator.moments import Moment, day_of, instant

_SITE_NAME = re.compile(r"\s+(?:[|»·•:]|--?|[–—])\s+(?P<name>[^|»·•–—]{2,60})\Z")
_COMPANY = re.compile(r",?\s(?:GmbH(?: & Co\. KG)?|AG|Inc\.?|Ltd\.?|LLC|S\.?A\.?|S\.?p\.?A\.?|B\.?V\.?|A/S|AB|AS)\Z")
_DOMAIN = re.compile(r"(?:www\d?|m|amp|edition|news)\.")


def domain_of(url: str) -> str:
    """The host of an address without `www.` and its like."""
    return _DOMAIN.sub("", (urlsplit(url).hostname or "").lower(), count=1)


def settle_source(
    said: PageMetadata, near: Sequence[Stamp], blocks: Blocks, url: str | None
) -> tuple[str | None, bool]:
    """The outlet's name, and whether a weak rule gave it: the title's end, a copyright line, the address."""
    named = [name for name in said.sites if "." not in name] or said.sites
    if named:
        return _COMPANY.sub("", named[0]), False
    domain = domain_of(url) if url else ""
    stamped = next((stamp.source for stamp in near if stamp.source), None)
    if stamped and (not domain or not is_agency(stamped) or _is_of_domain(stamped, domain)):
        return stamped, False
    if suffix := _SITE_NAME.search(said.titles.page or ""):
        name = suffix["name"].strip()
        if is_source(name) or (domain and _is_of_domain(name, domain)):
            return name, True
    owned = next((owner for _, text in reversed(blocks[-25:]) if "©" in text and (owner := read_copyright(text))), None)
    return owned or domain or None, True


def _is_of_domain(name: str, domain: str) -> bool:
    """Whether an outlet's name is in its address: `The Harbour Post` and `harbourpost.example`."""
    plain = fold(name).removeprefix("the ").replace(" ", "")
    return len(plain) > 1 and (
        plain in domain.replace("-", "") or plain.startswith(domain.split(".")[0].replace("-", ""))
    )


def settle_dates(
    said: PageMetadata, shown: PageDates, near: Sequence[Stamp], url: str | None
) -> tuple[Moment | None, Moment | None, bool]:
    """First publication, last change, and whether the first is unsure: guessed, or said in two ways."""
    visible = shown.published or next((stamp.published for stamp in near if stamp.published), None)
    updated = said.updated or shown.updated or next((stamp.updated for stamp in near if stamp.updated), None)
    addressed = read_address_date(url)
    if (head := said.published) is None:
        guess = updated or addressed
        published, weak = visible or guess, visible is None
    else:
        changed = visible if updated and visible and day_of(visible) == day_of(updated) else None
        others = [moment for moment in (said.meta_published, visible, addressed) if moment and moment is not changed]
        head, against = _vote(head, others)
        published = to_local_day(head, [moment for moment in (visible, addressed) if moment])
        weak = against or day_of(published) != day_of(head)
    if published and updated and not _is_later(updated, published):
        updated = None
    return published, updated, weak


def _vote(head: Moment, others: Sequence[Moment]) -> tuple[Moment, bool]:
    """The head's date, or the one that two others agree on where none agrees with it; and whether any was another."""
    against = [moment for moment in others if not may_be_same(head, moment)]
    outvoted = len(against) == len(others) > 1 and all(may_be_same(against[0], moment) for moment in against[1:])
    if not outvoted:
        return head, bool(against)
    return next((moment for moment in against if isinstance(moment, datetime)), against[0]), True


def _is_later(updated: Moment, published: Moment) -> bool:
    if isinstance(updated, datetime) and isinstance(published, datetime):
        # A clock without a zone beside one with it shows the time of the same place.
        if (updated.tzinfo is None) != (published.tzinfo is None):
            return updated.replace(tzinfo=None) > published.replace(tzinfo=None)
        return instant(updated) > instant(published)
    return updated != published and day_of(updated) >= day_of(published)


def settle_authors(
    said: PageMetadata, bylines: Credited, near: Sequence[Stamp], sites: Sequence[str]
) -> tuple[tuple[str, ...], bool]:
    """The authors, and whether data and byline name different people."""
    data, meta = (_without_sites(names, sites) for names in (said.data_authors.people, said.meta_authors.people))
    stamped = next((stamp.authors for stamp in near if stamp.authors), ())
    seen = bylines.people or stamped
    named = data or (meta if any(" " in name for name in meta) or not seen else ())
    if named and seen:
        ours, theirs = ({fold(name) for name in names} for names in (named, seen))
        adds = ours < theirs and not any(known in name for known in ours for name in theirs - ours)
        return (seen, False) if adds else (named, not ours & theirs)
    return named or bylines.people or said.data_authors.names or seen or meta, False


def _without_sites(names: Sequence[str], sites: Sequence[str]) -> tuple[str, ...]:
    return tuple(name for name in names if not any(is_same_name(name, site) for site in sites))


def settle_agency(
    said: PageMetadata, bylines: Credited, near: Sequence[Stamp], sites: Sequence[str], url: str | None
) -> str | None:
    """Whose copy the article is, where an agency is named that is not the source."""
    offered = (
        said.agency,
        *said.data_authors.names,
        *said.meta_authors.names,
        *bylines.organisations,
        *(stamp.source for stamp in near),
    )
    for name in offered:
        own = name and (
            any(is_same_name(name, site) for site in sites) or (url and _is_of_domain(name, domain_of(url)))
        )
        if name and is_agency(name) and not own:
            return name
    return None
