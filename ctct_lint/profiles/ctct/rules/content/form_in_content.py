"""The content has a form.

## Why

Many mail programs show forms without letting anybody fill them in, warn of them, or
drop them; what is sent from a mail is not protected as it is on a page.

## How to fix it

Put the form on a page, and write a link to it.

## Example

```xml
<EmailContent><![CDATA[<html><body>
<form action="http://www.example.com/order"><p>How many? <input name="n"/></p></form>
</body></html>]]></EmailContent>
```

Use instead:

```xml
<EmailContent><![CDATA[<html><body>
<p><a href="http://www.example.com/order">Order tulips</a></p>
</body></html>]]></EmailContent>
```
"""

from __future__ import annotations

from ctct_lint.html.content import EMAIL, REMINDER, TEXT, Content
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import quoted

_CONTROLS = ("button", "input", "select", "textarea")


@rule(
    code="CTC540",
    severity=Severity.INFORMATION,
    on="content",
    fields=(EMAIL, TEXT, REMINDER),
    tags=("form", *_CONTROLS),
    operations=REQUESTS,
    evidence=Evidence.INFERENCE,
    source="what mail programs show",
)
def check(content: Content) -> Findings:
    """Yield a finding for each form; without any, for the first control."""
    forms = list(content.start_tags("form"))
    for tag in forms or list(content.start_tags(*_CONTROLS))[:1]:
        yield Finding(
            content.name_of(tag),
            f"{quoted(tag.name)} does not work in many mail programs",
            help=("put the form on a page, and write a link to it",),
        )
