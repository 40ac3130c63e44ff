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

# By what `detail` says: the message, the help, the title of the fix, and a tag in them.
_WORDS = {
    "": (
        "the start tag of {name} has no `>`",
        "end the tag with `>`, or with `/>` if the element is empty",
        "end the start tag",
        "",
    ),
    "<": (
        "the start tag of {name} has no `<`",
        "begin the tag with `<`",
        "begin the start tag",
        "",
    ),
    "name": (
        "the start tag of {name} has no beginning",
        "write {tag} before it, as the end tag that follows says",
        "begin it with {tag}",
        "<{} ",
    ),
    "< ": (
        "the start tag of {name} has no name",
        "write {tag}, as the end tag that follows says",
        "write {tag}",
        "<{} ",
    ),
    "<>": (
        "`<>` is no start tag: it has no name",
        "write {tag}, as the end tag that follows says",
        "write {tag}",
        "<{}>",
    ),
}
_OTHERWISE = (
    "{detail} is not how the start tag of {name} is written",
    "write {tag}",
    "write {tag}",
    "<{}",
)


@rule(
    code="CTC105",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 3.1",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `detail` says what lacks, or how the tag is written."""
    *words, tag = _WORDS.get(fault.detail, _OTHERWISE)
    of = {
        "name": quoted(fault.subject),
        "tag": quoted(tag.format(fault.subject)),
        "detail": quoted(fault.detail),
    }
    message, advice, title = (template.format_map(of) for template in words)
    fixes = fixes_of(fault, title, is_safe=False)
    yield Finding(fault.at, message, help=(advice,), fixes=fixes)
