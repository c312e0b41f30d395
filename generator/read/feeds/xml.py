"""The XML of a feed made ready for feedparser: in UTF-8, with nothing in it that hangs or fells a parser.

A sound file is parsed fast. Of a damaged one the commonest damage is mended; what is then still damaged feedparser
reads with a parser of its own, which is far slower, so that only files of some size are given to it.
"""

from __future__ import annotations

import re
from html import escape
from xml.parsers import expat

from generator.exceptions import UnreadableError
from generator.read.feeds.names import read_names
from generator.read.source import Source
from generator.read.xml_document import escape_bare, read_xml_text

_PREFIX = re.compile(r"</?([A-Za-z][\w.-]{0,30}):[A-Za-z]")
_DECLARED = re.compile(r"\bxmlns:([A-Za-z][\w.-]{0,30})\s{0,5}=")
_ROOT = re.compile(r"<(?P<name>(?:[A-Za-z][\w.-]{0,30}:)?(?:rss|feed|RDF))\b", re.IGNORECASE)
_REFERENCE = re.compile(r"&#([0-9]{1,20}|[xX][0-9A-Fa-f]{1,20});")
# Feedparser takes what is said of a picture for the entry's own title and description: by another name it keeps both.
_PICTURE_TEXT = re.compile(r"<(/?)media:(title|description)\b[^<>]{0,500}>")
# It knows no addresses in domains of more than four letters.
_MAILED_AUTHOR = re.compile(
    r"(<(?:dc:creator|author)>\s{0,50}(?:<!\[CDATA\[)?)([^<>@]{1,200}@[^<>@]{1,200})((?:\]\]>)?\s{0,50}</)"
)
_SPACES = {
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "media": "http://search.yahoo.com/mrss/",
    "atom": "http://www.w3.org/2005/Atom",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
# Feedparser's slow parser takes 50 to 100 microseconds a tag, and more the more of them are never closed.
_MOST_TAGS = 20_000


def make_sound(source: Source) -> tuple[bytes, str | None]:
    """The feed in UTF-8, and what is wrong with its XML if anything is left that is.

    Raises UnreadableError for a damaged file with too many elements.
    """
    text = _REFERENCE.sub(_drop_no_character, _cut_to_root(read_xml_text(source)))
    text = _MAILED_AUTHOR.sub(_drop_mail, _PICTURE_TEXT.sub(r"<\1media:x\2>", text))
    data = text.encode("utf-8")
    if (fault := _find_fault(data)) is None:
        return data, None
    mended = _declare_prefixes(escape_bare(text)).encode("utf-8")
    if (fault := _find_fault(mended)) is None:
        return mended, None
    if text.count("<") > _MOST_TAGS:
        raise UnreadableError(f"{source.path}: is a feed whose XML is damaged ({fault}); download it again")
    return data, fault


def _cut_to_root(text: str) -> str:
    """The root element, without what servers print above it and hosts append; its lines keep their numbers."""
    root = _ROOT.search(text)
    if root is None:
        return text
    end = text.rfind(f"</{root['name']}>")
    whole = text[root.start() : end + len(root["name"]) + 3 if end > root.start() else len(text)]
    return "\n" * text.count("\n", 0, root.start()) + whole


def _drop_mail(match: re.Match[str]) -> str:
    return match[1] + escape(" and ".join(read_names((match[2],)))) + match[3]


def _drop_no_character(match: re.Match[str]) -> str:
    """A reference to what is no character says nothing; feedparser would not survive it."""
    digits = match[1]
    number = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
    return "" if 0xD800 <= number <= 0xDFFF or number > 0x10FFFF else match[0]


def _find_fault(data: bytes) -> str | None:
    parser = expat.ParserCreate("utf-8", namespace_separator=" ")
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        return f"line {error.lineno}: {expat.ErrorString(error.code)}"
    return None


def _declare_prefixes(text: str) -> str:
    """The text with a namespace for each prefix that has none: the one that is meant by it everywhere."""
    missing = sorted(set(_PREFIX.findall(text)) - set(_DECLARED.findall(text)))
    root = _ROOT.search(text)
    if not missing or root is None:
        return text
    declared = "".join(f' xmlns:{prefix}="{_SPACES.get(prefix, f"urn:undeclared:{prefix}")}"' for prefix in missing)
    return text[: root.end()] + declared + text[root.end() :]
