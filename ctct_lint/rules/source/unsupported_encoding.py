"""The document is in an encoding that XML processors need not know, or that is unknown.

## Why

Every XML processor reads UTF-8 and UTF-16; what else it knows is its own affair. The
service's samples are UTF-8, all of them. A name that nobody knows, UTF-32, UTF-7 and
the encodings of mainframes are refused, or read wrongly.

## How to fix it

Save the document as UTF-8 and declare that, or nothing: UTF-8 is the default.

## Example

```xml
<?xml version="1.0" encoding="utf8-unicode"?>
<entry xmlns="http://www.w3.org/2005/Atom"/>
```

Use instead:

```xml
<?xml version="1.0" encoding="UTF-8"?>
<entry xmlns="http://www.w3.org/2005/Atom"/>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, guess, rule
from ctct_lint.rules.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    code="CTC004",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 4.3.3",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `expected` is empty where the bytes, not a name, are at fault."""
    name = quoted(fault.subject) if any(fault.expected) else fault.subject
    yield Finding(
        fault.at,
        f"the encoding {name} is not supported",
        help=("save the file as UTF-8 and declare `UTF-8`, or nothing",),
        fixes=tuple(_declare(fault)),
    )


def _declare(fault: Fault) -> Iterator[Proposal]:
    if "UTF-8" in fault.expected:
        yield guess("declare `UTF-8`", (fault.at, "UTF-8"))
