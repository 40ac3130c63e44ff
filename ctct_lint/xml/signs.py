"""Signs that matter in tags. The patterns of names in `chars` are costly; these not."""

QUOTES = "\"'"
# What programs and people write for quotes, with those of French and of Chinese.
# WordPress writes a prime for a quote that follows a digit.
DOUBLE_CURLY = "“”„‟«»＂\N{DOUBLE PRIME}"  # noqa: RUF001 - the point of it
SINGLE_CURLY = "‘’‚‛‹›＇\N{PRIME}"  # noqa: RUF001 - as above
CURLY = DOUBLE_CURLY + SINGLE_CURLY
# What looks like white space, or like nothing, as part of a character class.
ODD_SPACE = "\x85\xa0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000"
