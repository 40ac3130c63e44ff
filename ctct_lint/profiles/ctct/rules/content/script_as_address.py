"""The address of a link is a script: `javascript:print()`.

## Why

No mail program runs scripts, and many take away a link that asks for one, or treat
the mail as dangerous.

## How to fix it

Lead to a page that does what the script should do.

## Example

```xml
<EmailContent><![CDATA[<html><body>
<a href="javascript:window.print()">Print</a></body></html>]]></EmailContent>
```

Use instead:

```xml
<EmailContent><![CDATA[<html><body>
<a href="http://www.example.com/print">Print</a></body></html>]]></EmailContent>
```
"""

from __future__ import annotations

from ctct_lint.html.content import Content
from ctct_lint.html.traits import ADDRESS
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.mail.content_urls import doubtful
from ctct_lint.profiles.ctct.mail.web_address import SCRIPT
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, rule


@rule(
    code="CTC536",
    severity=Severity.WARNING,
    on="content",
    traits=ADDRESS,
    operations=REQUESTS,
    evidence=Evidence.INFERENCE,
    source="mail programs run no scripts",
)
def check(content: Content) -> Findings:
    for address in doubtful(content, SCRIPT):
        yield Finding(
            address.at,
            f"{address.shown} is a script, and mail programs run none",
            help=("lead to a page instead",),
        )
