"""The entry's `id` is not a URI.

## Why

The server parses the `id` of what it is sent as a URI and answers 400 Bad Request
if it is none: `<id>2</id>`, which has no scheme, was refused, and so was
`<id>date: ,none</id>`, which has a blank. On create any URI will do, the server
replaces it; on update it must be the URI of the resource.

## How to fix it

Write a blank inside a URI as `%20`, in a user's name for instance, and take line breaks
out. Write any URI on create, such as `data:,`, and the resource's own URI on update.

## Example

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <id>2</id>
</entry>
```

Use instead:

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <id>data:,none</id>
</entry>
```
"""

from __future__ import annotations

from ctct_lint.model.place import value_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.mail.placeholders import placeholder_in_uri
from ctct_lint.profiles.ctct.operation import REQUESTS, Operation
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.records.uri import doubt_about_uri, trouble_with_uri
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.context import Context
from ctct_lint.rules.wording import quoted

# What is surely a URI, and no template.
_PLAIN = (
    "(?:https?://[A-Za-z0-9.-]+(?:/[A-Za-z0-9./:,-]*)?"
    "|data:[A-Za-z0-9./:,-]+|urn:[a-z]+:[A-Za-z0-9-]+)"
)


@rule(
    code="CTC301",
    on="entry",
    operations=REQUESTS,
    when=("id=", f"id!~{_PLAIN}"),
    evidence=Evidence.STAFF,
    source="developer forum: 400 adding a new contact",
)
def check(entry: Record, context: Context) -> Findings:
    value = entry.text("id")
    if not entry.has("id") or (":" in value and placeholder_in_uri(value)):
        return
    trouble = trouble_with_uri(value) if value else ""
    placeholder = placeholder_in_uri(value)
    if placeholder:
        trouble = f"the placeholder {quoted(placeholder)} was not filled in"
    doubt = "" if trouble or not value else doubt_about_uri(value)
    if value and not (trouble or doubt):
        return
    example = "any URI, such as `data:,none`"
    if context.operation == Operation.UPDATE:
        example = "the URI of the resource that is updated"
    message = f"{quoted(value)} is not a URI" if value else "`id` must not be empty"
    if doubt:
        message = f"{quoted(value)} is hardly a URI: {doubt}"
    yield Finding(
        at=value_of(entry.fields["id"]),
        message=message,
        help=(f"write {example}",),
        notes=(trouble,) if trouble else (),
        severity=Severity.WARNING if doubt else None,
    )
