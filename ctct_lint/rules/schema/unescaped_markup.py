"""Markup stands in a text element as elements, where it must be text.

## Why

Some elements hold markup as text: to a reader it is one value, not a part of the XML
document. Unescaped tags make it a tree of elements, and no value is found.

So it is with `EmailContent`, `EmailTextContent` and `PermissionReminderText` of
Constant Contact, whose staff gave this as the reason for refused campaigns, twice.

## How to fix it

Write `<` as `&lt;` and `&` as `&amp;` in the whole message, or put it into a CDATA
section. A library for XML escapes by itself what it is given as text. An element round
a plain value, as `<value>`, is no markup: take its tags away.

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

from typing import TYPE_CHECKING

from ctct_lint.html.names import KNOWN
from ctct_lint.model.fault import VALUE, Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.origins import PHP
from ctct_lint.rules.unwrapping import round_text, unwrapping
from ctct_lint.rules.wording import fixes_of, quoted
from ctct_lint.xml.pages import MESSAGE_DETAIL as MESSAGE

if TYPE_CHECKING:
    from lxml.etree import _Element


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
    would help nobody. Nor is an element of no name in HTML round a plain text.
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
    help_ = f"escape the markup, {written}, or put it into a CDATA section"
    fixes = fixes_of(fault, "escape the markup", is_safe=False)
    wrapper = _wrapper(fault)
    if wrapper is not None:
        help_ = f"take away the tags of {quoted(fault.subject)}, not what it holds"
        fixes = tuple(unwrapping(wrapper))
    yield Finding(
        fault.at,
        f"{tag} stands in {name} as an element, not as text",
        help=(help_,),
        fixes=fixes,
    )


def _wrapper(fault: Fault) -> _Element | None:
    """Return the element round a text that is no markup of it."""
    holder, name = fault.at.element, fault.subject
    is_markup = name.lower() in KNOWN and fault.detail != VALUE
    return None if holder is None or is_markup else round_text(holder)
