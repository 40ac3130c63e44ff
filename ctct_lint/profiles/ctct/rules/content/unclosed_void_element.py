"""An element without content, such as `br`, is not closed in XHTML.

## Why

In XHTML every element is closed, also those that HTML writes as a start tag alone:
`br`, `hr`, `img`, `meta` and others. The server validates XHTML strictly and does not
create a campaign whose message is not well-formed.

## How to fix it

End the tag with `/>`. If the message is HTML, let `EmailContentFormat` be `HTML`.

## Example

```xml
<EmailContentFormat>XHTML</EmailContentFormat>
<EmailContent><![CDATA[<html><body>Tulips<br></body></html>]]></EmailContent>
```

Use instead:

```xml
<EmailContentFormat>XHTML</EmailContentFormat>
<EmailContent><![CDATA[<html><body>Tulips<br/></body></html>]]></EmailContent>
```
"""

from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule

RULE = fault_rule(
    __name__,
    code="CTC520",
    evidence=Evidence.DOCUMENTATION,
    source="the page on campaigns: XHTML is validated strictly",
    message="{subject} is not closed, as it must be in XHTML",
    help="end the tag with `/>`",
    fix="end the tag with `/>`",
)
