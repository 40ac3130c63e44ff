"""The document has no element at all: it is not XML.

## Why

There is text but no start tag in it. It may be JSON, plain text, or an error message
that was saved in place of the document.

## How to fix it

Look at what should have written the document. Everything that is sent to the service is
an Atom `entry`.
"""

from __future__ import annotations

from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule

RULE = fault_rule(
    __name__,
    code="CTC130",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.1",
    message="the document has no element: it is not XML",
    help="an XML document needs a root element, here an Atom `entry`",
)
