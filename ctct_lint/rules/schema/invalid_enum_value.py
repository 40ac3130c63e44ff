"""A value is none of those that the element or attribute may have.

## Why

Some elements take only a few values, written exactly so. `GreetingName` with any
other value makes the server answer 400 Bad Request, as Constant Contact's staff said
of a refused campaign; `EmailContentFormat` must be in capital letters, as must the
YES and NO of the switches. In a response the server itself wrote the value, so there
it is a warning only: such a document cannot be sent back unchanged.

## How to fix it

Write one of the values that the help lists. Where only the case differs, the fix is
safe; where another value is a guess, it waits for your consent.

## Example

```xml
<GreetingName>cmp_grt_name</GreetingName>
```

Use instead:

```xml
<GreetingName>FirstName</GreetingName>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.rules.base import Evidence, Finding, On, Proposal, rule
from ctct_lint.rules.wording import did_you_mean, expected, holder, quoted
from ctct_lint.schema.operation import Operation
from ctct_lint.schema.spelling import closest
from ctct_lint.severity import Applicability, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.syntax.fault import Fault

_AS_BOOLEAN = {"true": "YES", "1": "YES", "y": "YES"}
_AS_BOOLEAN |= {"false": "NO", "0": "NO", "n": "NO"}


@rule(
    code="CTC203",
    severity=Severity.ERROR,
    on=On.FAULT,
    evidence=Evidence.STAFF,
    source="staff answer in the developer forum: a campaign refused for GreetingName",
)
def check(fault: Fault, operation: Operation) -> Iterator[Finding]:
    """Word the fault."""
    meant = _meant(fault.subject, fault.expected)
    help_ = (expected(fault.expected),)
    yield Finding(
        fault.at,
        f"{quoted(fault.subject)} is not a valid {holder(fault)}",
        help=(did_you_mean(meant), *help_) if meant else help_,
        fixes=(_fix(fault, meant),) if meant else (),
        severity=Severity.WARNING if operation is Operation.RESPONSE else None,
    )


def _meant(value: str, candidates: tuple[str, ...]) -> str | None:
    """Return the candidate that differs in case or separators, or is close."""
    bare = _bare(value)
    same = next((c for c in candidates if _bare(c) == bare), None)
    boolean = _AS_BOOLEAN.get(bare, "")
    return same or (boolean if boolean in candidates else closest(value, candidates))


def _bare(value: str) -> str:
    return "".join(filter(str.isalnum, value)).casefold()


def _fix(fault: Fault, meant: str) -> Proposal:
    same = fault.subject.casefold() == meant.casefold()
    applicability = Applicability.SAFE if same else Applicability.UNSAFE
    return Proposal(f"write {quoted(meant)}", ((fault.at, meant),), applicability)
