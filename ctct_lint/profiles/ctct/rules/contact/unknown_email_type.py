"""`EmailType` of a contact is neither HTML nor Text.

## Why

The type says which form of a mail the contact prefers. Libraries know `HTML` and
`Text`, written so; an empty element is accepted. What the server makes of another value
is not known.

## How to fix it

Write `HTML` or `Text`, or leave the element out.

## Example

```xml
<EmailType>plain</EmailType>
```

Use instead:

```xml
<EmailType>Text</EmailType>
```
"""

from __future__ import annotations

from functools import cache

from ctct_lint.model.place import value_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.facts import called, facts_of
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import (
    did_you_mean,
    expected,
    nonempty,
    quoted,
    replacement,
)
from ctct_lint.text.slips import is_sure


@rule(
    code="CTC707",
    severity=Severity.WARNING,
    on="contact",
    evidence=Evidence.SDK,
    source=".NET library",
)
def check(contact: Record) -> Findings:
    value = contact.text("EmailType")
    if not value or value in _types():
        return
    at = value_of(contact.fields["EmailType"])
    sure = next((t for t in _types() if is_sure(value, t, _types())), "")
    meant = sure or called(value, frozenset(_types()))
    yield Finding(
        at=at,
        message=f"{quoted(value)} is not a known EmailType",
        help=nonempty((did_you_mean(meant), expected(_types()))),
        fixes=replacement(at, meant, is_safe=bool(sure)),
    )


@cache
def _types() -> tuple[str, ...]:
    return facts_of("contact.xsd", "Contact")["EmailType"].values
