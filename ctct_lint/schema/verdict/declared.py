"""The faults of a tree as it would be with its namespaces declared right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.explain.attributes import name_attributes
from ctct_lint.schema.explain.explain import explain
from ctct_lint.schema.explain.once import OF_NAMESPACES
from ctct_lint.schema.identity.lacking import OF_IDENTITY
from ctct_lint.schema.verdict.check import with_rest
from ctct_lint.schema.verdict.declarations import Declarations
from ctct_lint.schema.verdict.roots import documents_in, round_documents, strange_root

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.model.fault import Fault
    from ctct_lint.schema.explain.explain import Explanation
    from ctct_lint.schema.judges import DocumentJudge
    from ctct_lint.schema.schema import Schema


def explained_as_declared(
    root: _Element, schema: Schema, judge: DocumentJudge
) -> Iterator[Fault]:
    """Yield why a tree that `judge` refuses is not valid; make it what was meant.

    Of a root that stands round whole documents, it is each of these that is looked at.
    """
    documents = documents_in(root, schema)
    if not documents:
        yield from _as_declared(root, schema, judge)
        return
    yield round_documents(root, documents)
    for document in documents:
        if judge.validate(document):
            yield from identities_at_fault(document, schema)
        else:
            yield from _as_declared(document, schema, judge)


def _as_declared(
    root: _Element, schema: Schema, judge: DocumentJudge
) -> Iterator[Fault]:
    """Yield what is wrong with a tree, as with its namespaces declared right.

    What a wrong declaration of a namespace makes wrong is one fault: the rest is told
    of the tree as it would be with the right one.
    """
    declarations = Declarations(root, schema)
    found = [] if schema.root(root.tag) else _of_root(root, schema, declarations)
    twin = declarations.twin()
    told = explain(twin.root, schema)
    new = list(declarations.take(map(twin.original, told.faults)))
    if new:
        found += new
        twin = declarations.twin()
        told = explain(twin.root, schema)
    is_known = schema.root(twin.root.tag) is not None
    # A tree that is as it was has just been refused.
    is_other = bool(found) or twin.root is not root
    if is_known and is_other and judge.validate(twin.root):
        found += map(twin.original, _identities(told))
    elif is_known:
        before = found if twin.root is root else ()
        found += map(twin.original, with_rest(twin.root, told, judge, before))
    twin.rename()
    name_attributes(found)
    yield from found


def identities_at_fault(root: _Element, schema: Schema) -> Iterator[Fault]:
    """Yield the faults of IDs and keys that libxml2 overlooks in a tree it accepts.

    It never looks for the ID that is referred to, nor at one that is the text of an
    element; in a large tree it does not see that two attributes have the same ID, and
    may not be asked for keys.
    """
    yield from _identities(explain(root, schema))


def _identities(told: Explanation) -> Iterator[Fault]:
    return (fault for fault in told.faults if fault.kind in OF_IDENTITY)


def _of_root(root: _Element, schema: Schema, declarations: Declarations) -> list[Fault]:
    """Return what is wrong with a root that the schema does not know."""
    found = list(strange_root(root, schema))
    of_namespace = list(declarations.take(found))
    others = (fault for fault in found if fault.kind not in OF_NAMESPACES)
    return [*others, *of_namespace]
