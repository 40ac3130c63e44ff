"""The files of a run: found, read, checked."""
