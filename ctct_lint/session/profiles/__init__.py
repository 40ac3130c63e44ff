"""The profiles that a session knows: those of configurations and of distributions."""
