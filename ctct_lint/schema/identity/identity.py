"""Keys, what must be unique, and references to keys, as a schema declares them."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import name_of
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.identity.key_faults import (
    as_one_text,
    double_fault,
    field_faults,
    stranger_fault,
)
from ctct_lint.schema.identity.lacking import LOST_KEY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Constraint
    from ctct_lint.schema.identity.select import KeyValue, TypedTree
    from ctct_lint.schema.values.canonical import Canonical

    Key = tuple[Canonical | None, ...]
    Table = dict[Key, list[KeyValue]]

# Of the keys that there are so many are compared, and may be shown.
_SHOWN = 100


def identity_faults(document: TypedTree, absent: Mapping[str, int]) -> Iterator[Fault]:
    """Yield a fault for each value that is there twice, lacks or is not known.

    What refers to a key that may be one which lacks is of the kind `LOST_KEY`.

    absent  by their names, how many elements are not where their keys could be found
    """
    scopes = [(e, d) for e, d in document.types.items() if d.constraints]
    tables: dict[str, dict[_Element, Table]] = {}
    # How many keys of each constraint are not there to be referred to.
    lost: Counter[str] = Counter()
    for scope, declaration in scopes:
        for constraint in declaration.constraints:
            if constraint.kind != "keyref":
                table: Table = {}
                if constraint.name not in tables:
                    named = {path[-1] for path in constraint.selector}
                    lost[constraint.name] = sum(absent.get(n, 0) for n in named)
                tables.setdefault(constraint.name, {})[scope] = table
                yield from _doubles(document, scope, constraint, table, lost)
    for scope, declaration in scopes:
        for constraint in declaration.constraints:
            if constraint.kind == "keyref":
                known = _below(scope, tables.get(constraint.refer, {}))
                found = list(_strangers(document, scope, constraint, known))
                strange = {f.subject for f in found if f.kind == "unknown-keyref"}
                if len(strange) <= lost[constraint.refer]:
                    found = [_as_lost(fault) for fault in found]
                yield from found


def _as_lost(fault: Fault) -> Fault:
    is_stranger = fault.kind == "unknown-keyref"
    return fault._replace(kind=LOST_KEY) if is_stranger else fault


def _below(scope: _Element, tables: dict[_Element, Table]) -> Table:
    """Return the keys that are known in an element: its own, and those inside it."""
    if scope in tables:
        return tables[scope]
    found: Table = {}
    for inner, table in tables.items():
        if any(above is scope for above in inner.iterancestors()):
            found.update(table)
    return found


class _Entry(NamedTuple):
    """What a constraint selects: an element with its values, and what is wrong there.

    key  the values as they are compared; None where a value has no such form
    """

    element: _Element
    wrong: list[Fault]
    values: list[KeyValue]
    key: Key
    is_whole: bool


def _entries(
    document: TypedTree, scope: _Element, constraint: Constraint
) -> Iterator[_Entry]:
    """Yield what a constraint selects in an element."""
    for element in document.selected(scope, constraint.selector):
        fields = [document.field(element, paths) for paths in constraint.fields]
        wrong = list(field_faults(element, constraint, fields))
        values = [field.value for field in fields if field.value is not None]
        key = tuple(value.compared for value in values)
        is_whole = not wrong and len(values) == len(fields) and None not in key
        yield _Entry(element, wrong, values, key, is_whole)


def _doubles(
    document: TypedTree,
    scope: _Element,
    constraint: Constraint,
    table: Table,
    lost: Counter[str],
) -> Iterator[Fault]:
    """Fill the table of a constraint; yield what is in it already, and what lacks."""
    for entry in _entries(document, scope, constraint):
        yield from entry.wrong
        if not entry.is_whole:
            lost[constraint.name] += 1
            if None in entry.key and constraint.kind == "key":
                yield Fault(LOST_KEY, name_of(entry.element))
        elif entry.key in table:
            first = table[entry.key]
            yield double_fault(entry.element, constraint, entry.values, first)
        else:
            table[entry.key] = entry.values


def _strangers(
    document: TypedTree, scope: _Element, constraint: Constraint, known: Table
) -> Iterator[Fault]:
    """Yield what refers to no key that is known."""
    texts = tuple(map(as_one_text, islice(known.values(), _SHOWN)))
    for entry in _entries(document, scope, constraint):
        yield from entry.wrong
        if entry.is_whole and entry.key not in known:
            yield stranger_fault(entry.element, constraint, entry.values, texts)
