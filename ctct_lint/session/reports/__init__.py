"""From results of files to reports, counts and the summary."""
