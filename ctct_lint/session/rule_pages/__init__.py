"""What is told of the rules: pages, the list, the reference, hints."""
