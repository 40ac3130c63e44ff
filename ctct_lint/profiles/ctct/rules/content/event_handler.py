"""A tag has an event handler: `onclick="..."`.

## Why

An event handler is a script, and no mail program runs scripts. The attribute is
dropped on the way, or is a reason to treat the mail as dangerous.

## How to fix it

Take the attribute away.

## Example

```xml
<EmailContent><![CDATA[<html><body>
<a href="http://www.example.com/" onclick="count()">Our shop</a>
</body></html>]]></EmailContent>
```

Use instead:

```xml
<EmailContent><![CDATA[<html><body>
<a href="http://www.example.com/">Our shop</a></body></html>]]></EmailContent>
```
"""

from __future__ import annotations

from ctct_lint.html.content import EMAIL, REMINDER, TEXT, Content
from ctct_lint.html.traits import HANDLER
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, guess, rule
from ctct_lint.rules.wording import quoted
from ctct_lint.text.patterns import lazy

# The shortest is `oncut`; no other attribute of HTML begins like that.
_event = lazy("on[a-z]{3,}")


@rule(
    code="CTC531",
    severity=Severity.WARNING,
    on="content",
    traits=HANDLER,
    fields=(EMAIL, TEXT, REMINDER),
    operations=REQUESTS,
    evidence=Evidence.INFERENCE,
    source="mail programs run no scripts",
)
def check(content: Content) -> Findings:
    for tag in content.start_tags():
        before = tag.name_end
        for attribute in tag.attributes:
            end = attribute.after
            if _event.fullmatch(attribute.lower):
                removal = (content.span(before, end), "")
                yield Finding(
                    content.attribute_name(attribute),
                    f"{quoted(attribute.name)} is a script, and mail programs run none",
                    help=("take the attribute away",),
                    fixes=(guess("remove it", removal),),
                )
            before = end
