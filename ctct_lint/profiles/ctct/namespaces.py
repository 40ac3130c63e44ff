"""Elements in the wrong namespace: one fault for each wrong declaration.

The tree is mended: each such element gets the namespace that was meant, so that
neither the schema nor the rules say anything of its children again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import (
    after_name,
    attribute_name,
    attribute_value,
    namespace_of,
)
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.profiles.ctct.names import ATOM, CTCT
from ctct_lint.profiles.ctct.resources import CHECKED
from ctct_lint.profiles.ctct.right_namespace import (
    BARE,
    holders,
    is_bare,
    meant_of,
    names_in,
    settled_in,
)
from ctct_lint.schema.names import (
    children,
    local_name,
    namespace,
    qualified,
    uri_of,
)
from ctct_lint.text.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.model.place import Place
    from ctct_lint.profiles.ctct.resources import Resource

ROOTS = frozenset({"entry", "feed"})


class _Visit(NamedTuple):
    """An element, the namespace and name it should have, and what it inherits.

    `right` is None where it is unknown. `above` is the namespace that its parent
    should have, `wrong` the one that the parent had instead, None if it was right.
    """

    element: _Element
    right: str | None
    name: str
    above: str | None = None
    wrong: str | None = None

    def is_of_parent(self, found: str) -> bool:
        """Say whether mending the parent's declaration mends this one, too."""
        return self.right == self.above and self.inherits(found)

    def inherits(self, found: str) -> bool:
        """Say whether it has the parent's wrong namespace, without saying so itself."""
        return found == self.wrong and not self.declares()

    def declares(self) -> bool:
        """Say whether the element itself declares the namespace that it is in."""
        parent = self.element.getparent()
        inherited = "" if parent is None else uri_of(parent, self.element.prefix)
        return (inherited or "") != namespace(self.element)


def mend_namespaces(root: _Element, resource: Resource) -> list[Fault]:
    """Return the faults of a document's namespaces, and mend its tree."""
    mending = _Mending(resource)
    todo = [_visit_root(root)]
    while todo:
        todo.extend(mending.mend(todo.pop()))
    return mending.faults


class _Mending:
    """Gives one element after the other the namespace that was meant."""

    def __init__(self, resource: Resource) -> None:
        self.faults: list[Fault] = []
        self._resource = resource
        self._is_settled = settled_in(resource)
        self._told: set[tuple[_Element | None, str, str]] = set()

    def mend(self, visit: _Visit) -> Iterator[_Visit]:
        """Mend an element; yield its children that may be wrong, the last first."""
        element, right, name, above, wrong = visit
        found = namespace(element)
        if right is None and above is not None and visit.inherits(found):
            right = above
        elif right is not None and found != right:
            self._tell(visit, found, right)
            wrong = found
        if right is not None and found != right:
            element.tag = qualified(right, local_name(element))
        resource = self._resource
        if name in holders(right, resource):
            name = BARE if is_bare(element, name, resource) else name
            for child in reversed(children(element)):
                if wrong is not None or not self._is_settled(
                    child.tag, name, right, len(child) > 0
                ):
                    yield _visit(child, name, right, wrong, resource)

    def _tell(self, visit: _Visit, found: str, right: str) -> None:
        """Note the fault of an element, unless another one speaks for it."""
        # Of children that share what they inherit, the first speaks for all.
        cause = (visit.element.getparent(), found, right)
        inherits = visit.is_of_parent(found) or cause in self._told
        if inherits and not visit.declares():
            return
        if not _stands_round(visit.element, right):
            self.faults.append(_fault(visit, found))
            self._told.add(cause)


def _stands_round(element: _Element, right: str) -> bool:
    """Say whether it only stands round an element of its name that is right."""
    inner = next(iter(element), None)
    return inner is not None and inner.tag == qualified(right, local_name(element))


def _visit_root(root: _Element) -> _Visit:
    name = local_name(root)
    if name in ROOTS:
        return _Visit(root, ATOM, name)
    return _Visit(root, CHECKED[name].namespace if name in CHECKED else None, name)


def _visit(
    child: _Element,
    parent: str,
    above: str | None,
    wrong: str | None,
    resource: Resource,
) -> _Visit:
    name = local_name(child)
    right, meant = meant_of(name, parent, above, resource)
    if right == ATOM and wrong is None and _is_extension(child):
        right = None
    if right is None and above != ATOM and wrong is not None:
        meant = closest(name, names_in(resource.schema)) or name
    return _Visit(child, right, meant, above, wrong)


def _is_extension(element: _Element) -> bool:
    """Is it of another vocabulary, as `dc:title`, which may stand in Atom's elements?

    It is not if its prefix or its namespace says that Atom was meant.
    """
    prefix, found = element.prefix or "", namespace(element)
    if not prefix or found in {ATOM, CTCT}:
        return False
    is_near = "atom" in f"{prefix} {found}".lower() or closest(found, (ATOM,))
    return not is_near


def _misspelt_declaration(element: _Element, right: str) -> str | None:
    """Return the attribute that holds the right namespace under a wrong name."""
    names = (str(name) for name, value in element.attrib.items() if value == right)
    return next((name for name in names if "}" not in name), None)


def _fault(visit: _Visit, found: str) -> Fault:
    element, right, _, _, wrong = visit
    assert right is not None  # noqa: S101 - else nothing is known to be wrong
    edits: tuple[tuple[Place, str], ...] = ()
    name = local_name(element)
    meant = _misspelt_declaration(element, right) if right else None
    if meant is not None:
        del element.attrib[meant]
        at = attribute_name(element, meant)
        return Fault(
            "misspelt-attribute", at, meant, name, ("xmlns",), edits=((at, "xmlns"),)
        )
    inherited = not visit.declares() and found in {ATOM, CTCT, wrong}
    if found and not inherited:
        at = namespace_of(element)
        return Fault("wrong-namespace", at, found, name, (right,), edits=((at, right),))
    # `xmlns=""` and a prefix leave no room for a declaration that would help.
    parent = element.getparent()
    prefixed = parent is not None and parent.prefix and namespace(parent) == right
    if not element.prefix and not prefixed and (found or not visit.declares()):
        edits = ((after_name(element), f' xmlns="{right}"'),)
    # lxml does not tell whether a declaration that changes nothing is there.
    at = attribute_value(element, "xmlns")
    return Fault("missing-namespace", at, name, found, (right,), edits=edits)
