"""A rule of your own has failed.

## Why

A rule that a profile names under `rules` has raised an exception, has yielded what is
no finding of this document, or has changed the element that it was called with. That is
a fault of the rule, not of the document. What it had found before is reported, and so
is what all other rules say; but something may be missing, so the exit status is 2.

A rule that has not ended with an element after 30 seconds of the processor's time
fails, too, at the line where it is then, and is not called again. On Windows, and in an
editor, it can be ended only between two steps of Python: a single call that has no end,
as `re.match` may be, goes on.

A file that is no rule, as it is no Python or as its `@rule(...)` has no code, is told
here as well, and the others are run.

It is told once for each line of the rule that fails in a document.

## How to fix it

Mend the rule in the file and line that are named; `ctct-lint rules test DIR` runs its
examples. Until then take the rule out of `rules` in the configuration, for instance by
moving its file out of the folder.
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.context import Context


@rule(
    code="CTC908",
    evidence=Evidence.INFERENCE,
    source="a failure of a rule of your own",
)
def check(fault: Fault, _context: Context) -> Findings:
    message = f"`{fault.subject}` failed at {fault.owner}: {fault.detail}"
    help_ = fault.expected or (f"mend the rule: {fault.owner}",)
    yield Finding(fault.at, message, help=help_)
