"""Prefixes that a start tag declared which is lost: one fault with that.

In `<p:note><p:to/></p:note></p:letter>` nothing declares `p`, as `<p:letter>` did.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.xml.draft import Draft
from ctct_lint.xml.scan.escaping import escaped_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctct_lint.xml.tokens import Token


class LostDeclarations:
    """The start tags that are lost of the elements around a place.

    of_root  the fault of the root, if that has lost its own
    """

    def __init__(self, of_root: Draft | None) -> None:
        self._of_root = of_root
        # How deep each stands, where it begins, and its fault.
        self._around: list[tuple[int, int, Draft]] = []

    def enter(self, token: Token, depth: int) -> None:
        """Go into an element whose start tag is not there."""
        if token.is_lost and isinstance(token.drafts[0], Draft):
            self._around.append((depth, token.start, token.drafts[0]))

    def leave(self, depth: int) -> None:
        """Go out of an element."""
        if self._around and self._around[-1][0] == depth:
            self._around.pop()

    def declare(self, prefix: str, uri: str, places: Sequence[int]) -> bool:
        """Write a declaration into the innermost that all uses of a prefix stand in.

        False if there is none.
        """
        inside = (
            fault
            for _, start, fault in reversed(self._around)
            if all(start <= at < fault.end for at in places)
        )
        fault = next(inside, self._of_root)
        if fault is None:
            return False
        declared = f' xmlns:{prefix}="{escaped_text(uri)}"'
        first = fault.edits[0]
        fault.edits[0] = first._replace(new=_with(first.new, declared))
        fault.expected = tuple(_with(tag, declared) for tag in fault.expected)
        return True


def _with(tag: str, declared: str) -> str:
    """Return a start tag with a declaration; that of a root may have no end yet."""
    start, end, _ = tag.partition(">")
    return start + declared + end
