"""Matching the children of an element with its content model, by the fewest repairs."""
