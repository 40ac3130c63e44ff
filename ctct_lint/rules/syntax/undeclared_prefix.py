"""A prefix is used that no `xmlns` declares.

## Why

The part of a name before the colon stands for a namespace, and `xmlns:prefix="..."` on
the element or around it says which. The first use of each prefix is reported.

## How to fix it

Declare the prefix, or remove it and the colon. Where a declared prefix is but a slip
away, that one is meant: `andriod` for `android`.

## Example

```xml
<ctct:Subject>Tulips are in</ctct:Subject>
```

Use instead:

```xml
<Subject>Tulips are in</Subject>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.model.severity import Applicability
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, rule
from ctct_lint.rules.wording import did_you_mean, fixes_of, quoted, replacement
from ctct_lint.text.slips import is_slip

# Shorter prefixes are too much alike: `xs`, `xsd`, `xsi`.
_TELLING = 4
# Stands in a declaration for a namespace that nobody knows.
_UNKNOWN = "…"


@rule(
    code="CTC131",
    evidence=Evidence.STANDARD,
    source="Namespaces in XML 1.0, section 5",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `owner` is the declared prefix that is meant, if one is.

    Of a value it is the whole name with that. Without one, `related` are the prefixes
    of names that are right without any.
    """
    (declaration,) = fault.expected
    help_ = f"add {quoted(declaration, 100)}, or remove the prefix"
    fixes: tuple[Proposal, ...] = ()
    if _UNKNOWN not in declaration:
        fixes = fixes_of(fault, "declare the prefix", is_safe=False)
    is_value = fault.at.element is not None
    if not (is_value or fault.owner) and fault.related:
        help_ = f"remove the prefix, or add {quoted(declaration, 100)}"
        fixes = (_removal(fault),)
    elif fault.owner and not (is_value and fault.related):
        help_ = did_you_mean(fault.owner)
        fixes = replacement(fault.at, fault.owner) if is_value else (_rename(fault),)
    elif fault.related:
        help_ = f"add {quoted(declaration, 100)} to the root, for all of its uses"
    message = f"no `xmlns` declares the prefix of {quoted(fault.subject)}"
    yield Finding(fault.at, message, help=(help_,), fixes=fixes)


def _removal(fault: Fault) -> Proposal:
    """Return the fix that takes the prefix from all names that have it."""
    edits = tuple((place, "") for place, _ in fault.related)
    return Proposal("remove the prefix", edits, Applicability.UNSAFE)


def _rename(fault: Fault) -> Proposal:
    """Return the fix of all uses; another letter may be another prefix."""
    prefix, meant = fault.detail, fault.owner
    is_other = len(prefix) == len(meant) and sorted(prefix.lower()) != sorted(
        meant.lower()
    )
    is_long = min(len(prefix), len(meant)) >= _TELLING
    is_safe = is_long and is_slip(prefix, meant) and not is_other
    return Proposal(
        f"write {quoted(meant)}",
        tuple((place, meant) for place, _ in fault.related),
        Applicability.SAFE if is_safe else Applicability.UNSAFE,
    )
