"""The Constant Contact v1 web services: Atom entries with campaigns and more."""
