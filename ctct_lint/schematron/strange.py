"""Elements of Schematron that mean nothing where they stand: slips, mostly.

Who writes `asert` means a check: to pass over it would let all documents pass it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schematron.files import NAMESPACE
from ctct_lint.text.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ctct_lint.schematron.files import Files, Node

OLD = "{http://www.ascc.net/xml/schematron}"
_SAID = frozenset({"dir", "emph", "name", "span", "value-of"})
_VALUES = frozenset({"name", "value-of"})
_NOTED = frozenset({"p", "title"})
# What may be in an element, other vocabularies aside; ISO/IEC 19757-3, clause 5.
_INSIDE = {
    "schema": _NOTED
    | {"diagnostics", "let", "ns", "param", "pattern", "phase", "properties", "rules"},
    "pattern": _NOTED | {"diagnostics", "let", "param", "properties", "rule"},
    "phase": _NOTED | {"active", "let"},
    "rule": _NOTED | {"assert", "let", "report"},
}
_TRUTHS = frozenset({None, "true", "false"})


def refuse_strange(parent: str, children: Iterable[Node], files: Files) -> None:
    """Note which of the elements in a `parent` have no meaning there.

    What is wrong in a schema or a rule leaves out that alone; a pattern counts as a
    whole, for its rules take nodes from each other.
    """
    for node in children:
        if node.get("abstract") not in _TRUTHS:
            files.trouble(node, "it is neither `true` nor `false`", "abstract")
            continue
        why = _why_not(
            node.name, f"a `{parent}`", _INSIDE[parent], _INSIDE[parent] - _NOTED
        )
        if why:
            with files.leaving_out(when=parent in {"schema", "rule"}):
                files.trouble(node, why)


def refuse_in_text(node: Node, files: Files) -> None:
    """Note that an element has no meaning in a text."""
    why = _why_not(node.name, "a text", _SAID, _VALUES)
    if why:
        files.trouble(node, why)


def _why_not(
    name: str, place: str, known: frozenset[str], telling: frozenset[str]
) -> str:
    """Return why an element has no meaning in a place, "" if it may be there.

    known    the names of those that have one
    telling  of these the names that nobody uses without their namespace
    """
    if not name.startswith("{"):
        return "" if name in known else _why(name, place, known)
    local = name.rpartition("}")[2]
    if name.startswith(OLD) or (name == f"{{}}{local}" and local in telling):
        return f"`{local}` is not in the namespace `{NAMESPACE}`"
    return ""


def _why(name: str, place: str, known: frozenset[str]) -> str:
    is_elsewhere = any(name in names for names in _INSIDE.values())
    meant = None if is_elsewhere else closest(name, sorted(known))
    question = f": is `{meant}` meant?" if meant else ""
    return f"`{name}` has no meaning in {place}{question}"
