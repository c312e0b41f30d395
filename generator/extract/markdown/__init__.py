"""Markdown as people write it, as an article."""
