"""A page to paste a document into: served on this machine, to this machine alone."""
