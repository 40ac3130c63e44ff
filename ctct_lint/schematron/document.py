"""A document as elementpath sees it, and the values of expressions in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ctct_lint.schematron.contexts import Contexts
from ctct_lint.schematron.deep import ALONE, deeply
from ctct_lint.schematron.effort import TooMuch
from ctct_lint.schematron.index import document_of, indexed
from ctct_lint.schematron.keys import Keys
from ctct_lint.schematron.lazy_value import Lazy
from ctct_lint.schematron.library import CURRENT, GLOBALS, KEYS
from ctct_lint.schematron.model import NameOf, Query
from ctct_lint.schematron.nodes import is_node, joined, name_in_file
from ctct_lint.schematron.remarks import seen
from ctct_lint.schematron.spots import Spots
from ctct_lint.schematron.truth import truth, value
from ctct_lint.schematron.variables import Unvalued, Variables
from ctct_lint.schematron.xpath_context import DynamicContext

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from elementpath.xpath_nodes import XPathNode
    from elementpath.xpath_tokens import XPathToken
    from lxml.etree import _Element

    from ctct_lint.schematron.model import Let, Message, Schema
    from ctct_lint.schematron.truth import Ask

    Values = Mapping[str, Any]
    # Expressions that have no value, and why.
    Lacking = list[tuple[Query, Exception]]


class Document:
    """One document: its nodes, and what expressions are worth at them."""

    def __init__(self, root: _Element, schema: Schema, text: str = "") -> None:
        """Make the nodes; the tree must not change from now on.

        text  what it is the tree of, for the comments and processing instructions
        """
        tree, own = seen(root, text)
        self.index = indexed(tree)
        self.spots = Spots(self.index, own)
        self.root = self.index.document
        self._context = DynamicContext(self.index, schema.opened)
        self.effort = self._context.effort
        self.contexts = Contexts(self.index)
        # Is an expression evaluated with a larger stack? Which had no end in that?
        self._is_deep = False
        self._endless: set[int] = set()
        # Those of the node that was looked at last, as most are looked at often.
        self._last: tuple[Any, Values, Variables] | None = None
        self._keys = Keys(schema.keys, self)
        # Variables of the schema see each other whatever their order, as in XSLT.
        self.globals: dict[str, Any] = {}
        for let in schema.lets:
            self.globals[let.name] = self._lazy(let, self.root, self.globals)

    def value(self, token: XPathToken, node: XPathNode | str, values: Values) -> Any:
        """Return the value of an expression; of nodes and sequences a list."""
        return self.asked(value, token, node, values)

    def asked(
        self, ask: Ask, token: XPathToken, node: XPathNode | str, values: Values
    ) -> Any:
        """Return what is asked of an expression at a node."""
        if self._is_deep:
            return ask(token, self._at(node, values))
        with ALONE:
            try:
                return ask(token, self._at(node, values))
            except RecursionError:
                if id(token) in self._endless:
                    raise
            return self._asked_deeply(ask, token, node, values)

    def _asked_deeply(
        self, ask: Ask, token: XPathToken, node: XPathNode | str, values: Values
    ) -> Any:
        self._is_deep = True
        try:
            return deeply(lambda: ask(token, self._at(node, values)))
        except RecursionError:
            self._endless.add(id(token))
            raise
        finally:
            self._is_deep = False

    def _at(self, node: XPathNode | str, values: Values) -> Any:
        """Return the context of a node."""
        context: Any = self._context.again()
        context.item, context.variables = node, self._known(node, values)
        return context

    def _known(self, node: XPathNode | str, values: Values) -> Variables:
        """Return the variables at a node; nobody adds to these, but to copies."""
        last = self._last
        if last is None or last[0] is not node or last[1] is not values:
            own = {CURRENT: node, KEYS: self._keys, GLOBALS: self.globals}
            self._last = last = node, values, Variables({**values, **own})
        return last[2]

    def is_true(self, query: Query, node: XPathNode, values: Values) -> bool:
        """Return the value of an expression as truth."""
        return bool(self.asked(truth, query.token, node, values))

    def nodes(self, query: Query, node: XPathNode, values: Values) -> list[XPathNode]:
        """Return the nodes of the document that an expression selects."""
        found = self.items(query, node, values)
        return [one for one in found if is_node(one) and document_of(one) is self.root]

    def items(self, query: Query, node: XPathNode, values: Values) -> list[Any]:
        """Return the value of an expression as a list."""
        found = self.value(query.token, node, values)
        return found if isinstance(found, list) else [found]

    def text(self, query: Query, node: XPathNode | str, values: Values) -> str:
        """Return the value of an expression as a text, as `value-of` writes it."""
        token = query.token
        found = self.value(token, node, values)
        if not isinstance(found, list):
            return str(token.string_value(found))
        if token.parser.compatibility_mode:
            found = found[:1]
        return joined(token, found, " ")

    def with_lets(
        self, lets: Iterable[Let], node: XPathNode, values: Values
    ) -> dict[str, Any]:
        """Return the values of variables, with those known before."""
        found = dict(values)
        for let in lets:
            found[let.name] = self._lazy(let, node, dict(found))
        return found

    def _lazy(self, let: Let, node: XPathNode, values: Values) -> Lazy:
        """Return the value of a variable for when it is needed."""

        def make() -> Any:
            try:
                if let.made is not None:
                    return let.made.value(self._at(node, values))
                return self.value(let.query.token, node, values)
            except (RecursionError, TooMuch, Unvalued):
                raise
            except Exception as error:  # noqa: BLE001 - elementpath may raise any
                raise Unvalued(let.query, node, error) from None

        return Lazy(make, is_of_document=node is self.root)

    def message(
        self, message: Message, node: XPathNode, values: Values, lacking: Lacking
    ) -> str:
        """Return a message in words, with single spaces; `…` for what has no value.

        Each expression that has none is added to `lacking`, with the reason.
        """
        words = [
            part if isinstance(part, str) else self._said(part, node, values, lacking)
            for part in message
        ]
        return " ".join("".join(words).split())

    def _said(
        self, part: Query | NameOf, node: XPathNode, values: Values, lacking: Lacking
    ) -> str:
        query = part.path if isinstance(part, NameOf) else part
        if query is None:
            return name_in_file(node)
        write = self._name if isinstance(part, NameOf) else self.text
        try:
            return write(query, node, values)
        except TooMuch:
            raise
        except Exception as error:  # noqa: BLE001 - elementpath may raise any
            lacking.append((query, error))
            return "…"

    def _name(self, path: Query, node: XPathNode, values: Values) -> str:
        found = self.value(path.token, node, values)
        first = next(iter(found), "") if isinstance(found, list) else found
        return name_in_file(first) if is_node(first) else str(first)
