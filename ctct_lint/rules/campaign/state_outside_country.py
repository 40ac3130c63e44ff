"""`OrganizationState` holds a code of another country.

## Why

The official sample checks that country `us` comes with a US state, `ca` with a
Canadian province, and that `OrganizationState` is empty for any other country.

## How to fix it

Correct the state or the country. Outside the United States and Canada leave
`OrganizationState` empty and use `OrganizationInternationalState`.

## Example

```xml
<OrganizationState>ON</OrganizationState>
<OrganizationCountry>us</OrganizationCountry>
```

Use instead:

```xml
<OrganizationState>ON</OrganizationState>
<OrganizationCountry>ca</OrganizationCountry>
```
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ctct_lint.rules.base import Evidence, Finding, On, rule
from ctct_lint.rules.regions import REGION
from ctct_lint.rules.wording import quoted
from ctct_lint.schema.facts import code_list
from ctct_lint.schema.operation import REQUESTS, Operation
from ctct_lint.severity import Severity
from ctct_lint.syntax.place import value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.rules.record import Record

_PLACEHOLDER = "$ACCOUNT."
_LISTS = {"us": "UsStateCode", "ca": "CanadianProvinceCode"}


@rule(
    code="CTC402",
    severity=Severity.ERROR,
    on=On.CAMPAIGN,
    operations=REQUESTS,
    evidence=Evidence.OFFICIAL_SDK,
    source="PHP sample cc_class.php",
)
def check(campaign: Record, operation: Operation) -> Iterator[Finding]:
    """Yield a finding for a state that is not one of the country's."""
    del operation
    state = campaign.text("OrganizationState")
    country = campaign.text("OrganizationCountry").lower()
    if not state or not country or _fits(state, country):
        return
    region = campaign.text(REGION)
    if country not in _LISTS and region and _PLACEHOLDER not in region:
        # Then the state is one too many, which is another rule's to say.
        return
    severity = None if country in _LISTS else Severity.WARNING
    yield Finding(
        at=value_of(campaign.fields["OrganizationState"]),
        message=f"{quoted(state)} is not a state of country {quoted(country)}",
        help=(_advice(country),),
        related=((value_of(campaign.fields["OrganizationCountry"]), "the country"),),
        severity=severity,
    )


@lru_cache(maxsize=256)
def _fits(state: str, country: str) -> bool:
    """Say whether the two fit, as far as both are codes.

    Of others it is said elsewhere, and placeholders are the account's business.
    """
    code = state.upper()
    home = [name for name in _LISTS.values() if code in code_list(name)]
    if not home or country not in code_list("CountryCode"):
        return True
    return _LISTS.get(country) in home


def _advice(country: str) -> str:
    if country in _LISTS:
        return "correct the state or the country"
    return f"leave `OrganizationState` empty and write the region in `{REGION}`"
