"""Keys, IDs, and references to them."""
