"""Quotations: who says what in an article."""
