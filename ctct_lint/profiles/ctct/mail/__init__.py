"""What rules about the mail of a campaign have in common."""
