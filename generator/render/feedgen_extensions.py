"""feedgen 1.0.0 mended through its own extension points. Each class names the fault it is for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


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
