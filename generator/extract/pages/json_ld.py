"""JSON-LD: the scripts of a page come in; the object that describes its article, and the trail of sections, go out.

Objects that point to each other by `@id` are joined. Scripts that are no JSON, as many are not, are mended where the
mistake is a usual one, and else searched for the few keys that matter.
"""

from __future__ import annotations

import html as entities
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias
from urllib.parse import unquote, urlsplit

from lxml import html

Thing: TypeAlias = Mapping[str, Any]

_ARTICLE_TYPES = re.compile(r"(?:\w*Article|\w*Posting|Report|\w*Review|Story)\Z")
# The page itself: many outlets date it as they date its article.
_PAGE_TYPES = frozenset(("WebPage", "ItemPage", "VideoObject", "Episode", "PodcastEpisode", "Recipe", "FAQPage"))
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart")
_TELLING = ("headline", "datePublished", "dateModified", "author", "publisher", "articleSection", "description")
_OPENINGS, _CLOSINGS = ("//", "/*", "<![CDATA[", "<!--", "*/"), ("//", "*/", "]]>", "-->", "/*", ";")
_TRAILING_COMMA = re.compile(r",(?=\s{0,500}[}\]])")
_WRONG_ESCAPE = re.compile(r"\\(?![\"\\/bfnrtu])")
_SALVAGED_TEXT = re.compile(
    r"\"(?P<key>headline|datePublished|dateModified|articleSection)\"\s{0,20}:\s{0,20}\"(?P<value>.{1,500}?)\""
    r"(?=\s{0,200}(?:[}\]]|,\s{0,200}\"@?\w{1,60}\"\s{0,20}:))"
)
_SALVAGED_NAME = re.compile(
    r"\"(?P<key>author|publisher)\"\s{0,20}:\s{0,20}\[?\s{0,200}\{[^{}]{0,500}?\"name\"\s{0,20}:\s{0,20}\"(?P<value>[^\"]{1,200})\""
)
_DEEPEST = 20
_LONGEST_SALVAGED = 200_000
_MOST_OBJECTS = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedData:
    """What a page's JSON-LD says. Mappings are empty when it says nothing."""

    article: Thing = field(default_factory=dict)
    page: Thing = field(default_factory=dict)
    """The page or medium that is no article, and may still be dated and signed."""
    trail: tuple[str, ...] = ()
    """The names of a breadcrumb trail, the site first."""


def read_linked_data(tree: html.HtmlElement, address: str | None = None) -> LinkedData:
    """What the page's scripts say of the article that is published at `address`."""
    things: list[Thing] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            things.extend(_walk(load_json(script.text_content() or ""), 0))
    things = things[:_MOST_OBJECTS]
    if not things:
        return LinkedData()
    known = _by_id(things)
    articles = [thing for thing in things if _is_article(thing)]
    main = _choose(articles, address) or _choose([thing for thing in things if first_text(thing.get("headline"))], None)
    page = next((thing for thing in things if _PAGE_TYPES & set(types_of(thing))), {})
    return LinkedData(article=_join(main, articles, known), page=_join(page, [], known), trail=_read_trail(things))


def types_of(thing: Thing) -> tuple[str, ...]:
    """The types of an object without their vocabulary's address."""
    kinds = thing.get("@type", thing.get("type"))
    listed = kinds if isinstance(kinds, list) else [kinds]
    return tuple(re.split(r"[/#:]", kind)[-1] for kind in listed if isinstance(kind, str))


def first_text(value: Any) -> str | None:
    """The text that a value is, or holds first: lists, `{"@value": …}`, `{"name": …}`."""
    for _ in range(_DEEPEST):
        if isinstance(value, list):
            value = value[0] if value else None
        elif isinstance(value, Mapping):
            value = value.get("@value", value.get("name"))
        else:
            break
    return value if isinstance(value, str) and value.strip() else None


# --- reading the scripts ---------------------------------------------------------------------------------------------


def load_json(text: str) -> Any:
    """The value of a script; a list of what could be made out when it is no JSON."""
    text = _strip_comment(text)
    if not text:
        return None
    for mend in (str, _mend, lambda broken: _mend(entities.unescape(broken))):
        try:
            return json.loads(mend(text), strict=False)
        except ValueError:
            continue
        except RecursionError:
            return None
    return _load_sequence(_mend(text)) or _salvage(text)


