"""`OrganizationCountry`, or a contact's `CountryCode`, is no code of the service.

## Why

The official samples offer a list of codes: those of ISO 3166 in lower case, with a
few of their own such as `eng`, `nir` and `sct`. Later codes are not in it, and names
of countries never were.

## How to fix it

Write the two-letter code in lower case, such as `us` or `gb`.

## Example

```xml
<OrganizationCountry>United States</OrganizationCountry>
```

Use instead:

```xml
<OrganizationCountry>us</OrganizationCountry>
```
"""

from __future__ import annotations

from ctct_lint.model.place import value_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.facts import code_list, nearly_called
from ctct_lint.profiles.ctct.names import ctct
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import did_you_mean, nonempty, quoted, replacement
from ctct_lint.text.white_space import visible_part

_CONTACT = ctct("Contact")


@rule(
    code="CTC415",
    severity=Severity.WARNING,
    on="listed",
    operations=REQUESTS,
    when=("CountryCode!=|us|ca", "OrganizationCountry!=|us|ca"),
    evidence=Evidence.OFFICIAL_SDK,
    source="countries.txt of the PHP sample code",
)
def check(record: Record) -> Findings:
    """Yield a finding for a country that is not in the list, in any case."""
    name = "CountryCode" if record.element.tag == _CONTACT else "OrganizationCountry"
    country = record.text(name)
    if (
        not country
        or country.lower() in code_list("CountryCode")
        or country in code_list("AccountPlaceholder")
    ):
        return
    at = value_of(record.fields[name])
    seen = visible_part(country)
    is_seen = seen.lower() in code_list("CountryCode")
    meant = seen if is_seen else nearly_called(country, code_list("CountryCode"))
    advice = "write the two-letter code in lower case, such as `us`"
    yield Finding(
        at=at,
        message=f"{quoted(country)} is not a country code of the service",
        help=nonempty((did_you_mean(meant), advice)),
        fixes=replacement(at, meant, is_safe=is_seen),
    )
