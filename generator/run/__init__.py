"""How work is carried out: where it runs, what is kept."""
