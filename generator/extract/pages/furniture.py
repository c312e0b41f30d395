"""Which elements of a page are furniture by what they are called. The names are data, in furniture.yml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

import yaml
from lxml import html

_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_SIGNS = re.compile(r"[^a-z0-9\s]+")
_LONGEST_NAME = 300


@dataclass(frozen=True, slots=True)
class Furniture:
    """A kind of furniture. `strong`: furniture even where most of the page's prose stands in it."""

    id: str
    strong: bool = False


_TAGS = {
    **dict.fromkeys(("nav", "menu", "footer"), Furniture("navigation", strong=True)),
    "dialog": Furniture("dialog", strong=True),
    "aside": Furniture("box"),
    "figcaption": Furniture("media"),
    **dict.fromkeys(("form", "button", "label", "fieldset"), Furniture("form")),
}
_ROLES = {
    "navigation": "navigation", "complementary": "box", "contentinfo": "navigation", "banner": "navigation",
    "dialog": "dialog", "alertdialog": "dialog", "search": "navigation", "menu": "navigation", "menubar": "navigation",
    "toolbar": "share", "tooltip": "dialog", "form": "form", "button": "form", "alert": "form",
}  # fmt: skip
_NAMED_BY = ("class", "id", "data-component", "data-testid", "data-type")
# Microdata that is said in the head, too, and shown by another element if at all.
_SAID = frozenset(
    (
        "author headline keywords mainEntityOfPage datePublished dateCreated dateModified image publisher logo url"
        " articleSection wordCount commentCount interactionStatistic copyrightHolder copyrightYear alternativeHeadline"
    ).split()
)
# Blogs give an article the names of its categories and tags: "post type-post format-gallery tag-cookies".
_POST = re.compile(r"\b(?:hentry|type-post|status-publish)\b")
_TEXTS = frozenset("p h1 h2 h3 h4 h5 h6 blockquote".split())
_BOXES = frozenset(("box", "form", "navigation"))
_NOT_DISPLAYED = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Names:
    pattern: re.Pattern[str]
    kinds: dict[str, Furniture]


@cache
def _load_names() -> _Names:
    text = resources.files("generator.extract.pages").joinpath("furniture.yml").read_text(encoding="utf-8")
    entries = yaml.load(text, Loader=yaml.CSafeLoader)
    parts = "|".join(f"(?P<{entry['id'].replace('-', '_')}>{entry['pattern']})" for entry in entries)
    kinds = {entry["id"].replace("-", "_"): Furniture(entry["id"], entry.get("strong", False)) for entry in entries}
    return _Names(re.compile(rf"(?:^|[\s-])(?<!no-)(?<!has-)(?<!with-)(?<!without-)(?:{parts})(?=[\s-]|$)"), kinds)


@lru_cache(maxsize=20_000)
def find_name(name: str) -> Furniture | None:
    """The kind of furniture that a class, an id or the like names."""
    names = _load_names()
    words = _SIGNS.sub("-", _CAPITAL.sub("-", name[:_LONGEST_NAME]).lower())
    match = names.pattern.search(words)
    return names.kinds[match.lastgroup] if match and match.lastgroup else None


def find_furniture(element: html.HtmlElement) -> Furniture | None:
    """The kind of furniture that an element is, by its tag, role, class, id or style."""
    attributes = element.attrib
    if tagged := _TAGS.get(element.tag):
        return tagged
    if not attributes:
        return None
    if (role := attributes.get("role")) and (kind := _ROLES.get(role.lower())):
        return Furniture(kind)
    if "hidden" in attributes or ((style := attributes.get("style")) and _NOT_DISPLAYED.search(style)):
        return Furniture("hidden", strong=True)
    if attributes.get("itemprop") in _SAID:
        return Furniture("meta")
    if attributes.get("aria-hidden") == "true":
        return Furniture("hidden")
    for key in _NAMED_BY:
        if (name := attributes.get(key)) and (found := find_name(name)) and not _is_no_name(element, name, found):
            return found
    return None


def _is_no_name(element: html.HtmlElement, name: str, found: Furniture) -> bool:
    """Whether a name says something else: of an article its categories, of a paragraph or heading its looks."""
    if element.tag in ("article", "main") or _POST.search(name):
        return True
    return element.tag in _TEXTS and found.id in _BOXES
