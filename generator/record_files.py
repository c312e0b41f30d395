"""The Markdown files of the record, as texts."""

from __future__ import annotations

from generator.config import Config
from generator.files import list_files, printable_name
from generator.model import Problem


def read_texts(config: Config) -> tuple[dict[str, str], list[Problem]]:
    """Every Markdown file of the record, by its path below `docs_dir`."""
    texts, problems = {}, []
    # MkDocs takes these for Markdown, too.
    for name in list_files(config.site.docs_dir / config.convert.articles, (".markdown", ".mdown", ".mkdn", ".mkd")):
        path = f"{config.convert.articles}/{name}"
        problems.append(Problem(path=path, message=f"{path}: is not published; give it the ending .md"))
    for name in list_files(config.site.docs_dir / config.convert.articles, (".md",)):
        path = f"{config.convert.articles}/{name}"
        try:
            text = (config.site.docs_dir / path).read_bytes().decode("utf-8")
            path.encode("utf-8")
        except UnicodeEncodeError:
            path = printable_name(path)
            problems.append(Problem(path=path, message=f"{path}: its name is not UTF-8; rename the file"))
        except (OSError, UnicodeDecodeError) as error:
            problems.append(Problem(path=path, message=f"{path}: cannot be read ({error}); save it as UTF-8"))
        else:
            texts[path] = text.replace("\r\n", "\n").replace("\r", "\n")
    return texts, problems
