"""Expressions that have one value in a document, wherever they are evaluated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from elementpath.xpath_tokens import XPathFunction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PATHS = frozenset({"/", "//"})
# What stands on the left has the focus of the whole, what stands on the right has not.
_LED = frozenset({"/", "//", "[", "!", "cast", "castable", "instance", "treat"})
_LITERALS = frozenset({"(string)", "(integer)", "(decimal)", "(float)"})
_BINDING = frozenset({"every", "for", "let", "some"})
_OPERATORS = (
    frozenset({"(", ",", "|", "union", "intersect", "except", "to", "if", "and", "or"})
    | frozenset({"=", "!=", "<", "<=", ">", ">=", "eq", "ne", "lt", "le", "gt", "ge"})
    | frozenset({"+", "-", "*", "div", "idiv", "mod", "is", "<<", ">>", "||"})
)
# Functions whose arguments are not all that they look at.
_OF_FOCUS = frozenset({"element-with-id", "id", "idref", "key", "lang"})
_CONSTANT = frozenset({"false", "true"})
_FUNCTIONS = frozenset(
    {"function", "constructor function", "function__constructor_function"}
)
# What these do depends on more than can be seen in them.
_UNCLEAR = frozenset({"regex-group", "function", "=>", "?", "#", "(value)"})


def fixed_parts(token: Any) -> Iterator[tuple[Any, tuple[str, ...]]]:
    """Yield the largest parts of an expression that have one value, and hold a path.

    Each comes with the variables that it needs: the value is one as long as theirs are.
    """
    if _has_path(token) and _is_fixed(token):
        yield token, tuple(sorted(needed_variables(token)))
        return
    for part in token:
        yield from fixed_parts(part)


def needed_variables(token: Any) -> set[str]:
    """Return the variables that an expression does not bind itself."""
    return set(_needed(token, frozenset()))


def _has_path(token: Any) -> bool:
    return any(one.symbol in _PATHS and len(one) for one in token.iter())


def _is_fixed(token: Any) -> bool:
    return not _depends(token) and not any(map(_is_of_now, token.iter()))


def _depends(token: Any) -> bool:
    """Return whether an expression depends on the focus."""
    symbol, size = token.symbol, len(token)
    if isinstance(token, XPathFunction):
        return _is_of_focus(token) or any(map(_depends, token))
    if symbol in _PATHS and size < 2:  # noqa: PLR2004 - from the root
        return False
    if symbol in _LED:
        return _depends(token[0])
    if symbol in _BINDING | _OPERATORS | {":"} and size:
        return any(map(_depends, _operands(token)))
    return symbol not in _LITERALS and symbol not in {"$", "("}


def _operands(token: Any) -> Sequence[Any]:
    """Return the parts that have a value: no prefix, and no name that is bound."""
    if token.symbol in _BINDING:
        return (*token[1:-1:2], token[-1])
    return token[1:] if token.symbol == ":" else token[:]  # type: ignore[no-any-return]


def _is_of_focus(function: Any) -> bool:
    if not len(function):
        return function.symbol not in _CONSTANT
    is_plain = str(function.label) in _FUNCTIONS
    return not is_plain or function.symbol in _OF_FOCUS


def is_of_its_node(condition: Any) -> bool:
    """Return whether a predicate has one value at a node, whoever asks for it."""
    return not needed_variables(condition) and not any(
        map(_is_of_now, condition.iter())
    )


def _is_of_now(token: Any) -> bool:
    """Return whether a token stands for what is looked at now, or for anything."""
    symbol, label = token.symbol, str(token.label)
    is_current = isinstance(token, XPathFunction) and symbol.startswith("current")
    return is_current or symbol in _UNCLEAR or label == "external function"


def _needed(token: Any, bound: frozenset[str]) -> Iterator[str]:
    if token.symbol == "$":
        name = str(token[0].value)
        yield from () if name in bound else (name,)
        return
    parts = list(token)
    if token.symbol in _BINDING and parts:
        for variable, source in zip(parts[:-1:2], parts[1:-1:2], strict=True):
            yield from _needed(source, bound)
            bound |= {str(variable[0].value)}
        parts = parts[-1:]
    for part in parts:
        yield from _needed(part, bound)
