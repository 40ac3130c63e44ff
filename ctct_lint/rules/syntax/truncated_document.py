"""The document ends while elements are open.

## Why

The end of the document is missing: a copy or a download was cut off, or a program
failed while it wrote.

## How to fix it

Get the whole document. If only the end tags are missing, add them, the innermost first.

## Example

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <title type="text">September</title>
  <content type="application/vnd.ctct+xml">
```

Use instead:

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <title type="text">September</title>
  <content type="application/vnd.ctct+xml"></content>
</entry>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import fixes_of, listed, quoted
from ctct_lint.text.words import count


@rule(
    code="CTC104",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.1",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `owner` is the field whose content it is in, if any."""
    number = len(fault.related)
    are = "is" if number == 1 else "are"
    end_tags = listed(fault.expected)
    what = quoted(fault.owner) if fault.owner else "the document"
    yield Finding(
        fault.at,
        f"{what} ends here while {count(number, 'element')} {are} open",
        help=(f"the end is missing; it has at least {end_tags}",),
        related=tuple((at, f"{quoted(n)} is still open") for at, n in fault.related),
        # What is cut off in an attribute, nobody can guess.
        fixes=()
        if fault.detail == "attribute"
        else fixes_of(fault, "add the end tags", is_safe=False),
    )
