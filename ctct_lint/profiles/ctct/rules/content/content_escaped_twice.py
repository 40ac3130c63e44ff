"""A content was escaped twice: the server unescapes it once and finds no tags.

## Why

Content is escaped once to stand in the document as text. Escaped twice, by a
template and then by the library for XML, its tags are still `&lt;p&gt;` when the
server reads it: words, and no HTML document. It is refused as such, or the readers
see the tags.

## How to fix it

Escape it once. A library for XML escapes by itself what it is given as text, and in a
CDATA section nothing is escaped at all.

## Example

```xml
<EmailTextContent><![CDATA[&lt;Text&gt;3 for $5.&lt;/Text&gt;]]></EmailTextContent>
```

Use instead:

```xml
<EmailTextContent><![CDATA[<Text>3 for $5.</Text>]]></EmailTextContent>
```
"""

from __future__ import annotations

from ctct_lint.html.content import EMAIL, REMINDER, TEXT, Content
from ctct_lint.html.traits import ESCAPED_TAG, TWICE
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.mail.escapes import escaped_tag, without_escapes
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, rule
from ctct_lint.rules.wording import quoted


@rule(
    code="CTC506",
    on="content",
    traits=ESCAPED_TAG | TWICE,
    fields=(EMAIL, TEXT, REMINDER),
    operations=REQUESTS,
    evidence=Evidence.STAFF,
    source="staff answers: a document, encoded before it is put in the XML",
)
def check(content: Content) -> Findings:
    """Yield a finding at the first of the tags that are still escaped.

    Of a text version in an HTML campaign, and of a reminder, no more is known than
    that readers will see the tags.
    """
    text = content.text
    found = escaped_tag(text)
    if found is None:
        return
    is_refused = content.name == EMAIL or (content.name == TEXT and content.is_xhtml)
    whole = content.span(0, len(text))
    tag = text[slice(*found)]
    often = "more than twice" if tag.startswith("&amp;") else "twice"
    yield Finding(
        content.span(*found),
        f"`{content.name}` was escaped {often}: {quoted(tag)} is no tag",
        help=("escape the content once",),
        fixes=(Proposal("unescape it once", ((whole, without_escapes(text)),)),),
        severity=None if is_refused else Severity.WARNING,
    )
