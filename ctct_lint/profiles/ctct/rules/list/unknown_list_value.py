"""A switch or a number of a contact list has a value that is not known.

## Why

`OptInDefault` is `true` or `false`, `DisplayOnSignup` is `Yes` or `No`, and `SortOrder`
is a whole number. PHP writes false as nothing and true as `1`, so that an empty
`OptInDefault` is most likely a false. What the server makes of other values is not
known.

## How to fix it

Write the words themselves, in PHP `$default ? 'true' : 'false'`.

## Example

```xml
<OptInDefault>1</OptInDefault>
<Name>Newsletter</Name>
```

Use instead:

```xml
<OptInDefault>true</OptInDefault>
<Name>Newsletter</Name>
```
"""

from __future__ import annotations

import re

from ctct_lint.model.place import value_of
from ctct_lint.model.severity import Severity
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import expected, quoted, replacement

_NUMBER = re.compile(r"[+-]?\d{1,9}")


class _Switch(NamedTuple):
    yes: str
    no: str


_SWITCHES = {
    "OptInDefault": _Switch("true", "false"),
    "DisplayOnSignup": _Switch("Yes", "No"),
}
_YES = frozenset({"1", "true", "yes", "on", "y", "t"})
_NO = frozenset({"", "0", "false", "no", "off", "n", "f"})


@rule(
    code="CTC721",
    severity=Severity.WARNING,
    on="list",
    operations=REQUESTS,
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Retrieving a Contact List Collection",
)
def check(contact_list: Record) -> Findings:
    for name, switch in _SWITCHES.items():
        if contact_list.has(name) and contact_list.text(name) not in switch:
            yield _of_switch(contact_list, name, switch)
    order = contact_list.text("SortOrder")
    if contact_list.has("SortOrder") and not _NUMBER.fullmatch(order):
        yield Finding(
            at=value_of(contact_list.fields["SortOrder"]),
            message=_message(order, "SortOrder"),
            help=("write a whole number, or leave the element out",),
        )


def _of_switch(contact_list: Record, name: str, switch: _Switch) -> Finding:
    """Return the finding; who is asked for consent is at stake, so no fix is safe."""
    value, at = contact_list.text(name), value_of(contact_list.fields[name])
    word = value.lower()
    meant = switch.yes if word in _YES else switch.no if word in _NO else ""
    return Finding(
        at=at,
        message=_message(value, name),
        help=(expected(switch),),
        notes=("PHP writes false as nothing",) if not value else (),
        # An element without text has no value whose place a fix could take.
        fixes=replacement(at, meant) if value else (),
    )


def _message(value: str, name: str) -> str:
    return (
        f"{quoted(value)} is not a valid {name}" if value else f"`{name}` has no value"
    )
