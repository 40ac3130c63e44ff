"""The components of a schema, as XSD calls them: plain values."""
