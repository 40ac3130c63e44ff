"""Fixes of files: made, written in place or shown, and what is said of them."""
