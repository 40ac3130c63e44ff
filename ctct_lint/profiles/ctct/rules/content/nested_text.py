"""The text version of the mail is wrapped in `<Text>` twice.

## Why

Some libraries write `<Text>` around the text by themselves. What has it already then
has it twice, and is refused, or shows the tag to the readers; such a library was
mended to leave alone what begins with `<Text`.

## How to fix it

Wrap the text once: either you do it, or the library does.

## Example

```xml
<EmailTextContent><![CDATA[<Text><Text>3 for $5.</Text></Text>]]></EmailTextContent>
```

Use instead:

```xml
<EmailTextContent>&lt;Text&gt;3 for $5.&lt;/Text&gt;</EmailTextContent>
```
"""

from __future__ import annotations

from ctct_lint.html.content import TEXT, Content
from ctct_lint.html.traits import WRAPPER, is_wrapped
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.mail.service_tags import end_tags
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, guess, rule


@rule(
    code="CTC505",
    severity=Severity.WARNING,
    on="content",
    fields=(TEXT,),
    tags=("text",),
    traits=WRAPPER,
    operations=REQUESTS,
    evidence=Evidence.SDK,
    source="a published library that stopped wrapping what is wrapped",
)
def check(content: Content) -> Findings:
    if is_wrapped(content.text):
        return
    starts = list(content.start_tags("text"))
    ends = end_tags(content.tags)
    closing = ends.get(starts[0]) if starts else None
    for tag in starts[1:]:
        if closing is None or tag.start > closing.start:
            continue  # beside the first one: not wrapped twice
        both = [tag, ends[tag]] if tag in ends else [tag]
        removal = tuple((content.whole(t), "") for t in both)
        yield Finding(
            content.name_of(tag),
            "`<Text>` stands inside `<Text>`: the text is wrapped twice",
            help=("wrap the text once",),
            related=((content.name_of(starts[0]), "it is wrapped here already"),),
            fixes=(guess("remove the inner tags", *removal),),
        )
