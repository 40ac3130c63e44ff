"""The keys that a schema declares in XSLT: nodes by their values, found once."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Protocol

from elementpath.exceptions import ElementPathError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ctct_lint.schematron.contexts import Contexts
    from ctct_lint.schematron.model import Key, Query
    from ctct_lint.schematron.truth import Ask


class Evaluating(Protocol):
    """A document, as far as keys need it; see `document.Document`."""

    contexts: Contexts

    def value(self, token: Any, node: Any, values: Mapping[str, Any]) -> Any:
        """Return the value of an expression."""
        ...

    def asked(self, ask: Ask, token: Any, node: Any, values: Mapping[str, Any]) -> Any:
        """Return what is asked of an expression."""
        ...


class Keys:
    """The nodes of one document by the values of their keys, as strings."""

    def __init__(self, keys: Iterable[Key], document: Evaluating) -> None:
        """Note the keys; nodes are looked for when somebody asks."""
        self._keys = tuple(keys)
        self._document = document
        self._found: dict[str, Mapping[str, dict[int, Any]]] = {}

    def nodes(self, name: str, values: Iterable[str]) -> list[Any]:
        """Return the nodes with one of some values, in the order of the document."""
        if name not in self._found:
            self._found[name] = self._index(name)
        found: dict[int, Any] = {}
        for value in values:
            found.update(self._found[name].get(value, {}))
        return [found[position] for position in sorted(found)]

    def _index(self, name: str) -> Mapping[str, dict[int, Any]]:
        """Return for each value the nodes by their positions."""
        keys = [key for key in self._keys if key.name == name]
        if not keys:
            raise ElementPathError(f"no `xsl:key` has the name `{name}`")
        index: dict[str, dict[int, Any]] = defaultdict(dict)
        document = self._document
        for key in keys:
            nodes = document.contexts.nodes(
                key.match, lambda ask, token, node: document.asked(ask, token, node, {})
            )
            for node in nodes:
                for value in _texts(key.use, document.value(key.use.token, node, {})):
                    index[value][node.position] = node
        return index


def _texts(query: Query, value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [str(query.token.string_value(one)) for one in values]
