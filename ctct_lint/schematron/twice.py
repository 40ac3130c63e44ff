"""Variables that are declared twice: it would be up to each program which is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schematron.read_xslt import VARIABLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from ctct_lint.schematron.files import Files, Node


def refuse_twice(nodes: Iterable[Node], files: Files) -> None:
    """Note which variables of a schema are declared once more, in whatever file."""
    known: set[str | None] = set()
    for node in nodes:
        if node.name in VARIABLES:
            if node.get("name") in known:
                _refuse(node, files)
            known.add(node.get("name"))


def refuse_twice_in_one(nodes: Iterable[Node], files: Files) -> None:
    """Note which variables are declared once more in the same element.

    What fills in an abstract pattern or rule may declare one of it anew.
    """
    known: dict[tuple[_Element | None, str | None], _Element] = {}
    for node in nodes:
        if node.name in VARIABLES:
            key = node.element.getparent(), node.get("name")
            # A rule may extend an abstract one by two ways.
            if known.setdefault(key, node.element) is not node.element:
                _refuse(node, files)


def _refuse(node: Node, files: Files) -> None:
    why = f"the variable `${node.get('name')}` is declared twice"
    files.trouble(node, why, "name")
