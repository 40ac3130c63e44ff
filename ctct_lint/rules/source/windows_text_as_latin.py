"""The document declares ISO-8859-1, but is in windows-1252.

## Why

The two differ in the bytes 80 to 9F: curly quotes, dashes, the ellipsis and the euro
sign in windows-1252, control characters in ISO-8859-1. An XML processor reads what is
declared, so that readers of the mail see nothing there, or boxes. The linter reads
such a document as windows-1252.

## How to fix it

Declare `windows-1252`, as the fix does: no byte of the text changes. Or save the
document as UTF-8, and declare that.
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, rule
from ctct_lint.rules.wording import quoted

_WESTERN = "windows-1252"
_MOST = 9


@rule(
    code="CTC011",
    severity=Severity.WARNING,
    evidence=Evidence.STANDARD,
    source="ISO-8859-1: 80 to 9F are control characters",
)
def check(fault: Fault) -> Findings:
    """Word the fault: `subject` is declared, `expected` the characters meant."""
    (meant,) = fault.expected
    verb = "is" if len(meant) == 1 else "are"
    title = f"declare {quoted(_WESTERN)}"
    in_name = fault.detail == "name"
    yield Finding(
        fault.at,
        f"declared as {quoted(fault.subject)}, but {quoted(meant, _MOST)} {verb} "
        f"{_WESTERN}",
        help=(f"{title}, or save the file as UTF-8",),
        related=tuple(
            (at, f"0x{byte} is a control character in {fault.subject}")
            for at, byte in fault.related
        ),
        notes=("in a name a control character makes it ill-formed",) * in_name,
        fixes=(Proposal(title, ((fault.at, _WESTERN),)),),
        severity=Severity.ERROR if in_name else None,
    )
