"""What the readers of parts of a schema ask of the reader of the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ctct_lint.schematron.files import Node
    from ctct_lint.schematron.model import Let, Message, Query


class Querying(Protocol):
    """What makes queries of a schema's elements."""

    def query(
        self, node: Node, attribute: str, variables: frozenset[str]
    ) -> Query | None:
        """Return the compiled attribute of an element; None, noted, if it has none."""
        ...


class Compiling(Querying, Protocol):
    """What makes messages and variables, too, of a schema's elements."""

    def message(self, node: Node, variables: frozenset[str]) -> Message:
        """Return the message of an element."""
        ...

    def lets(
        self, nodes: Iterable[Node], names: frozenset[str]
    ) -> tuple[tuple[Let, ...], frozenset[str]]:
        """Return the variables among elements, and the names known with them."""
        ...

    def namespace(self, prefix: str) -> str | None:
        """Return the namespace of a prefix of the schema."""
        ...
