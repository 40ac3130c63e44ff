"""The faults of children whose name or namespace is wrong, but not their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import HOLDS, NEEDED, STANDS, Fault
from ctct_lint.model.place import (
    after_name,
    attribute_name,
    name_of,
    namespace_of,
    renamed,
)
from ctct_lint.schema.matching.aliases import said_name
from ctct_lint.schema.names import local_name, namespace, with_prefix, written_name
from ctct_lint.text.escapes import with_references

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.content.match import Meant
    from ctct_lint.schema.schema import Schema

# The detail where the right name needs another prefix than the wrong one has.
PREFIXED = "prefixed"


def misnaming(child: _Element, owner: str, meant: Element, schema: Schema) -> Fault:
    """Return the fault of a child that is meant as an element of another name."""
    name, right = local_name(child), meant.local_name
    if name == right and namespace(child) in schema.survey.namespaces:
        return _in_another_of_them(child, meant.namespace)
    if name == right:
        fault = in_other_namespace(child, meant.namespace)
        if fault.kind == "wrong-namespace":
            return fault
        return _with_prefix(fault, child, meant.namespace)
    is_case = name.casefold() == right.casefold()
    kind = "wrong-case-element" if is_case else "misspelt-element"
    own = with_prefix(child, right)
    written = own
    if namespace(child) != meant.namespace:
        written = written_name(child, meant.namespace, right) or own
    detail = PREFIXED if written != own else ""
    edits = renamed(child, written)
    return Fault(kind, name_of(child), name, owner, (right,), (), edits, detail)


def in_other_namespace(child: _Element, right: str) -> Fault:
    """Return the fault of an element whose name is right, but not its namespace."""
    name, found = local_name(child), namespace(child)
    if not found:
        return Fault("missing-namespace", name_of(child), name, found, (right,))
    at = namespace_of(child)
    # A prefix cannot stand for none.
    edits = ((at, with_references(right)),) if right or not child.prefix else ()
    return Fault("wrong-namespace", at, found, name, (right,), edits=edits)


def _in_another_of_them(child: _Element, right: str) -> Fault:
    """Return the fault of an element in another one of the schema's namespaces.

    Not the declaration is at fault, which others need, but the element.
    """
    name, found = local_name(child), namespace(child)
    fault = Fault("missing-namespace", name_of(child), name, found, (right,))
    if not right and not child.prefix:
        return fault._replace(edits=((after_name(child), ' xmlns=""'),))
    return _with_prefix(fault, child, right)


def _with_prefix(fault: Fault, child: _Element, right: str) -> Fault:
    """Return a fault with the edits that give its element a prefix that is declared."""
    written = written_name(child, right, fault.subject)
    return fault._replace(edits=renamed(child, written))


def by_all_but_its_name(one: Meant, owner: str, schema: Schema) -> Fault:
    """Return the fault of a child that is another one than its name says.

    `detail` is what tells that. A name of another element there is no unknown one; an
    attribute that says the right name has no place there.
    """
    child, meant, why, blank = one
    kind = "misspelt-element" if why in {HOLDS, STANDS} else "unknown-element"
    right = meant.local_name
    fault = Fault(kind, name_of(child), local_name(child), owner, (right,), detail=why)
    if blank is None:
        edits = renamed(child, written_name(child, meant.namespace, right))
        said = said_name(child, (meant,))
        if said is not None and schema.attribute(meant, said[0]) is None:
            edits = (*edits, (attribute_name(child, said[0]), ""))
        return fault._replace(edits=edits)
    simple = schema.text_type(meant)
    is_right = simple is not None and schema.judge.is_right(simple, "", blank)
    detail = why if is_right else f"{why} {NEEDED}"
    return fault._replace(related=((name_of(blank), right),), detail=detail)
