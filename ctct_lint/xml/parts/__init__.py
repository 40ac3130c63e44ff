"""A document that is too long to be read at once, as the parts that it is made of."""
