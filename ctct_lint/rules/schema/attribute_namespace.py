"""An attribute's name is right, but not its namespace.

## Why

An attribute without a prefix is in no namespace, whatever `xmlns` says. Attributes of
other vocabularies, such as `xlink:href` or `xml:lang`, need their prefix; those of the
vocabulary itself have none, unless its schema says so.

## How to fix it

Write the prefix, and declare it, or leave it away.

## Example

```xml
<image href="a.png"/>
```

Use instead:

```xml
<image xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="a.png"/>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.context import Context
from ctct_lint.rules.wording import fixes_of, namespace_label, quoted


@rule(
    code="CTC231",
    evidence=Evidence.STANDARD,
    source="Namespaces in XML 1.0, section 6.2",
)
def check(fault: Fault, context: Context) -> Findings:
    """Word the fault; `expected` has the right namespace, "" for none."""
    (right,), labels = fault.expected, context.vocabulary.labels
    where = f"in {namespace_label(right, labels)}" if right else "in no namespace"
    written = fault.edits[0][1] if fault.edits else ""
    what = f"{quoted(fault.subject)} of {quoted(fault.owner)}"
    advice = (
        f"write {quoted(written, 80)}" if written else f"declare {quoted(right, 80)}"
    )
    yield Finding(
        fault.at,
        f"the attribute {what} must be {where}",
        help=(advice,),
        fixes=fixes_of(fault, advice),
    )
