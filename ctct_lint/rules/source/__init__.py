"""Rules about bytes and encodings."""
