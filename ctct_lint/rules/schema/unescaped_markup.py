"""Markup stands in a text element as elements, where it must be text.

## Why

Some elements hold markup as text: to a reader it is one value, not a part of the XML
document. Unescaped tags make it a tree of elements, and no value is found.

So it is with `EmailContent`, `EmailTextContent` and `PermissionReminderText` of
Constant Contact, whose staff gave this as the reason for refused campaigns, twice.

## How to fix it

Write `<` as `&lt;` and `&` as `&amp;` in the whole message, or put it into a CDATA
section. A library for XML escapes by itself what it is given as text.

## Example

```xml
<EmailContent><html><body>Tulips, 3 for $5.</body></html></EmailContent>
```

Use instead:

```xml
<EmailContent><![CDATA[<html><body>Tulips, 3 for $5.</body></html>]]></EmailContent>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.origins import PHP
from ctct_lint.rules.wording import fixes_of, quoted
from ctct_lint.xml.pages import MESSAGE_DETAIL as MESSAGE


@rule(
    code="CTC501",
    stands=True,
    evidence=Evidence.STANDARD,
    source=(
        "XML 1.0, section 2.4; "
        "for Constant Contact staff: the content must be XML-encoded"
    ),
)
def check(fault: Fault) -> Findings:
    """Word the fault; `subject` is the first element of the markup.

    Where that is the message of a program, nobody means it as the text: to escape it
    would help nobody.
    """
    if fault.detail == MESSAGE:
        yield Finding(
            fault.at,
            f"{PHP.what} stands in {quoted(fault.owner)}",
            help=(PHP.advice,),
        )
        return
    tag, name = quoted(f"<{fault.subject}>"), quoted(fault.owner)
    written = quoted(f"&lt;{fault.subject}&gt;")
    yield Finding(
        fault.at,
        f"{tag} stands in {name} as an element, not as text",
        help=(f"escape the markup, {written}, or put it into a CDATA section",),
        fixes=fixes_of(fault, "escape the markup", is_safe=False),
    )
