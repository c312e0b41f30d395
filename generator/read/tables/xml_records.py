"""XML of a house's own: elements named for what they hold, in one record or in several of a name.

    <Story><headline>…</headline><byLine>…</byLine><content>&lt;p&gt;…&lt;/p&gt;</content></Story>

An element with a text of an article is a record, and its children are its columns, known by their names as those of a
table are. XML without such an element is explained, not published as the text it would show.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from generator.exceptions import UnreadableError
from generator.read.source import Reader, Readings, Source, find_root
from generator.read.tables.columns import find_columns
from generator.read.tables.rows import Row, read_rows
from generator.read.wire.header import warn_damaged
from generator.read.wire.inline_xml import read_body
from generator.read.xml_document import parse_xml, text_of

_PAGES = frozenset("html body head div p article section main span table ul".split())
_MARKUP = frozenset("p div h1 h2 h3 ul ol li br table blockquote".split())
_DEEPEST = 4
_MOST_NAMED = 12


def read_xml_records(source: Source) -> Readings:
    """The records of a file in order.

    Raises UnreadableError when the file is no XML, or no element of it is known to hold an article's text.
    """
    document = parse_xml(source)
    records = _find_records(document.root, source)
    if not records:
        names = ", ".join(list(dict.fromkeys(str(child.tag) for child in document.root))[:_MOST_NAMED]) or "none"
        raise UnreadableError(
            f"{source.path}: is XML of a kind that is not known (root element {document.root.tag}, in it {names}); "
            "name the element that holds an article's text in mkdocs.yml, like `convert: columns: {body: article_text}`"
        )
    rows = [
        Row(where=f"record {number}", values=dict(_read_columns(record)))
        for number, record in enumerate(records, start=1)
    ]
    readings = read_rows(source, "records", rows)
    return readings if document.fault is None else (*readings, warn_damaged(source, document.fault))


def _find_records(root: etree._Element, source: Source) -> list[etree._Element]:
    """The uppermost elements that have an element for a text among their children."""
    level = [root]
    for _ in range(_DEEPEST):
        if found := [element for element in level if _is_record(element, source)]:
            return found
        level = [child for element in level for child in element if len(child)]
    return []


def _is_record(element: etree._Element, source: Source) -> bool:
    """Whether a child is named for a text and has one; a child `story` that is a record itself is none."""
    names = set(find_columns([str(child.tag) for child in element], "body", source.columns))
    texts = [child for child in element if child.tag in names and text_of(child).strip()]
    return bool(texts) and not any(len(child) and _is_record(child, source) for child in texts)


def _read_columns(record: etree._Element) -> Iterator[tuple[str, str]]:
    """Attributes and children by name; a child with markup as HTML, and the first of several with a name."""
    seen: set[str] = set()
    for name, value in record.attrib.items():
        seen.add(str(name).rpartition("}")[2])
        yield str(name).rpartition("}")[2], str(value)
    for child in record:
        name = str(child.tag)
        if name not in seen and (text := _read_value(child)):
            seen.add(name)
            yield name, text


def _read_value(element: etree._Element) -> str:
    if any(str(child.tag).lower() in _MARKUP for child in element.iterdescendants()):
        return read_body(element).html
    if len(element) and all(not (child.tail or "").strip() for child in element):
        return "\n\n".join(text for child in element if (text := " ".join(text_of(child).split())))
    return text_of(element).strip()


def is_xml_records(source: Source) -> bool:
    """Whether a file is XML by its declaration, and no page. Forms with a root of their own have been told before."""
    root = find_root(source.text)
    return root is not None and source.text.lstrip().startswith("<?xml") and root.name.lower() not in _PAGES


XML_RECORDS = Reader("records", is_xml_records, read_xml_records)
