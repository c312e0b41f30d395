"""E-mail and newsletters, and saved pages in the same envelope (MHTML)."""
