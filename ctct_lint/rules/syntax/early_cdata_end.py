"""A CDATA section ends earlier than it was meant to.

## Why

CDATA sections do not nest: the first `]]>` ends the section, though it stand in a
script, a comment or another section. What follows is read as markup.

## How to fix it

End the section between `]]` and `>`, and begin another one: `]]]]><![CDATA[>` is read
as `]]>`. Or escape the text in place of the section.

## Example

```xml
<GreetingString><![CDATA[if (a[b[0]]>1) "Tulips"]]></GreetingString>
```

Use instead:

```xml
<GreetingString><![CDATA[if (a[b[0]]]]><![CDATA[>1) "Tulips"]]></GreetingString>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import fixes_of
from ctct_lint.xml.scan.sections import CDATA


@rule(
    code="CTC139",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.7",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `detail` is `<![CDATA[` if the section holds but a section."""
    title = "let the section go on"
    advice = "write `]]]]><![CDATA[>` for a `]]>` inside of a section"
    if fault.detail == CDATA:
        title = "remove the inner `<![CDATA[` and `]]>`"
        advice = "one section is enough: take the inner `<![CDATA[` and `]]>` away"
    yield Finding(
        fault.at,
        "this `]]>` ends the CDATA section too early",
        help=(advice,),
        related=tuple((at, "the section begins here") for at, _ in fault.related),
        fixes=fixes_of(fault, title, is_safe=not fault.detail),
    )
