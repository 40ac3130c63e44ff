"""Tokens of elementpath with methods of our own, for one parser alone."""

from __future__ import annotations

from typing import Any


def override(parser: Any, symbol: str, kept_as: str = "inherited", **own: Any) -> None:
    """Derive a token for a parser from the one that it has for a symbol.

    kept_as  the name under which the new one has the old one: another one where that
             was derived before, and has one by the usual name
    own      methods and attributes, by their names
    """
    token = parser.symbol_table[symbol]
    made = type(token)(token.__name__, (token,), {kept_as: token, **own})
    parser.symbol_table[symbol] = made


def give_function(parser: Any, symbol: str, nargs: Any, **own: Any) -> None:
    """Give one parser a function, in the place of the one of that name if it has it.

    `parser.function` would change that one for all parsers, also for those of others.
    """
    if symbol in parser.symbol_table:
        override(parser, symbol, **own)
        return
    made = parser.function(symbol, nargs=nargs)
    for name, method in own.items():
        setattr(made, name, method)
