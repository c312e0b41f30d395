"""Signs within a line that other Markdowns have, as the tags and escapes that Python-Markdown reads.

    ~~struck~~ <del>   ==marked== <mark>   ++inserted++ <ins>   10^6^ <sup>   H~2~O <sub>   \\" and other escapes

and the edits of CriticMarkup. The rules for what may stand beside a sign are those of Pandoc and markdown-it, narrowed
where news has such signs in its prose (`A==B`, `x^2+y^2`, `^_^`, `+++ 12:30 +++`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import partial
from itertools import groupby

from generator.dialect.fences import is_code

_SIGNS = ("~", "==", "++", "^", "\\", "{--")
_LETTER = r"0-9A-Za-zÀ-ɏ"
# Within signs: no cell of a table ends, and no item, quotation or heading begins on the next line.
_NEXT = r"\n(?![ \t]{0,99}(?:[-+*>#|:\n]|\d{1,9}[.)]|\Z))"
_TOKEN = re.compile(
    rf"""
    (?P<kept>``(?:[^`\n]|`(?!`)){{1,300}}``|`[^`\n]{{1,300}}`|<[a-z/!][^<>\n]{{0,1000}}>|\]\([^()\s]{{1,1000}}
        |https?://[^\s<>]{{1,1000}})
    |\\(?P<escaped>[^\w\s])
    |\{{~~(?P<old>[^~{{}}|\n\\]{{0,300}})~>(?P<new>[^~{{}}|\n\\]{{0,300}})~~\}}
    |\{{(?P<edit>\+\+|--|==)(?P<edited>[^{{}}|\n\\]{{1,300}}?)(?P=edit)\}}
    |(?<!~)~~(?=[^\s~])(?P<struck>(?:\\[^\n|]|[^~\n|\\]|~(?!~)|{_NEXT}){{1,500}}?)(?<!\s)~~(?!~)
    |(?<![={_LETTER}])==(?=[^\s=])(?P<marked>(?:\\[^\n|]|[^=\n|\\]|=(?!=)|{_NEXT}){{1,500}}?)(?<!\s)==(?![={_LETTER}])
    |(?<![+{_LETTER}])\+\+(?=[^\s+])(?P<inserted>(?:\\[^\n|]|[^+\n|\\]|\+(?!\+)|{_NEXT}){{1,500}}?)(?<!\s)\+\+(?![+{_LETTER}])
    |(?<!\^)\^(?P<raised>[-+−]?[^\W_]{{1,20}}|\\?\[\d{{1,3}}\\?\])\^(?![\d^])
    |(?:(?<=[^\W\d_])|(?<=\)))~(?P<lowered>[^\W_]{{1,20}})~(?![\d~])
    """,
    re.VERBOSE,
)
_TAGS = {"struck": "del", "marked": "mark", "inserted": "ins", "raised": "sup", "lowered": "sub"}
_EDITS = {"++": "ins", "--": "del", "==": "mark"}
# Python-Markdown has a backslash escape for these; for what means something to it without one, a reference.
_ESCAPABLE = frozenset("\\`*_{}[]()>#+-.!")
_REFERENCES = {sign: f"&#{ord(sign)};" for sign in "<&~=^|:?%"}
_BAR = re.compile(r"(?<!\\)\|")
_ITEM = re.compile(r"([ \t]*)(?:[-+*]|\d{1,9}\.)[ \t]+\S")
_STEP = 4


def write_signs(text: str) -> str:
    """The text with signs as tags, code and addresses as they are. Lists are in steps of four spaces."""
    if not any(sign in text for sign in _SIGNS):
        return text
    lines = text.split("\n")
    kinds = [None if code else bool(line.strip()) for line, code in zip(lines, _all_code(lines), strict=True)]
    parts = []
    for prose, group in groupby(zip(kinds, lines, strict=True), key=lambda pair: pair[0]):
        chunk = "\n".join(line for _, line in group)
        if prose and any(sign in chunk for sign in _SIGNS):
            # In a table, Python-Markdown reads the escape of a bar itself.
            escapable = _ESCAPABLE | {"|"} if _BAR.search(chunk) else _ESCAPABLE
            chunk = _TOKEN.sub(partial(_write, escapable=escapable), chunk)
        parts.append(chunk)
    return "\n".join(parts)


def has_signs(line: str) -> bool:
    """Whether a text, its backslashes escaped, holds a sign that would be written otherwise."""
    if not any(sign in line for sign in _SIGNS):
        return False
    return any(not match["kept"] and not match["escaped"] for match in _TOKEN.finditer(line))


def _write(match: re.Match[str], escapable: Set[str]) -> str:
    if match["kept"]:
        return match[0]
    if sign := match["escaped"]:
        return match[0] if sign in escapable else _REFERENCES.get(sign, sign)
    if match["edit"]:
        tag = _EDITS[match["edit"]]
        return f"<{tag}>{match['edited']}</{tag}>"
    if match["old"] is not None:
        old, new = match["old"], match["new"]
        return (f"<del>{old}</del>" if old else "") + (f"<ins>{new}</ins>" if new else "")
    name = match.lastgroup or ""
    return f"<{_TAGS[name]}>{_TOKEN.sub(partial(_write, escapable=escapable), match[name])}</{_TAGS[name]}>"


def _all_code(lines: Sequence[str]) -> list[bool]:
    """For each line, whether it is code, fenced or indented."""
    marks = is_code(lines)
    depth, after_blank, in_code = 0, True, False
    for at, line in enumerate(lines):
        if marks[at] or not line.strip():
            after_blank = True
            continue
        indent = len(line) - len(line.lstrip(" ")) if line[0] == " " else _STEP * line.startswith("\t")
        depth = min(depth, indent // _STEP) if after_blank else depth
        in_code = indent >= _STEP * (depth + 1) and (after_blank or in_code)
        item = None if in_code else _ITEM.match(line)
        if item is not None:
            depth = indent // _STEP + 1
        marks[at] = in_code
        after_blank = False
    return marks
