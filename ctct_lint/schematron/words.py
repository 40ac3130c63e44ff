"""What messages are made of, and how bad the failure of a rule is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.severity import Severity
from ctct_lint.schematron.files import SCH, XSLT
from ctct_lint.schematron.model import NameOf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ctct_lint.schematron.files import Node
    from ctct_lint.schematron.model import Message, Query

    Compile = Callable[[Node, str], "Query | None"]

_SEVERITIES = {
    "fatal": Severity.ERROR,
    "error": Severity.ERROR,
    "warn": Severity.WARNING,
    "warning": Severity.WARNING,
    "info": Severity.INFORMATION,
    "information": Severity.INFORMATION,
    "hint": Severity.HINT,
}

# Many write it as in XSLT.
_VALUES = frozenset({f"{SCH}value-of", f"{XSLT}value-of", f"{XSLT}copy-of"})


def severity_of(*nodes: Node) -> Severity:
    """Return the first severity that `role` or `flag` of some elements has.

    Either can say anything; what is no word for a severity says nothing of it.
    """
    for node in nodes:
        for attribute in ("role", "flag"):
            word = (node.get(attribute) or "").strip().lower()
            if word in _SEVERITIES:
                return _SEVERITIES[word]
    return Severity.ERROR


def message_of(
    node: Node, compiled: Compile, refuse: Callable[[Node], None]
) -> Message:
    """Return the message that an element has.

    compiled  compiles an attribute of an element; it is None if that is not possible
    refuse    notes an element that has no meaning in it
    """
    return tuple(_parts(node, compiled, refuse))


def _parts(
    node: Node, compiled: Compile, refuse: Callable[[Node], None]
) -> Iterator[str | Query | NameOf]:
    yield node.element.text or ""
    for element in node.element.iterchildren("*"):
        child = node._replace(element=element)
        if element.tag in _VALUES:
            query = compiled(child, "select")
            if query is not None:
                yield query
        elif element.tag == f"{SCH}name":
            path = element.get("path")
            yield NameOf(None if path is None else compiled(child, "path"))
        else:
            # `emph`, `span`, `dir`, and markup of other namespaces.
            refuse(child)
            yield from _parts(child, compiled, refuse)
        yield element.tail or ""
