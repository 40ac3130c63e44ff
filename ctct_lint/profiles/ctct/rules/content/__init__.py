"""Rules about what campaigns carry to readers."""
