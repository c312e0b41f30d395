"""The errors a user can cause. Each message names the file, key or line at fault, and the remedy."""

from __future__ import annotations


class GeneratorError(Exception):
    """The user's content, configuration or command is at fault; the message says how to mend it."""


class ConfigError(GeneratorError):
    """One or more options are wrong; all of them are reported together, one a line."""


class FrontMatterError(GeneratorError):
    """A Markdown file's front matter cannot be read or does not fit its schema."""


class UnreadableError(GeneratorError):
    """A raw file cannot be read as an article (empty, binary, too large)."""


class PublishError(GeneratorError):
    """The site could not be written (disk full, read-only folder, a foreign folder in the way)."""


class FetchError(GeneratorError):
    """A web address cannot be fetched, or must not be."""


class MissingExtraError(GeneratorError):
    """An optional package is needed that is not installed."""
