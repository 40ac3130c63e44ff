"""The faults of a tree that is not valid: explained ones, and what libxml2 says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.explain.attributes import name_attributes
from ctct_lint.schema.explain.explain import explain
from ctct_lint.schema.verdict.unexplained import unexplained

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from ctct_lint.model.fault import Fault
    from ctct_lint.schema.explain.explain import Explanation, Reword
    from ctct_lint.schema.judges import DocumentJudge
    from ctct_lint.schema.schema import Schema


def explained(  # noqa: PLR0913, PLR0917 - a tree, its schema and what is known of both
    root: _Element,
    schema: Schema,
    validator: DocumentJudge,
    operation: str = "",
    found: Iterable[Fault] = (),
    reword: Reword | None = None,
) -> Iterator[Fault]:
    """Yield why a tree is not valid, each fault once; what was meant gets its name.

    schema     the compiled one; `validator` has just refused the tree
    operation  what the document is for; it decides what is required
    found      what has been said of the tree before
    reword     may make others of a fault, as the vocabulary knows better
    """
    told = explain(root, schema, operation, reword)
    yield from with_rest(root, told, validator, found)
    name_attributes(told.faults)


def with_rest(
    root: _Element, told: Explanation, validator: DocumentJudge, found: Iterable[Fault]
) -> Iterator[Fault]:
    """Yield what is told of a tree, and what libxml2 says besides."""
    for element, right in told.renames:
        element.tag = right
    yield from told.faults
    if told.renames:
        validator.validate(root)
    known = [*found, *told.faults, *told.echoes]
    if not any(fault.left_out for fault in known):
        # Of what is only counted it is unknown which errors are its echoes.
        yield from unexplained(root, validator.error_log, known)
