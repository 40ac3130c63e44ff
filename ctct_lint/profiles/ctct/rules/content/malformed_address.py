"""The address of a link or an image is not written as addresses are.

## Why

`http:/www.example.com`, `htp://...`, a scheme that stands there twice, backslashes,
white space: some browsers guess what is meant, other programs do not, nor does a
service that counts clicks by writing another address in the place of this one.

## How to fix it

Write the address as the browser shows it; a blank in it is `%20`.

## Example

```xml
<EmailContent><![CDATA[<html><body>
<a href="http://http://www.example.com/">Our shop</a></body></html>]]></EmailContent>
```

Use instead:

```xml
<EmailContent><![CDATA[<html><body>
<a href="http://www.example.com/">Our shop</a></body></html>]]></EmailContent>
```
"""

from __future__ import annotations

from ctct_lint.html.content import Content
from ctct_lint.html.traits import ADDRESS
from ctct_lint.model.severity import Applicability, Severity
from ctct_lint.profiles.ctct.mail.content_urls import doubtful
from ctct_lint.profiles.ctct.mail.web_address import MALFORMED
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import did_you_mean


@rule(
    code="CTC534",
    severity=Severity.WARNING,
    on="content",
    traits=ADDRESS,
    operations=REQUESTS,
    evidence=Evidence.STANDARD,
    source="RFC 3986, 3; the URL standard for what browsers put up with",
)
def check(content: Content) -> Findings:
    """Yield a finding for each; what browsers read in the same way is a remark."""
    for address in doubtful(content, MALFORMED):
        is_read, better = address.verdict.is_read, address.better
        how = "write the address as the browser shows it"
        yield Finding(
            address.at,
            f"the address {address.shown} {address.verdict.what}",
            help=(did_you_mean(better) if better else how,),
            fixes=address.proposals(
                Applicability.SAFE if is_read else Applicability.UNSAFE
            ),
            severity=Severity.INFORMATION if is_read else None,
        )
