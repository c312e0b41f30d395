"""`Digest` to `Site`: values to text."""
