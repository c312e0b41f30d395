"""Packaged vocabularies that several stages read."""
