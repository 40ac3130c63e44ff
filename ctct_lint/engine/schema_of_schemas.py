"""What the schema of schemas says of a file of one, in the words for every document."""

from __future__ import annotations

import os
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from ctct_lint.model.place import Part
from ctct_lint.schema.facts.facts import NO_FACTS
from ctct_lint.schema.names import XS
from ctct_lint.schema.user_schema import UserSchema
from ctct_lint.schema.verdict.declared import explained_as_declared

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ctct_lint.model.fault import Fault

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


def faults_in(root: _Element) -> list[Fault]:
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
    return [one for one in faults if one.kind not in _SAID_BETTER]


def touched(faults: list[Fault]) -> set[_Element | None]:
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
