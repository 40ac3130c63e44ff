"""Text stands between elements, where only elements have a meaning.

## Why

A campaign, an entry and a list consist of elements; only white space may stand
between them. The text has no meaning there, and often is what remains of a lost tag.
The server seems to pass over it: an official sample posted such text by mistake and
nobody objected, hence a warning.

## How to fix it

Remove the text, or put it into the element that it belongs to. If it is markup, as
when a whole campaign is escaped inside `content`, write it as elements.

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

from typing import TYPE_CHECKING

from ctct_lint.rules.base import Evidence, Finding, On, Proposal, rule
from ctct_lint.rules.wording import quoted
from ctct_lint.severity import Applicability, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.syntax.fault import Fault


@rule(
    code="CTC211",
    severity=Severity.WARNING,
    on=On.FAULT,
    evidence=Evidence.OFFICIAL_SDK,
    source="official PHP sample cc_class.php",
)
def check(fault: Fault) -> Iterator[Finding]:
    """Word the fault."""
    text = quoted(" ".join(fault.subject.split()))
    message = f"text {text} stands between the elements of {quoted(fault.owner)}"
    if fault.subject.startswith("<"):
        advice = "it is escaped markup: write it as elements"
        yield Finding(fault.at, message, help=(advice,))
        return
    edits = ((fault.at, ""),)
    removal = Proposal("remove the text", edits, Applicability.UNSAFE)
    yield Finding(fault.at, message, help=("remove it",), fixes=(removal,))
