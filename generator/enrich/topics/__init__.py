"""Topics: what an article is about."""
