"""`OrganizationCountry` mixes small and capital letters.

## Why

The list of codes of the official sample is in lower case, as is every official
document; a published library sends `US` without trouble, and the later interface wants
capitals. `Us` is in neither list.

## How to fix it

Write the code in lower case.

## Example

```xml
<OrganizationCountry>Us</OrganizationCountry>
```

Use instead:

```xml
<OrganizationCountry>us</OrganizationCountry>
```
"""

from __future__ import annotations

from ctct_lint.model.place import value_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.facts import code_list
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import quoted, replacement


@rule(
    code="CTC419",
    severity=Severity.WARNING,
    on="campaign",
    operations=REQUESTS,
    when=("OrganizationCountry!=|us|US|ca|CA",),
    evidence=Evidence.OFFICIAL_SDK,
    source="countries.txt of the PHP sample code; against it: a Ruby library",
)
def check(campaign: Record) -> Findings:
    country = campaign.text("OrganizationCountry")
    lower = country.lower()
    if country not in {lower, country.upper()} and lower in code_list("CountryCode"):
        at = value_of(campaign.fields["OrganizationCountry"])
        yield Finding(
            at=at,
            message=f"{quoted(country)} is not how a country code is written",
            help=(f"write {quoted(lower)}",),
            fixes=replacement(at, lower, is_safe=True),
        )
