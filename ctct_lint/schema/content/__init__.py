"""Content models, made ready for matching."""
