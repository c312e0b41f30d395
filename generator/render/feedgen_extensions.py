"""feedgen 1.0.0 mended through its own extension points. Each class names the fault it is for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


_ATOM = "http://www.w3.org/2005/Atom"
_HISTORY = "http://purl.org/syndication/history/1.0"


class ChannelExtension:
    """Gives a feed links that RSS cannot have of feedgen, which writes `self` alone there, and RFC 5005's mark.

    feedgen 1.0.0 has no word for an archived document; Atom takes any relation, RSS none but the first `self`.
    """

    def __init__(self) -> None:
        self.links: Sequence[tuple[str, str]] = ()
        self.is_archived = False

    def extend_ns(self) -> dict[str, str]:
        """RFC 5005's namespace, where it is used."""
        return {"fh": _HISTORY} if self.is_archived else {}

    def extend_atom(self, feed: etree._Element) -> etree._Element:
        """Called by feedgen with the `feed` element, before its entries."""
        # feedgen gives no namespace to its own Atom elements but the document's default one.
        self._extend(feed, "link")
        return feed

    def extend_rss(self, rss: etree._Element) -> etree._Element:
        """The same with the `rss` element."""
        self._extend(rss[0], f"{{{_ATOM}}}link")
        return rss

    def _extend(self, parent: etree._Element, link: str) -> None:
        for relation, address in self.links:
            etree.SubElement(parent, link, rel=relation, href=address)
        if self.is_archived:
            etree.SubElement(parent, f"{{{_HISTORY}}}archive")


class AtomEntryExtension:
    """Gives an Atom entry's links their `rel` and `type` back, and the entry its language.

    `FeedEntry.atom_entry` reads both from the new, empty element where it means the link it was given
    (feedgen/entry.py, 1.0.0); it has no field for a language.
    """

    def __init__(self) -> None:
        self.links: Sequence[Mapping[str, str]] = ()
        self.language: str | None = None

    def extend_ns(self) -> dict[str, str]:
        """No namespace of its own."""
        return {}

    def extend_atom(self, entry: etree._Element) -> etree._Element:
        """Called by feedgen with the finished `entry` element, whose links are in the order given."""
        for element, link in zip(entry.findall("link"), self.links, strict=True):
            for name in sorted(link.keys() - {"href"}):
                element.set(name, link[name])
        if self.language:
            entry.set(XML_LANG, self.language)
        return entry

    def extend_rss(self, item: etree._Element) -> etree._Element:
        """RSS has no such links."""
        return item
