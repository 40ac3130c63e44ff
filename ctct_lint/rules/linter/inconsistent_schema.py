"""The schema breaks a rule of XML Schema that libxml2 does not look for.

## Why

In the content of a type all elements of one name must have one type, a restriction must
allow nothing that its base does not, and of a facet it has one at most. libxml2 passes
over it and documents are checked all the same; other readers, such as Xerces or .NET,
refuse such a schema.

## How to fix it

Give elements of one name one type, declared once at the top, or other names. Where a
type allows more than its base, write an `extension`, or make the base allow it.
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import quoted

# By the first word of the detail: what is said after the name, and the help.
_NARROWER = "a restriction only takes away from what its base allows"
_WORDS = {
    "types": (
        "has another type than one of that name before it in this content",
        "elements of one name have one type there: declare it once, and refer to it",
    ),
    "added": ("may not stand in the base {}", "an `extension` adds elements"),
    "fewer": ("has to stand more often in the base {}", _NARROWER),
    "twice": ("stands twice here", "keep one of the two"),
    "none": (
        "is greater than `maxLength`: no value is left",
        "write a number that is not greater",
    ),
    "more": ("may stand more often than in the base {}", _NARROWER),
}


@rule(
    code="CTC912",
    severity=Severity.WARNING,
    evidence=Evidence.STANDARD,
    source="XML Schema 1.0, part 1, sections 3.8.6 and 3.9.6",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `detail` is a word of the above, and the name of the base."""
    what, _, base = fault.detail.partition(" ")
    message, advice = _WORDS[what]
    said = message.format(quoted(base, 20))
    yield Finding(fault.at, f"{quoted(fault.subject, 20)} {said}", help=(advice,))
