"""Names in values and of attributes whose prefix is at fault, not they themselves.

It is not declared, or for another namespace: one cause, however often it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import after_name, namespace_of
from ctct_lint.schema.names import local_of, written_name
from ctct_lint.text.candidates import Candidates
from ctct_lint.text.escapes import in_quotes, with_references
from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from lxml.etree import _Element

    from ctct_lint.model.place import Place

_XML = "xml"
_PLAIN = lazy(r"(?:([A-Za-z_][A-Za-z0-9_.-]*):)?([A-Za-z_][A-Za-z0-9_.-]*)")


def prefix_fault(at: Place, written: str, right: Collection[str]) -> Fault | None:
    """Return the fault of the prefix of a name in a value; None if it is not at fault.

    right  the names that may stand there, in Clark notation; none if any may
    """
    prefix, _, local = written.partition(":")
    element = at.element
    if element is None or not (prefix and local) or prefix == _XML:
        return None
    uris = _namespaces(local, right)
    found = element.nsmap.get(prefix)
    if found is None:
        return _undeclared(at, written, prefix, uris)
    return wrong_declaration(element, prefix, local, uris)


def full_name(written: str, element: _Element) -> str | None:
    """Return a name in a value in Clark notation, by the prefixes of its element.

    None if its prefix is not declared, or where libxml2 is to say if it is a name.
    """
    found = _PLAIN.fullmatch(written)
    if found is None:
        return None
    uri = element.nsmap.get(found[1]) if found[1] else element.nsmap.get(None) or ""
    if uri is None:
        return None
    return f"{{{uri}}}{found[2]}" if uri else found[2]


def wrong_declaration(
    element: _Element, prefix: str, local: str, right: Collection[str]
) -> Fault | None:
    """Return the fault that a prefix is declared for another namespace than meant.

    None if the right ones are not known, or are declared for other prefixes.
    """
    spaces = element.nsmap
    if not right or not spaces.keys() >= {prefix}:
        return None
    if not set(right).isdisjoint(spaces.values()):
        return None
    at, (meant, *_) = namespace_of(element, prefix), right
    edits = ((at, with_references(meant)),)
    return Fault("wrong-namespace", at, spaces[prefix], local, (meant,), edits=edits)


def _namespaces(local: str, names: Iterable[str]) -> list[str]:
    """Return the namespaces in which there are names with a local name."""
    if isinstance(names, Candidates):
        names = names.grouped(local_of).get(local, ())
    found = (n[1:].rpartition("}")[0] for n in names if local_of(n) == local)
    return list(dict.fromkeys(filter(None, found)))


def _undeclared(at: Place, written: str, prefix: str, uris: list[str]) -> Fault:
    uri = uris[0] if uris else "…"
    declaration = f'xmlns:{prefix}="{in_quotes(uri)}"'
    assert at.element is not None  # noqa: S101 - the caller has looked
    right = written_name(at.element, uri, written.rpartition(":")[2])
    root = at.element.getroottree().getroot()
    edits = ((after_name(root), f" {declaration}"),) if uris else ()
    return Fault(
        "undeclared-prefix",
        at,
        written,
        right,
        expected=(declaration,),
        edits=edits,
        detail=prefix,
    )
