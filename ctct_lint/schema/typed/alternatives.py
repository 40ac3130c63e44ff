"""Which of its types an element of XSD 1.1 has: tests of its attributes say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import name_of
from ctct_lint.schema.names import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Alternative, Element


def chosen(element: _Element, declaration: Element) -> Alternative:
    """Return the first alternative whose test is true; the last one has none."""
    alone = etree.Element(element.tag)
    alone.attrib.update(element.attrib)
    every = iter(declaration.alternatives)
    return next(one for one in every if not one.test or _is_true(one, alone))


def never_so(element: _Element, alternative: Alternative) -> Fault:
    """Return the fault of an element that may not be as it is."""
    test = f"not({alternative.test})" if alternative.test else "false()"
    owner = local_name(element)
    return Fault("unmet-assertion", name_of(element), owner=owner, detail=test)


def _is_true(alternative: Alternative, element: _Element) -> bool:
    """Evaluate a test; one that fails is not true, as XSD says."""
    from elementpath import ElementPathError, XPath2Parser, XPathContext
    from elementpath.collations import UNICODE_CODEPOINT_COLLATION

    spaces = dict(alternative.namespaces)
    parser = XPath2Parser(
        spaces,
        strict=False,
        default_collation=UNICODE_CODEPOINT_COLLATION,
        default_namespace=spaces.pop("", ""),
    )
    try:
        test = parser.parse(alternative.test)
        found = list(test.select(XPathContext(root=element)))
        return bool(test.boolean_value(found))
    except (ElementPathError, TypeError, ValueError, ArithmeticError):
        return False
