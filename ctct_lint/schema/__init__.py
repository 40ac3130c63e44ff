"""The schemas: which one, what they say, and why a document breaks them."""
