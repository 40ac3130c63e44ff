"""The document has a document type declaration.

## Why

By a document type a document can name files and addresses that its reader opens. A
server that takes such documents lets strangers read its files, so most refuse them.
ctct-lint loads no DTD and expands no entity. Where a schema says what is right, a
document type is not needed: no document of Constant Contact has one.

In a vocabulary of one's own (`--schema`, `[[profiles]]`) many documents name their
DTD, as those of DocBook and XHTML do. Such a declaration is no more than a note there,
unless it declares entities, is not well-formed or stands elsewhere than before the
root. In a document of no known vocabulary only what is not well-formed is told of.

## How to fix it

Remove the declaration, and write out the entities that it declares.

## Example

```xml
<!DOCTYPE entry>
<entry xmlns="http://www.w3.org/2005/Atom"></entry>
```

Use instead:

```xml
<entry xmlns="http://www.w3.org/2005/Atom"></entry>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.context import Context
from ctct_lint.rules.wording import fixes_of
from ctct_lint.xml.scan.doctype import HARMLESS, MISPLACED, SPELLING

# What is wrong with one where it may stand, and what to do, by the fault's detail.
_WRONG = {
    MISPLACED: (
        "a document type declaration may stand only once, and before the root",
        "remove it, or move it in front of the first start tag",
    ),
    SPELLING: (
        "the keyword of the document type declaration is not in capitals",
        "write `<!DOCTYPE`: HTML takes small letters there, XML does not",
    ),
}


@rule(
    code="CTC132",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.8, which lets a processor refuse entities",
)
def check(fault: Fault, context: Context) -> Findings:
    """Word the fault; a `harmless` declaration is one only where none is taken."""
    message = "the document has a document type declaration"
    advice = "remove it; entities that it declares must be written out"
    if context.vocabulary.takes_doctype:
        if fault.detail == HARMLESS:
            may_stay = (
                "it may stay: nothing that it names is read, the schema alone counts"
            )
            yield Finding(fault.at, message, (may_stay,), severity=Severity.INFORMATION)
            return
        message, advice = _WRONG.get(fault.detail, (message, advice))
    yield Finding(
        fault.at,
        message,
        help=(advice,),
        fixes=fixes_of(fault, "remove the declaration", is_safe=False),
    )