def _strip_comment(text: str) -> str:
    """Without the signs of a comment or of CDATA around it."""
    text = text.strip()
    while sign := next((sign for sign in _OPENINGS if text.startswith(sign)), None):
        text = text[len(sign) :].lstrip()
    while sign := next((sign for sign in _CLOSINGS if text.endswith(sign)), None):
        text = text[: -len(sign)].rstrip()
    return text


def _mend(text: str) -> str:
    """Without commas before a bracket's end and escapes that JSON does not know."""
    return _WRONG_ESCAPE.sub("", _TRAILING_COMMA.sub("", text))


def _load_sequence(text: str) -> list[Any]:
    """Several objects one after the other, perhaps with more brackets at the end than were opened."""
    decoder = json.JSONDecoder(strict=False)
    found: list[Any] = []
    at = 0
    while at < len(text) and len(found) < 100:
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        found.append(value)
        while at < len(text) and text[at] in " \t\r\n,;":
            at += 1
    return found


def _salvage(text: str) -> list[Any]:
    """One object with the keys that could be found in a text beyond mending, quotes within a headline mostly."""
    if not re.search(r"Article\"|Posting\"", text):
        return []
    found: dict[str, Any] = {"@type": "Article"}
    text = text[:_LONGEST_SALVAGED]
    for match in _SALVAGED_TEXT.finditer(text):
        found.setdefault(match["key"], match["value"].replace('\\"', '"'))
    for match in _SALVAGED_NAME.finditer(text):
        found.setdefault(match["key"], {"name": match["value"]})
    return [found] if len(found) > 1 else []


# --- finding the article ---------------------------------------------------------------------------------------------


def _walk(data: Any, depth: int) -> Iterator[Thing]:
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for entry in data:
            yield from _walk(entry, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in _INSIDE:
            if isinstance(data.get(key), (list, dict)):
                yield from _walk(data[key], depth + 1)


def _by_id(things: list[Thing]) -> Mapping[str, Thing]:
    known: dict[str, Thing] = {}
    for thing in things:
        if isinstance(name := thing.get("@id"), str) and len(thing) > len(known.get(name, ())):
            known[name] = thing
    return known


def _is_article(thing: Thing) -> bool:
    return any(_ARTICLE_TYPES.match(kind) for kind in types_of(thing))


def _choose(articles: list[Thing], address: str | None) -> Thing:
    """The article that says it is this page's; else the first that says anything."""
    if address is not None and len(articles) > 1:
        own = _path(address)
        for thing in articles:
            if own in {_path(said) for key in ("url", "mainEntityOfPage", "@id") if (said := _address(thing.get(key)))}:
                return thing
    return next((thing for thing in articles if any(key in thing for key in _TELLING)), {})


def _address(value: Any) -> str | None:
    if isinstance(value, Mapping):
        value = value.get("@id", value.get("url"))
    return value if isinstance(value, str) else None


def _path(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    return unquote(parts.path).rstrip("/") or address


def _join(main: Thing, articles: list[Thing], known: Mapping[str, Thing]) -> Thing:
    """An object with its references followed, and with what other objects of the same headline say besides."""
    headline = first_text(main.get("headline"))
    joined: dict[str, Any] = {}
    for thing in (main, *(other for other in articles if headline and first_text(other.get("headline")) == headline)):
        for key, value in thing.items():
            if value not in (None, "", [], {}):
                joined.setdefault(key, _follow(value, known))
    return joined


def _follow(value: Any, known: Mapping[str, Thing]) -> Any:
    """A reference `{"@id": …}` as the object it names."""
    if isinstance(value, list):
        return [_follow(entry, known) for entry in value[:100]]
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return known.get(value["@id"], value)
    return value


def _read_trail(things: list[Thing]) -> tuple[str, ...]:
    for thing in things:
        if "BreadcrumbList" in types_of(thing) and isinstance(entries := thing.get("itemListElement"), list):
            names = (
                first_text(entry.get("name")) or first_text(entry.get("item"))
                for entry in entries[:20]
                if isinstance(entry, Mapping)
            )
            return tuple(entities.unescape(name).strip() for name in names if name)
    return ()
