"""`Article` to `EnrichedArticle`: what one article says."""
