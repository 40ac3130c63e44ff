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

from ctct_lint.model.place import name_of, value_of
from ctct_lint.profiles.ctct.guesses import value_for
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.elsewhere import is_elsewhere
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.context import Context
from ctct_lint.rules.insertion import insertion
from ctct_lint.rules.wording import child_tag, replacement

if TYPE_CHECKING:
    from ctct_lint.model.place import Place
    from ctct_lint.rules.base import Proposal

_WITH_STATES = {"us": "the United States", "ca": "Canada"}
_ADDRESS = ("OrganizationAddress1", "OrganizationCity", "OrganizationPostalCode")
_PLACEHOLDER = "$ACCOUNT."


@rule(
    code="CTC401",
    on="campaign",
    operations=REQUESTS,
    when=("!OrganizationState", "OrganizationState="),
    evidence=Evidence.STAFF,
    source="developer forum: 400 Error, please check my xml",
)
def check(campaign: Record, context: Context) -> Findings:
    if campaign.text("OrganizationState"):
        return
    country = campaign.text("OrganizationCountry")
    related: tuple[tuple[Place, str], ...] = ()
    if country.lower() in _WITH_STATES:
        why = f"when the country is `{country}`"
    elif not country and _has_address(campaign):
        why = "when an address has no country"
        related = ((name_of(campaign.element), "no `OrganizationCountry` here"),)
    else:
        return
    if is_elsewhere(campaign, "OrganizationState"):
        return
    is_there = campaign.has("OrganizationState")
    missing = "empty" if is_there else "missing"
    state = campaign.fields["OrganizationState"] if is_there else campaign.element
    tag = child_tag(campaign.element, "OrganizationState")
    yield Finding(
        at=name_of(state),
        message=f"`OrganizationState` must not be {missing} {why}",
        help=(f"add a state code, such as `{tag}MA{tag.replace('<', '</')}`",),
        notes=_notes(campaign),
        related=related if is_there else (),
        # `$ACCOUNT.US_STATE` has none of a province.
        fixes=() if country.lower() == "ca" else _fixes(campaign, context),
    )


def _fixes(campaign: Record, context: Context) -> tuple[Proposal, ...]:
    """Return the fix that takes the account's state, which is a guess."""
    name = "OrganizationState"
    if not campaign.has(name):
        return tuple(insertion(context, campaign.element, name))
    value = value_for(campaign.element, name)
    return replacement(value_of(campaign.fields[name]), value)


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
