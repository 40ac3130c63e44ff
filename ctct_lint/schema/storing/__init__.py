"""Compiled schemas, kept so that they need not be compiled again."""
