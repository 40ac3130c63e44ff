"""Quick fixes that are ignored, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ctct_lint.schematron.files import Node


class Ignored(Exception):  # noqa: N818 - it says what becomes of a fix
    """A fix that cannot be made: the element that is why, and the words."""

    def __init__(
        self, node: Node, why: str, attribute: str = "", *, at_name: bool = False
    ) -> None:
        super().__init__(why)
        self.node, self.attribute = node, attribute
        self.at_name = at_name


def unsupported(node: Node) -> Ignored:
    """Say that an element has no meaning in a fix."""
    local = str(node.element.tag).rpartition("}")[2]
    return Ignored(node, f"`{local}` in a quick fix is not supported")


def refuse_attributes(node: Node, *names: str) -> None:
    """Raise `Ignored` if one of some attributes is there."""
    for name in names:
        if node.get(name) is not None:
            raise Ignored(node, f"`{name}` of a quick fix is not supported", name)
