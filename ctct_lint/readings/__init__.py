"""What somebody may have meant who wrote a value in another form than its type has."""
