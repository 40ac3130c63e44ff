"""The generic rules, one a file; see `ctct_lint.rules.base`."""

# What rules are listed under, by the beginning of their codes.
GROUPS = {
    "CTC0": "source and encoding",
    "CTC1": "XML syntax",
    "CTC2": "schema",
    "CTC9": "the linter itself",
}
