"""An end tag has another name than the element that it closes.

## Why

Elements nest: the end tag that comes next must be that of the element opened last,
spelt the same and in the same case. `</>` and `<>` have no name at all.

## How to fix it

Write the name of the start tag in the end tag. If the start tag has the wrong name,
correct that one. Where both are names that the format knows, the fix is a guess and
waits for your consent.

## Example

```xml
<OrganizationState>MA</OrganizationSt>
```

Use instead:

```xml
<OrganizationState>MA</OrganizationState>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.context import Context
from ctct_lint.rules.wording import fixes_of, quoted


@rule(
    code="CTC101",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 3.1",
)
def check(fault: Fault, context: Context) -> Findings:
    (opened,) = fault.expected
    name = quoted(fault.detail or f"</{fault.subject}>")
    advice = f"close it with {quoted(f'</{opened}>', 80)}"
    if fault.edits and fault.edits[0][0] in [at for at, _ in fault.related]:
        advice = f"open it with {quoted(f'<{fault.edits[0][1]}>', 80)}"
    yield Finding(
        fault.at,
        f"{name} does not close {quoted(f'<{opened}>')}",
        help=(advice,),
        related=tuple((at, "opened here") for at, _ in fault.related),
        fixes=fixes_of(
            fault,
            "make both tags of the element agree",
            is_safe=_is_sure(fault, context),
        ),
    )


def _is_sure(fault: Fault, context: Context) -> bool:
    """Say how sure it is which of the two names is meant: not if both may be."""
    (opened,) = fault.expected
    names = {name.rpartition(":")[2] for name in (fault.subject, opened)}
    is_case = len(set(map(str.casefold, names))) == 1
    return is_case or not names <= context.facts.element_names()
