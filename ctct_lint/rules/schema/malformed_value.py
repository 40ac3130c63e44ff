"""A value is not written as its type wants it: a time, a number, a URI.

## Why

`ScheduledTime` must be a date and time as the XML Schema standard defines it; the
samples write it in UTC. Anything else cannot be understood, so the campaign cannot be
scheduled. A `+` that is lost on the way, as when a document is decoded like a web
form, is a frequent cause.

## How to fix it

Write the value as the help shows. Serialise times with a library rather than by hand.

## Example

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <content type="application/vnd.ctct+xml">
    <Schedule xmlns="http://ws.constantcontact.com/ns/1.0/">
      <ScheduledTime>18 March 2011, 12:00</ScheduledTime>
    </Schedule>
  </content>
</entry>
```

Use instead:

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <content type="application/vnd.ctct+xml">
    <Schedule xmlns="http://ws.constantcontact.com/ns/1.0/">
      <ScheduledTime>2011-03-18T12:00:00.000Z</ScheduledTime>
    </Schedule>
  </content>
</entry>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import FAULT, Evidence, Finding, Findings, rule
from ctct_lint.rules.characters import about_blanks
from ctct_lint.rules.context import Context
from ctct_lint.rules.date_advice import advice_for
from ctct_lint.rules.date_readings import readings
from ctct_lint.rules.wording import lines, quoted

_TYPES = {
    "dateTime": ("a date and time", "2010-11-13T20:03:35.000Z"),
    "date": ("a date", "2010-11-13"),
    "time": ("a time", "20:03:35"),
    "integer": ("a whole number", "12"),
    "int": ("a whole number", "12"),
    "long": ("a whole number", "12"),
    "nonNegativeInteger": ("a whole number from 0 up", "12"),
    "positiveInteger": ("a whole number from 1 up", "12"),
    "decimal": ("a number", "1.5"),
    "double": ("a number", "1.5"),
    "boolean": ("true or false", "true"),
    "anyURI": ("a URI", "http://example.com/joe"),
}


@rule(
    code="CTC215",
    severity=Severity.ERROR,
    on=FAULT,
    evidence=Evidence.STANDARD,
    source=(
        "XML Schema 1.0, part 2, section 3.2; "
        'for Constant Contact its page "Scheduling and Sending a Campaign"'
    ),
)
def check(fault: Fault, context: Context) -> Findings:
    """Word the fault; `detail` is the built-in type that the value had to be."""
    what, example = _TYPES.get(fault.detail, (f"of the type {fault.detail}", ""))
    example = context.vocabulary.examples.get(fault.detail, example)
    message = f"{quoted(fault.subject)} in {quoted(fault.owner)} is not {what}"
    if fault.detail == "dateTime" and readings(fault.subject):
        advice = advice_for(fault.subject, fault.at, example, time_matters=True)
        yield Finding(fault.at, message, help=(advice.help,), fixes=advice.fixes)
        return
    shown = f" such as {quoted(example, 80)}" if example else ""
    help_ = (about_blanks(fault.subject), f"expected {what}{shown}" if shown else "")
    yield Finding(fault.at, message, help=lines(help_))
