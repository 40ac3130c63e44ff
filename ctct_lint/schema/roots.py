"""The root of a document that no global element of the schema is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import after_name, end_name_of, name_of
from ctct_lint.schema.content_faults import in_other_namespace
from ctct_lint.schema.names import local_name, namespace, qualified
from ctct_lint.text.spelling import by_closeness, closest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.schema.schema import Schema


def strange_root(root: _Element, schema: Schema) -> Iterator[Fault]:
    """Yield what is wrong with a root; one that was meant otherwise gets its name.

    It may be misspelt, in another namespace, or both.
    """
    names = [e.name for e in map(schema.root, schema.components.roots) if e is not None]
    own = [n for n in names if n.startswith(f"{{{namespace(root)}}}")]
    by_local = {n.rpartition("}")[2]: n for n in (*names, *own)}
    name = local_name(root)
    expected = by_closeness(name, sorted(by_local))
    meant = closest(name, by_local)
    if meant is None:
        yield Fault("unknown-root", name_of(root), name, expected=expected)
        return
    if meant != name:
        written = f"{root.prefix}:{meant}" if root.prefix else meant
        edits = ((name_of(root), written), (end_name_of(root), written))
        yield Fault("unknown-root", name_of(root), name, "", expected, edits=edits)
        root.tag = qualified(namespace(root), meant)
    right = by_local[meant][1:].rpartition("}")[0]
    if namespace(root) != right:
        yield _in_other_namespace(root, right)


def _in_other_namespace(root: _Element, right: str) -> Fault:
    """Return the fault of a root in a wrong namespace, and move all that is in it."""
    fault = in_other_namespace(root, right)
    if not (namespace(root) or root.prefix):
        fault = fault._replace(edits=((after_name(root), f' xmlns="{right}"'),))
    for element in list(root.iter(f"{{{namespace(root)}}}*")):
        element.tag = qualified(right, local_name(element))
    return fault
