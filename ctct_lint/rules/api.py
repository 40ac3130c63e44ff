"""What a rule of one's own is made of: `from ctct_lint.rules.api import ...`.

    @rule(on="{urn:shop}price", code="ACME001", severity=Severity.WARNING)
    def check(element, context):
        if element.get("currency") is None:
            yield Finding(name_of(element), "a price says its currency")

`docs/profiles.md` says how such a rule is used. What is named here stays as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from ctct_lint.model.place import (
    Place,
    after,
    after_name,
    attribute_name,
    attribute_value,
    before,
    end_name_of,
    end_of,
    name_of,
    part_of_value,
    start_tag_of,
    tail_of,
    text_span,
    value_of,
    whole,
)
from ctct_lint.model.severity import Applicability, Severity
from ctct_lint.rules.base import Evidence, Finding, Proposal
from ctct_lint.rules.context import Context

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "Applicability",
    "Context",
    "Evidence",
    "Finding",
    "Place",
    "Proposal",
    "Severity",
    "after",
    "after_name",
    "attribute_name",
    "attribute_value",
    "before",
    "end_name_of",
    "end_of",
    "name_of",
    "part_of_value",
    "rule",
    "start_tag_of",
    "tail_of",
    "text_span",
    "value_of",
    "whole",
]

_Check = TypeVar("_Check", bound="Callable[..., Any]")


def rule(
    *,
    code: str,
    on: str,
    severity: Severity = Severity.ERROR,
    evidence: Evidence | None = None,
    source: str = "",
) -> Callable[[_Check], _Check]:
    """Make a rule of the function below it.

    code      capitals, then three digits or more; never `CTC`
    on        the elements that it is called with: `{namespace}local`, `local` in any
              namespace, or `{namespace}*`
    severity  of its findings, where they say nothing else
    evidence, source  how well it is known that the rule is right, and from where

    The function takes the element, and the `Context` if it asks for that. It yields
    findings. All of this is read without running the file, so it has to be written
    as it is: texts, constants of the file, `Severity.WARNING`.
    """
    del code, on, severity, evidence, source
    return lambda check: check
