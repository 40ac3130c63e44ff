"""One of Constant Contact's own tags stands in a field where it does nothing.

## Why

`<ConfirmOptin>` makes the link of the permission reminder with which readers confirm
that they want to go on; all samples have it in `PermissionReminderText`.
`<OpenTracking/>` counts an open by a picture, and `<CustomBlock>` is a block for the
editor of the service: both are of the HTML in `EmailContent`.

## How to fix it

Move the tag to its field.

## Example

```xml
<EmailTextContent>&lt;Text&gt;Hello&lt;OpenTracking/&gt;&lt;/Text&gt;</EmailTextContent>
```

Use instead:

```xml
<EmailTextContent>&lt;Text&gt;Hello&lt;/Text&gt;</EmailTextContent>
```
"""

from __future__ import annotations

from ctct_lint.html.content import EMAIL, REMINDER, TEXT, Content
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.mail.service_tags import SPELLINGS
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import quoted

_HOMES = {"confirmoptin": REMINDER, "opentracking": EMAIL, "customblock": EMAIL}
_FIELDS = (EMAIL, TEXT, REMINDER)


@rule(
    code="CTC513",
    severity=Severity.WARNING,
    on="content",
    fields=_FIELDS,
    tags=[
        f"{at}/{tag}" for tag, home in _HOMES.items() for at in _FIELDS if at != home
    ],
    operations=REQUESTS,
    evidence=Evidence.INFERENCE,
    source="samples of the documentation: where the tags stand there",
)
def check(content: Content) -> Findings:
    for tag in content.start_tags(*_HOMES):
        home = _HOMES[tag.lower]
        if content.name == home:
            continue
        yield Finding(
            content.name_of(tag),
            f"`<{SPELLINGS[tag.lower]}>` does nothing in `{content.name}`",
            help=(f"it belongs into {quoted(home)}",),
        )
