"""The address of a link or an image lacks its scheme: `www.example.com`.

## Why

Only a browser's address bar adds `http://` by itself. In a link, `www.example.com` is
the name of a file beside the page, and a mail has no page that it stands on. What
begins with `//` takes its scheme from the page, and `joe@example.com` without
`mailto:` is no address of a mailbox.

## How to fix it

Write the scheme: `http://`, `https://` or `mailto:`.

## Example

```xml
<EmailContent><![CDATA[<html><body>
<a href="www.example.com">Our shop</a></body></html>]]></EmailContent>
```

Use instead:

```xml
<EmailContent><![CDATA[<html><body>
<a href="http://www.example.com">Our shop</a></body></html>]]></EmailContent>
```
"""

from __future__ import annotations

from ctct_lint.html.content import Content
from ctct_lint.html.traits import ADDRESS
from ctct_lint.model.severity import Applicability, Severity
from ctct_lint.profiles.ctct.mail.content_urls import doubtful
from ctct_lint.profiles.ctct.mail.web_address import UNSCHEMED
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, rule


@rule(
    code="CTC533",
    severity=Severity.WARNING,
    on="content",
    traits=ADDRESS,
    operations=REQUESTS,
    evidence=Evidence.INFERENCE,
    source="RFC 3986, 4.2: without a scheme it is a relative reference",
)
def check(content: Content) -> Findings:
    """Yield a finding for each; whether http or https is meant is not known."""
    for address in doubtful(content, UNSCHEMED):
        yield Finding(
            address.at,
            f"{address.shown} lacks its scheme",
            help=(f"write {address.verdict.what} before it",),
            fixes=address.proposals(Applicability.UNSAFE),
        )
