"""The door of `read`: a file's bytes come in, the articles in it go out, not yet understood.

To add a form of input: a module with a `read_…` function that takes a `Source`, and one row in `_READERS`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping

from generator.config import ConvertConfig
from generator.exceptions import UnreadableError
from generator.model import Form, Origin, RawArticle
from generator.read.decoding import decode_text, has_wide_bom
from generator.read.forms import recognise_binary, recognise_form
from generator.read.html import read_html
from generator.read.markdown import read_markdown
from generator.read.source import Source
from generator.read.text import read_text

_READERS: Mapping[Form, Callable[[Source], tuple[RawArticle, ...]]] = {
    "text": read_text,
    "html": read_html,
    "markdown": read_markdown,
}


def read_source(path: str, data: bytes, options: ConvertConfig) -> tuple[RawArticle, ...]:
    """The articles in one file of the inbox; `path` names it in messages and helps to recognise its form.

    Raises UnreadableError when the file holds no article text, and FrontMatterError when its front matter is broken.
    """
    _refuse_unreadable(path, data, options)
    text = decode_text(data)
    if not text.strip():
        raise UnreadableError(f"{path}: is empty; put the article's text in it, or delete it")
    source = Source(
        origin=Origin(path=path, sha256=hashlib.sha256(data).hexdigest()), text=text, day_first=options.day_first
    )
    return _READERS[recognise_form(path, text)](source)


def _refuse_unreadable(path: str, data: bytes, options: ConvertConfig) -> None:
    if len(data) > options.max_megabytes * 1_000_000:
        raise UnreadableError(
            f"{path}: is {len(data) / 1_000_000:.1f} MB, more than convert: max_megabytes ({options.max_megabytes}); "
            "keep only the article's text, or raise that option in mkdocs.yml"
        )
    if not data.strip():
        raise UnreadableError(f"{path}: is empty; put the article's text in it, or delete it")
    if binary := recognise_binary(data, wide=has_wide_bom(data)):
        what, remedy = binary
        raise UnreadableError(f"{path}: is {what}, not text; {remedy}")
