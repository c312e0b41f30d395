"""Feeds, and exports and lists of them: each entry an article."""
