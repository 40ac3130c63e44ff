"""Rules that word what breaks the schema."""
