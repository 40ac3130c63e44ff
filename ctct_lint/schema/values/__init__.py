"""Values of simple types: which are refused, and why."""
