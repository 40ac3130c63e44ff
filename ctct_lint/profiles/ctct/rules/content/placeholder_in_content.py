"""A placeholder of a template stands in the content, never filled in.

## Why

`{{ name }}`, `${name}`, `<%= name %>` and their like are for a template engine. In a
mail they are what recipients read: the value was missing, or the content is the
template itself. The service has tags of its own, such as `<Greeting/>`, and words
such as `$ACCOUNT.CITY`; these are right.

## How to fix it

Render the template, with all its values, before the campaign is sent.

## Example

```xml
<EmailContent><![CDATA[<html><body>
<p>Hello {{ name }}, the first tulips are up.</p></body></html>]]></EmailContent>
```

Use instead:

```xml
<EmailContent><![CDATA[<html><body>
<p><Greeting/> The first tulips are up.</p></body></html>]]></EmailContent>
```
"""

from __future__ import annotations

from ctct_lint.html.content import STYLE, Content
from ctct_lint.html.traits import PLACEHOLDER
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.mail.placeholders import placeholders
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.text.placeholders import may_have_placeholders

# What cannot be CSS or a script; `{0}` and `__NAME__` can be in the latter.
_SURE = ("{{", "{%", "<%", "<?", "${", "#{", "%%", "*|")
_DECLARATION = ("<?xml", "<?mso", "<?import")


@rule(
    code="CTC547",
    severity=Severity.WARNING,
    on="content",
    traits=PLACEHOLDER,
    operations=REQUESTS,
    evidence=Evidence.INFERENCE,
    source="the template languages that are in use",
)
def check(content: Content) -> Findings:
    """Yield a finding for each, but for those in comments and scripts."""
    text = content.text
    if not may_have_placeholders(text):
        return
    from ctct_lint.profiles.ctct.mail.style_sheets import hidden_spans
    from ctct_lint.rules.wording import quoted

    hidden, styles = hidden_spans(content)
    for start, end in placeholders(text):
        found = text[start:end]
        if found.lower().startswith(_DECLARATION) or start in hidden:
            continue
        if (content.name == STYLE or start in styles) and not found.startswith(_SURE):
            continue
        yield Finding(
            content.span(start, end),
            f"the placeholder {quoted(found)} was not filled in",
            help=("render the template before the campaign is sent",),
        )
