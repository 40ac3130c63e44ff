"""What has one value in a document is evaluated once, however many nodes ask for it.

`some $x in //b satisfies $x/@n = @m` would look for all `b` at each node.
"""

from __future__ import annotations

from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from elementpath.xpath_nodes import XPathNode
from elementpath.xpath_tokens import XPathToken

from ctct_lint.schematron.fixed import fixed_parts
from ctct_lint.schematron.index import document_of
from ctct_lint.schematron.lazy_value import Lazy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


# Of a node with no more children, what these ask for is not kept.
_FEW = 8


class Found:
    """Items, each found when somebody asks for it, and kept."""

    def __init__(self, select: Callable[[], Iterator[Any]]) -> None:
        """Take what selects them, from the first one on."""
        self._found: list[Any] = []
        self._select, self._items = select, select()
        self._failed: Exception | None = None

    def __iter__(self) -> Iterator[Any]:
        """Yield the items; raise what has been raised where one is looked for."""
        at = 0
        while at < len(self._found) or self._finds_another():
            yield self._found[at]
            at += 1

    def _finds_another(self) -> bool:
        if self._failed is not None:
            raise self._failed
        try:
            self._found.append(next(self._items))
        except StopIteration:
            return False
        except RecursionError:
            # With a larger stack there may be more of them.
            self._items = islice(self._select(), len(self._found), None)
            raise
        except Exception as error:
            self._failed = error
            raise
        return True


def hoist(token: Any) -> None:
    """Let the parts of an expression that have one value be evaluated once."""
    for part, needs, ups in fixed_parts(token):
        part.needs, part.ups = needs, ups
        kind = type(part)
        if kind.evaluate is not XPathToken.evaluate:
            part.evaluate = partial(_evaluated, part)
        if kind.select is not XPathToken.select:
            part.select = partial(_items, part, "select")
        if hasattr(kind, "any_order"):
            part.any_order = partial(_items, part, "any_order")


def once(token: Any, context: Any, asked: str, make: Callable[[], Any]) -> Any:
    """Return what is made of an expression, once if that has one value.

    asked  what is made: a name for it
    """
    owners = _owners(token, context)
    if owners is None:
        return make()
    key = asked, id(token), *map(id, owners)
    if key not in context.kept:
        context.kept[key] = owners, Lazy(make)
    return context.kept[key][1].value()


def has_one_value(token: Any, context: Any) -> bool:
    """Return whether an expression has the same value at all nodes, or at many."""
    return _owners(token, context) is not None


def _owners(token: Any, context: Any) -> tuple[Any, ...] | None:
    """Return what the value of an expression is kept for, None if it is not kept."""
    needs = getattr(token, "needs", None)
    if getattr(token, "ups", 0):
        return _above(context.item, token.ups)
    if needs is None or not _is_here(context):
        return None
    variables = tuple(dict.get(context.variables, name) for name in needs)
    are_fixed = all(isinstance(one, Lazy) and one.is_of_document for one in variables)
    return variables if are_fixed else None


def _above(node: Any, ups: int) -> tuple[Any, ...] | None:
    """Return the node above; None if few nodes are below it, and may ask for it."""
    most = 0
    for _ in range(ups):
        node = getattr(node, "parent", None)
        if node is None:
            return None
        most = max(most, len(node.children))
    return (node,) if most > _FEW else None


def _is_here(context: Any) -> bool:
    """Return whether paths start from the root of the document that is checked."""
    item = context.item
    has_others = context.opened or context.made
    if not has_others or not isinstance(item, XPathNode):
        return True
    return document_of(item) is context.index.document


def _evaluated(token: Any, context: Any = None) -> Any:
    kind = type(token)
    return once(token, context, "value", lambda: kind.evaluate(token, context.again()))


def _items(token: Any, method: str, context: Any = None) -> Iterator[Any]:
    kind = type(token)

    def select() -> Iterator[Any]:
        return getattr(kind, method)(token, context.again())  # type: ignore[no-any-return]

    for item in once(token, context, method, partial(Found, select)):
        context.effort.pass_by()
        yield item
