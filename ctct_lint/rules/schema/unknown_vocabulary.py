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

from ctct_lint.model.fault import Fault
from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.context import Context
from ctct_lint.rules.wording import quoted

_LONGEST = 30
_HELP = (
    "name its schema: `--schema FILE.xsd` or `[[profiles]]` in ctct-lint.toml; "
    "if it is meant for Constant Contact, say what it is for with `--operation`"
)


@rule(
    code="CTC224",
    severity=Severity.INFORMATION,
    stands=True,
    evidence=Evidence.INFERENCE,
    source="what ctct-lint has a schema for",
)
def check(fault: Fault, _context: Context) -> Findings:
    """Word the fault; `owner` is the profile that may be meant, if there is one.

    `expected` is the namespace of its documents then; nothing, if it is for none.
    """
    what = quoted(fault.subject, _LONGEST)
    message = f"{what} is of no known vocabulary: only its syntax is checked"
    yield Finding(fault.at, message, help=(_help(fault),))


def _help(fault: Fault) -> str:
    if not fault.owner:
        return _HELP
    profile = f"the profile {quoted(fault.owner)}"
    for namespace in fault.expected:
        return f"if it is meant for {profile}, its namespace is {quoted(namespace)}"
    return f"{profile} does not say what it is for: give it `root` or `files`"
