"""What rules about entries and payloads are called with, and have in common."""
