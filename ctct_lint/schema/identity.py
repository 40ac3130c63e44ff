"""Keys, what must be unique, and references to keys, as a schema declares them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import name_of
from ctct_lint.schema.names import local_name
from ctct_lint.text.spelling import by_closeness
from ctct_lint.text.white_space import trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from ctct_lint.model.place import Place
    from ctct_lint.schema.canonical import Canonical
    from ctct_lint.schema.components import Constraint
    from ctct_lint.schema.select import Document, Field, Value

    Key = tuple[Canonical | None, ...]
    Table = dict[Key, list[Value]]

_SHOWN = 100
# An echo of another fault, and nothing to be told.
LOST_KEY = "lost-key"
# The faults of an element that lacks a child, or an attribute of the right name.
_LACKS = frozenset(
    {
        "attribute-namespace",
        "missing-attribute",
        "missing-element",
        "misspelt-attribute",
    }
)


def identity_faults(document: Document) -> Iterator[Fault]:
    """Yield a fault for each value that is there twice, lacks or is not known.

    What refers to a key that may be one which lacks is of the kind `LOST_KEY`.
    """
    scopes = [(e, d) for e, d in document.types.items() if d.constraints]
    tables: dict[str, dict[_Element, Table]] = {}
    # How many keys of each constraint are not there to be referred to.
    lost: Counter[str] = Counter()
    for scope, declaration in scopes:
        for constraint in declaration.constraints:
            if constraint.kind != "keyref":
                table: Table = {}
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


def without_lacking_keys(faults: Sequence[Fault]) -> Iterator[Fault]:
    """Yield faults without keys that lack because of what another one tells."""
    told = {
        (fault.at.element, name.rpartition(":")[2])
        for fault in faults
        if fault.kind in _LACKS
        for names in (fault.subject, *fault.expected)
        for name in names.split("|")
    }
    for fault in faults:
        lacks = (fault.at.element, fault.subject.lstrip("@"))
        if fault.kind != "missing-key" or lacks not in told:
            yield fault


def _doubles(
    document: Document,
    scope: _Element,
    constraint: Constraint,
    table: Table,
    lost: Counter[str],
) -> Iterator[Fault]:
    """Fill the table of a constraint; yield what is in it already, and what lacks."""
    for element in document.selected(scope, constraint.selector):
        fields = [document.field(element, paths) for paths in constraint.fields]
        wrong = list(_wrong(element, constraint, fields))
        yield from wrong
        found = [field.value for field in fields if field.value is not None]
        key = tuple(value.compared for value in found)
        if wrong or len(found) < len(fields) or None in key:
            lost[constraint.name] += 1
            if None in key and constraint.kind == "key":
                yield Fault(LOST_KEY, name_of(element))
        elif key in table:
            yield _double(element, constraint, found, table[key])
        else:
            table[key] = found


def _wrong(
    element: _Element, constraint: Constraint, fields: Sequence[Field]
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


def _of_node(
    kind: str, element: _Element, constraint: Constraint, node: Place, *others: Place
) -> Fault:
    """Return a fault of an element or attribute that is part of a key."""
    assert node.element is not None  # noqa: S101 - it is in the document
    name = node.name.rpartition("}")[2]
    shown = f"@{name}" if name else local_name(node.element)
    related = tuple((place, "") for place in others)
    owner = local_name(element)
    return Fault(kind, node, shown, owner, related=related, detail=_name(constraint))


def _lacks(element: _Element, constraint: Constraint, number: int) -> Fault:
    path = constraint.fields[number][0]
    step = path[-1] if path else "."
    shown = ("@" if step[:1] == "@" else "") + step.rpartition("}")[2].lstrip("@")
    name = local_name(element)
    return Fault("missing-key", name_of(element), shown, name, detail=_name(constraint))


def _double(
    element: _Element, constraint: Constraint, found: list[Value], first: list[Value]
) -> Fault:
    value = found[0]
    return Fault(
        "duplicate-key",
        value.at,
        " ".join(trimmed(one.written) for one in found),
        local_name(element),
        related=((first[0].at, ""),),
        detail=_name(constraint),
    )


def _below(scope: _Element, tables: dict[_Element, Table]) -> Table:
    """Return the keys that are known in an element: its own, and those inside it."""
    if scope in tables:
        return tables[scope]
    found: Table = {}
    for inner, table in tables.items():
        if any(above is scope for above in inner.iterancestors()):
            found.update(table)
    return found


def _strangers(
    document: Document, scope: _Element, constraint: Constraint, known: Table
) -> Iterator[Fault]:
    texts = [" ".join(trimmed(v.written) for v in found) for found in known.values()]
    for element in document.selected(scope, constraint.selector):
        fields = [document.field(element, paths) for paths in constraint.fields]
        wrong = list(_wrong(element, constraint, fields))
        yield from wrong
        found = [field.value for field in fields if field.value is not None]
        key = tuple(value.compared for value in found)
        if wrong or len(found) < len(fields) or None in key or key in known:
            continue
        written = " ".join(trimmed(value.written) for value in found)
        yield Fault(
            "unknown-keyref",
            found[0].at,
            written,
            local_name(element),
            by_closeness(written, texts[:_SHOWN]),
            detail=_name(constraint),
        )


def _name(constraint: Constraint) -> str:
    name = constraint.refer or constraint.name
    return name.rpartition("}")[2]
