"""From places in a tree to ranges of the text."""
