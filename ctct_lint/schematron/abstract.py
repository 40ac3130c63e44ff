"""Abstract patterns and rules: what stands where they are used."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ctct_lint.schematron.files import Files, Node


class Abstract:
    """Fills in what is abstract among the elements at the top of a schema."""

    def __init__(self, top: list[Node], files: Files) -> None:
        self._top = top
        self._files = files

    @cached_property
    def rules(self) -> Mapping[str, Node]:
        """The abstract rules that any pattern may use, by their ids."""
        groups = [
            group
            for group in self._top
            if group.name in {"rules", "pattern"} and group.get("abstract") != "true"
        ]
        every = (node for group in groups for node in self._files.children(group))
        return {one.get("id") or "": one for one in every if is_abstract(one)}

    def filled_in(self, node: Node, children: list[Node]) -> list[Node]:
        """Return what an abstract pattern has, with parameters, and what is there."""
        wanted = node.get("is-a")
        for one in self._top:
            is_it = one.name == "pattern" and one.get("id") == wanted
            if is_it and is_abstract(one):
                break
        else:
            self._files.trouble(node, f"no abstract pattern is `{wanted}`", "is-a")
            return children
        parameters = {
            child.get("name") or "": child.get("value") or ""
            for child in self._files.children(one)
            if child.name == "param" and child.get("value") is not None
        }
        parameters.update(
            (child.get("name") or "", child.get("value") or "")
            for child in children
            if child.name == "param"
        )
        filled = one._replace(parameters=parameters)
        return [*self._files.children(filled), *children]

    def parts(
        self, node: Node, rules: Mapping[str, Node], through: tuple[str, ...] = ()
    ) -> Iterator[Node]:
        """Yield what a rule consists of, with what it extends.

        rules    the abstract ones, by their ids
        through  those that have led here
        """
        for child in self._files.children(node):
            if child.name != "extends":
                yield child
                continue
            wanted = child.get("rule") or ""
            if wanted in through:
                self._files.trouble(child, "it leads back to itself", "rule")
            elif wanted not in rules:
                why = f"no abstract rule has the id `{wanted}`"
                self._files.trouble(child, why, "rule")
            else:
                abstract = rules[wanted]
                if not abstract.parameters:
                    abstract = abstract._replace(parameters=node.parameters)
                yield from self.parts(abstract, rules, (*through, wanted))


def is_abstract(node: Node) -> bool:
    """Is it a pattern or a rule that says nothing where it stands?"""
    return node.name in {"rule", "pattern"} and node.get("abstract") == "true"
