"""The faults of a tree that is not valid: explained ones, and what libxml2 says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.explain import explain
from ctct_lint.schema.unexplained import unexplained

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml.etree import _Element

    from ctct_lint.model.fault import Fault
    from ctct_lint.schema.schema import Schema
    from ctct_lint.schema.user_schema import Judge


def explained(  # noqa: PLR0913, PLR0917 - a tree, its schema and what is known of both
    root: _Element,
    schema: Schema,
    validator: Judge,
    operation: str = "",
    found: Iterable[Fault] = (),
    reword: Callable[[Fault], Fault] | None = None,
) -> Iterator[Fault]:
    """Yield why a tree is not valid, each fault once; what was meant gets its name.

    schema     the compiled one; `validator` has just refused the tree
    operation  what the document is for; it decides what is required
    found      what has been said of the tree before
    reword     may make another fault of one, as the vocabulary knows better
    """
    told = explain(root, schema, operation, reword)
    for element, right in told.renames:
        element.tag = right
    yield from told.faults
    if told.renames:
        validator.validate(root)
    yield from unexplained(root, validator.error_log, [*found, *told.faults])


def references_to_nowhere(root: _Element, schema: Schema) -> Iterator[Fault]:
    """Yield what libxml2 does not look at in a tree that it accepts."""
    for fault in explain(root, schema).faults:
        if fault.kind == "unknown-idref":
            yield fault
