"""Linting documents that are too long to be read at once."""
