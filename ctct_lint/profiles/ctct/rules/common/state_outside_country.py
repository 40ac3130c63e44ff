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

from ctct_lint.model.place import value_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.facts import code_list
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.records.regions import (
    PARTS,
    PUERTO_RICO,
    REGION,
    STATES_OF,
)
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.conditions import of_fields
from ctct_lint.rules.wording import quoted
from ctct_lint.schema.names import local_name

_PLACEHOLDER = "$ACCOUNT."
# Most documents are of one of them, and of their country.
_US_STATES = "|".join(sorted(code_list(STATES_OF["us"])))


@rule(
    code="CTC402",
    on="listed",
    operations=REQUESTS,
    when=(
        *of_fields((state for state, _, _ in PARTS.values()), f"!=|{_US_STATES}"),
        *of_fields((country for _, country, _ in PARTS.values()), "!=|us|US"),
    ),
    evidence=Evidence.OFFICIAL_SDK,
    source="PHP sample cc_class.php",
)
def check(record: Record) -> Findings:
    names = PARTS[local_name(record.element)]
    state, country, region = map(record.text, names)
    country = country.lower()
    if not state or not country or _fits(state, country):
        return
    if country not in STATES_OF and names[2] == REGION and _is_written(region):
        # Then the state is one too many, which is another rule's to say.
        return
    yield Finding(
        at=value_of(record.fields[names[0]]),
        message=f"{quoted(state)} is not a state of country {quoted(country)}",
        help=(_advice(country, names),),
        related=((value_of(record.fields[names[1]]), "the country"),),
        severity=None if country in STATES_OF else Severity.WARNING,
    )


@lru_cache(maxsize=256)
def _fits(state: str, country: str) -> bool:
    """Return whether the two fit, as far as both are codes.

    Of others it is said elsewhere, and placeholders are the account's business.
    """
    code = state.upper()
    home = [name for name in STATES_OF.values() if code in code_list(name)]
    if not home or code == PUERTO_RICO or country not in code_list("CountryCode"):
        return True
    return STATES_OF.get(country) in home


def _is_written(region: str) -> bool:
    return region != "" and _PLACEHOLDER not in region


def _advice(country: str, names: tuple[str, str, str]) -> str:
    if country in STATES_OF:
        return "correct the state or the country"
    return f"leave `{names[0]}` empty and write the region in `{names[2]}`"
