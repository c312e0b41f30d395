"""Saved pages and fragments of HTML: the story, and what the page says of it."""
