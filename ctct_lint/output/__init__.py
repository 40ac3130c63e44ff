"""The formats in which diagnostics are written."""
