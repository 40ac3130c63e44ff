"""Nothing is known of what the document may hold: only its syntax is checked.

## Why

ctct-lint knows what is sent to Constant Contact and what it answers, and the
vocabularies that profiles describe. Of any other document, such as a feed of news or a
configuration, it says whether it is well-formed XML, and nothing else. Of those that a
search of folders finds, the closing line gives the number.

## How to fix it

Nothing is wrong; this is so that a clean report is not taken for more than it is. With
an XSD the document can be checked: `ctct-lint check --schema FILE.xsd`, or, once and
for all, a table `[[profiles]]` in `ctct-lint.toml` that says which documents are its
own. If the document is meant for Constant Contact, its root is an Atom `entry`; what
it is for can be said with `--operation`.

## Example

```xml
<?xml version="1.0" encoding="UTF-8"?>
<configuration xmlns="urn:example:shop">
  <greenhouse/>
</configuration>
```

Use instead:

```xml
<?xml version="1.0" encoding="UTF-8"?>
<entry xmlns="http://www.w3.org/2005/Atom">
  <id>data:,none</id>
</entry>
```
"""

from __future__ import annotations

from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule

RULE = fault_rule(
    __name__,
    code="CTC224",
    severity=Severity.INFORMATION,
    stands=True,
    evidence=Evidence.INFERENCE,
    source="what ctct-lint has a schema for",
    message="{subject:30} is of no known vocabulary: only its syntax is checked",
    help="name its schema: `--schema FILE.xsd` or `[[profiles]]` in ctct-lint.toml; "
    "if it is meant for Constant Contact, say what it is for with `--operation`",
)
