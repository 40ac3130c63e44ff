"""The service's own rules, one a file, in a folder for each resource."""

# What rules are listed under, by the beginning of their codes.
GROUPS = {
    "CTC3": "Atom envelope",
    "CTC4": "campaign",
    "CTC5": "e-mail content",
    "CTC6": "schedule",
    "CTC7": "other resources",
}
