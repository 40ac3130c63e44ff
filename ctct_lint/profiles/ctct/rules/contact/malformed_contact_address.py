"""`EmailAddress` of a contact is not an e-mail address.

## Why

The server looks at the address of a contact and refuses what is none: "The provided
email address was not valid". It is known to refuse some unusual ones as well that the
standard allows, and top-level domains that it does not know; where only that is to be
feared, this is a warning. More than 80 characters are not supported.

## How to fix it

Write one address, with no name and no angle brackets.

## Example

```xml
<EmailAddress>joe at example.com</EmailAddress>
```

Use instead:

```xml
<EmailAddress>joe@example.com</EmailAddress>
```
"""

from __future__ import annotations

from ctct_lint.model.place import value_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.addresses import LONGEST, unusable
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.rules.base import Evidence, Findings, rule
from ctct_lint.text.patterns import lazy

# Whatever else may be wrong with it, it could be an address.
_LIKELY = lazy(r"\"[^\"]+\"@\S+|[^\s@<>,;:]+@[^\s@<>,;:]+")
_ADVICE = "write one address such as `joe@example.com`, and nothing else"


@rule(
    code="CTC706",
    on="contact",
    operations=REQUESTS,
    evidence=Evidence.STAFF,
    source="developer forum: Complex email addresses are being rejected by the API",
)
def check(contact: Record) -> Findings:
    """Yield a finding if the value is no address; the schema says if it is empty."""
    value = contact.text("EmailAddress")
    if value and not len(contact.fields["EmailAddress"]):
        at = value_of(contact.fields["EmailAddress"])
        is_likely = len(value) <= LONGEST and _LIKELY.fullmatch(value)
        severity = Severity.WARNING if is_likely else None
        yield from unusable(at, value, _ADVICE, severity)
