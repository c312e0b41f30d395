"""Markdown files as the durable record of articles, both ways."""
