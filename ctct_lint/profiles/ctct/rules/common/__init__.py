"""Rules about what several resources have in common."""
