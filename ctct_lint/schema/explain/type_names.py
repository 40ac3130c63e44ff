"""Children with the name of a type, in the place of an element that may have it.

Programs that write objects name each by its class: `<Circle>`, where the schema has
`<shape xsi:type="Circle">`.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import after_name, name_of, renamed
from ctct_lint.schema.names import XSI, local_name, qualified, written_name
from ctct_lint.schema.typed.derivation import is_derived
from ctct_lint.schema.typed.xsi import instance_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from lxml.etree import _Element

    from ctct_lint.model.place import Place
    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.schema import Schema

    # By the children the elements that are meant, and the names of the types.
    ByTypes = dict[_Element, tuple[Element, str]]

# Of more strangers in one parent the others are only unknown.
_MOST = 100


def by_type_names(
    strangers: Collection[_Element], declaration: Element, schema: Schema
) -> ByTypes:
    """Return what strangers are meant as that have the name of a type.

    Not that of the element's own type, which nobody has to write.
    """
    if not strangers:
        return {}
    held = schema.held_by(declaration).values()
    found: ByTypes = {}
    for child in islice(strangers, _MOST):
        for name in _types_called(local_name(child), schema):
            of_type = schema.components.named[name]
            others = (one for one in held if of_type != (True, one.complex_type))
            fitting = (one for one in others if is_derived(of_type, one, schema))
            meant = next(fitting, None)
            if meant is not None:
                found[child] = meant, name
    return found


def _types_called(local: str, schema: Schema) -> Iterator[str]:
    """Yield the names of the types of a local name that an element can have."""
    named, types = schema.components.named, schema.components.complex_types
    for uri in sorted({"", *schema.survey.namespaces}):
        name = qualified(uri, local)
        is_complex, number = named.get(name, (False, 0))
        if is_complex and not types[number].abstract:
            yield name


def without_these(missing: tuple[str, ...], there: ByTypes) -> tuple[str, ...]:
    """Return the names of what is missing but for what is there, as a type's name.

    Alternatives are written as `a|b`.
    """
    left = list(missing)
    for element, _ in there.values():
        name = element.local_name
        lacks = (one for one in left if name in one.split("|"))
        found = next(lacks, None)
        if found is not None:
            left.remove(found)
    return tuple(left) if there else missing


def named_by_type(child: _Element, owner: str, meant: Element, type_: str) -> Fault:
    """Return the fault of one.

    `detail` is `type` and the start tag that is meant; the edits write that, if there
    are prefixes for both names.
    """
    uri, _, local = type_.removeprefix("{").rpartition("}")
    element = written_name(child, meant.namespace, meant.local_name)
    value = written_name(child, uri, local)
    attribute = f'{instance_name(child, "type")}="{value or local}"'
    edits: tuple[tuple[Place, str], ...] = ()
    if element and value:
        is_declared = XSI in child.nsmap.values()
        new = attribute if is_declared else f'xmlns:xsi="{XSI}" {attribute}'
        edits = (*renamed(child, element), (after_name(child), f" {new}"))
    detail = f"type <{element or meant.local_name} {attribute}>"
    at, name = name_of(child), local_name(child)
    return Fault("unknown-element", at, name, owner, edits=edits, detail=detail)
