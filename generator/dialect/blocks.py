"""Blocks that CommonMark and GitHub's Markdown tell otherwise than Python-Markdown, in a way that it reads too."""

from __future__ import annotations

import re

from generator.dialect.fences import is_code

# What any of it begins with; most articles have none.
_FIRST = frozenset(" \t-+*#0123456789")
_ITEM = re.compile(r"([ \t]{0,40})([-+*]|(\d{1,9})[.)])[ \t]+(?=\S)")
_TASK = re.compile(r"([ \t]{0,40}(?:[-+*]|\d{1,9}[.)])[ \t]+)(\[[ xX]\])(?=[ \t]+\S)")
_RULE = re.compile(r"[-*_ \t]{3,}\Z")
_TABLE = re.compile(r"[ \t]{0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*){1,100}\Z")
_TAG = re.compile(r"#[^\s#]")
_HEADING_WITHOUT_SPACE = re.compile(r"^#{2,6}[^\s#]", re.MULTILINE)
_OPEN, _DONE = "☐", "☑"


def part_blocks(text: str) -> str:
    """Lists and tables parted from the paragraph above, `1)` as `1.`, boxes to tick, line breaks by backslash.

    A line that begins with `#harbour` is text, as CommonMark has it, unless headings are written so here.
    """
    lines = text.split("\n")
    if not any(line[:1] in _FIRST or line[-1] == "\\" or "|" in line for line in lines if line):
        return text
    code = is_code(lines)
    tags_are_text = _HEADING_WITHOUT_SPACE.search(text) is None
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
            if task := find_task(line):
                line = task.string[: task.start(2)] + tick(task) + task.string[task.end(2) :]
        elif _begins_table(lines, at) and above.strip() and "|" not in above:
            out.append("")
        elif tags_are_text and _TAG.match(line):
            line = f"\\{line}"
        in_list = begins or (in_list and (indent > 0 or bool(above.strip())))
        broken = line.endswith("\\") and not line.endswith("\\\\") and at + 1 < len(lines) and lines[at + 1].strip()
        out.append(f"{line[:-1].rstrip()}  " if broken else line)
    return "\n".join(out)


def find_task(line: str) -> re.Match[str] | None:
    """An item that is a task, done or not: its second group is `[ ]` or `[x]`."""
    return _TASK.match(line) if "[" in line[:60] else None


def tick(task: re.Match[str]) -> str:
    """The sign that a reader sees of a task."""
    return _OPEN if task[2] == "[ ]" else _DONE


def _interrupts(match: re.Match[str]) -> bool:
    """Whether an item may follow a paragraph's line: a number does as the first of its list only."""
    return match[3] in (None, "1")


def _begins_table(lines: list[str], at: int) -> bool:
    return "|" in lines[at] and at + 1 < len(lines) and "|" in lines[at + 1] and bool(_TABLE.match(lines[at + 1]))
