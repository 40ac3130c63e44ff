"""The faults of a tree as it would be with its namespaces declared right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.explain.attributes import name_attributes
from ctct_lint.schema.explain.explain import explain
from ctct_lint.schema.identity.lacking import OF_IDENTITY
from ctct_lint.schema.verdict.check import with_rest
from ctct_lint.schema.verdict.redeclare import Twin, declaration_of, wrong_declarations
from ctct_lint.schema.verdict.roots import documents_in, round_documents, strange_root

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from ctct_lint.model.fault import Fault
    from ctct_lint.schema.explain.explain import Explanation
    from ctct_lint.schema.schema import Schema
    from ctct_lint.schema.user_schema import DocumentJudge
    from ctct_lint.schema.verdict.redeclare import Declaration


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
    found = [] if schema.root(root.tag) else list(strange_root(root, schema))
    right = wrong_declarations(found)
    twin = Twin(root, right)
    told = explain(twin.root, schema)
    faults = list(map(twin.original, told.faults))
    new = wrong_declarations(f for f in faults if declaration_of(f) not in right)
    if new:
        found += _first_of_each(new, faults)
        right.update(new)
        twin = Twin(root, right)
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


def _first_of_each(
    declarations: Iterable[Declaration], faults: Sequence[Fault]
) -> Iterator[Fault]:
    """Yield the first fault of each of some declarations."""
    firsts = {declaration_of(fault): fault for fault in reversed(faults)}
    yield from (firsts[declaration] for declaration in declarations)
