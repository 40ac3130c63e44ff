"""What the open content of XSD 1.1 lets in beside what a type names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ctct_lint.schema.components.content import OpenContent
    from ctct_lint.schema.content.match import Match


def let_beside(match: Match, content: OpenContent, parent: _Element) -> None:
    """Take children that have no place for such that may stand beside the others."""
    open_to = frozenset(_last(match, parent)) if content.at_end else frozenset(parent)
    homeless = [
        *match.unknown,
        *(double.child for double in match.duplicates),
        *(one.child for one in match.misplaced),
    ]
    wildcard = content.wildcard
    let_in = {c for c in homeless if c in open_to and wildcard.matches(c.tag)}
    match.unknown = [c for c in match.unknown if c not in let_in]
    match.duplicates = [d for d in match.duplicates if d.child not in let_in]
    match.misplaced = [m for m in match.misplaced if m.child not in let_in]
    match.disorders = [d for d in match.disorders if let_in.isdisjoint(d.children)]
    match.matched += [(child, wildcard) for child in homeless if child in let_in]


def _last(match: Match, parent: _Element) -> list[_Element]:
    """Return the children behind all that have their place."""
    placed = {child for child, _ in match.matched}
    found: list[_Element] = []
    for child in reversed(parent):
        if child in placed:
            break
        found.append(child)
    return found
