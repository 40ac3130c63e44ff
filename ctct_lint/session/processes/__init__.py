"""This process and those among which the work is divided."""
