"""A value of a contact is longer than the official form allows.

## Why

The documentation says that a contact whose values pass the limits of their fields is
refused; which these are is not known in full. The form of the official PHP sample stops
at 50 characters, in postal codes at 25, and plugins cut what they send to the same
size. For `Note` the limit of the v2 interface is known.

## How to fix it

Shorten the value. What needs more room goes in `Note`.

## Example

```xml
<JobTitle>Assistant to the deputy manager of the flower shops</JobTitle>
```

Use instead:

```xml
<JobTitle>Assistant to the deputy manager</JobTitle>
```
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ctct_lint.profiles.ctct.facts import facts_of
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.lengths import too_long
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.records.traits import LONG
from ctct_lint.rules.base import Evidence, Findings, rule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ctct_lint.schema.facts.fact import Fact

# What is wrong with an address is said in one place.
_ELSEWHERE = "EmailAddress"
_ORIGINS = {
    "official-sdk": "the limit is that of the official form",
    "v2": "the limit is that of the v2 interface",
}


@rule(
    code="CTC705",
    on="contact",
    operations=REQUESTS,
    traits=LONG,
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Adding a Contact to a List; limits: PHP sample cc_class.php",
)
def check(contact: Record) -> Findings:
    known = _limited().items()
    limits = ((name, f.maximum, _ORIGINS[f.limit_from]) for name, f in known)
    yield from too_long(contact, limits)


@cache
def _limited() -> Mapping[str, Fact]:
    known = facts_of("contact.xsd", "Contact")
    return {n: f for n, f in known.items() if f.maximum and n != _ELSEWHERE}
