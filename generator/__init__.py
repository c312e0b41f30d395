"""News Digest: raw news articles in, a cross-linked digest site and feeds out."""

__version__ = "0.1.0"
