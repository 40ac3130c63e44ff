r"""The address of a link or an image leads to one computer or one network only.

## Why

`localhost`, `192.168.0.5`, `http://intranet/` and `C:\logo.gif` are found where the
mail was written, and not by those who read it.

## How to fix it

Put the page or the image on a public server, and write its address there.

## Example

```xml
<EmailContent><![CDATA[<html><body>
<a href="http://localhost:8080/shop">Our shop</a></body></html>]]></EmailContent>
```

Use instead:

```xml
<EmailContent><![CDATA[<html><body>
<a href="http://www.example.com/shop">Our shop</a></body></html>]]></EmailContent>
```
"""

from __future__ import annotations

from ctct_lint.html.content import Content
from ctct_lint.html.traits import ADDRESS
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.mail.content_urls import doubtful
from ctct_lint.profiles.ctct.mail.web_address import LOCAL
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, rule


@rule(
    code="CTC535",
    severity=Severity.WARNING,
    on="content",
    traits=ADDRESS,
    operations=REQUESTS,
    evidence=Evidence.INFERENCE,
    source="RFC 6761, RFC 1918, RFC 8089: names and addresses that are local",
)
def check(content: Content) -> Findings:
    """Yield a finding for each; the message says what it leads to."""
    for address in doubtful(content, LOCAL):
        yield Finding(
            address.at,
            f"{address.shown} leads to {address.verdict.what}",
            help=("write an address that the readers can reach",),
        )
