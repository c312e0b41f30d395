"""Dates: what days and times the words of an article mean."""
