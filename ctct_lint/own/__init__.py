"""Rules of the user's own: Python files, read without being run, run where allowed."""
