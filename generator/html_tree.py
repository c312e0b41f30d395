"""HTML as a tree: a page, a newsletter or a fragment comes in, its root element goes out."""

from __future__ import annotations

import re

from lxml import etree, html

_DECLARATION = re.compile(r"\A\s*(?:<\?xml[^>]{0,500}\?>\s*)?(?:<!doctype[^>]{0,500}>)?", re.IGNORECASE)
_PARSER = html.HTMLParser(remove_comments=True, remove_pis=True, collect_ids=False)
# One class for all elements: asking Python for the class of each is a tenth of the time a page takes.
_PARSER.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
# libxml2 goes over an element's attributes from the first for each that it adds: a text that stands in a tag, as one
# does in a broken file, would take it seconds. Tags that people write have some dozens.
_LONG_TAG = re.compile(r"<(?P<name>[a-z][a-z0-9:-]{0,40}+)(?P<rest>[^<>]{4000,})", re.IGNORECASE)
_QUOTED = re.compile(r"=\s{0,20}(?:\"[^\"]*\"|'[^']*')")
_MOST_ATTRIBUTES = 500


def parse_html(text: str) -> html.HtmlElement | None:
    """The root of a text's tree, or None when there is no element in it.

    Elements nested absurdly deep are left out, and so are the attributes of an element with hundreds of them.
    """
    # The lines of the page keep their numbers.
    bare = _LONG_TAG.sub(_cut_attributes, _DECLARATION.sub(_keep_line_ends, text))
    try:
        return html.document_fromstring(bare, parser=_PARSER)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _keep_line_ends(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")


def _cut_attributes(match: re.Match[str]) -> str:
    """A tag as it is, or without its attributes where they are too many; a value may be as long as it likes."""
    names = _QUOTED.sub("= ", match["rest"]).split(None, _MOST_ATTRIBUTES)
    return match[0] if len(names) <= _MOST_ATTRIBUTES else f"<{match['name']} {_keep_line_ends(match)}"
