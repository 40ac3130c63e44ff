"""A file of a schema that cannot be used, from bytes to diagnostics.

What the schema of schemas says of it is told in the words for every document.
"""

from __future__ import annotations

import os
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from ctct_lint.engine.found import word_faults
from ctct_lint.engine.read import read_foreign
from ctct_lint.engine.report import findings_of
from ctct_lint.engine.schema_spots import spot_of
from ctct_lint.model.fault import Fault
from ctct_lint.model.place import (
    Part,
    attribute_name,
    attribute_value,
    name_of,
    part_of_value,
)
from ctct_lint.rules.context import Context
from ctct_lint.schema.facts.facts import NO_FACTS
from ctct_lint.schema.names import XS, local_name
from ctct_lint.schema.sources.trouble import IDLE_KEY, ILL_FORMED, INVALID, UNREADABLE
from ctct_lint.schema.user_schema import UserSchema
from ctct_lint.schema.values.prefixes import prefix_fault
from ctct_lint.schema.verdict.declared import explained_as_declared
from ctct_lint.schema.verdict.unexplained import ElementPaths

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from lxml.etree import _Element

    from ctct_lint.config import Settings
    from ctct_lint.model.diagnostic import Diagnostic
    from ctct_lint.schema.sources.trouble import SchemaTrouble
    from ctct_lint.text.decoded import Decoded

_ALL = "`all` may stand only directly in a `complexType`, or in a named `group`"
_CONTENT = "The content is not valid"
_NO_XML = "its entities cannot be expanded: only texts that it declares itself are"
# What XSD 1.1 has and its schema of 1.0, which is used here, does not know.
_LATER = frozenset(
    {
        *("alternative", "assert", "assertion", "defaultOpenContent", "openContent"),
        *("defaultAttributes", "explicitTimezone", "inheritable", "notNamespace"),
        *("notQName", "override", "targetNamespace", "xpathDefaultNamespace"),
    }
)
# Of what stands twice it knows only the keys, and of XPaths a pattern: the troubles of
# these say more.
_SAID_BETTER = frozenset({"duplicate-key", "pattern-mismatch"})


def lint_schema_file(
    decoded: Decoded, troubles: Sequence[SchemaTrouble], settings: Settings
) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the text of a file of a schema, and why it cannot be used."""
    text = decoded.text
    parsed, faults, left_out = read_foreign(decoded, None, settings.most + 1)
    if parsed.root is not None:
        if not faults and any(one.kind == ILL_FORMED for one in troubles):
            faults.append(Fault(INVALID, name_of(parsed.root), detail=_NO_XML))
        worded = (one for one in troubles if one.kind not in {ILL_FORMED, UNREADABLE})
        faults += _as_written(parsed.root, [_fault(one, parsed.root) for one in worded])
    found = list(word_faults(faults, Context()))
    told = findings_of(found, parsed, text, settings, left_out, None)
    return text, told.limited(settings.most)


def _as_written(root: _Element, faults: list[Fault]) -> list[Fault]:
    """Return faults, and in place of what its own schema says better, that."""
    if all(one.kind != INVALID for one in faults):
        return faults
    found = _faults_in(root)
    told = _touched(found)
    parents = {one.getparent() for one in told if one is not None}
    return [*found, *(one for one in faults if not _is_told(one, told, parents))]


def _is_told(
    fault: Fault, told: set[_Element | None], parents: set[_Element | None]
) -> bool:
    """Is it the echo of a fault of the same element, or of another child beside it?"""
    is_of_content = fault.detail.startswith(_CONTENT)
    return fault.at.element in told or (is_of_content and fault.at.parent in parents)


def _fault(trouble: SchemaTrouble, root: _Element) -> Fault:
    """Return a trouble as a fault of the tree of its file."""
    element = ElementPaths(root).element_at(trouble.at)
    attribute = trouble.attribute
    if attribute and attribute in element.attrib:
        value = "" if trouble.is_of_name else element.get(attribute)
        at = (attribute_value if value else attribute_name)(element, attribute)
    else:
        at = spot_of(element, trouble.detail) if trouble.source else name_of(element)
    subject = trouble.subject or local_name(element)
    written = element.get(attribute, "") if attribute else ""
    names = written.split()
    is_one_of_several = bool(names[1:]) and subject in names
    if is_one_of_several or trouble.kind == IDLE_KEY:
        start = _start_of(subject, written)
        at = part_of_value(at, start, start + len(subject)) if start >= 0 else at
    return Fault(
        trouble.kind,
        at,
        subject,
        owner=trouble.source,
        expected=trouble.expected,
        detail=trouble.detail,
    )


def _start_of(subject: str, written: str) -> int:
    """Return where a part of a value begins, a whole word before others; -1 without."""
    start = f" {written} ".find(f" {subject} ")
    return start if start >= 0 else written.find(subject)


def _faults_in(root: _Element) -> list[Fault]:
    """Return how a file of a schema is not written as one; make it what was meant."""
    if root.tag != f"{XS}schema":
        return []
    schema = _schema()
    compiled = schema.compiled(NO_FACTS)
    if compiled is None or schema.judge.validate(root):
        return []
    faults = list(explained_as_declared(root, compiled, schema.judge))
    if any(one.subject in _LATER for one in faults):
        return []
    types = compiled.components.named
    known = [_with_prefix(one, types) for one in faults]
    return [_of_all(one) for one in known if one.kind not in _SAID_BETTER]


def _with_prefix(fault: Fault, types: Collection[str]) -> Fault:
    """Return the fault of the prefix of a type of XSD with what is meant."""
    if fault.kind != "undeclared-prefix" or fault.edits:
        return fault
    return prefix_fault(fault.at, fault.subject, types) or fault


def _of_all(fault: Fault) -> Fault:
    """Return the fault of an `all` that another group holds in the words for that."""
    if fault.kind != "unknown-element" or fault.subject != "all":
        return fault
    return Fault(INVALID, fault.at, fault.subject, detail=_ALL)


def _touched(faults: list[Fault]) -> set[_Element | None]:
    """Return the elements that faults are about."""
    found = {one.at.element for one in faults}
    tails = (one.at.element for one in faults if one.at.part is Part.TAIL)
    found.update(one.getparent() for one in tails if one is not None)
    return found


@cache
def _schema() -> UserSchema:
    found = find_spec("xmlschema")
    folder = os.path.dirname("" if found is None else found.origin or "")
    return UserSchema(os.path.join(folder, "schemas", "XSD_1.0", "XMLSchema.xsd"), "")
