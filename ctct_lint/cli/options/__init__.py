"""The options of `check`, a module for each heading of its help."""
