"""`digest show`: what was understood in an article, for programs (records.py) and for people (terminal.py)."""
