"""The schema refuses the document for a reason that no other rule has words for.

## Why

libxml2 decides whether a document is valid against its schema; the other rules of this
group then find out why. Where they find nothing, this rule passes on what libxml2
says, so that no invalid document is ever taken for a valid one.

## How to fix it

Follow the message. That no other rule explains it is a shortcoming of ctct-lint: a
report with the document that shows it is welcome.
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import own_words, quoted


@rule(
    code="CTC299",
    evidence=Evidence.STANDARD,
    source="XML Schema 1.0, as libxml2 reads it",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `detail` is libxml2's message."""
    words = own_words(fault.detail)
    told = words.partition(": ")[2] if words.startswith("element `") else words
    message = f"{quoted(fault.subject)} breaks the schema: {own_words(told)}"
    yield Finding(fault.at, message)
