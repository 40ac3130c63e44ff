"""A start tag has no `>`, no `<` or no name.

## Why

A start tag begins with `<` and goes on up to `>`. Without the `>`, the text or the tag
that follows is read as a part of it. Without the `<`, the tag is mere text; so is `<>`.

## How to fix it

Add `>` after the last attribute, or `/>` if the element is empty; or add `<` before the
name, or the name.

## Example

```xml
<Subject
<FromName>Bulb Shop</FromName>
```

Use instead:

```xml
<Subject>Tulips are in</Subject>
<FromName>Bulb Shop</FromName>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import fixes_of, quoted


@rule(
    code="CTC105",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 3.1",
)
def check(fault: Fault) -> Findings:
    if fault.detail == "<":
        yield Finding(
            fault.at,
            f"the start tag of {quoted(fault.subject)} has no `<`",
            help=("begin the tag with `<`",),
            fixes=fixes_of(fault, "begin the start tag", is_safe=False),
        )
        return
    if fault.detail == "name":
        tag = quoted(f"<{fault.subject} ")
        yield Finding(
            fault.at,
            f"the start tag of {quoted(fault.subject)} has no beginning",
            help=(f"write {tag} before it, as the end tag that follows says",),
            fixes=fixes_of(fault, f"begin it with {tag}", is_safe=False),
        )
        return
    if fault.detail == "<>":
        tag = quoted(f"<{fault.subject}>")
        yield Finding(
            fault.at,
            "`<>` is no start tag: it has no name",
            help=(f"write {tag}, as the end tag that follows says",),
            fixes=fixes_of(fault, f"write {tag}", is_safe=False),
        )
        return
    if fault.detail:
        tag = quoted(f"<{fault.subject}")
        yield Finding(
            fault.at,
            f"{quoted(fault.detail)} is not how the start tag of "
            f"{quoted(fault.subject)} is written",
            help=(f"write {tag}",),
            fixes=fixes_of(fault, f"write {tag}", is_safe=False),
        )
        return
    yield Finding(
        fault.at,
        f"the start tag of {quoted(fault.subject)} has no `>`",
        help=("end the tag with `>`, or with `/>` if the element is empty",),
        fixes=fixes_of(fault, "end the start tag", is_safe=False),
    )
