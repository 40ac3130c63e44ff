"""The document is not well-formed for a reason that no other rule has words for.

## Why

What is not well-formed is no XML, and no XML processor may read on after the first
such fault. The other rules of this group name the usual faults, each with its fix;
where they find none and libxml2 still refuses the document, this rule passes on what
it says.

## How to fix it

Follow the message. That no other rule explains it is a shortcoming of ctct-lint: a
report with the document that shows it is welcome.
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import own_words


@rule(
    code="CTC199",
    evidence=Evidence.STANDARD,
    source="XML 1.0, as libxml2 reads it",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `detail` is libxml2's message."""
    yield Finding(fault.at, f"not well-formed: {own_words(fault.detail)}")
