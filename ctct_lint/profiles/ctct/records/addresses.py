"""What is wrong with an e-mail address, if anything.

Nearly every address is of a form that needs no second look; what the others are is
for a library to say, which is imported for them only. It opens no connection.
"""

from __future__ import annotations

import os
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ctct_lint.profiles.ctct.records.plain_address import (
    FREQUENT,
    RESERVED,
    SHORTEST,
    has_plain_form,
    last_part,
)
from ctct_lint.rules.base import Finding, Findings
from ctct_lint.rules.wording import quoted, replacement
from ctct_lint.text.slips import is_slip

if TYPE_CHECKING:
    from ctct_lint.model.place import Place
    from ctct_lint.model.severity import Severity

# Of more characters the reason is told in the help.
_LONGEST_MESSAGE = 88
LONGEST = 80  # staff: longer ones are not supported


@lru_cache(maxsize=256)
def trouble_with(address: str) -> str:
    """Return what is wrong with an address, in words; "" for a good one."""
    if has_plain_form(address):
        return _domain(address)
    if not address.isascii():
        return "it has characters beyond ASCII"
    return _syntax(address) or _length(address) or _domain(address)


def unusable(at: Place, value: str, advice: str, severity: Severity | None) -> Findings:
    """Yield a finding for a value that is no good address."""
    trouble = trouble_with(value)
    if trouble:
        from ctct_lint.profiles.ctct.records.meant_address import (
            addresses_in,
            meant_address,
        )

        meant = meant_address(value, _is_good) or _with_known_domain(value)
        number = len(addresses_in(value))
        why = f"it holds {number} addresses" if number > 1 else trouble
        message = f"{quoted(value)} is not a usable e-mail address"
        if number <= 1 and trouble == _length(value) and len(value) > LONGEST:
            message = f"the address has {len(value)} characters, the limit is {LONGEST}"
        elif len(message) + len(why) < _LONGEST_MESSAGE:
            message += f": {why}"
        else:
            advice += f": {why}"
        yield Finding(
            at=at,
            message=message,
            help=(advice,),
            fixes=replacement(at, meant),
            severity=severity,
        )


def _with_known_domain(address: str) -> str:
    """Return the address with the frequent top-level domain that is close, or ""."""
    rest, _, last = address.rpartition(".")
    if not _domain(address) or trouble_with(f"{rest}.com"):
        return ""
    meant = next((known for known in FREQUENT if is_slip(last, known)), "")
    return f"{rest}.{meant}" if meant and len(last) >= len("com") else ""


def _domain(address: str) -> str:
    """Return what is wrong with the last part of an address's domain."""
    last = last_part(address)
    if last in FREQUENT or last in _top_level_domains():
        return ""
    return f"`.{last}` is no known top-level domain"


@cache
def _top_level_domains() -> frozenset[str]:
    """Return all that there were in 2026, in ASCII, and those kept for examples."""
    path = os.path.join(os.path.dirname(__file__), "top_level_domains.txt")
    with open(path, encoding="utf-8") as file:
        return frozenset((*RESERVED, *file.read().split()))


def _is_good(address: str) -> bool:
    return not trouble_with(address)


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
    if len(address) > LONGEST:
        return f"it has {len(address)} characters, more than {LONGEST}"
    return f"it has less than {SHORTEST} characters" * (len(address) < SHORTEST)
