"""An element is not in its namespace, because nothing declares it.

## Why

Envelope and payload are told apart by their namespaces. `xmlns` holds for an element
and all that it contains, until another one is declared: a `Campaign` without an
`xmlns` of its own is an Atom element like the `entry` around it, and the server finds
no campaign. A `link` in a list or an address is an Atom element inside the payload
and needs its own `xmlns` again; as it has no effect on input, its lack is a warning.
In a response the server itself wrote it, so there it is a warning, too.

## How to fix it

Add the `xmlns` to the start tag. The fix does so. Where the elements inside belong in
no namespace, as local ones of an XSD without `elementFormDefault="qualified"` do, an
`xmlns` would hold for them too: give the outer element a prefix of its own,
`<s:order xmlns:s="urn:s">`.

## Example

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <content type="application/vnd.ctct+xml">
    <Schedule/>
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

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import Part
from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, rule
from ctct_lint.rules.context import Context
from ctct_lint.rules.prefixing import prefixed, prefixing
from ctct_lint.rules.wording import fixes_of, namespace_label, quoted, renaming_exactly
from ctct_lint.schema.names import local_name, with_prefix, written_name
from ctct_lint.text.escapes import in_quotes

_COPIED = "whoever reads it by its namespace will not find it; a copy may have lost it"


@rule(
    code="CTC213",
    evidence=Evidence.STANDARD,
    source="Namespaces in XML 1.0, section 6.2",
)
def check(fault: Fault, context: Context) -> Findings:
    """Word the fault; `owner` is the namespace that the element is in instead."""
    (right,), labels = fault.expected, context.vocabulary.labels
    where = namespace_label(fault.owner, labels) if fault.owner else "no namespace"
    meant = (
        f"not in {namespace_label(right, labels)}" if right else "but belongs in none"
    )
    # Names are what is to be written where the namespace has a prefix already.
    is_first = bool(fault.edits) and fault.edits[0][0].part is Part.NAME
    is_named = is_first and not fault.detail
    title = _title(fault, right)
    severity = Severity.WARNING if context.vocabulary.is_harmless(fault) else None
    if context.is_answer:
        # The service declares it; copies of answers have often lost it on the way.
        severity = Severity.INFORMATION
    yield Finding(
        fault.at,
        f"{quoted(fault.subject)} is in {where}, {meant}",
        help=(_advice(fault, right) if is_named or not fault.edits else title,),
        fixes=_fixes(fault, title, is_named=is_named),
        notes=(_COPIED,) if context.is_answer else (),
        severity=severity,
    )


def _fixes(fault: Fault, title: str, *, is_named: bool) -> tuple[Proposal, ...]:
    if fault.detail:
        return prefixed(fault, title, is_safe=True)
    return renaming_exactly(fault) if is_named else fixes_of(fault, title)


def _title(fault: Fault, right: str) -> str:
    """Say what is written: a start tag, or a declaration, and where."""
    if fault.detail:
        return prefixing(fault)
    title, places = f'add `xmlns="{in_quotes(right)}"`', [at for at, _ in fault.edits]
    if len(places) > 1:
        return f"{title} to these {len(places):,}"
    others = (at.element for at in places if at.element is not fault.at.element)
    named = (with_prefix(one, local_name(one)) for one in others if one is not None)
    return "".join((title, *(f" to {quoted(name)}" for name in named)))


def _advice(fault: Fault, right: str) -> str:
    if not right:
        return "write it without a prefix"
    parent = fault.at.parent
    written = "" if parent is None else written_name(parent, right, fault.subject)
    if written == fault.subject and not fault.owner:
        return 'take its `xmlns=""` away'
    if written:
        return f"write {quoted(written, 80)}"
    return f"declare {quoted(right, 80)} for it"
