"""`StateCode` of a contact is not one of the service's codes.

## Why

The official samples offer the codes of the states of the United States and of the
provinces of Canada, two capital letters each; in other countries the state's name goes
in `StateName`. In a campaign the server wants the codes exactly. That it minds in a
contact is not known.

## How to fix it

Write the code, or put the name in `StateName`.

## Example

```xml
<StateCode>Vermont</StateCode>
```

Use instead:

```xml
<StateCode>VT</StateCode>
```
"""

from __future__ import annotations

from ctct_lint.model.place import value_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.facts import code_list, nearly_called
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.records.regions import objection
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import did_you_mean, nonempty, quoted, replacement
from ctct_lint.text.white_space import visible_part


@rule(
    code="CTC711",
    severity=Severity.WARNING,
    on="contact",
    operations=REQUESTS,
    evidence=Evidence.OFFICIAL_SDK,
    source="states.txt of the PHP sample code",
)
def check(contact: Record) -> Findings:
    state = contact.text("StateCode")
    codes = code_list("UsStateCode") | code_list("CanadianProvinceCode")
    if not state or state in codes:
        return
    at = value_of(contact.fields["StateCode"])
    letters = visible_part(state).replace(".", "").upper()
    is_code = letters in codes
    meant = letters if is_code else nearly_called(state, codes)
    objected = objection(contact.fields["StateCode"], meant)
    if objected:
        meant = ""
    advice = "write a code such as `MA`, or the name of the state in `StateName`"
    yield Finding(
        at=at,
        message=f"{quoted(state)} is not a state code of the service",
        help=nonempty((objected or did_you_mean(meant), advice)),
        fixes=replacement(at, meant, is_safe=is_code),
    )
