"""The theme's templates, ready to render. In: folders of templates. Out: text.

Autoescape is on for everything and an unknown variable is an error, so that neither a hostile headline nor a slip in a
template reaches a reader. One `Templates` serves a whole build: Jinja2 compiles each template once and keeps it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError
from markupsafe import Markup

from generator.exceptions import ConfigError
from generator.theme_folder import THEME_FOLDER


def template_fault(error: TemplateError, name: str) -> ConfigError:
    """What is wrong with a template, by its file and line where jinja2 knows them."""
    where = getattr(error, "filename", None) or name
    line = getattr(error, "lineno", None)
    return ConfigError(f"{where}{f':{line}' if line else ''}: {error.message}; mend the template")


class Templates:
    """Templates by name, those of `theme_dirs` before the packaged ones."""

    environment: Environment

    def __init__(self, theme_dirs: Sequence[Path] = ()) -> None:
        folders = [*theme_dirs, THEME_FOLDER]
        self.environment = Environment(
            loader=FileSystemLoader([str(folder) for folder in folders], encoding="utf-8"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
        )

    def macro(self, name: str, macro: str) -> Callable[..., Markup]:
        """A macro of the named template, to render a piece of a page with."""
        found: Callable[..., Markup] = getattr(self.environment.get_template(name).module, macro)
        return found

    def render(self, name: str, values: Mapping[str, Any]) -> str:
        """The named template with these values. Raises ConfigError for a broken template of the person's own."""
        try:
            return self.environment.get_template(name).render(values)
        except TemplateError as error:
            raise template_fault(error, name) from error
