"""Text, or what else is not the document, stands before or after the root element.

## Why

Outside the root element only comments and instructions may stand. The headers of a
response, the prompt of a shell and the fences of Markdown come along when a document is
copied; a warning of PHP or another document does when it is made. The root is the
element with the payload, and it is checked as if it stood alone.

## How to fix it

Remove the text, and what writes it there.

## Example

```xml
```xml
<entry xmlns="http://www.w3.org/2005/Atom"></entry>
```

Use instead:

```xml
<entry xmlns="http://www.w3.org/2005/Atom"></entry>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.context import Context
from ctct_lint.rules.origins import origin_of
from ctct_lint.rules.wording import fixes_of, quoted


@rule(
    code="CTC128",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.1",
)
def check(fault: Fault, context: Context) -> Findings:
    where, _, kept = (fault.detail or "outside").partition(", ")
    shown = quoted((fault.subject.splitlines() or [""])[0])
    shown = shown if fault.subject.startswith("<") else f"the text {shown}"
    origin = origin_of(fault.subject)
    is_moved = any(new.strip() for _, new in fault.edits)
    tag = "start tag before" if where == "before" else "end tag behind"
    title = f"move the {tag} it" if is_moved else "remove the text"
    advice = title if is_moved else "remove it"
    if origin is not None:
        to_do = context.vocabulary.advice.get(origin.what, origin.advice)
        advice = f"it is {origin.what}: {to_do}"
    is_kept = bool(kept) or (origin is not None and origin.is_payload)
    yield Finding(
        fault.at,
        f"{shown} stands {where} the root element",
        help=(advice,),
        fixes=() if is_kept else fixes_of(fault, title, is_safe=False),
    )
