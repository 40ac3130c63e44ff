"""The document is empty, or nothing but white space.

## Why

An XML document has exactly one root element, so that no content at all is no XML.
Often a program has created the file and failed before it wrote to it.

## How to fix it

Look at what should have written the document: whether it ended with an error, and
whether the file was read before it was written.
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.context import Context


@rule(
    code="CTC001",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.1",
)
def check(fault: Fault, context: Context) -> Findings:
    needs_root = context.vocabulary.needs_root
    message = "the document is empty"
    if fault.at.start < fault.at.end:
        message = "the document holds nothing but characters that XML forbids"
    yield Finding(fault.at, message, help=(needs_root,))
