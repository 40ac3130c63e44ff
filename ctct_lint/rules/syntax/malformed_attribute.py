"""Something in a tag is no attribute: `name="value"` is what may stand there.

## Why

Between the name of a start tag and its `>` only attributes may stand, and in an end tag
nothing. An `=` too few or too many, a lone value or a slash make the tag unreadable.

## How to fix it

Write `name="value"`, or remove it.

## Example

```xml
<ContactLists>
  <ContactList id "http://api.constantcontact.com/ws/customers/tulips/lists/1" />
</ContactLists>
```

Use instead:

```xml
<ContactLists>
  <ContactList id="http://api.constantcontact.com/ws/customers/tulips/lists/1" />
</ContactLists>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.rules.base import Evidence, Finding, On, rule
from ctct_lint.rules.wording import fixes_of, quoted
from ctct_lint.severity import Applicability, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.schema.operation import Operation
    from ctct_lint.syntax.fault import Fault


@rule(
    code="CTC113",
    severity=Severity.ERROR,
    on=On.FAULT,
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 3.1",
)
def check(fault: Fault, _operation: Operation) -> Iterator[Finding]:
    """Word the fault."""
    subject, fix = quoted(fault.subject), "mend the tag"
    message, advice = (
        f"{subject} is no attribute",
        'write it as `name="value"`, or remove it',
    )
    if not fault.subject.strip(",;"):
        message = f"{subject} stands between attributes"
        advice, fix = "separate attributes by a space", "remove it"
    elif fault.owner and fault.subject.strip() == "/":
        message = f"`/` ends {quoted(fault.owner)} before its text"
        advice, fix = "end the start tag with `>` alone", "remove the slash"
    elif fault.subject != "/" and fault.subject.strip() == "/":
        message = "`/` and `>` are apart"
        advice, fix = "end the tag with `/>`", "remove the space"
    yield Finding(
        fault.at,
        message,
        help=(advice,),
        fixes=fixes_of(fault, fix, Applicability.UNSAFE),
    )
