"""Positions in XML text, and the repair of text that is not XML."""
