"""A message of the program that wrote the document stands in a value.

## Why

PHP writes its warnings into what it puts out, and `print_r`, a template or an output
buffer puts them into the value that was not there. The service takes them for the
value: a recipient would read of `Undefined index` and of the folders of a server. And
each language has its own words for what is no text, such as `[object Object]`.

## How to fix it

Mend what the message says, and set `display_errors` to off. Write the text that is
meant, not the object that holds it.

## Example

```xml
<FromName>Notice: Undefined index: from in /srv/mail.php on line 12</FromName>
```

Use instead:

```xml
<FromName>Green Leaf Nursery</FromName>
```
"""

from __future__ import annotations

from ctct_lint.model.place import text_span, value_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.record import MARKUP, Record
from ctct_lint.profiles.ctct.records.switches import CODED
from ctct_lint.profiles.ctct.records.traits import MESSAGES
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.origins import PHP
from ctct_lint.rules.wording import quoted
from ctct_lint.text.shown import shown
from ctct_lint.text.white_space import trimmed
from ctct_lint.xml.pages import messages_in

# Of what else stands in these, another rule says that it cannot be meant.
_JUDGED = MARKUP | CODED | {"OrganizationPostalCode", "Status", "Type"}
_ADVICE = "write the text that is meant, or leave the element out"


@rule(
    code="CTC436",
    severity=Severity.WARNING,
    on="payload",
    operations=REQUESTS,
    evidence=Evidence.INFERENCE,
    source="PHP manual, display_errors",
    traits=MESSAGES,
)
def check(record: Record) -> Findings:
    """Yield a finding for each message, in the mail as in any other value.

    What is to be a code or an address is judged as such.
    """
    for name, text in record.texts.items():
        for start, end in () if name in CODED else messages_in(text):
            yield Finding(
                at=text_span(record.fields[name], start, end),
                message=f"{PHP.what} stands in {quoted(name)}",
                help=(PHP.advice,),
            )
        meaning = None if name in _JUDGED else shown(trimmed(text))
        if meaning:
            program, what = meaning
            yield Finding(
                at=value_of(record.fields[name]),
                message=f"{quoted(trimmed(text))} in `{name}` is what {program} writes "
                f"for {what}",
                help=(_ADVICE,),
            )
