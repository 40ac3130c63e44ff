"""Rules about campaigns."""
