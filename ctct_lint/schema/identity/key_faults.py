"""What a constraint selects, and what is said of the values that it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import name_of
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.names import local_name, local_of
from ctct_lint.text.white_space import trimmed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from ctct_lint.model.place import Place
    from ctct_lint.schema.components.element import Constraint
    from ctct_lint.schema.identity.select import KeyField, KeyValue, TypedTree
    from ctct_lint.schema.values.canonical import Canonical

    Key = tuple[Canonical | None, ...]


def field_faults(
    element: _Element, constraint: Constraint, fields: Sequence[KeyField]
) -> Iterator[Fault]:
    """Yield a fault for each field that leads to more, or to less, than a value."""
    lacks = []
    for number, (nodes, value, nil) in enumerate(fields):
        for node in nodes[1:]:
            yield _of_node("ambiguous-key", element, constraint, node, nodes[0])
        if nodes and value is None and nil is None:
            yield _of_node("complex-key", element, constraint, nodes[0])
        elif value is None:
            lacks.append(number)
    if lacks and constraint.kind == "key":
        nodes, _, nil = fields[lacks[0]]
        if nil is None:
            yield _lacks(element, constraint, lacks[0])
        else:
            yield _of_node("missing-key", element, constraint, nodes[0], nil)


def double_fault(
    element: _Element,
    constraint: Constraint,
    values: Sequence[KeyValue],
    first: Sequence[KeyValue],
) -> Fault:
    """Return the fault of values that others have before, `first`."""
    value = values[0]
    return Fault(
        "duplicate-key",
        value.at,
        as_one_text(values),
        local_name(element),
        related=((first[0].at, ""),),
        detail=_key_name(constraint),
    )


def stranger_fault(
    element: _Element,
    constraint: Constraint,
    values: Sequence[KeyValue],
    known: tuple[str, ...],
) -> Fault:
    """Return the fault of values that are no key; `known` are some that are."""
    text = as_one_text(values)
    return Fault(
        "unknown-keyref",
        values[0].at,
        text,
        local_name(element),
        known,
        detail=_key_name(constraint),
    )


def as_one_text(values: Iterable[KeyValue]) -> str:
    """Return the values of a key as one text."""
    return " ".join(trimmed(value.written) for value in values)


def _of_node(
    kind: str, element: _Element, constraint: Constraint, node: Place, *others: Place
) -> Fault:
    """Return a fault of an element or attribute that is part of a key."""
    assert node.element is not None  # noqa: S101 - it is in the document
    name = local_of(node.name)
    shown = f"@{name}" if name else local_name(node.element)
    related = tuple((place, "") for place in others)
    owner = local_name(element)
    key = _key_name(constraint)
    return Fault(kind, node, shown, owner, related=related, detail=key)


def _lacks(element: _Element, constraint: Constraint, number: int) -> Fault:
    path = constraint.fields[number][0]
    step = path[-1] if path else "."
    shown = ("@" if step[:1] == "@" else "") + local_of(step).lstrip("@")
    name = local_name(element)
    return Fault(
        "missing-key", name_of(element), shown, name, detail=_key_name(constraint)
    )


def _key_name(constraint: Constraint) -> str:
    name = constraint.refer or constraint.name
    return local_of(name)


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
