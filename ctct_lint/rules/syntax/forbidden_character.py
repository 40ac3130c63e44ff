"""A character is not allowed in XML, escaped or not.

## Why

Control characters other than tab, line feed and carriage return, lone surrogates and
the last two code points of the basic plane cannot be in a document. They come from word
processors, data bases and wrong decoding.

## How to fix it

Remove the character. In place of a vertical tab or a form feed, with which word
processors end lines and pages, write a space.
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import fixes_of, listed


@rule(
    code="CTC129",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.2",
)
def check(fault: Fault) -> Findings:
    codes = [f"U+{ord(char):04X}" for char in fault.subject]
    what = f"the character {codes[0]} is" if len(codes) == 1 else "these characters are"
    title, advice = "remove it", f"remove {listed(codes)}"
    if any(new for _, new in fault.edits):
        title, advice = "write a space", f"write a space in place of {listed(codes)}"
    yield Finding(
        fault.at,
        f"{what} not allowed in XML, escaped or not",
        help=(advice,),
        fixes=fixes_of(fault, title, is_safe=False),
    )
