"""The author of a schedule's entry has no name.

## Why

In the official sample of a schedule, and in what libraries send, `author` has a
`name`. The server refused one with an empty `author`, and took the same with an empty
`name` in it. The `author` of a campaign or a contact may be empty.

## How to fix it

Write who schedules the mail: `<author><name>Constant Contact</name></author>`.

## Example

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <author/>
  <content type="application/vnd.ctct+xml">
    <Schedule xmlns="http://ws.constantcontact.com/ns/1.0/"/>
  </content>
</entry>
```

Use instead:

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <author><name>Joe's Flowers</name></author>
  <content type="application/vnd.ctct+xml">
    <Schedule xmlns="http://ws.constantcontact.com/ns/1.0/"/>
  </content>
</entry>
```
"""

from __future__ import annotations

from ctct_lint.model.place import end_of, name_of
from ctct_lint.profiles.ctct.names import atom
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, rule
from ctct_lint.rules.wording import child_tag
from ctct_lint.schema.names import has_text

_NAME = atom("name")


@rule(
    code="CTC606",
    on="schedule",
    operations=REQUESTS,
    evidence=Evidence.SDK,
    source="Ruby library ekadoo/constant_contact: a commit against the Bad Request",
)
def check(schedule: Record) -> Findings:
    """Yield a finding for an author without a name; none at all is CTC304's.

    Nor is a name that stands in it without its tags, which is CTC211's, or as its
    attribute, which is CTC209's.
    """
    author = schedule.entry.fields.get("author")
    if author is None or next(author.iter(_NAME), None) is not None:
        return
    if has_text(author.text) or "name" in author.attrib:
        return
    tag = child_tag(author, "name")
    edits = ((end_of(author), f"{tag}{tag.replace('<', '</')}"),)
    fix = Proposal("insert an empty `name`", edits)
    yield Finding(
        at=name_of(author),
        message="the `author` of a schedule has no `name`",
        help=("write `<name>` with who schedules the mail into it",),
        fixes=() if len(author) else (fix,),
    )
