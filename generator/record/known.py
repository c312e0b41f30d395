"""Whether an article is in the record already: by its id, by its address, by its words. Pure.

A record is looked through at every `digest add`: of each file only the lines that tell are read, not all its front
matter.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from generator.model import Document

_ID = re.compile(r"^id:[ \t]*['\"]?([^\s'\"#][^'\"\n]{0,200}?)['\"]?[ \t]*$", re.MULTILINE)
_URL = re.compile(r"^url:[ \t]*['\"]?(https?://[^\s'\"]{1,2000})['\"]?[ \t]*$", re.MULTILINE)
_END = re.compile(r"^---[ \t]*\n", re.MULTILINE)
_TARGET = re.compile(r"\]\([^()\n]{0,2000}\)")
_WORDS = re.compile(r"\w+")
# What is counted or followed, and names no page.
_TRACKING = re.compile(
    r"utm_\w{1,40}|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|cmpid?|ito|ns_\w{1,40}|at_\w{1,40}", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """The file of the record that holds an article already; `same`: with the very same words."""

    path: str
    same: bool


class Known:
    """The articles of a record (its files' texts by path), to be asked for by others."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._by_id: dict[str, str] = {}
        self._by_url: dict[str, str] = {}
        self._by_words: dict[str, tuple[str, str | None]] = {}
        for path, text in texts.items():
            head, body = _split(text)
            if match := _ID.search(head):
                self._by_id.setdefault(match[1], path)
            url = address_key(match[1]) if (match := _URL.search(head)) else None
            if url is not None:
                self._by_url.setdefault(url, path)
            self._by_words.setdefault(_fingerprint(body), (path, url))

    def find(self, document: Document) -> Twin | None:
        """The same article: its canonical address first, then what its raw text or its body says word for word.

        The same words at two addresses are two copies, each an article of its own outlet.
        """
        worded, elsewhere = self._by_words.get(_fingerprint(document.body), (None, None))
        url = address_key(document.url) if document.url else None
        path = (self._by_url.get(url) if url else None) or self._by_id.get(document.id or "")
        if path is None and (url is None or elsewhere is None or url == elsewhere):
            path = worded
        return Twin(path=path, same=worded == path) if path else None


def _split(text: str) -> tuple[str, str]:
    end = _END.search(text, 4) if text.startswith("---") else None
    return (text[: end.start()], text[end.end() :]) if end else ("", text)


def _fingerprint(body: str) -> str:
    """The SHA-256 of a text's words; how they are set, quoted and linked makes no difference."""
    words = " ".join(_WORDS.findall(_TARGET.sub("]", body).casefold()))
    return hashlib.sha256(words.encode()).hexdigest()


def address_key(url: str) -> str:
    """An address without what does not change the page: scheme, `www.`, last slash, fragment, visit counts."""
    try:
        parts = urlsplit(url)
        host = parts.netloc.lower().removeprefix("www.")
    except ValueError:
        return url
    query = sorted((key, value) for key, value in parse_qsl(parts.query, True) if not _TRACKING.fullmatch(key))
    return f"{host}{parts.path.rstrip('/')}?{urlencode(query)}"
