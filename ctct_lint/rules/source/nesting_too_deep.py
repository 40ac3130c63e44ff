"""Elements are nested deeper than XML processors put up with.

## Why

libxml2, like other XML processors, refuses documents whose elements are nested more
than 256 levels deep, as a defence against documents made to exhaust it. An invoice
or a feed needs about ten.

## How to fix it

Look for a program that opens elements and never closes them. Markup that is a value,
such as the HTML of a mail, is to be escaped: then its elements do not count.
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import own_words
from ctct_lint.text.patterns import lazy

_NUMBER = lazy(r"\d+")
_USUAL = "256"


@rule(
    code="CTC006",
    evidence=Evidence.INFERENCE,
    source="the limit of libxml2",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `detail` is libxml2's message."""
    found = _NUMBER.search(fault.detail)
    yield Finding(
        fault.at,
        f"elements are nested more than {found[0] if found else _USUAL} levels deep",
        help=("close elements before opening further ones",),
        notes=(f"libxml2 says: {own_words(fault.detail)}",) if fault.detail else (),
    )
