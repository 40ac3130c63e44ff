"""A value refers to a key that no element has.

## Why

A schema can say that a value is the key of another element, such as the code of a
book in an order. If no element has that key, the reference leads nowhere.

## How to fix it

Write the value of an element that is there, or add the element. The help shows what
is close, or some of those that there are.

If there is such a value, its type is another one: the number `1` and the text `1` are
not the same. Then the schema is at fault, which has to give both the same type.

## Example

```xml
<book code="b1"/>
<order of="b2"/>
```

Use instead:

```xml
<book code="b1"/>
<order of="b1"/>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import did_you_mean, expected, quoted, replacement
from ctct_lint.text.spelling import closest


@rule(
    code="CTC234",
    evidence=Evidence.STANDARD,
    source="XML Schema 1.0, part 1, section 3.11.4, 4.3",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `expected` has what could be referred to."""
    written, key = quoted(fault.subject), quoted(fault.detail)
    if fault.subject in fault.expected:
        yield Finding(
            fault.at,
            f"{written} is of another type than the key {key}",
            help=("in the schema, give both the same type",),
        )
        return
    meant = closest(fault.subject, fault.expected)
    known = tuple(filter(None, fault.expected))
    help_ = did_you_mean(meant) if meant else expected(known)
    yield Finding(
        fault.at,
        f"{written} is no value of the key {key}",
        help=(help_,) if known else (),
        fixes=replacement(fault.at, meant or ""),
    )
