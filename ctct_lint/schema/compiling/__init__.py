"""From an XSD to its components, with xmlschema."""
