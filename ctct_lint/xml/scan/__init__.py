"""From text to tokens, each with the faults that lie inside it."""
