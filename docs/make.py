"""Write docs/options.md and docs/front-matter.md from what the code says: `make docs`. A test keeps them true."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import get_type_hints

from generator.config import SECTIONS, Pairs, describe_type

HERE = Path(__file__).resolve().parent
SCHEMA = HERE.parent / "generator" / "record" / "front-matter.schema.json"


def options_page() -> str:
    """Every option with its type and default, section by section."""
    return "\n".join(_option_lines()) + "\n"


def _option_lines() -> Iterator[str]:
    yield "# Options"
    yield ""
    yield "MkDocs' own keys (`site_name`, `site_url`, `docs_dir`, `site_dir` …) mean what they mean to MkDocs."
    yield "`site_url` is needed, as feeds hold whole addresses. Ours stand under the plugin, section by section:"
    yield ""
    yield "```yaml"
    yield "plugins:"
    yield "  - digest:"
    yield "      feeds:"
    yield "        content: summary"
    yield "```"
    for name, section in SECTIONS.items():
        yield ""
        yield f"## {name}"
        yield ""
        yield (section.__doc__ or "").strip()
        yield ""
        yield "| option | takes | default | meaning |"
        yield "|---|---|---|---|"
        types = get_type_hints(section)
        for field in fields(section):
            default = json.dumps(field.default or {} if types[field.name] == Pairs else field.default)
            yield f"| `{field.name}` | {describe_type(types[field.name])} | `{default}` | {field.metadata['doc']} |"


def front_matter_page() -> str:
    """Every key of the front matter."""
    return "\n".join(_front_matter_lines(json.loads(SCHEMA.read_text("utf-8")))) + "\n"


def _front_matter_lines(schema: dict) -> Iterator[str]:
    yield "# Front matter"
    yield ""
    yield schema["description"]
    yield "The schema is [front-matter.schema.json](../generator/record/front-matter.schema.json)."
    yield ""
    yield "An article written by hand needs no more than this, and no origin:"
    yield ""
    yield "```markdown"
    yield "---"
    yield "id: rivers-2015-12"
    yield "title: Rivers fall after a week of floods"
    yield "published: 2015-12-10"
    yield "source: Sample Wire"
    yield "topics: [flood, medtop:20000151]"
    yield "---"
    yield ""
    yield "The text."
    yield "```"
    yield ""
    yield "| key | takes | meaning |"
    yield "|---|---|---|"
    for key, value in schema["properties"].items():
        yield f"| `{key}` | {_takes(value)} | {value['description']}{_example(schema, value)} |"
    yield ""
    yield "Keys of `origin`:"
    yield ""
    for key, value in schema["properties"]["origin"]["properties"].items():
        yield f"- `{key}`: {value['description']}"


def _takes(value: dict) -> str:
    words = {"texts": "a list of texts", "moment": "a date", "day": "a day"}
    if "$ref" in value:
        return words[value["$ref"].rpartition("/")[2]]
    if "anyOf" in value:
        return "text, keys of its own, or a list"
    return "text" if value["type"] == "string" else "keys of its own"


def _example(schema: dict, value: dict) -> str:
    reference = value.get("$ref", "").rpartition("/")[2]
    examples = value.get("examples") or schema["$defs"].get(reference, {}).get("examples") or []
    if not examples:
        return ""
    shown = " or ".join(f"`{e}`" if isinstance(e, str) else f"`{json.dumps(e)}`" for e in examples)
    return f" Such as {shown}."


PAGES = {"options.md": options_page, "front-matter.md": front_matter_page}

if __name__ == "__main__":
    for name, make in PAGES.items():
        (HERE / name).write_text(make(), encoding="utf-8")
