"""Rules about the form data that starts a bulk activity."""
