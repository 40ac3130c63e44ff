"""`OrganizationState` and `OrganizationInternationalState` are both given.

## Why

The first is for the United States and Canada, the second for all other countries;
the official samples refuse a form with both.

## How to fix it

Leave the one empty that does not fit the country.

## Example

```xml
<OrganizationState>MA</OrganizationState>
<OrganizationInternationalState>Kent</OrganizationInternationalState>
```

Use instead:

```xml
<OrganizationState>MA</OrganizationState>
<OrganizationInternationalState></OrganizationInternationalState>
```
"""

from __future__ import annotations

from ctct_lint.model.place import value_of
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.records.regions import is_state
from ctct_lint.rules.base import Evidence, Finding, Findings, guess, rule

_PLACEHOLDER = "$ACCOUNT."


@rule(
    code="CTC403",
    on="campaign",
    operations=REQUESTS,
    when=("OrganizationInternationalState!=",),
    evidence=Evidence.OFFICIAL_SDK,
    source="PHP sample cc_class.php; a .NET wrapper says the same",
)
def check(campaign: Record) -> Findings:
    """Yield a finding at the one that does not fit the country."""
    state = campaign.text("OrganizationState")
    region = campaign.text("OrganizationInternationalState")
    if not state or not region or _PLACEHOLDER in state + region:
        return
    abroad = campaign.text("OrganizationCountry").lower() not in {"us", "ca", ""}
    names = ["OrganizationInternationalState", "OrganizationState"]
    wrong, right = reversed(names) if abroad else names
    if abroad and not is_state(state):
        # No valid value, as is told with the same advice: one cause, one diagnostic.
        return
    at = value_of(campaign.fields[wrong])
    fix = guess(f"remove the text of `{wrong}`", (at, ""))
    yield Finding(
        at=at,
        message=f"`{wrong}` must be empty when `{right}` is given",
        help=("`OrganizationState` is for `us` and `ca`, the other for the rest",),
        related=((value_of(campaign.fields[right]), "given here"),),
        fixes=(fix,),
    )
