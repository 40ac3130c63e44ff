"""What libxml2 refuses and no explained fault accounts for: nothing is lost.

libxml2 says one cause in several errors, and it stops at the first child of a
parent that is not expected. So an error is accounted for if its element has a
fault, if it is inside an element that stands in the wrong place, or if it is about
the children of a parent of which a fault is told.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING, Any

from lxml.etree import ErrorTypes

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import attribute_value, name_of, value_of
from ctct_lint.schema.bounded import MOST
from ctct_lint.schema.names import local_name, local_of, with_prefix
from ctct_lint.schema.sources.trouble import ASSERTION, ASSERTION_OF_VALUE
from ctct_lint.schema.typed.xsi import names_type
from ctct_lint.schema.values.tries import in_words
from ctct_lint.schema.verdict.echoes import BAD_VALUE, UNTESTABLE, Explained
from ctct_lint.text.white_space import trimmed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

# What libxml2 says of a nil element that is part of a key: where keys need not be
# there, that is no fault, and libxml2 takes it for one of its own.
_NO_VALUE = "No precomputed value available"
# Of a fixed value libxml2 compares the characters: `0A` is not the same as `0a` to it,
# though both are the same bytes. What is not the same value has been told.
_FIXED = ErrorTypes.SCHEMAV_CVC_ELT_5_2_2_2_2
# What a strict wildcard lets in need not be declared if it names its type.
_UNDECLARED = ErrorTypes.SCHEMAV_CVC_ELT_1
_ASSERTIONS = frozenset({ASSERTION, ASSERTION_OF_VALUE})


def unexplained(
    root: _Element, log: Iterable[Any], faults: Iterable[Fault]
) -> Iterator[Fault]:
    """Yield what libxml2 says of elements for which no fault accounts, each once."""
    explained, paths = Explained(faults), ElementPaths(root)
    said: set[tuple[_Element, str]] = set()
    for error in islice(log, MOST):
        if not error.path and explained.tells_anything:
            # Of errors too many to be placed, those that are told are enough.
            continue
        element = paths.element_at(error.path or "")
        is_assertion = error.type in _ASSERTIONS
        key = (element, error.message if is_assertion else "")
        if key in said or explained.covers(element, error.type):
            continue
        if not _is_mistaken(error, element):
            said.add(key)
            yield (_unmet if is_assertion else _violation)(element, error)


def _violation(element: _Element, error: Any) -> Fault:
    at, name = name_of(element), local_name(element)
    if error.type == ErrorTypes.SCHEMAV_INTERNAL:
        # It gave up with a pattern, of which nothing is known here.
        return Fault(UNTESTABLE, at, owner=name)
    return Fault("schema-violation", at, name, detail=in_words(error.message))


def _is_mistaken(error: Any, element: _Element) -> bool:
    """Say whether libxml2 takes for an error what XSD allows."""
    if _NO_VALUE in error.message or error.type == _FIXED:
        return True
    if error.type == _UNDECLARED:
        return names_type(element)
    return error.type == BAD_VALUE and _is_padded(element)


def _is_padded(element: _Element) -> bool:
    """Return whether white space stands around a text that is not blank.

    libxml2 knows no white space before a date, which XSD has it collapse: such a
    value has been judged without it.
    """
    text = element.text or ""
    return trimmed(text) not in {"", text}


def _unmet(element: _Element, error: Any) -> Fault:
    """Return the fault of an element or a value; `owner` is what has the value.

    error  a `refusal.Refusal`: its message is the test
    """
    owner, test = local_name(element), error.message
    if error.type == ASSERTION:
        return Fault("unmet-assertion", name_of(element), owner=owner, detail=test)
    local = error.path.partition("/@")[2]
    for name, value in element.attrib.items():
        if local_of(str(name)) == local:
            at = attribute_value(element, str(name))
            return Fault("unmet-assertion", at, str(value), local, detail=test)
    at, written = value_of(element), trimmed(element.text)
    return Fault("unmet-assertion", at, written, owner, detail=test)


class ElementPaths:
    """The elements of libxml2's paths; the children of each are counted once."""

    def __init__(self, root: _Element) -> None:
        self._root = root
        self._children: dict[tuple[_Element, bool], dict[str, list[_Element]]] = {}

    def element_at(self, path: str) -> _Element:
        """Return the element of a path, such as `/*/*[3]/x:ext`.

        Namespaces are not needed: a step has the prefix that is written. Of an
        attribute or a text it is the element that has it; the root if there is none.
        """
        found = self._root
        for step in path.split("/")[2:]:
            name, _, number = step.partition("[")
            children = self._children_of(found, name)
            index = int(number.rstrip("]") or 1) - 1
            if index >= len(children):
                break
            found = children[index]
        return found

    def _children_of(self, parent: _Element, name: str) -> list[_Element]:
        """Return the children of a parent by their written name, all for `*`."""
        is_any = name == "*"
        key = parent, is_any
        if key not in self._children:
            by_name = defaultdict(list)
            for child in parent.iterchildren("*"):
                by_name[
                    "*" if is_any else with_prefix(child, local_name(child))
                ].append(child)
            self._children[key] = by_name
        found = self._children[key].get(name, [])
        # Beside those of a default namespace, which is `*`, a name means those of none.
        bare = [] if is_any else [one for one in found if str(one.tag) == name]
        return bare or found
