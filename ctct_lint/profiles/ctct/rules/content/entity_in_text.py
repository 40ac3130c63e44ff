"""The text version of the mail holds an entity of HTML, such as `&nbsp;`.

## Why

`EmailTextContent` is sent as plain text. XML knows five entities, `&amp;`, `&lt;`,
`&gt;`, `&quot;` and `&apos;`; those of HTML mean something in a page only, and the
readers of plain text may find them as they are written.

## How to fix it

Write the character itself, if ISO-8859-1 has it; for others something similar.

## Example

```xml
<EmailTextContent>&lt;Text&gt;From the caf&amp;eacute;&lt;/Text&gt;</EmailTextContent>
```

Use instead:

```xml
<EmailTextContent>&lt;Text&gt;From the café&lt;/Text&gt;</EmailTextContent>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.html.content import TEXT, Content
from ctct_lint.html.traits import ENTITY
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.mail.escapes import as_plain_text, reference_starts
from ctct_lint.profiles.ctct.mail.mojibake import mojibake_in
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, guess, rule
from ctct_lint.rules.wording import quoted
from ctct_lint.text.patterns import lazy
from ctct_lint.text.span import Spans

if TYPE_CHECKING:
    from ctct_lint.model.place import Place

_ENTITY = lazy(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,31};)")

_OF_XML = ("amp;", "lt;", "gt;", "quot;", "apos;", "#")
_TITLES = {"": "remove it", " ": "write a blank"}


@rule(
    code="CTC508",
    severity=Severity.WARNING,
    on="content",
    traits=ENTITY,
    fields=(TEXT,),
    operations=REQUESTS,
    evidence=Evidence.INFERENCE,
    source="developer forum: EmailTextContent does not correctly decode",
)
def check(content: Content) -> Findings:
    """Yield a finding for each entity that HTML has and XML has not.

    What was encoded twice is reported as that.
    """
    if all(start.startswith(_OF_XML) for start in reference_starts(content.text)):
        return
    from html.entities import html5

    known = Spans(span for span, _ in mojibake_in(content.text))
    for found in _ENTITY.finditer(content.text):
        character = html5.get(found[1])
        if character is not None and found.start() not in known:
            at = content.span(*found.span())
            yield Finding(
                at,
                f"{quoted(found[0])} is an entity of HTML, this is plain text",
                help=("write the character itself, or one that is similar",),
                fixes=_fixes(at, found[1]),
            )


def _fixes(at: Place, entity: str) -> tuple[Proposal, ...]:
    plain = as_plain_text(entity)
    if plain is None:
        return ()
    title = _TITLES.get(plain) or f"write {quoted(plain)}"
    return (guess(title, (at, plain)),)
