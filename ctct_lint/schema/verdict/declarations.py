"""The declarations of namespaces that are wrong in a document, and what mends them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.explain.once import OF_NAMESPACES, declaring
from ctct_lint.schema.names import local_name, namespace
from ctct_lint.schema.verdict.redeclare import Changes, Declaration, Twin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from ctct_lint.model.fault import Fault
    from ctct_lint.schema.schema import Schema
    from ctct_lint.schema.verdict.caught import Unprefixed


class Declarations:
    """Collects what is to be declared otherwise in a document."""

    def __init__(self, root: _Element, schema: Schema) -> None:
        self._root = root
        self._schema = schema
        self._known: set[Declaration] = set()
        self._right: dict[Declaration, str] = {}
        self._names: dict[_Element, str] = {}
        self._types: dict[_Element, str] = {}

    def twin(self) -> Twin:
        """Return the document as it is with them right."""
        return Twin(self._root, Changes(self._right, self._names, self._types))

    def take(self, faults: Iterable[Fault]) -> Iterator[Fault]:
        """Yield the faults of declarations that are not known yet, the first of each.

        Others are left out. What mends one without a prefix is in its edits then.
        """
        for fault in faults:
            declaration = self._declaration_of(fault)
            if declaration is not None and declaration not in self._known:
                self._known.add(declaration)
                yield self._with_mend(fault, declaration)

    def _declaration_of(self, fault: Fault) -> Declaration | None:
        """Return the declaration that a fault is of; None if it is of something else.

        Where a root has no namespace, it is the one that lacks.
        """
        element = fault.at.element
        if element is None or fault.kind not in OF_NAMESPACES:
            return None
        if fault.kind == "wrong-namespace":
            prefix = fault.at.name or element.prefix
            return Declaration(declaring(element, prefix), prefix or "")
        if element is self._root and not namespace(element):
            return Declaration(element, "")
        if fault.expected[0] or element.prefix:
            return None
        top = declaring(element, None)
        is_above = top in set(self._root.iterancestors())
        return None if is_above else Declaration(top, "")

    def _with_mend(self, fault: Fault, declaration: Declaration) -> Fault:
        right, unprefixed = fault.expected[0], self._unprefixed(fault, declaration)
        if unprefixed is None:
            self._right[declaration] = right
            return fault
        from ctct_lint.schema.verdict.prefixed import mend

        mended = mend(unprefixed, self._schema.components)
        changes = mended.changes
        self._right.update(changes.right)
        self._names.update(changes.names)
        self._types.update(changes.types)
        return fault._replace(edits=mended.edits, detail=mended.said)

    def _unprefixed(self, fault: Fault, declaration: Declaration) -> Unprefixed | None:
        """Return what a default namespace counts for, if it catches what it must not.

        None of another one.
        """
        spaces, right = self._schema.survey.namespaces, fault.expected[0]
        is_of_none = fault.kind == "wrong-namespace" and not right
        if declaration.prefix or is_of_none or "" not in spaces:
            return None
        from ctct_lint.schema.verdict.caught import Unprefixed

        if not right:
            assert fault.at.element is not None  # noqa: S101 - it has a declaration
            known = {fault.at.element}
            return Unprefixed(declaration.element, fault.owner, self._schema, known)
        unprefixed = Unprefixed(declaration.element, right, self._schema)
        return unprefixed if unprefixed.caught or self._may_catch(unprefixed) else None

    def _may_catch(self, unprefixed: Unprefixed) -> bool:
        """May an element that is alone hold others that would be caught?"""
        declared = self._schema.root(
            f"{{{unprefixed.uri}}}{local_name(unprefixed.top)}"
        )
        if declared is None or len(unprefixed.own) > 1:
            return False
        return any(not one.startswith("{") for one in self._schema.held_by(declared))
