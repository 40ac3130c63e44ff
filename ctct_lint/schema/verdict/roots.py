"""The fault of a root that is none of the schema's global elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import (
    after_name,
    end_tag_of,
    name_of,
    renamed,
    start_tag_of,
)
from ctct_lint.schema.explain.misnamed import in_other_namespace
from ctct_lint.schema.names import (
    local_name,
    local_of,
    namespace,
    qualified,
    with_prefix,
)
from ctct_lint.text.escapes import in_quotes
from ctct_lint.text.spelling import by_closeness, closest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.etree import _Element

    from ctct_lint.schema.schema import Schema

# What is said of a root that only stands round documents.
ROUND = "round"


def strange_root(root: _Element, schema: Schema) -> Iterator[Fault]:
    """Yield what is wrong with a root; one that was meant otherwise gets its name.

    It may be misspelt, in another namespace, or both; or what it holds tells.
    """
    found = map(schema.root, schema.components.roots)
    names = [one.name for one in found if one is not None and not one.abstract]
    own = [n for n in names if n.startswith(f"{{{namespace(root)}}}")]
    by_local = {local_of(n): n for n in (*names, *own)}
    name = local_name(root)
    meant = closest(name, by_local)
    expected = by_closeness(name, sorted(by_local))
    if meant is None:
        # What stands in no other element is for documents.
        whole = [local for local in expected if by_local[local] not in schema.homes]
        expected = tuple(whole) or expected
        meant = _by_children(root, expected, by_local, schema)
        expected = tuple(dict.fromkeys((*filter(None, (meant,)), *expected)))
    if meant is None:
        yield Fault("unknown-root", name_of(root), name, expected=expected)
        return
    if meant != name:
        edits = renamed(root, with_prefix(root, meant))
        yield Fault("unknown-root", name_of(root), name, "", expected, edits=edits)
        root.tag = qualified(namespace(root), meant)
    right = by_local[meant][1:].rpartition("}")[0]
    if namespace(root) != right:
        yield _in_other_namespace(root, right)


def documents_in(root: _Element, schema: Schema) -> list[_Element]:
    """Return the children of a strange root if each is a document of the schema.

    That is one that has its root, which stands in no other element.
    """
    inner = list(root.iterchildren("*"))
    is_known = schema.root(root.tag) is not None
    roots = schema.components.roots.keys() - schema.homes.keys()
    return [] if is_known or any(child.tag not in roots for child in inner) else inner


def round_documents(root: _Element, documents: Sequence[_Element]) -> Fault:
    """Return the fault of a root that has only been put round documents."""
    names = tuple(dict.fromkeys(map(local_name, documents)))
    related = tuple((name_of(one), local_name(one)) for one in documents)
    says_nothing = not (root.nsmap or root.attrib) and len(documents) == 1
    edits = ((start_tag_of(root), ""), (end_tag_of(root), "")) if says_nothing else ()
    at, name = name_of(root), local_name(root)
    return Fault("unknown-root", at, name, "", names, related, edits, ROUND)


def _by_children(
    root: _Element,
    candidates: Sequence[str],
    by_local: Mapping[str, str],
    schema: Schema,
) -> str | None:
    """Return the one of some roots that may hold most of what a root holds."""
    found = frozenset(map(local_name, root.iterchildren("*")))
    fitting: dict[str, int] = {}
    for candidate in candidates:
        declaration = schema.components.elements[
            schema.components.roots[by_local[candidate]]
        ]
        held = {child.local_name for child in schema.held_by(declaration).values()}
        fitting[candidate] = len(found & held)
    most = max(fitting.values(), default=0)
    best = [candidate for candidate, count in fitting.items() if count == most]
    return best[0] if len(best) == 1 and 2 * most > len(found) else None


def _in_other_namespace(root: _Element, right: str) -> Fault:
    """Return the fault of a root in a wrong namespace."""
    fault = in_other_namespace(root, right)
    if not (namespace(root) or root.prefix):
        fault = fault._replace(
            edits=((after_name(root), f' xmlns="{in_quotes(right)}"'),)
        )
    return fault
