"""What the user decides: who consents, and who receives. No fix of it is safe.

The facts of the schemas say which values these are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.place import Part
from ctct_lint.model.severity import Applicability
from ctct_lint.rules.wording import escaped
from ctct_lint.schema.names import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ctct_lint.model.copied import NewText
    from ctct_lint.model.place import Place
    from ctct_lint.rules.base import Finding, Proposal
    from ctct_lint.schema.facts.facts import Facts


def left_to_user(finding: Finding, facts: Facts) -> Finding:
    """Return a finding none of whose safe fixes decides anything for the user."""
    if all(fix.applicability is Applicability.UNSAFE for fix in finding.fixes):
        return finding
    fixes = tuple(_with_consent(fix, facts) for fix in finding.fixes)
    return finding if fixes == finding.fixes else finding._replace(fixes=fixes)


def _with_consent(fix: Proposal, facts: Facts) -> Proposal:
    is_safe = fix.applicability is Applicability.SAFE
    if is_safe and any(_decides(edit, facts) for edit in fix.edits):
        return fix._replace(applicability=Applicability.UNSAFE)
    return fix


def _decides(edit: tuple[Place, NewText], facts: Facts) -> bool:
    """Is another value written, blanks at its ends aside, where the value decides?"""
    place, new = edit
    element = place.element
    if element is None or not (isinstance(new, str) and _is_decision(element, facts)):
        return False
    old = _value(place, element)
    return old is not None and escaped(old).strip() != new.strip()


def _is_decision(element: _Element, facts: Facts) -> bool:
    parent = element.getparent()
    if parent is None:
        return False
    fact = facts.children_of(local_name(parent)).get(local_name(element))
    return fact is not None and fact.decides


def _value(place: Place, element: _Element) -> str | None:
    """Return the value that stands in a place, None if it is a place of no value."""
    if place.part is Part.ATTRIBUTE_VALUE:
        return element.get(place.name, "")
    if place.part is Part.VALUE:
        return element.text or ""
    if place.part is Part.TEXT_SPAN:
        return (element.text or "")[place.start : place.end]
    return None
