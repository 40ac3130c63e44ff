"""Elements by other names that people give them: `Zip` means `PostalCode`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ctct_lint.schema.facts.read import also_in
from ctct_lint.schema.matching.text_home import home_of
from ctct_lint.text.spelling import bare, closest
from ctct_lint.text.white_space import trimmed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.facts.facts import Facts


# Attributes by which elements for everything say what they are.
_NAMING = ("name", "key", "id", "field", "property")


def called_so(name: str, declarations: Iterable[Element]) -> Iterator[Element]:
    """Yield the declared elements that others call by a name."""
    name = bare(name)
    return (d for d in declarations if name in _names(d))


def said_name(
    child: _Element, declarations: Iterable[Element]
) -> tuple[str, Element] | None:
    """Return the attribute of a stranger that names another element, and that.

    `<Field name="Zip">` is what it says; None where no attribute says so.
    """
    said = ((name, child.get(name, "")) for name in _NAMING if child.get(name))
    found = ((n, one) for n, text in said for one in called_so(text, declarations))
    return next(found, None)


def best_of(called: Iterable[Element], child: _Element, facts: Facts) -> Element | None:
    """Return the element that can hold what a child holds, the first of these."""
    return min(called, key=lambda d: _misfit(child, d, facts), default=None)


def closest_of(name: str, declarations: Iterable[Element]) -> Element | None:
    """Return the element that a name is closest to, None if it is close to none."""
    by_name = {declared.local_name: declared for declared in declarations}
    return by_name.get(closest(name, by_name) or "")


@cache
def _names(declaration: Element) -> frozenset[str]:
    """Return what an element is called, as `bare` has it."""
    return also_in(dict(declaration.facts)) | {bare(declaration.local_name)}


def _misfit(child: _Element, declaration: Element, facts: Facts) -> int:
    """Say how badly an element fits what the child holds; 0 for the best."""
    holds_elements = len(child) > 0
    if not declaration.for_elements:
        return 2 if holds_elements else 1
    text = trimmed(child.text or "")
    if holds_elements:
        return 0
    has_home = bool(text) and home_of(facts, text, declaration.local_name, ())
    return 0 if has_home else 2
