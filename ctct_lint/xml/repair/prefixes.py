"""Prefixes of names: which one is meant by a misspelt one, and where it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.spelling import is_slip

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ctct_lint.xml.tokens import Token

# Short ones are too much alike: `xs`, `xsd`, `xsi`, `xsl`.
_SHORTEST = 4


def meant_prefix(prefix: str, declared: Iterable[str]) -> str:
    """Return the one declared prefix that is a slip away; "" if there is none."""
    if len(prefix) < _SHORTEST:
        return ""
    close = [p for p in declared if len(p) >= _SHORTEST and is_slip(prefix, p)]
    return close[0] if len(close) == 1 else ""


def uses(tokens: Sequence[Token]) -> dict[str, list[tuple[int, str]]]:
    """Return where tags and attributes have each prefix, with the rest of the name."""
    found: dict[str, list[tuple[int, str]]] = {}
    for token in tokens:
        if token.is_tag:
            _note(found, token.name_start, token.name)
        for attribute in token.attributes:
            _note(found, attribute.name_start, attribute.name)
    return found


def _note(found: dict[str, list[tuple[int, str]]], start: int, name: str) -> None:
    prefix, colon, local = name.partition(":")
    if colon:
        found.setdefault(prefix, []).append((start, local))
