"""Text stands between elements, where only elements have a meaning.

## Why

Where the schema asks for elements alone, only white space may stand between them. The
text has no meaning there, and often is what remains of a lost tag.

Of Constant Contact's documents it is a warning: the service seems to pass over the
text. An official sample posted such text by mistake and nobody objected.

## How to fix it

Put the text into the element that it belongs to, or remove it. The fix wraps it where
its form tells what it is: an address in `ReplyToEmail` is an `EmailAddress`. Where that
is required, or where the text is all there is in an element that lacks one child, what
lacks is not told again, and the text is an error. If it is
markup, as when a whole campaign is escaped inside `content`, write it as elements.

## Example

```xml
<Subject>Tulip bulbs are in</Subject>
customer document
<FromName>Green Leaf Nursery</FromName>
```

Use instead:

```xml
<Subject>Tulip bulbs are in</Subject>
<FromName>Green Leaf Nursery</FromName>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import Part
from ctct_lint.model.severity import Applicability, Severity
from ctct_lint.rules.base import FAULT, Evidence, Finding, Findings, Proposal, rule
from ctct_lint.rules.context import Context
from ctct_lint.rules.moved_text import id_in_text, moved_text
from ctct_lint.rules.origins import origin_of
from ctct_lint.rules.wording import quoted
from ctct_lint.schema.otherwise import NEEDED


@rule(
    code="CTC211",
    severity=Severity.WARNING,
    on=FAULT,
    evidence=Evidence.OFFICIAL_SDK,
    source="official PHP sample cc_class.php",
)
def check(fault: Fault, context: Context) -> Findings:
    """Word the fault; a URI that lacks as the element's `id` is told as that."""
    element = fault.at.element
    if (
        element is not None
        and fault.at.part is Part.VALUE
        and id_in_text(element, context.facts)
    ):
        return
    text = quoted(" ".join(fault.subject.split()))
    message = f"text {text} stands between the elements of {quoted(fault.owner)}"
    is_ignored = context.vocabulary.passes_over and fault.detail != NEEDED
    severity = None if is_ignored else Severity.ERROR
    if not fault.subject:
        message = f"{quoted(fault.owner)} must hold nothing, not even blanks"
        yield Finding(fault.at, message, severity=severity)
        return
    if fault.subject.startswith("<"):
        advice = "it is escaped markup: write it as elements"
        yield Finding(fault.at, message, help=(advice,), severity=severity)
        return
    origin = origin_of(fault.subject)
    fix = None
    if fault.at.part is not Part.RUN:
        name = next(iter(fault.expected), "")
        fix = moved_text(fault.at, fault.subject, context.facts, name)
    if fix is None:
        fix = Proposal("remove the text", ((fault.at, ""),), Applicability.UNSAFE)
    advice = "remove it" if fix.title.startswith("remove") else fix.title
    if origin is not None:
        advice = f"it is {origin.what}: {origin.advice}"
    yield Finding(fault.at, message, help=(advice,), fixes=(fix,), severity=severity)
