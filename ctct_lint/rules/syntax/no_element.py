"""The document has no element at all: it is not XML.

## Why

There is text but no start tag in it. It may be JSON, plain text, or an error message
that was saved in place of the document.

## How to fix it

Look at what should have written the document. Everything that is sent to the service is
an Atom `entry`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.rules.base import Evidence, Finding, On, rule
from ctct_lint.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.schema.operation import Operation
    from ctct_lint.syntax.fault import Fault


@rule(
    code="CTC130",
    severity=Severity.ERROR,
    on=On.FAULT,
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.1",
)
def check(fault: Fault, _operation: Operation) -> Iterator[Finding]:
    """Word the fault."""
    yield Finding(
        fault.at,
        "the document has no element: it is not XML",
        help=("an XML document needs a root element, here an Atom `entry`",),
    )
