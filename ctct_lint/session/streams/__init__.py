"""Where a run writes to: stdout, stderr, the terminal, files."""
