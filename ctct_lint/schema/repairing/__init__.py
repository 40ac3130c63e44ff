"""What a schema says may stand where, for the repair of broken documents."""
