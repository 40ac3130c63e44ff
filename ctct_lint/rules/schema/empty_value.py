"""An element or attribute that must say something is empty.

## Why

A campaign needs a name, a subject and a sender's name, and each switch must be YES or
NO; official samples check this before they send. Blanks alone do not count: the value
is trimmed before it is looked at.

## How to fix it

Write the value. If there is none to write and the element is not required, remove it.
The fix writes a placeholder, such as `TODO`, where one is known.

## Example

```xml
<Subject></Subject>
```

Use instead:

```xml
<Subject>Tulip bulbs are in</Subject>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, guess, rule
from ctct_lint.rules.context import Context
from ctct_lint.rules.wording import clause, escaped, expected, is_of_attribute, quoted
from ctct_lint.schema.names import local_name

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    code="CTC214",
    evidence=Evidence.STANDARD,
    source=(
        "XML Schema 1.0, part 2, section 4.3; "
        "for Constant Contact the official PHP sample cc_class.php"
    ),
)
def check(fault: Fault, context: Context) -> Findings:
    """Word the fault; `owner` is the element or attribute."""
    help_ = _what_it_holds(fault, context) or "write its value"
    if fault.expected:
        help_ = expected(fault.expected)
    kind = "the attribute " if is_of_attribute(fault) else ""
    message = f"{kind}{quoted(fault.owner)} must not be empty"
    fixes = tuple(_filling(fault, context))
    yield Finding(fault.at, message, help=(help_,), fixes=fixes)


def _filling(fault: Fault, context: Context) -> Iterator[Proposal]:
    """Yield the fix that writes a placeholder, if there is one."""
    parent = fault.at.parent
    if parent is None or is_of_attribute(fault):
        return
    value = context.vocabulary.value_for(parent, fault.owner)
    if value:
        yield guess(f"write {quoted(value)}", (fault.at, escaped(value)))


def _what_it_holds(fault: Fault, context: Context) -> str:
    parent = fault.at.parent
    if parent is None or is_of_attribute(fault):
        return ""
    said = context.facts.first_sentence(local_name(parent), fault.owner)
    what = clause(said)
    return f"it holds {what}" if what else ""
