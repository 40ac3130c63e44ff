"""`EmailAddress` is not an e-mail address.

## Why

The sender's address and the one for replies must be among the verified addresses of
the account, so what is no address at all cannot be right. It is the `id` of `Email`
that counts, so the server may not look at it. Staff said that addresses of more than
80 characters are not supported: such a one is an error.

## How to fix it

Write the address as the account has it: no name, no angle brackets, one address only.

## Example

```xml
<FromEmail>
  <Email id="http://api.constantcontact.com/ws/customers/joe/settings/emailaddresses/1"/>
  <EmailAddress>joe at example.com</EmailAddress>
</FromEmail>
```

Use instead:

```xml
<FromEmail>
  <Email id="http://api.constantcontact.com/ws/customers/joe/settings/emailaddresses/1"/>
  <EmailAddress>joe@example.com</EmailAddress>
</FromEmail>
```
"""

from __future__ import annotations

from ctct_lint.model.place import value_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.addresses import LONGEST, unusable
from ctct_lint.profiles.ctct.records.plain_address import addresses_in
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.records.traits import ADDRESSES
from ctct_lint.rules.base import Evidence, Findings, rule
from ctct_lint.text.white_space import trimmed

_PLACEHOLDER = "$ACCOUNT."
_ADVICE = "write the address as the account has it"


@rule(
    code="CTC417",
    severity=Severity.WARNING,
    on="campaign",
    operations=REQUESTS,
    traits=ADDRESSES,
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Account Email Addresses Resource",
)
def check(campaign: Record) -> Findings:
    for child in addresses_in(campaign.fields):
        value = trimmed(child.text)
        is_given = value and not value.startswith(_PLACEHOLDER)
        if is_given and not len(child) and not _is_name(value):
            severity = Severity.ERROR if len(value) > LONGEST else None
            yield from unusable(value_of(child), value, _ADVICE, severity)


def _is_name(value: str) -> bool:
    """Is it a name like `Joe & Co`? Most often its bare `&` is the fault, and said."""
    return "&" in value and "@" not in value
