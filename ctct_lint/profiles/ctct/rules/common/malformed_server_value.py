"""A number or a time that the server wrote is not written as one.

## Why

The server counts in whole numbers and writes times like `2009-10-19T18:34:53.105Z`. A
response with something else has been changed on its way, and a program that reads it
stumbles there. The dates of a campaign have a rule of their own, CTC405.

## How to fix it

See where the document comes from.

## Example

```xml
<Sent>many</Sent>
```

Use instead:

```xml
<Sent>120</Sent>
```
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ctct_lint.model.place import value_of
from ctct_lint.model.severity import Severity
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.profiles.ctct.facts import facts
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.resources import CHECKED
from ctct_lint.readings.iso_dates import is_date_time
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import quoted
from ctct_lint.schema.names import local_name
from ctct_lint.text.white_space import WHITE_SPACE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_NUMBER = re.compile(r"-?[0-9]+")


class _Form(NamedTuple):
    name: str
    example: str
    holds: Callable[[str], object]


_COUNT = _Form("a whole number", "120", _NUMBER.fullmatch)
_TIME = _Form("a date and time", "2009-10-19T18:34:53.105Z", is_date_time)
_FORMS = {"count": _COUNT, "dateTime": _TIME}


@rule(
    code="CTC435",
    severity=Severity.WARNING,
    on="payload",
    operations=frozenset({Operation.RESPONSE}),
    evidence=Evidence.DOCUMENTATION,
    source="documentation: the samples of what a GET returns",
)
def check(record: Record) -> Findings:
    """Yield a finding for each such value, however deep it stands."""
    forms = _forms_of(CHECKED[local_name(record.element)].schema)
    for parent in record.element.iter("*"):
        owner = local_name(parent)
        for child in parent:
            form = forms.get((owner, local_name(child)))
            value = (child.text or "").strip(WHITE_SPACE)
            if form and value and not form.holds(value):
                yield Finding(
                    at=value_of(child),
                    message=f"{quoted(value, 40)} is not {form.name}",
                    help=(f"the server writes it like {quoted(form.example)}",),
                )


@cache
def _forms_of(schema: str) -> Mapping[tuple[str, str], _Form]:
    """Return the forms by (name of the parent, name), but those of other rules."""
    return {
        key: _FORMS[fact.value_format]
        for key, fact in facts(schema).items()
        if not fact.should and fact.value_format in _FORMS
    }
