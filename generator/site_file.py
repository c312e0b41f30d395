"""`mkdocs.yml`, read without MkDocs: the site's own keys and our options.

MkDocs takes a third of a second to import, and `show`, `export` and `convert` need nothing else of it. `INHERIT` and
`!ENV` mean what they mean to MkDocs; tags of other tools are passed over.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml
import yaml_env_tag

from generator.config import Config, SiteConfig, make_config
from generator.exceptions import ConfigError
from generator.moments import format_moment

_LAST_SECOND = int(datetime(2999, 12, 31, tzinfo=UTC).timestamp())
_DEFAULT_URL = "https://example.invalid/"


class _Loader(yaml.SafeLoader):
    pass


yaml_env_tag.add_env_tag(_Loader)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda loader, suffix, node: None)
_Loader.add_multi_constructor("!", lambda loader, suffix, node: None)


def load_config(path: Path, *, site_dir: Path | None = None, overrides: Mapping[str, Any] | None = None) -> Config:
    """Options of the site whose mkdocs.yml is at `path`; `overrides` hold sections as the file does.

    Raises ConfigError naming the file and key at fault.
    """
    values = _load(path)
    if values.get("use_directory_urls") is False:
        raise ConfigError(f"{path}: use_directory_urls: false is not for a digest, whose pages are folders; remove it")
    site = make_site(values, path, site_dir)
    options = merge_options(plugin_options(values, path), overrides or {})
    return with_clock(make_config(site, moment_override(options, os.environ)))


def with_clock(config: Config) -> Config:
    """With what the clock says: asked here, where a site's options are read, and nowhere else."""
    return replace(config, clock=datetime.now(UTC))


def default_config(folder: Path) -> Config:
    """Options for looking at single files where there is no site: every default."""
    return make_config(make_site({"site_name": "News", "site_url": _DEFAULT_URL}, folder / "mkdocs.yml", None), {})


def _load(path: Path, heirs: tuple[Path, ...] = ()) -> dict[str, Any]:
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        raise ConfigError(f"{path} is not there; `digest new FOLDER` makes a site, -f names another file") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} cannot be read: {error}") from None
    try:
        values = yaml.load(text, Loader=_Loader)  # noqa: S506  a SafeLoader
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        raise ConfigError(f"{path}{line}: not valid YAML: {getattr(error, 'problem', error)}") from None
    if not isinstance(values, dict):
        raise ConfigError(f"{path}: must hold lines of `key: value`, site_name first")
    parent = values.pop("INHERIT", None)
    if not isinstance(parent, str):
        return values
    above = (path.parent / parent).resolve()
    if above in (*heirs, path.resolve()):
        raise ConfigError(f"{path}: INHERIT: {parent} inherits from this file; name another")
    return _merge(_load(above, (*heirs, path.resolve())), values)


def _merge(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in over.items():
        mine = merged.get(key)
        merged[key] = _merge(mine, value) if isinstance(mine, dict) and isinstance(value, dict) else value
    return merged


def plugin_options(values: Mapping[str, Any], path: Path) -> Mapping[str, Any]:
    """What stands under `plugins: - digest:`. Raises ConfigError when the plugin is not listed."""
    plugins = values.get("plugins") or []
    if not isinstance(plugins, Mapping | list):
        raise ConfigError(f"{path}: plugins: takes a list, with `- digest` in it")
    listed = list(plugins.items()) if isinstance(plugins, Mapping) else [_entry(plugin) for plugin in plugins]
    for name, options in listed:
        if name == "digest" and isinstance(options or {}, Mapping):
            return options or {}
        if name == "digest":
            raise ConfigError(f"{path}: plugins: digest: takes sections of options, not {options!r}")
    raise ConfigError(f"{path}: plugins: digest is not listed; add\n  plugins:\n    - digest")


def _entry(plugin: Any) -> tuple[str, Any]:
    return next(iter(plugin.items())) if isinstance(plugin, Mapping) and plugin else (str(plugin), None)


def make_site(values: Mapping[str, Any], path: Path, site_dir: Path | None) -> SiteConfig:
    """The site's own keys out of MkDocs' configuration, as read here or by MkDocs itself."""
    root = path.resolve().parent
    theme = values.get("theme")
    custom = theme.get("custom_dir") if isinstance(theme, Mapping) else None
    language = theme.get("language") if isinstance(theme, Mapping) else None
    return SiteConfig(
        name=str(values.get("site_name") or "News digest"),
        url=str(values.get("site_url") or "").rstrip("/") + "/",
        description=str(values.get("site_description") or ""),
        language=str(language or "en"),
        author=str(values.get("site_author") or ""),
        root=root,
        docs_dir=root / str(values.get("docs_dir") or "docs"),
        site_dir=site_dir.resolve() if site_dir else root / str(values.get("site_dir") or "site"),
        excluded=str(values.get("exclude_docs") or ""),
        theme_dirs=(root / custom,) if isinstance(custom, str) else (),
    )


def moment_override(options: Mapping[str, Any], environ: Mapping[str, str]) -> dict[str, Any]:
    """The options with the build's moment from SOURCE_DATE_EPOCH, unless an option states it.

    See https://reproducible-builds.org/specs/source-date-epoch/. Raises ConfigError when it is no number.
    """
    epoch = environ.get("SOURCE_DATE_EPOCH", "")
    build = options.get("build") or {}
    if not epoch or not isinstance(build, Mapping) or build.get("now"):
        return dict(options)
    if not epoch.isdecimal() or int(epoch) > _LAST_SECOND:
        raise ConfigError(f"SOURCE_DATE_EPOCH: {epoch!r} is not a number of seconds; mend or unset it")
    now = format_moment(datetime.fromtimestamp(int(epoch), UTC))
    return {**options, "build": {**build, "now": now}}


def merge_options(options: Mapping[str, Any], overrides: Mapping[str, Any]) -> dict[str, Any]:
    """Options of the file with those of the command line laid over them, section by section."""
    return _merge(
        {k: dict(v) if isinstance(v, Mapping) else v for k, v in options.items()},
        {k: {n: o for n, o in v.items() if o is not None} for k, v in overrides.items()},
    )
