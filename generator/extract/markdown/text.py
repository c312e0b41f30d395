"""Text as Markdown that renders as exactly that text: what Markdown or HTML would take as a sign is escaped.

Measured against Python-Markdown with the extensions MkDocs and its themes switch on (tables, fenced code, footnotes,
attribute lists, definition lists, admonitions). As few signs are escaped as will do: the file is read by people too.
"""

from __future__ import annotations

import re

from generator.dialect.signs import has_signs

# An underscore within a word is no emphasis; `]`, `(`, `)` and `>` mean something only after what is escaped here.
_SPECIAL = re.compile(r"[\\`*\[{]|(?<![^\W_])_|_(?![^\W_])|<|&(?=#|\w{1,40};)")
_LINE_START = re.compile(r"(?:[#>|!?:=~%]|[-+](?=\s|\Z|[-+])|--|~~~)")
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|\Z)")
_ENTITIES = {"<": "&lt;", "&": "&amp;"}
# Signs that Python-Markdown has no backslash escape for.
_START_ENTITIES = {"|": "&#124;", "?": "&#63;", ":": "&#58;", "=": "&#61;", "~": "&#126;", "%": "&#37;", ">": "&gt;"}
_SIGN_ENTITIES = {"~": "&#126;", "=": "&#61;", "^": "&#94;", "+": "\\+"}


def escape_text(text: str) -> str:
    """One paragraph of plain text as Markdown; white space within it becomes single spaces."""
    return escape_start(escape_inline(" ".join(text.split())))


def escape_inline(text: str) -> str:
    """Text within a line as Markdown; what means something only at the start of a line is left."""
    escaped = _SPECIAL.sub(lambda match: _ENTITIES.get(match[0]) or f"\\{match[0]}", text)
    # What is marked up comes in pieces, of which two may hold the two ends of a sign.
    if "~~" in escaped or "==" in escaped or has_signs(escaped):
        return "".join(_SIGN_ENTITIES.get(sign, sign) for sign in escaped)
    return escaped


def escape_start(escaped: str) -> str:
    """Escape what would make a list, a heading, a quote or a rule of a line by its first characters."""
    if match := _NUMBERED.match(escaped):
        return f"{match[1]}\\{match[2]}{escaped[match.end() :]}"
    if _LINE_START.match(escaped):
        first = escaped[0]
        return (_START_ENTITIES.get(first) or f"\\{first}") + escaped[1:]
    return escaped


def escape_heading(text: str, level: int = 2) -> str:
    """A sub-heading; the article's title is the page's only heading of level 1."""
    text = " ".join(text.split())
    kept = text.rstrip("#")
    # Hash signs at the end would close the heading.
    return f"{'#' * level} {escape_inline(kept)}" + "\\#" * (len(text) - len(kept))


def heading_text(line: str) -> str | None:
    """What a line that is a heading of level 1 says, without the hash signs that may close it; None for other lines."""
    if not line.startswith(("# ", "#\t")):
        return None
    text = line[1:].strip()
    open_text = text.rstrip("#")
    return open_text.rstrip() if open_text.endswith((" ", "\t")) or not open_text else text
