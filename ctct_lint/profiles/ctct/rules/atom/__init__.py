"""Rules about the Atom envelope."""
