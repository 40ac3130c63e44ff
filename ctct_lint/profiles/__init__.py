"""Vocabularies as objects: what a profile is, and those that are built in."""
