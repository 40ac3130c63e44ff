"""The files of a schema: found, read and kept within bounds."""
