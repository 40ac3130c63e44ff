"""The mends of a text that is not well-formed."""
