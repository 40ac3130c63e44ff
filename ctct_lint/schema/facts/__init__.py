"""What annotations of schemas say: facts of elements, and values by other words."""
