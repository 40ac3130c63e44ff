"""Expressions that have one value in a document, or one for all children of a node."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from elementpath.xpath_tokens import XPathFunction

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schematron.positions import leads_down

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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


class Part(NamedTuple):
    """A part of an expression that has one value in a document, or below one node.

    needs  the variables that it needs: the value is one as long as theirs are
    ups    how far that node is above the one where it is evaluated: 1 for `../a`;
           0 for the whole document
    """

    token: Any
    needs: tuple[str, ...]
    ups: int


def fixed_parts(token: Any) -> Iterator[Part]:
    """Yield the largest parts of an expression that are so, and hold a path."""
    part = _part(token) if _has_path(token) else None
    if part is not None:
        yield part
        return
    for one in token:
        yield from fixed_parts(one)


def _part(token: Any) -> Part | None:
    origins = _origins(token)
    is_one = len(origins) < 2 and None not in origins  # noqa: PLR2004 - one or none
    if not is_one or any(map(_is_of_now, token.iter())):
        return None
    needs = tuple(sorted(needed_variables(token)))
    if origins and (needs or not _has_children(token)):
        return None
    return Part(token, needs, next(iter(origins), None) or 0)


def needed_variables(token: Any) -> set[str]:
    """Return the variables that an expression does not bind itself."""
    return set(_needed(token, frozenset()))


def _has_path(token: Any) -> bool:
    return any(one.symbol in _PATHS and len(one) for one in token.iter())


def _has_children(token: Any) -> bool:
    """Return whether a path goes on to more than attributes, which are found soon."""
    return any(
        one.symbol in _PATHS and len(one) > 1 and one[1].symbol not in {"@", ".."}
        for one in token.iter()
    )


def _origins(token: Any) -> set[int | None]:
    """Return how far above the focus are the nodes that an expression depends on.

    None stands for the focus itself, and for what may lead anywhere from there.
    """
    symbol, size = token.symbol, len(token)
    if isinstance(token, XPathFunction):
        return {None} if _is_of_focus(token) else _origins_of(token)
    if symbol in _PATHS:
        return set() if size < 2 else _origins_of_path(token)  # noqa: PLR2004 - a root
    if symbol in _LED:
        return _origins(token[0])
    if symbol in _BINDING | _OPERATORS | {":"} and size:
        return _origins_of(_operands(token))
    if symbol in _LITERALS or symbol in {"$", "("}:
        return set()
    return {1} if symbol == ".." else {None}


def _origins_of(tokens: Iterable[Any]) -> set[int | None]:
    return {one for token in tokens for one in _origins(token)}


def _origins_of_path(path: Any) -> set[int | None]:
    """Return those of a path; below a node it stays there."""
    start, step = path
    origins = _origins(start)
    if not origins or leads_down(step):
        return origins
    ups = len(list(start.iter("..")))
    is_up = path.symbol == "/" and step.symbol == ".." and origins == {ups}
    return {ups + 1} if is_up and _is_upward(start) else {None}


def _is_upward(path: Any) -> bool:
    return all(one.symbol in {"/", ".."} for one in path.iter())


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
    bound |= frozenset(getattr(token, "varnames", None) or ())
    body = getattr(token, "body", None)
    parts = [*token] if body is None else [*token, body]
    if token.symbol in _BINDING and parts:
        for variable, source in zip(parts[:-1:2], parts[1:-1:2], strict=True):
            yield from _needed(source, bound)
            bound |= {str(variable[0].value)}
        parts = parts[-1:]
    for part in parts:
        yield from _needed(part, bound)
