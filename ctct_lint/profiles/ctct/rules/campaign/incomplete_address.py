"""The organization's address is not complete.

## Why

Each mail ends with the name and address of the sender. What a campaign leaves out is
taken from the account; if that has no address either, the server answers 400 Bad
Request, "Please enter an address". Whether it has one cannot be seen from here.

## How to fix it

Give name, address, city, country and postal code, or make sure that the account has
an address.

## Example

```xml
<OrganizationName>Joe's Flowers</OrganizationName>
<OrganizationAddress1>123 Main Street</OrganizationAddress1>
```

Use instead:

```xml
<OrganizationName>Joe's Flowers</OrganizationName>
<OrganizationAddress1>123 Main Street</OrganizationAddress1>
<OrganizationCity>Waltham</OrganizationCity>
<OrganizationState>MA</OrganizationState>
<OrganizationCountry>us</OrganizationCountry>
<OrganizationPostalCode>02451</OrganizationPostalCode>
```
"""

from __future__ import annotations

from functools import cache

from ctct_lint.model.place import name_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.ctct.records.elsewhere import is_elsewhere
from ctct_lint.profiles.ctct.records.field_facts import advised
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.records.traits import UNADVISED
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.context import Context
from ctct_lint.rules.wording import as_many, listed, quoted


@rule(
    code="CTC410",
    severity=Severity.WARNING,
    on="campaign",
    operations=frozenset({Operation.CREATE}),
    traits=UNADVISED,
    evidence=Evidence.V2,
    source="v2 documentation: Email Campaign API; PHP sample cc_class.php",
)
def check(campaign: Record, context: Context) -> Findings:
    """Yield one finding that names all parts of the address that are not given."""
    wanted = _parts(context.operation)
    absent = tuple([name for name in wanted if not campaign.text(name)])
    if not absent or is_elsewhere(campaign, *absent):
        return
    yield Finding(
        at=name_of(campaign.element),
        message=_message(absent, is_whole=len(absent) == len(wanted)),
        help=_help(absent),
        notes=("refused with 400 if the account has no address to fall back on",),
    )


@cache
def _parts(operation: str) -> tuple[str, ...]:
    """Return the names of all parts of the address that should be given."""
    known = advised("Campaign", operation)
    return tuple(name for name in known if name.startswith("Organization"))


@cache
def _message(absent: tuple[str, ...], *, is_whole: bool) -> str:
    if is_whole:
        return "the organization's address is missing"
    start = "the organization's address lacks "
    return start + as_many([*map(quoted, absent)], len(start))


@cache
def _help(absent: tuple[str, ...]) -> tuple[str, ...]:
    return (f"add {listed(absent)}",)
