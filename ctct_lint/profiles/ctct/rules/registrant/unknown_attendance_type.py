"""The type of an attendance is not the one that is known.

## Why

`Type` says for whom the attendance holds. The only value that is known is `GROUP`, for
the registrant and the guests; the official sample sends it always.

## How to fix it

Write `GROUP`, or leave the element out.

## Example

```xml
<atom:entry xmlns:atom="http://www.w3.org/2005/Atom">
  <atom:content>
    <AttendanceStatus>
      <Status>ATTENDED</Status>
      <Type>Guests</Type>
    </AttendanceStatus>
  </atom:content>
</atom:entry>
```

Use instead:

```xml
<atom:entry xmlns:atom="http://www.w3.org/2005/Atom">
  <atom:content>
    <AttendanceStatus>
      <Status>ATTENDED</Status>
      <Type>GROUP</Type>
    </AttendanceStatus>
  </atom:content>
</atom:entry>
```
"""

from __future__ import annotations

from ctct_lint.model.place import value_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, rule
from ctct_lint.rules.wording import expected, quoted
from ctct_lint.schema.names import local_name

_KNOWN = ("GROUP",)
_EMPTY = "`Type` has no value"


@rule(
    code="CTC724",
    severity=Severity.WARNING,
    on="registrant",
    operations=REQUESTS,
    evidence=Evidence.OFFICIAL_SDK,
    source="JavaScript of the sample Event Check-In",
)
def check(attendance: Record) -> Findings:
    value = attendance.text("Type")
    is_attendance = local_name(attendance.element) == "AttendanceStatus"
    if is_attendance and attendance.has("Type") and value not in _KNOWN:
        at = value_of(attendance.fields["Type"])
        same = value.upper() in _KNOWN
        fix = Proposal("write `GROUP`", ((at, _KNOWN[0]),))
        yield Finding(
            at=at,
            message=f"{quoted(value)} is not a known Type" if value else _EMPTY,
            help=(expected(_KNOWN),),
            fixes=(fix,) if same else (),
        )
