"""Schematron: rules of a vocabulary that no XSD can say, as XPath and in words."""
