"""A value is longer or shorter than its schema allows.

## Why

A schema can limit the length of a value. The schemas of today do not: the lengths that
are known come from a later interface, so that rules of their own warn of them. This
rule words what a further schema may say.

## How to fix it

Shorten or lengthen the value as the help says. Characters count, not bytes; white space
at both ends does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.rules.base import Evidence, Finding, On, rule
from ctct_lint.rules.wording import own_words, quoted
from ctct_lint.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.syntax.fault import Fault

_TOO_SHORT = "cannot be lesser than"
_TOO_LONG = "cannot be greater than"


@rule(
    code="CTC217",
    severity=Severity.ERROR,
    on=On.FAULT,
    evidence=Evidence.STANDARD,
    source="XML Schema 1.0, part 2, section 4.3.1",
)
def check(fault: Fault) -> Iterator[Finding]:
    """Word the fault; `detail` says how long the value may be."""
    number = fault.detail.rpartition(" ")[2]
    how, advice = "not as long as it must be", own_words(fault.detail)
    if _TOO_SHORT in fault.detail:
        how, advice = "too short", f"expected at least {number} characters"
    elif _TOO_LONG in fault.detail:
        how, advice = "too long", f"expected at most {number} characters"
    message = f"{quoted(fault.subject)} is {how} for {quoted(fault.owner)}"
    yield Finding(fault.at, message, help=(advice,))
