"""The entry has no `author`.

## Why

The documentation calls `author` required, though it may be empty. Its own minimal
campaign does without one, so the server is unlikely to refuse the entry. Entries of
the library and of events have none.

## How to fix it

Add an empty `<author/>`, or one with a `<name>`: in that of a schedule there must be a
`<name>`, which may be empty.

## Example

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <id>data:,</id>
</entry>
```

Use instead:

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <id>data:,</id>
  <author/>
</entry>
```
"""

from __future__ import annotations

from ctct_lint.model.place import name_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.catalog import resource_of
from ctct_lint.profiles.ctct.guesses import element_for
from ctct_lint.profiles.ctct.names import atom
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.elsewhere import lacks
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.context import Context
from ctct_lint.rules.insertion import insertion


@rule(
    code="CTC304",
    severity=Severity.WARNING,
    on="entry",
    operations=REQUESTS,
    when=("!author",),
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Creating a Contact; against it: Creating a Campaign",
)
def check(entry: Record, context: Context) -> Findings:
    needs_one = resource_of(entry.element).needs_envelope
    if needs_one and lacks(entry, "author") and not _is_in_content(entry):
        written = element_for(entry.element, "author") or ""
        is_empty = written.endswith("/>")
        yield Finding(
            at=name_of(entry.element),
            message="`entry` has no `author`",
            help=(f"add `{written}`{'; it may be empty' if is_empty else ''}",),
            fixes=tuple(insertion(context, entry.element, "author")),
        )


def _is_in_content(entry: Record) -> bool:
    """Say whether it stands too deep, which is said of it."""
    content = entry.fields.get("content")
    return content is not None and next(content.iter(atom("author")), None) is not None
