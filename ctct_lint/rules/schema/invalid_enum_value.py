"""A value is none of those that the element or attribute may have.

## Why

Some elements and attributes take only a few values, written exactly so. The schema
lists them, and refuses every other one.

Constant Contact answers 400 Bad Request to any other value of `GreetingName`, as its
staff said of a refused campaign; `EmailContentFormat` must be in capital letters, as
must the YES and NO of the switches. In a response the service itself wrote the value,
so there it is a warning only: such a document cannot be sent back unchanged.

## How to fix it

Write one of the values that the help lists. For a slip of the pen, in the case or a
letter, the fix is safe. Where something else may be meant it is a guess, and waits for
your consent; so it does wherever the value says who consents, as in `OptInSource`.
`OrganizationState` has the codes of the United States and Canada only: the region of
another country belongs in `OrganizationInternationalState`.

## Example

```xml
<GreetingName>cmp_grt_name</GreetingName>
```

Use instead:

```xml
<GreetingName>FirstName</GreetingName>
```
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.characters import about_blanks, about_letters
from ctct_lint.rules.context import Context
from ctct_lint.rules.value_words import words_for
from ctct_lint.rules.wording import (
    did_you_mean,
    expected,
    holder,
    is_of_attribute,
    nonempty,
    quoted,
    replacement,
)
from ctct_lint.schema.values.facets import ANOTHER
from ctct_lint.text.slips import is_sure
from ctct_lint.text.spelling import bare, by_closeness, closest

if TYPE_CHECKING:
    from ctct_lint.schema.facts.facts import Facts


@rule(
    code="CTC203",
    evidence=Evidence.STANDARD,
    source=(
        "XML Schema 1.0, part 2, section 4.3.5; "
        "for Constant Contact staff, about a campaign refused for its GreetingName"
    ),
)
def check(fault: Fault, context: Context) -> Findings:
    severity = Severity.WARNING if context.is_answer else None
    is_another = fault.detail == ANOTHER
    meant = "" if is_another else _meant(fault, context.facts)
    values = fault.expected
    listed = expected(values if is_another else by_closeness(fault.subject, values))
    if fault.detail and not is_another:
        kinds = words_for(fault.detail, context.vocabulary.examples).advice
        listed += f", or {kinds.removeprefix('expected ')}"
    letters = about_letters(fault.subject)
    is_only = len(fault.expected) == 1 and not fault.detail
    advice = "" if is_only else did_you_mean(meant)
    objection = _objection(fault, meant, context)
    if objection:
        advice, meant, listed = objection, "", ""
    is_safe = is_sure(fault.subject, meant, fault.expected)
    yield Finding(
        fault.at,
        f"{quoted(fault.subject)} is not a valid {holder(fault)}",
        help=nonempty((advice, letters, about_blanks(fault.subject), listed)),
        fixes=replacement(fault.at, meant, is_safe=is_safe),
        severity=severity,
    )


def _objection(fault: Fault, meant: str, context: Context) -> str:
    """Return why what is meant would be refused as well, or ""."""
    element = fault.at.element
    if element is None or is_of_attribute(fault) or not meant:
        return ""
    return context.vocabulary.objection(element, meant)


def _meant(fault: Fault, facts: Facts) -> str:
    """Return the candidate that differs in case, that others call so, or is close."""
    value, candidates = fault.subject, fault.expected
    if len(candidates) == 1 and not fault.detail:
        return candidates[0]
    same = _by_letters(candidates).get(bare(value))
    values = _set_of(candidates)
    known = same or facts.called(value, values) or closest(value, candidates)
    return known or facts.nearly_called(value, values)


@lru_cache(maxsize=256)
def _set_of(candidates: tuple[str, ...]) -> frozenset[str]:
    return frozenset(candidates)


@lru_cache(maxsize=256)
def _by_letters(candidates: tuple[str, ...]) -> dict[str, str]:
    """Return the first candidate of those that differ in their case and signs alone."""
    return {bare(candidate): candidate for candidate in reversed(candidates)}
