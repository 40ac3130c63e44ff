"""`OrganizationPostalCode` is not a postal code of the country.

## Why

The address stands at the foot of every mail, where the law of the United States and of
Canada wants a valid one. ZIP codes are five digits, or five and four (`02451-1234`);
Canadian codes are letters and digits in turn (`K1A 0B1`). Nothing says that the
server looks at the code.

## How to fix it

Correct the code or the country. A ZIP code that has lost its leading nought was most
likely stored as a number.

## Example

```xml
<OrganizationCountry>us</OrganizationCountry>
<OrganizationPostalCode>2451</OrganizationPostalCode>
```

Use instead:

```xml
<OrganizationCountry>us</OrganizationCountry>
<OrganizationPostalCode>02451</OrganizationPostalCode>
```
"""

from __future__ import annotations

import re
from functools import lru_cache

from ctct_lint.model.place import value_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import quoted, replacement

_FORMS = {
    "us": (r"\d{5}(?:[- ]?\d{4})?", "`02451` or `02451-1234`", "a ZIP code"),
    "ca": (r"[A-Za-z]\d[A-Za-z][- ]?\d[A-Za-z]\d", "`K1A 0B1`", "a Canadian code"),
}
_PLACEHOLDER = "$ACCOUNT."
_DIGITS = 5


@rule(
    code="CTC418",
    severity=Severity.WARNING,
    on="campaign",
    operations=REQUESTS,
    when=("OrganizationPostalCode!~[0-9]{5}", "OrganizationCountry=ca|cA|Ca|CA"),
    evidence=Evidence.INFERENCE,
    source="the postal services of the two countries",
)
def check(campaign: Record) -> Findings:
    code = campaign.text("OrganizationPostalCode")
    country = campaign.text("OrganizationCountry").lower()
    if not code or country not in _FORMS or _fits(code, country):
        return
    _, example, what = _FORMS[country]
    at = value_of(campaign.fields["OrganizationPostalCode"])
    has_lost_zeros = code.isascii() and code.isdigit() and len(code) < _DIGITS
    meant = code.zfill(_DIGITS) if country == "us" and has_lost_zeros else ""
    yield Finding(
        at=at,
        message=f"{quoted(code)} is not {what}, the country is {quoted(country)}",
        help=(f"write it like {example}, or correct the country",),
        related=((value_of(campaign.fields["OrganizationCountry"]), "the country"),),
        fixes=replacement(at, meant),
    )


@lru_cache(maxsize=256)
def _fits(code: str, country: str) -> bool:
    form, _, _ = _FORMS[country]
    return code.startswith(_PLACEHOLDER) or re.fullmatch(form, code) is not None
