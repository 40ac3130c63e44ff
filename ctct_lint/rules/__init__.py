"""The rules, one a file; see `ctct_lint.rules.base`."""
