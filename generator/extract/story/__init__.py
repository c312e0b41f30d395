"""Where a story begins and ends in a text, and what within it is none of it."""
