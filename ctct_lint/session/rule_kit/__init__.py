"""What it takes to write a rule of one's own: one to start from, and its tests."""
