"""The pictures of a page's article: its figures come in; captions, and whom the pictures are credited to, go out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml import html

from generator.extract.head.credits import read_caption, tidy_credit
from generator.extract.pages.page import fold, squeeze

_CREDIT_MARK = re.compile(
    r"credit|copyright|photographer|bildautor|bildquelle|fotograf|photo-?source|img-?source|image-?source|rights|owner",
    re.IGNORECASE,
)
_LABEL = (
    r"(?:photo(?:graph(?:y|er|e)?|s)?|fotos?|fotograf(?:ie|ía|ia)?|fotoğraf|φωτογραφία|bild(?:er|quelle|rechte)?|image|imagen"
    r"|immagine|picture|zdjęcie|fot|kuva|фото|[图圖](?:片(?:来源)?|源)?|[摄攝]影|写真(?:提供)?|撮影|사진|تصوير|الصورة"
    r"|crédits?(?: photos?)?|créditos?|credits?|quelle|copyright|source|reuse)"
)
_LABELLED = re.compile(
    rf"(?<!\w)(?:{_LABEL}\s?(?:[:：／＝]|\bby\b|\bvon\b|\||\.{{3}}|…)|©|\(c\))\s*(?:©|\(c\)|copyright\b)?\s*"
    r"(?P<credit>[^©:]{2,90}?)\W*\Z",
    re.IGNORECASE,
)
_LEADING_LABEL = re.compile(
    rf"\A(?:(?:{_LABEL}(?:\s?[:|]\s?|\s(?:by|von|de)\s|\s(?={_LABEL}\s?:))|©|\(c\))\s*){{1,3}}", re.IGNORECASE
)
# Labels for screen readers before a caption, and buttons after it.
_CAPTION_LABEL = re.compile(
    r"\A(?:image|media|video)\s?caption:?\s?|\s(?:show more|vis mer|mehr anzeigen|voir plus)\Z", re.IGNORECASE
)
_OTHERS = re.compile(r"related|teaser|recommend|most-|popular|sidebar|widget|promo|author|autor", re.IGNORECASE)
_PICTURE = re.compile(r"#|\.(?:jpe?g|png|gif|webp|avif)(?:\Z|\?)|javascript:", re.IGNORECASE)
_LEAST_LETTERS = 3
_OPENING = " (|[–—-,/"
_MOST_FIGURES = 60
_LONGEST_CAPTION = 1_000
_LONGEST_CREDIT = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """What is said of an article's pictures. `texts` are the blocks that say it, as the page shows them."""

    captions: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


def read_pictures(root: html.HtmlElement, blocks: Sequence[tuple[html.HtmlElement, str]]) -> Pictures:
    """The captions of the figures in the article's part of a page, and labels in them, often for screen readers."""
    captions: list[str] = []
    owners: list[str] = []
    texts: list[str] = []
    found = islice(root.iter("figure", "figcaption"), _MOST_FIGURES)
    figures = [figure for figure in found if not _is_others(figure, root)]
    for element in figures:
        if element.tag == "figcaption":
            shown = squeeze(element.text_content())
            texts.append(shown)
            caption, credited = _read_caption(element, shown)
            captions.extend([caption] if caption and _is_caption(caption) else [])
            owners.extend(credited)
    inside = {within for figure in figures for within in figure.iter()}
    for element, text in blocks:
        if element in inside and element.tag != "figcaption" and (caption_line := read_caption(text)):
            texts.append(text)
            owners.extend([caption_line.credit] if caption_line.credit else [])
    return Pictures(
        captions=tuple(dict.fromkeys(captions)), credits=once_each(owners), texts=tuple(dict.fromkeys(texts))
    )


def _is_others(figure: html.HtmlElement, root: html.HtmlElement) -> bool:
    """Whether a figure is of something else: of another article, to which it links, or of this one's author."""
    element = figure
    while element is not None and element is not root:
        if element.tag in ("aside", "nav", "footer") or _OTHERS.search(element.get("class") or ""):
            return True
        if element.tag == "a" and not _PICTURE.search(element.get("href") or "#"):
            return True
        element = element.getparent()
    return False


def _is_caption(text: str) -> bool:
    """Whether a text can be a caption: not a date or a sign alone, nor what is left of a credit."""
    letters = sum(sign.isalpha() for sign in text)
    return letters >= _LEAST_LETTERS and len(text) <= _LONGEST_CAPTION and text[0] not in "/|"


def once_each(names: Iterable[str]) -> tuple[str, ...]:
    """The names credited, each once however it is spaced."""
    named: dict[str, str] = {}
    for name in names:
        named.setdefault(fold(name).replace(" ", ""), name)
    return tuple(named.values())


def _read_caption(element: html.HtmlElement, shown: str) -> tuple[str | None, tuple[str, ...]]:
    """A caption without its credit, and the credit: marked as one, or printed after it."""
    shown = _CAPTION_LABEL.sub("", shown)
    marked = [
        inner
        for inner in element.iter()
        if isinstance(inner.tag, str) and _CREDIT_MARK.search(inner.get("class") or "")
    ]
    for inner in marked:
        text = _CAPTION_LABEL.sub("", squeeze(inner.text_content()))
        owner = tidy_credit(_LEADING_LABEL.sub("", text).strip(" ()[]|"))
        if inner is not element and text and owner and len(owner) <= _LONGEST_CREDIT and text in shown:
            return _tidy(shown.replace(text, " ", 1)), (owner,)
    return split_caption(shown)


def split_caption(shown: str) -> tuple[str | None, tuple[str, ...]]:
    """A caption without the credit printed after it, and the credit."""
    if match := _LABELLED.search(shown[-200:]):
        start = len(shown) - len(shown[-200:]) + match.start()
        return _tidy(shown[:start]), (tidy_credit(match["credit"].strip(" ()[]|")),)
    if (line := read_caption(shown)) and line.credit:
        before, found, after = shown.rpartition(line.credit)
        return (_tidy(_without_open_bracket(before)) if found and len(after) < 10 else shown), (line.credit,)
    return _tidy(shown), ()


def _without_open_bracket(before: str) -> str:
    """A caption without what the credit's own bracket begins with: `(AP Photo/`."""
    at = max(before.rfind("("), before.rfind("["))
    return before if at < 0 or ")" in before[at:] or "]" in before[at:] else before[:at]


def _tidy(text: str) -> str | None:
    return squeeze(text).rstrip(_OPENING).strip() or None
