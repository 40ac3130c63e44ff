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

from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.readings.dates import readings
from ctct_lint.readings.impossible import impossible
from ctct_lint.readings.readings import readings_of
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, rule
from ctct_lint.rules.characters import about_blanks
from ctct_lint.rules.context import Context
from ctct_lint.rules.date_advice import advice_for
from ctct_lint.rules.facet_words import limited
from ctct_lint.rules.value_words import DATE_AND_TIME, words_for
from ctct_lint.rules.wording import (
    as_many,
    did_you_mean,
    either,
    nonempty,
    quoted,
    replacement,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.model.place import Place
    from ctct_lint.readings.reading import Reading

_OF_TIME = frozenset({"date", "dateTime", "dateTimeStamp", "time"})


@rule(
    code="CTC215",
    evidence=Evidence.STANDARD,
    source=(
        "XML Schema 1.0, part 2, section 3.2; "
        'for Constant Contact its page "Scheduling and Sending a Campaign"'
    ),
)
def check(fault: Fault, context: Context) -> Findings:
    """Word the fault; `detail` is the built-in type that the value had to be.

    `expected` are those of the readings that the type of the schema takes, and `others`
    what it takes itself, or the members of a union, where something limits that.
    """
    words = words_for(fault.detail, context.vocabulary.examples)
    start = f"{quoted(fault.subject)} in {quoted(fault.owner)} is not "
    message = start + as_many(words.kinds, len(start), "or")
    meant = readings_of(fault.subject, fault.detail)
    taken = tuple(one for one in meant if one.value in fault.expected)
    of_date = readings(fault.subject) if fault.detail == "dateTime" else ()
    if of_date and (taken or not meant):
        example = context.vocabulary.examples.get(fault.detail, DATE_AND_TIME)
        dates = advice_for(fault.subject, fault.at, example, time_matters=True)
        yield Finding(fault.at, message, help=(dates.help,), fixes=dates.fixes)
        return
    advice = limited(fault.others) if fault.others and words.advice else words.advice
    yield Finding(
        fault.at,
        message,
        help=nonempty((*_about(fault.subject, taken, fault.detail), advice)),
        fixes=_fixes(taken, fault.at),
    )


def _about(value: str, meant: tuple[Reading, ...], types: str) -> Iterator[str]:
    """Yield the help about what a value may mean, and why it is none of its type."""
    if len(meant) > 1:
        yield f"write which is meant: {either([one.value for one in meant])}"
    elif meant:
        yield did_you_mean(meant[0].value)
    elif not _OF_TIME.isdisjoint(types.split(", ")):
        yield impossible(value)
    yield about_blanks(value)


def _fixes(meant: tuple[Reading, ...], at: Place) -> tuple[Proposal, ...]:
    """Return the fix that writes the only reading."""
    if len(meant) != 1:
        return ()
    (one,) = meant
    return replacement(at, one.value, is_safe=one.is_sure)
