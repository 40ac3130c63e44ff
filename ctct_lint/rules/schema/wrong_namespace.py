"""A namespace is almost, or not at all, the one that the element must be in.

## Why

Programs know an element by its namespace and its name. Namespaces are compared letter
by letter: a blank at the start, `https` for `http` or a missing slash at the end
makes another namespace, and the server finds neither entry nor payload. Some pages of
the documentation show such a blank, which is easily copied. In a response the server
itself wrote it, so there it is a warning.

## How to fix it

Write the namespace exactly: `http://www.w3.org/2005/Atom` for the envelope,
`http://ws.constantcontact.com/ns/1.0/` for the payload. The fix does so; where another
vocabulary may be meant, it waits for your consent.

## Example

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <content type="application/vnd.ctct+xml">
    <Schedule xmlns="http://ws.constantcontact.com/ns/1.0"/>
  </content>
</entry>
```

Use instead:

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <content type="application/vnd.ctct+xml">
    <Schedule xmlns="http://ws.constantcontact.com/ns/1.0/"/>
  </content>
</entry>
```
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.context import Context
from ctct_lint.rules.prefixing import prefixed, prefixing
from ctct_lint.rules.wording import MOST_IN_MESSAGE, fixes_of, namespace_label, quoted
from ctct_lint.text.patterns import lazy
from ctct_lint.text.slips import is_sure

if TYPE_CHECKING:
    from collections.abc import Mapping

_VERSION = lazy(r"\d+(?:\.\d+)*")
_ROOM = 80
_NONE = 'write `xmlns=""`'


@rule(
    code="CTC212",
    evidence=Evidence.STANDARD,
    source="Namespaces in XML 1.0, section 2.3",
)
def check(fault: Fault, context: Context) -> Findings:
    """Word the fault; `subject` is the namespace found, `owner` the element."""
    (right,), labels = fault.expected, context.vocabulary.labels
    start = f"the namespace of {quoted(fault.owner)} "
    what = _difference(fault.subject, right, labels)
    if len(start + what) > MOST_IN_MESSAGE:
        what = what.partition(", not ")[0]
    near = fault.subject.replace("https:", "http:", 1)
    title = f"write {quoted(right, _ROOM)}" if right else _NONE
    if fault.detail:
        title = prefixing(fault)
    elif not right and not fault.edits:
        title = "write its name without a prefix: each prefix stands for a namespace"
    # Is no other vocabulary meant?
    fix = partial(prefixed if fault.detail else fixes_of, fault, title)
    yield Finding(
        fault.at,
        start + what,
        help=(title,),
        fixes=fix(is_safe=is_sure(near, right, labels)),
        severity=Severity.WARNING if context.is_answer else None,
    )


def _difference(found: str, right: str, labels: Mapping[str, str]) -> str:
    """Say what is wrong with the namespace, the likeliest slips first."""
    if found.strip() == right:
        return f"{'begins' if found[:1].isspace() else 'ends'} with a blank"
    if found.casefold() == right.casefold():
        return f"is {quoted(found)}: the case differs"
    if found.rstrip("/") == right.rstrip("/"):
        few = len(found) < len(right)
        return "lacks its final slash" if few else "ends with a slash too many"
    if found.replace("https:", "http:", 1) == right:
        return "begins with `https:`, not `http:`"
    if _VERSION.sub("", found) == _VERSION.sub("", right):
        return f"is {quoted(found)}: the version differs"
    meant = namespace_label(right, labels) if right else "none"
    return f"is {namespace_label(found, labels)}, not {meant}"
