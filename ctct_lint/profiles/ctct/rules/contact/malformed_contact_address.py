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
<entry xmlns="http://www.w3.org/2005/Atom">
  <content type="application/vnd.ctct+xml">
    <Contact xmlns="http://ws.constantcontact.com/ns/1.0/">
      <EmailAddress>joe at example.com</EmailAddress>
    </Contact>
  </content>
</entry>
```

Use instead:

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <content type="application/vnd.ctct+xml">
    <Contact xmlns="http://ws.constantcontact.com/ns/1.0/">
      <EmailAddress>joe@example.com</EmailAddress>
    </Contact>
  </content>
</entry>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.place import value_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.addresses import (
    LONGEST,
    trouble_with,
    unwrapped,
    with_known_domain,
)
from ctct_lint.rules.base import Evidence, Finding, rule
from ctct_lint.rules.wording import quoted, replacement
from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.profiles.ctct.records.record import Record

# Whatever else may be wrong with it, it could be an address.
_LIKELY = lazy(r"\"[^\"]+\"@\S+|[^\s@<>,;:]+@[^\s@<>,;:]+")


@rule(
    code="CTC706",
    severity=Severity.ERROR,
    on="contact",
    operations=REQUESTS,
    evidence=Evidence.STAFF,
    source="developer forum: Complex email addresses are being rejected by the API",
)
def check(contact: Record) -> Iterator[Finding]:
    """Yield a finding if the value is no address; the schema says if it is empty."""
    value = contact.text("EmailAddress")
    trouble = trouble_with(value) if value else ""
    if not trouble or len(contact.fields["EmailAddress"]):
        return
    at = value_of(contact.fields["EmailAddress"])
    meant = unwrapped(value) or with_known_domain(value)
    is_likely = len(value) <= LONGEST and _LIKELY.fullmatch(value)
    yield Finding(
        at=at,
        message=f"{quoted(value)} is not a usable e-mail address",
        help=("write one address such as `joe@example.com`, and nothing else",),
        notes=(trouble,),
        fixes=replacement(at, meant, is_safe=meant in value),
        severity=Severity.WARNING if is_likely else None,
    )
