"""An address in the United States or Canada without `OrganizationState`.

## Why

The footer of every mail holds the sender's address. The server answers 400 Bad
Request to a campaign with country `us` or `ca`, or with an address but no country,
whose `OrganizationState` is missing or empty.

## How to fix it

Give the two-letter code in capitals: `<OrganizationState>MA</OrganizationState>`.
Elsewhere name the country, and the region in `OrganizationInternationalState`.

## Example

```xml
<OrganizationAddress1>123 Main Street</OrganizationAddress1>
<OrganizationCity>Waltham</OrganizationCity>
<OrganizationCountry>us</OrganizationCountry>
```

Use instead:

```xml
<OrganizationAddress1>123 Main Street</OrganizationAddress1>
<OrganizationCity>Waltham</OrganizationCity>
<OrganizationState>MA</OrganizationState>
<OrganizationCountry>us</OrganizationCountry>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.rules.base import Evidence, Finding, On, rule
from ctct_lint.schema.operation import REQUESTS, Operation
from ctct_lint.severity import Severity
from ctct_lint.syntax.place import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.rules.record import Record

_WITH_STATES = {"us": "the United States", "ca": "Canada"}
_ADDRESS = ("OrganizationAddress1", "OrganizationCity", "OrganizationPostalCode")
_PLACEHOLDER = "$ACCOUNT."


@rule(
    code="CTC401",
    severity=Severity.ERROR,
    on=On.CAMPAIGN,
    operations=REQUESTS,
    evidence=Evidence.STAFF,
    source="developer forum: 400 Error, please check my xml",
)
def check(campaign: Record, operation: Operation) -> Iterator[Finding]:
    """Yield a finding where a state is needed and missing or empty."""
    del operation
    if campaign.text("OrganizationState"):
        return
    country = campaign.text("OrganizationCountry")
    if country.lower() in _WITH_STATES:
        why = f"when the country is `{country}`"
    elif not country and _has_address(campaign):
        why = "when an address has no country"
    else:
        return
    is_there = campaign.has("OrganizationState")
    missing = "empty" if is_there else "missing"
    state = campaign.fields["OrganizationState"] if is_there else campaign.element
    yield Finding(
        at=name_of(state),
        message=f"`OrganizationState` must not be {missing} {why}",
        help=("add a state code, such as `<OrganizationState>MA</OrganizationState>`",),
        notes=_notes(campaign),
    )


def _has_address(campaign: Record) -> bool:
    """Is an address given, not just the account's, and no region abroad?"""
    if campaign.text("OrganizationInternationalState"):
        return False
    texts = map(campaign.text, _ADDRESS)
    return any(text and not text.startswith(_PLACEHOLDER) for text in texts)


def _notes(campaign: Record) -> tuple[str, ...]:
    if campaign.text("OrganizationInternationalState"):
        return ("`OrganizationInternationalState` is for countries without states",)
    return ()
