"""What all rooms speak of: diagnostics, faults and places, as frozen values."""
