"""Raw files to `RawArticle` values, one reader a form."""
