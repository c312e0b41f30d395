"""Learning from the site's own articles: topics that people gave, for the articles that have none."""
