"""Rules that word what a Schematron schema says of a document."""
