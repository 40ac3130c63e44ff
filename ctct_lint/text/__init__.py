"""Text: from bytes, by lines and columns, and how close words are to each other."""
