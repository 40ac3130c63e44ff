"""Phases of a schema: which one is meant, and which patterns it makes active."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schematron.files import Files
from ctct_lint.schematron.strange import refuse_strange

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ctct_lint.schematron.files import Node

ALL, DEFAULT = "#ALL", "#DEFAULT"


def phases_in(path: str) -> tuple[str, ...] | None:
    """Return the ids of the phases of a schema by its path; None if it is none."""
    files = Files(path)
    root = files.root()
    if root is None or root.name != "schema":
        return None
    found = (node.get("id") for node in files.children(root) if node.name == "phase")
    return tuple(filter(None, found))


class Phases:
    """Reads those of one schema."""

    def __init__(self, root: Node, top: Sequence[Node], files: Files) -> None:
        """Take the root of the schema, and its children."""
        self._root = root
        self._files = files
        self._phases = [node for node in top if node.name == "phase"]
        self._known = {node.get("id") for node in top if node.name == "pattern"}

    def chosen(self, asked: str) -> Node | None:
        """Return the phase of an id, None for all patterns.

        asked  "" for the schema's own default
        """
        default = self._root.get("defaultPhase") or ALL
        wanted = default if asked in {"", DEFAULT} else asked
        if wanted == ALL:
            return None
        for node in self._phases:
            if node.get("id") == wanted:
                return node
        if wanted == default:
            why = f"no phase has the id `{wanted}`"
            self._files.trouble(self._root, why, "defaultPhase")
        else:
            why = f"the profile's `phase` is `{wanted}`, but none has this id"
            self._files.trouble(self._root, why)
        return None

    def active(self, parts: Iterable[Node]) -> set[str]:
        """Return the ids of the patterns that a phase names."""
        active = [node for node in parts if node.name == "active"]
        for node in active:
            wanted = node.get("pattern")
            if wanted is None:
                self._files.trouble(node, "its attribute `pattern` is missing")
            elif wanted not in self._known:
                why = f"no pattern has the id `{wanted}`"
                self._files.trouble(node, why, "pattern")
        return {node.get("pattern") or "" for node in active}

    def refuse_others(self, chosen: Node | None) -> None:
        """Note what is wrong in the phases that are not used; it leaves out nothing."""
        for node in self._phases:
            if node is not chosen:
                with self._files.leaving_out():
                    parts = list(self._files.children(node))
                    refuse_strange("phase", parts, self._files)
                    self.active(parts)
