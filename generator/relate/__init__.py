"""`EnrichedArticle` values to one `Digest`: what they say together."""
