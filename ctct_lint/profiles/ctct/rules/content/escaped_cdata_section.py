"""The mark of a CDATA section was escaped: it is text now, and all behind it.

## Why

In a CDATA section nothing is escaped, and what is escaped needs no section. Where a
program escapes a text that is put into `<![CDATA[` and `]]>` already, these are part
of the content, and browsers take all of it for a comment: there is nothing to read.

## How to fix it

Put the text into a section or escape it, but not both.

## Example

```xml
<EmailTextContent>&lt;![CDATA[&lt;Text&gt;$5 each.&lt;/Text&gt;]]&gt;</EmailTextContent>
```

Use instead:

```xml
<EmailTextContent><![CDATA[<Text>$5 each.</Text>]]></EmailTextContent>
```
"""

from __future__ import annotations

from ctct_lint.html.content import EMAIL, TEXT, Content
from ctct_lint.html.traits import SECTION
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.mail.escapes import SECTION_END, SECTION_START, is_section
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, guess, rule

_HELP = "escape the content, or put it into a section as it is, but not both"


@rule(
    code="CTC549",
    on="content",
    traits=SECTION,
    fields=(EMAIL, TEXT),
    operations=REQUESTS,
    superseded_by=("early-cdata-end",),
    evidence=Evidence.STAFF,
    source="staff answer: EmailContent must be a well-formed, valid HTML document",
)
def check(content: Content) -> Findings:
    """Yield a finding at the mark; its end is another place."""
    text = content.text
    if not is_section(text):
        return
    start = text.index(SECTION_START)
    mark = content.span(start, start + len(SECTION_START))
    edits = [(mark, "")]
    related = []
    end = text.rfind(SECTION_END)
    if end >= 0:
        closing = content.span(end, end + len(SECTION_END))
        edits.append((closing, ""))
        related.append((closing, "and so was its end"))
    is_refused = content.name == EMAIL or content.is_xhtml
    yield Finding(
        mark,
        f"`{SECTION_START}` in `{content.name}` was escaped: it begins no section",
        help=(_HELP,),
        related=tuple(related),
        fixes=(guess("remove the marks", *edits),),
        severity=None if is_refused else Severity.WARNING,
    )
