"""Elements by the names that others give them: by `Zip`, `PostalCode` is meant."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from ctct_lint.schema.facts import FACT, XS, also_in
from ctct_lint.schema.names import local_name
from ctct_lint.schema.spelling import bare
from ctct_lint.schema.text_home import home_of
from ctct_lint.white_space import trimmed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element
    from xmlschema.validators import XsdElement

_FACT_PATH = f"{XS}annotation/{XS}appinfo/{FACT}"


def fact_in(declaration: XsdElement) -> Mapping[str, str]:
    """Return the attributes of the fact that a declaration has, if any."""
    found = (declaration.ref or declaration).elem.find(_FACT_PATH)
    return {} if found is None else dict(found.attrib)


def called_so(child: _Element, declarations: Iterable[XsdElement]) -> XsdElement | None:
    """Return the declared element that others call by the child's name.

    Of several the one that can hold what the child holds, the first of these.
    """
    name = bare(local_name(child))
    called = (d for d in declarations if name in _names((d.ref or d).elem))
    return min(called, key=lambda d: _misfit(child, d), default=None)


@cache
def _names(declaration: Any) -> frozenset[str]:
    """Return what an element is called, as `bare` has it."""
    found = declaration.find(_FACT_PATH)
    also = frozenset() if found is None else also_in(found.attrib)
    return also | {bare(declaration.get("name"))}


def _misfit(child: _Element, declaration: XsdElement) -> int:
    """Say how badly an element fits what the child holds; 0 for the best."""
    holds_elements = len(child) > 0
    if not is_for_elements(declaration):
        return 2 if holds_elements else 1
    text = trimmed(child.text or "")
    has_home = bool(text) and home_of(text, declaration.local_name, ()) is not None
    return 0 if holds_elements or has_home else 2


def is_for_elements(declaration: XsdElement) -> bool:
    """May only elements stand in it, and no text?"""
    xsd_type = declaration.type
    return not (xsd_type.has_simple_content() or xsd_type.has_mixed_content())
