"""Signs of tags that were typed wrongly."""
