"""`RawArticle` to `Extraction`: furniture off, metadata out."""
