"""The files of a new site."""
