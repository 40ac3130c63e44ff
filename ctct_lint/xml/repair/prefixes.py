"""Prefixes of names: which one is meant by a misspelt one, and where it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.spelling import is_slip

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ctct_lint.xml.tokens import Token

# Short ones are too much alike: `xs`, `xsd`, `xsi`, `xsl`.
_SHORTEST = 4


def meant_prefix(prefix: str, declared: Iterable[str]) -> str:
    """Return the one declared prefix that is a slip away; "" if there is none."""
    if len(prefix) < _SHORTEST:
        return ""
    close = [p for p in declared if len(p) >= _SHORTEST and is_slip(prefix, p)]
    return close[0] if len(close) == 1 else ""


def uses_of(prefix: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the range of a prefix wherever a tag or an attribute has it."""
    start = f"{prefix}:"
    for token in tokens:
        if token.is_tag and token.name.startswith(start):
            yield token.name_start, token.name_start + len(prefix)
        for attribute in token.attributes:
            if attribute.name.startswith(start):
                at = attribute.name_start
                yield at, at + len(prefix)


def names_with(prefix: str, tokens: Sequence[Token]) -> list[str]:
    """Return the local names of the tags and attributes that have a prefix."""
    written = [token.name for token in tokens if token.is_tag]
    for token in tokens:
        written += [attribute.name for attribute in token.attributes]
    start = f"{prefix}:"
    return [name[len(start) :] for name in written if name.startswith(start)]
