"""What CommonMark and GitHub's Markdown have that Python-Markdown has not, in a way that it reads too."""

from __future__ import annotations

import re

from generator.dialect.fences import is_code

_ITEM = re.compile(r"([ \t]{0,40})([-+*]|(\d{1,9})[.)])[ \t]+(?=\S)")
_RULE = re.compile(r"[-*_ \t]{3,}\Z")
_STRUCK = re.compile(r"(\\.|`[^`\n]{1,300}`)|~~(?=[^\s~])([^~\n]{1,500})(?<!\s)~~(?!~)")
_TABLE = re.compile(r"[ \t]{0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*){1,100}\Z")


def rewrite_signs(text: str) -> str:
    """Lists and tables parted from the paragraph above, `1)` as `1.`, text struck out, line breaks by backslash."""
    lines = text.split("\n")
    code = is_code(lines)
    out: list[str] = []
    in_list = False
    for at, line in enumerate(lines):
        above = out[-1] if out else ""
        if code[at] or not line.strip():
            out.append(line)
            continue
        match = None if _RULE.match(line) else _ITEM.match(line)
        indent = len(line) - len(line.lstrip())
        begins = match is not None and (in_list or (indent < 4 and (not above.strip() or _interrupts(match))))
        if match and begins:
            if not in_list and above.strip() and not above.startswith(("#", ">")):
                out.append("")
            if match[2].endswith(")"):
                end = match.end(2)
                line = f"{line[: end - 1]}.{line[end:]}"
        elif _begins_table(lines, at) and above.strip() and "|" not in above:
            out.append("")
        in_list = begins or (in_list and (indent > 0 or bool(above.strip())))
        broken = line.endswith("\\") and not line.endswith("\\\\") and at + 1 < len(lines) and lines[at + 1].strip()
        line = f"{line[:-1].rstrip()}  " if broken else line
        out.append(_STRUCK.sub(lambda m: m[1] or f"<del>{m[2]}</del>", line) if "~~" in line else line)
    return "\n".join(out)


def _interrupts(match: re.Match[str]) -> bool:
    """Whether an item may follow a paragraph's line: a number does as the first of its list only."""
    return match[3] in (None, "1")


def _begins_table(lines: list[str], at: int) -> bool:
    return "|" in lines[at] and at + 1 < len(lines) and "|" in lines[at + 1] and bool(_TABLE.match(lines[at + 1]))
