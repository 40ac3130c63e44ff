"""What mends a default namespace that has caught elements which belong in none.

The elements that are right in it get a prefix, or the others `xmlns=""`, whichever is
less to write.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ctct_lint.model.place import (
    after_name,
    attribute_name,
    attribute_value,
    renamed,
)
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.names import local_name, qualified
from ctct_lint.schema.typed.xsi import TYPE
from ctct_lint.schema.verdict.redeclare import Changes, Declaration
from ctct_lint.text.escapes import in_quotes, with_references
from ctct_lint.text.white_space import trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

    from ctct_lint.model.place import Place
    from ctct_lint.schema.components.components import Components
    from ctct_lint.schema.verdict.caught import Unprefixed

    Edits = tuple[tuple[Place, str], ...]

# A person would write one prefix sooner than this many times `xmlns=""`.
_DEAR = 3
_WORD = re.compile("[A-Za-z]+")


class Mend(NamedTuple):
    """The edits, what they make of the tree, and what they write, if not `xmlns=""`."""

    edits: Edits
    changes: Changes
    said: str = ""


def mend(unprefixed: Unprefixed, components: Components) -> Mend:
    """Return what lets those that are caught be in no namespace again."""
    types = dict(_types(unprefixed, components))
    outermost = (
        [] if types or unprefixed.found != unprefixed.uri else unprefixed.outermost()
    )
    price = sum(1 if one.prefix else _DEAR for one in outermost)
    if outermost and (not unprefixed.own or price < len(unprefixed.own)):
        right = {Declaration(one, ""): "" for one in outermost}
        edits = tuple((after_name(one), ' xmlns=""') for one in outermost)
        return Mend(edits, Changes(right))
    return _prefixed(unprefixed, types)


def _prefixed(unprefixed: Unprefixed, types: Mapping[_Element, str]) -> Mend:
    """Return the prefix for those that need one."""
    top, uri = unprefixed.top, unprefixed.uri
    prefix = _known_prefix(unprefixed)
    right = {Declaration(top, ""): ""} if unprefixed.found else {}
    new = ""
    if not prefix:
        prefix = _new_prefix(unprefixed)
        right[Declaration(top, prefix)] = uri
        new = f'xmlns:{prefix}="{in_quotes(uri)}"'
    names = {one: qualified(uri, local_name(one)) for one in unprefixed.own}
    values = {one: f"{prefix}:{written}" for one, written in types.items()}
    edits = list(_declaring(unprefixed, prefix, new))
    for one in unprefixed.own:
        edits += renamed(one, f"{prefix}:{local_name(one)}")
    edits += ((attribute_value(one, TYPE), new) for one, new in values.items())
    return Mend(
        tuple(edits), Changes(right, names, values), _said(unprefixed, prefix, new)
    )


def _said(unprefixed: Unprefixed, prefix: str, new: str) -> str:
    """Return what is written: a name or tag, a declaration, and which one goes."""
    first = next(iter(unprefixed.own), unprefixed.top)
    name, old = f"{prefix}:{local_name(first)}", ""
    if new and first is unprefixed.top:
        name, new = f"<{name} {new}>", ""
    elif not new and unprefixed.found:
        old = f'xmlns="{in_quotes(unprefixed.found)}"'
    return f"{name}\n{new}\n{old}".rstrip()


def _declaring(
    unprefixed: Unprefixed, prefix: str, new: str
) -> Iterator[tuple[Place, str]]:
    """Yield the edits for a prefix in place of the default, which may be declared.

    Where another default would count then, there has to be one for no namespace.
    """
    top, above = unprefixed.top, unprefixed.top.getparent()
    is_inside = above is not None and bool(above.nsmap.get(None))
    if unprefixed.found and not is_inside:
        yield attribute_name(top, "xmlns"), f"xmlns:{prefix}" if new else ""
        if new and unprefixed.found != unprefixed.uri:
            yield attribute_value(top, "xmlns"), with_references(unprefixed.uri)
        return
    if unprefixed.found:
        yield attribute_value(top, "xmlns"), ""
    if new:
        yield after_name(top), f" {new}"


def _known_prefix(unprefixed: Unprefixed) -> str:
    """Return the prefix that the namespace has already where it is needed, or ""."""
    known = (
        p for p, uri in unprefixed.top.nsmap.items() if p and uri == unprefixed.uri
    )
    prefix = next(known, "")
    is_seen = all(one.nsmap.get(prefix) == unprefixed.uri for one in unprefixed.own)
    return prefix if is_seen else ""


def _new_prefix(unprefixed: Unprefixed) -> str:
    """Return one that nothing has: the first letter of the namespace's last word."""
    words = _WORD.findall(unprefixed.uri)
    letter = words[-1][0].lower() if words else "n"
    taken = {prefix for one in unprefixed.own for prefix in one.nsmap}
    names = (letter, *(f"{letter}{number}" for number in range(1, len(taken) + 2)))
    return next(name for name in names if name not in taken)


def _types(
    unprefixed: Unprefixed, components: Components
) -> Iterator[tuple[_Element, str]]:
    """Yield the elements whose `xsi:type` has no prefix, but needs one then."""
    for element in unprefixed.top.iter("*"):
        written = trimmed(element.get(TYPE))
        if written and ":" not in written:
            is_in_scope = (element.nsmap.get(None) or "") == unprefixed.found
            if is_in_scope and qualified(unprefixed.uri, written) in components.named:
                yield element, written
