"""What it takes to write a rule of one's own: a draft, and its tests."""
