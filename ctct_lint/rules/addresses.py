"""What is wrong with an e-mail address, if anything.

Nearly every address is of a form that needs no second look; what the others are is
for a library to say, which is imported for them only. It opens no connection.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ctct_lint.patterns import lazy

_WORD = r"[A-Za-z0-9]+"
_PLAIN = re.compile(
    rf"{_WORD}(?:[._-]{_WORD})*@{_WORD}(?:[.-]{_WORD})*\.[A-Za-z]{{2,24}}"
)
# `Joe <joe@example.com>`, `mailto:joe@example.com`
_WRAPPED = lazy(r"(?:mailto:|[^<>]*<)([^<>\s]+)>?")
_LONGEST_LOCAL = 64
_LONGEST, _SHORTEST = 80, 6  # of the v2 interface


@lru_cache(maxsize=256)
def trouble_with(address: str) -> str:
    """Return what is wrong with an address, in words; "" for a good one."""
    if _SHORTEST <= len(address) <= _LONGEST_LOCAL and _PLAIN.fullmatch(address):
        return ""
    if not address.isascii():
        return "it has characters beyond ASCII"
    return _syntax(address) or _length(address)


def unwrapped(value: str) -> str:
    """Return the good address that stands in a wrapping, "" if there is none."""
    found = _WRAPPED.fullmatch(value)
    return found[1] if found is not None and not trouble_with(found[1]) else ""


def _syntax(address: str) -> str:
    from email_validator import EmailNotValidError, validate_email

    try:
        # Domains for examples and tests are no fault of the syntax.
        validate_email(
            address, check_deliverability=False, test_environment=True, strict=True
        )
    except EmailNotValidError as error:
        words = str(error).rstrip(".")
        return words[0].lower() + words[1:]
    return ""


def _length(address: str) -> str:
    if len(address) > _LONGEST:
        return f"it has more than {_LONGEST} characters"
    return f"it has less than {_SHORTEST} characters" * (len(address) < _SHORTEST)
