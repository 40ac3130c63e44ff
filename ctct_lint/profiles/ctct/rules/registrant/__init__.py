"""Rules about registrants of events."""
