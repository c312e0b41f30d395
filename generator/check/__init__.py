"""The published site, looked at as a crawler and a feed reader do."""
