"""Articles as rows: CSV, JSON Lines, plain XML records."""
