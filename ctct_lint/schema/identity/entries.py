"""What a constraint selects, with the values that it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.identity.key_faults import field_faults

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ctct_lint.model.fault import Fault
    from ctct_lint.schema.components.element import Constraint
    from ctct_lint.schema.identity.select import KeyValue, TypedTree
    from ctct_lint.schema.values.canonical import Canonical

    Key = tuple[Canonical | None, ...]


class Entry(NamedTuple):
    """What a constraint selects: an element with its values, and what is wrong there.

    key  the values as they are compared; None where a value has no such form
    """

    element: _Element
    wrong: list[Fault]
    values: list[KeyValue]
    key: Key
    is_whole: bool

    @property
    def is_lost(self) -> bool:
        """Is it told of another fault that there is no key?"""
        return bool(self.wrong) or None in self.key


def entry_of(document: TypedTree, element: _Element, constraint: Constraint) -> Entry:
    """Return what a constraint finds at an element that it selects."""
    fields = [document.field(element, paths) for paths in constraint.fields]
    wrong = list(field_faults(element, constraint, fields))
    values = [field.value for field in fields if field.value is not None]
    key = tuple(value.compared for value in values)
    is_whole = not wrong and len(values) == len(fields) and None not in key
    return Entry(element, wrong, values, key, is_whole)
