"""Assertions of XSD 1.1 that are not true: a fault for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import attribute_value, name_of, value_of
from ctct_lint.schema.names import local_name
from ctct_lint.schema.sources.refusal import ASSERTION, ASSERTION_OF_VALUE
from ctct_lint.text.white_space import trimmed

if TYPE_CHECKING:
    from typing import Any

    from lxml.etree import _Element

KINDS = frozenset({ASSERTION, ASSERTION_OF_VALUE})


def assertion_fault(element: _Element, refusal: Any) -> Fault:
    """Return the fault of an element or a value; `owner` is what has the value.

    refusal  a `refusal.Refusal`: its message is the test
    """
    owner, test = local_name(element), refusal.message
    if refusal.type == ASSERTION:
        return Fault("unmet-assertion", name_of(element), owner=owner, detail=test)
    local = refusal.path.partition("/@")[2]
    for name, value in element.attrib.items():
        if str(name).rpartition("}")[2] == local:
            at = attribute_value(element, str(name))
            return Fault("unmet-assertion", at, str(value), local, detail=test)
    at, written = value_of(element), trimmed(element.text)
    return Fault("unmet-assertion", at, written, owner, detail=test)
