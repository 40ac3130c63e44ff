"""A second root element follows the first.

## Why

A document has one root element. Two entries are two documents, or stand in a `feed`.
What another root holds is not checked.

## How to fix it

Put each root element into a file of its own.

## Example

```xml
<entry xmlns="http://www.w3.org/2005/Atom"></entry>
<entry xmlns="http://www.w3.org/2005/Atom"></entry>
```

Use instead:

```xml
<entry xmlns="http://www.w3.org/2005/Atom"></entry>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import fixes_of, listed, quoted


@rule(
    code="CTC127",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.1",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `owner` is the field whose content it is in, if any."""
    advice = "put it into a file of its own: what it holds is not checked here"
    if fault.owner:
        advice = f"put it into the root element: {quoted(fault.owner)} has one"
    if fault.detail == "fragment":
        tags = listed(fault.expected)
        yield Finding(
            fault.at,
            f"{quoted(fault.subject)} is a second root element: "
            "what is around both is missing",
            help=(f"wrap all of them in {tags}",),
            fixes=fixes_of(fault, "wrap all of them", is_safe=False),
        )
        return
    title = f"remove this {quoted(fault.subject)}"
    yield Finding(
        fault.at,
        f"{quoted(fault.subject)} is a second root element",
        help=(advice,),
        related=tuple((at, "the root element") for at, _ in fault.related),
        fixes=() if fault.detail == "kept" else fixes_of(fault, title, is_safe=False),
    )
