"""Articles as databases of the press give them out: a reader for each way of setting head and text."""
