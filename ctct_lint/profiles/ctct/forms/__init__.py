"""Form data: the bodies of bulk activities, which are no XML."""
