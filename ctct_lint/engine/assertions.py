"""The rules of a Schematron schema, run on a document that its XSD has judged.

What the XSD says already is not said again: that a child is missing, or has no date,
and then what the rules say of its parent for no other reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.engine.found import found_by
from ctct_lint.model.place import Part, attribute_value, name_of
from ctct_lint.rules.registry import rule_named
from ctct_lint.schema.names import local_name, local_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from ctct_lint.engine.found import RuleFinding
    from ctct_lint.model.fault import Fault
    from ctct_lint.model.place import Place
    from ctct_lint.rules.context import Context
    from ctct_lint.schematron.failure import Failure
    from ctct_lint.schematron.schematron import Schematron

_OF_VALUES = frozenset({Part.VALUE, Part.TEXT_SPAN})


def run_assertions(
    root: _Element,
    text: str,
    schematron: Schematron,
    context: Context,
    of_schema: Iterable[Fault],
) -> Iterator[RuleFinding]:
    """Yield what the rules say of the tree of a text, but repeat no schema's fault."""
    told = Told(of_schema)
    for failure in schematron.failures(root, text):
        if not told.covers(failure):
            name = "untestable-assertion" if failure.why else "failed-assertion"
            rule = rule_named(name)
            for finding in rule.check(failure, context):
                yield found_by(rule, finding, context)


class Told:
    """What faults of the schema are about: elements, with the names that they name."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self._at: dict[_Element, set[str]] = {}
        self._inside: dict[_Element, set[str]] = {}
        self._values: set[Place] = set()
        for fault in faults:
            element = fault.at.element
            if element is not None:
                self._add(element, fault)

    def _add(self, element: _Element, fault: Fault) -> None:
        own, at = local_name(element), local_of(fault.at.name)
        names = {own, at, fault.subject, *fault.expected} - {""}
        self._at.setdefault(element, set()).update(names)
        parent = element.getparent()
        if parent is not None:
            self._at.setdefault(parent, set()).add(own)
        if fault.at.part in _OF_VALUES:
            self._values.add(name_of(element))
        elif fault.at.part is Part.ATTRIBUTE_VALUE:
            self._values.add(attribute_value(element, fault.at.name))
        for above in (element, *element.iterancestors()):
            self._inside.setdefault(above, set()).update(names)

    def covers(self, failure: Failure) -> bool:
        """Say whether a failure only repeats a fault of its element or of a child.

        What has no answer, as a date that is none has not, may be anywhere inside.
        """
        if failure.at in self._values:
            return True
        told = self._inside if failure.why else self._at
        return not failure.names.isdisjoint(told.get(failure.element, ()))
