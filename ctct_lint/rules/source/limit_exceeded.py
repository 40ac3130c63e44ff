"""A name or a value is longer than any parser of XML takes without being told to.

## Why

libxml2 refuses texts and attribute values of more than 10,000,000 bytes and names of
more than 50,000, as a guard against documents that are made to exhaust memory. Many a
receiver takes far less: the later interface of Constant Contact 930,000 characters.

## How to fix it

Shorten it, or let it name a file: a picture or an attachment need not stand in the
document that shows it.
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import own_words, quoted


@rule(
    code="CTC009",
    evidence=Evidence.INFERENCE,
    source="limits of libxml2, on which most XML tools are built",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `subject` is the tag's name, `detail` what libxml2 says."""
    is_name = "name" in fault.detail.lower()
    what = "the name" if is_name else "the text or an attribute of"
    limit = "50,000" if is_name else "10,000,000"
    yield Finding(
        at=fault.at,
        message=f"{what} {quoted(fault.subject)} is longer than {limit} bytes",
        help=("shorten it",),
        notes=(f"libxml2 says: {own_words(fault.detail)}",),
    )
