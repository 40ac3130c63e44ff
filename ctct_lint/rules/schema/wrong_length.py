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

from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import FAULT, Evidence, Finding, rule
from ctct_lint.rules.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.model.fault import Fault

_WORDS = {
    "length": ("not as long as it must be", "exactly"),
    "minLength": ("too short", "at least"),
    "maxLength": ("too long", "at most"),
}


@rule(
    code="CTC217",
    severity=Severity.ERROR,
    on=FAULT,
    evidence=Evidence.STANDARD,
    source="XML Schema 1.0, part 2, section 4.3.1",
)
def check(fault: Fault) -> Iterator[Finding]:
    """Word the fault; `detail` is the facet, such as `maxLength 80`."""
    facet, _, number = fault.detail.partition(" ")
    how, limit = _WORDS[facet]
    advice = f"expected {limit} {number} characters"
    message = f"{quoted(fault.subject)} is {how} for {quoted(fault.owner)}"
    yield Finding(fault.at, message, help=(advice,))
