"""Markdown as people write it, in the Markdown that Python-Markdown reads: text comes in, text goes out.

What is written that way already is left as it is, so that doing it twice changes nothing.
"""
