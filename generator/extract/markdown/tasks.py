"""Lists of tasks in Markdown: the lines come in; the same with boxes to tick, and the receipt, go out."""

from __future__ import annotations

from collections.abc import Sequence

from generator.dialect.blocks import find_task, tick
from generator.dialect.fences import is_code
from generator.extract.markdown.lines import Line
from generator.model import Removed


def take_tasks(lines: Sequence[Line]) -> tuple[list[Line], list[Removed]]:
    """`- [x] Warn the boats` becomes `- ☑ Warn the boats`; the letter is told."""
    out, removed = list(lines), []
    code = is_code([line.text for line in lines])
    for at, (number, text) in enumerate(lines):
        if not code[at] and (task := find_task(text)):
            out[at] = Line(number, text[: task.start(2)] + tick(task) + text[task.end(2) :])
            if task[2] != "[ ]":
                removed.append(Removed(line=number, text=task[2], rule="task"))
    return out, removed
