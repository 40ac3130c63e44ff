"""An image has no `alt`.

## Why

Many mail programs show no image before the reader asks for it, and some readers
cannot see any. The text of `alt` is what they have instead; without it some programs
read out the address.

## How to fix it

Say in `alt` what the image says; an image that only decorates has `alt=""`.

## Example

```xml
<EmailContent><![CDATA[<html><body>
<img src="http://www.example.com/logo.gif"/></body></html>]]></EmailContent>
```

Use instead:

```xml
<EmailContent><![CDATA[<html><body>
<img src="http://www.example.com/logo.gif" alt="Joe's"/></body></html>]]></EmailContent>
```
"""

from __future__ import annotations

from ctct_lint.html.content import EMAIL, REMINDER, TEXT, Content
from ctct_lint.html.traits import IMAGE
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import quoted


@rule(
    code="CTC543",
    severity=Severity.INFORMATION,
    on="content",
    traits=IMAGE,
    fields=(EMAIL, TEXT, REMINDER),
    tags=("img",),
    operations=REQUESTS,
    evidence=Evidence.STANDARD,
    source="HTML 4.01, 13.2, and XHTML 1.0: `alt` is required",
)
def check(content: Content) -> Findings:
    for tag in content.start_tags("img"):
        if tag.attribute("alt") is None:
            yield Finding(
                content.name_of(tag),
                f"{quoted(tag.name)} has no `alt` for those who do not see the image",
                help=('say in `alt` what it shows, or write `alt=""` if it decorates',),
            )
