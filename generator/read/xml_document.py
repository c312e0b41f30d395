"""An XML file as a tree: names without namespaces, named characters decoded, damage told and not fatal.

Nothing outside the file is looked at and no entity is expanded: the document type declaration is taken out before the
text is parsed, and the names it could define stay as they are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import html5

from lxml import etree

from generator.exceptions import UnreadableError
from generator.read.decoding import decode_declared
from generator.read.source import Source

_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,500}\?>")
_ENCODING = re.compile(rb"""\s{0,100}<\?xml[^>]{0,200}?encoding\s{0,5}=\s{0,5}["']([A-Za-z0-9_.:-]{2,40})["']""")
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{0,31});")
_BARE = re.compile(r"&(?!#\d{1,7};|#[xX][0-9A-Fa-f]{1,6};|[A-Za-z][A-Za-z0-9]{0,31};)")
# A character reference to what XML cannot hold: a parser stops there, recovering or not.
_BAD_REFERENCE = re.compile(r"&#(?:0{0,6}(?:[0-8]|1[1-2]|1[4-9]|2\d|3[01])|[xX]0{0,5}(?:[0-8bcefBCEF]|1[0-9a-fA-F]));")
_SUBSET_END = re.compile(r"\]\s{0,200}>")
# The name without its namespace, or without the prefix of one that is not declared.
_LOCAL = re.compile(r"(?<![^:}])[^\W\d][\w.-]*\Z")
_PLACE = re.compile(r", line \d+, column \d+.*", re.DOTALL)
# Elements that set letters within a word; any other names a thing, and its words are its own.
_TYPE = frozenset("a abbr acronym b big code em font i q s small span strong sub sup tt u".split())
_BREAKS = frozenset(("br", "p"))
_XML_NAMES = frozenset(("amp", "lt", "gt", "quot", "apos"))
_LOOK_WITHIN = 20_000
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True, kw_only=True)
class XmlDocument:
    """The root element; `fault` says where and how the file is damaged, None when it is well-formed."""

    root: etree._Element
    fault: str | None = None


def parse_xml(source: Source) -> XmlDocument:
    """Parse a file. What stands after a fault is read as far as the parser makes sense of it.

    Raises UnreadableError naming the line when there is no tree at all.
    """
    text = read_xml_text(source)
    fault = None
    try:
        root = _parse(text, recover=False)
    except etree.XMLSyntaxError as error:
        fault = f"line {error.lineno}: {_PLACE.sub('', error.msg or 'not well-formed')}"
        root = _recover(text)
    if root is None:
        raise UnreadableError(f"{source.path}: is not XML that can be read ({fault}); mend that line, or get it anew")
    for element in root.iter(etree.Element):
        name = _LOCAL.search(str(element.tag))
        element.tag = name[0] if name else "_"
    return XmlDocument(root=root, fault=fault)


def read_xml_text(source: Source) -> str:
    """A file's text with all that XML alone defines: no declaration, no document type, characters for their names."""
    text = _decode(source)
    declared = _DECLARATION.match(text)
    text = _without_doctype(text[declared.end() :] if declared else text)
    return _BAD_REFERENCE.sub("", _NAMED.sub(_decode_name, text))


def escape_bare(text: str) -> str:
    """The text with each `&` written out that begins no reference: the commonest damage, and harmless then."""
    return _BARE.sub("&amp;", text)


def _decode(source: Source) -> str:
    """The text in the encoding its declaration names; but in UTF-8 when it is that, whatever it declares.

    Agencies convert files and leave the declaration as it was.
    """
    declared = _ENCODING.match(source.data[:_LOOK_WITHIN])
    if declared is None or _is_utf8(source.data):
        return source.text
    return decode_declared(source.data, declared[1].decode("ascii"))


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _without_doctype(text: str) -> str:
    """The text with as many line ends, but no document type declaration."""
    start = text.find("<!DOCTYPE", 0, _LOOK_WITHIN)
    if start < 0:
        return text
    subset, end = text.find("[", start), text.find(">", start)
    if 0 <= subset < end:
        closed = _SUBSET_END.search(text, subset)
        end = closed.end() - 1 if closed else -1
    if end < 0:
        return text
    return text[:start] + "\n" * text.count("\n", start, end) + text[end + 1 :]


def _decode_name(match: re.Match[str]) -> str:
    """`&eacute;` as its character; a name that nobody knows as the words it is written in."""
    name = match[1]
    if name in _XML_NAMES:
        return match[0]
    character = html5.get(f"{name};")
    return character if character is not None and character not in "<>&" else f"&amp;{name};"


def _recover(text: str) -> etree._Element | None:
    """The tree of a damaged text."""
    mended = escape_bare(text)
    try:
        return _parse(mended, recover=False)
    except etree.XMLSyntaxError:
        pass
    try:
        return _parse(mended, recover=True)
    except etree.XMLSyntaxError:
        return None


def _parse(text: str, recover: bool) -> etree._Element | None:
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=recover,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    return etree.fromstring(text.encode("utf-8"), parser)


def text_of(element: etree._Element) -> str:
    """All text in an element, as it stands."""
    return "".join(str(part) for part in element.itertext())


def words_of(element: etree._Element | None) -> str | None:
    """All text in an element on one line, a space between what its elements name; None for none."""
    if element is None:
        return None
    if not len(element):
        return " ".join((element.text or "").split()) or None
    parts: list[str] = []
    apart = False
    for event, node in etree.iterwalk(element, events=("start", "end")):
        apart = apart or (node is not element and node.tag not in _TYPE)
        text = node.text if event == "start" else node.tail if node is not element else None
        if not text:
            continue
        # `<person>Lund</person>s`: small letters after an element end its last word.
        ends_word = event == "end" and text[0].islower() and node.tag not in _BREAKS
        if apart and parts and not ends_word and _are_glued(parts[-1], text):
            parts.append(" ")
        parts.append(text)
        apart = False
    return " ".join("".join(parts).split()) or None


def _are_glued(left: str, right: str) -> bool:
    """Whether two texts without white space between them are two: not `(` and a word, nor a word and a comma."""
    return (left[-1].isalnum() or left[-1] in ",.;:!?)") and (right[0].isalnum() or right[0] in "(“„")


def value_at(element: etree._Element | None, path: str, attribute: str | None = None) -> str | None:
    """The text, or an attribute, of the first element at a path that has any."""
    return next(values_at(element, path, attribute), None)


def values_at(element: etree._Element | None, path: str, attribute: str | None = None) -> Iterator[str]:
    """The texts, or an attribute, of the elements at a path, in order; those without are left out."""
    for found in element.iterfind(path) if element is not None else ():
        value = words_of(found) if attribute is None else " ".join((found.get(attribute) or "").split())
        if value:
            yield value
