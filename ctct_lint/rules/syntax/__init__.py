"""Rules that word what breaks XML."""
