"""Names: which people, places and organisations an article names."""
