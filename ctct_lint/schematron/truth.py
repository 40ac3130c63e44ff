"""Is an expression true? No more of it is evaluated than is needed to know.

A value that none of the nodes after the first one has, as a text that is no number,
does no harm: Saxon does not look at it either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

# Expressions that have one value, and leave their context as it is.
_VALUES = frozenset(
    {"=", "!=", "<", "<=", ">", ">=", "and", "or", "not", "exists", "empty"}
) | frozenset({"contains", "starts-with", "matches", "some", "every", "castable"})

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeAlias

    # What may be asked of an expression, in a context that nobody else needs.
    Ask: TypeAlias = Callable[[Any, Any], Any]


def value(token: Any, context: Any) -> Any:
    """Return the value of an expression; of nodes and sequences a list."""
    return token.evaluate(context)


def truth(token: Any, context: Any) -> bool:
    """Return the effective boolean value of an expression."""
    if token.symbol in _VALUES:
        found = token.evaluate(context)
        return found if isinstance(found, bool) else bool(token.boolean_value(found))
    return bool(token.boolean_value(in_any_order(token, context.again())))


def has_any(token: Any, context: Any) -> bool:
    """Return whether an expression selects anything."""
    return any(True for _ in in_any_order(token, context.again()))


def in_any_order(token: Any, context: Any) -> Iterator[Any]:
    """Yield what an expression selects, each item as it is found.

    A node may come more than once. The context is not as it was while this goes on.
    """
    select = getattr(token, "any_order", None) or token.select
    return select(context)  # type: ignore[no-any-return]
