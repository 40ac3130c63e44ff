"""The `<html>` of an XHTML mail does not name the namespace of XHTML.

## Why

With the format XHTML the content is validated strictly. A document of XHTML names
its namespace in `<html>`, the specification insists on it, and every official sample
does so.

## How to fix it

Write `xmlns="http://www.w3.org/1999/xhtml"` into the tag.

## Example

```xml
<EmailContentFormat>XHTML</EmailContentFormat>
<EmailContent>&lt;html&gt;&lt;body&gt;Hello&lt;/body&gt;&lt;/html&gt;</EmailContent>
```

Use instead:

```xml
<EmailContentFormat>XHTML</EmailContentFormat>
<EmailContent><![CDATA[<html xmlns="http://www.w3.org/1999/xhtml">
<body>Hello</body></html>]]></EmailContent>
```
"""

from __future__ import annotations

from ctct_lint.html.content import EMAIL, Content
from ctct_lint.html.traits import XHTML
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, guess, rule
from ctct_lint.rules.wording import quoted

_XHTML = "http://www.w3.org/1999/xhtml"
_ATTRIBUTE = f'xmlns="{_XHTML}"'


@rule(
    code="CTC518",
    severity=Severity.WARNING,
    on="content",
    fields=(EMAIL,),
    tags=("html",),
    traits=XHTML,
    operations=REQUESTS,
    evidence=Evidence.STANDARD,
    source="XHTML 1.0, 3.1.1; the samples of the documentation",
)
def check(content: Content) -> Findings:
    """Yield a finding at the tag's name, or at the value that is another."""
    if not content.is_xhtml or f" {_ATTRIBUTE}" in content.text:
        return
    html = next(content.start_tags("html"), None)
    if html is None or html.trouble:
        return
    found = html.attribute("xmlns")
    if found is None or not found.value:
        edit = (content.span(html.name_end, html.name_end), f" {_ATTRIBUTE}")
        if found is not None:
            edit = (content.span(found.value_start, found.value_end), _XHTML)
        # Not safe, for the server takes a document without.
        fix = guess(f"insert `{_ATTRIBUTE}`", edit)
        at, message = content.name_of(html), "does not name the namespace of XHTML"
        help_ = f"write `{_ATTRIBUTE}` into the tag"
        yield Finding(at, f"`<html>` {message}", help=(help_,), fixes=(fix,))
    elif found.value != _XHTML:
        at, right = content.attribute_value(found), quoted(_XHTML)
        fix = Proposal(f"write {right}", ((at, _XHTML),))
        message = f"{quoted(found.value)} is not the namespace of XHTML"
        yield Finding(at, message, help=(f"expected {right}",), fixes=(fix,))
