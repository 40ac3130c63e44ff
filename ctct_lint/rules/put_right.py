"""What is put right of elements that move: their names, and their namespaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.place import Part
from ctct_lint.rules.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ctct_lint.model.place import Place
    from ctct_lint.rules.base import Proposal

    Edits = tuple[tuple[Place, str], ...]

_NAMES = frozenset({Part.NAME, Part.END_NAME})


def put_right(edits: Edits) -> str:
    """Say which names and namespaces edits give to elements; "" without any."""
    names = _each(quoted(new) for at, new in edits if at.part in _NAMES)
    spaces = _each(_space(at, new) for at, new in edits if at.part not in _NAMES)
    return "".join((names and f", as {names}", spaces and f", with {spaces}"))


def _each(words: Iterable[str]) -> str:
    return " or ".join(dict.fromkeys(words))


def _space(at: Place, new: str) -> str:
    is_named = at.part is Part.NAMESPACE and new
    return f"the namespace {quoted(new)}" if is_named else "no namespace"


def putting_right(fix: Proposal, edits: Edits, also: str) -> Proposal:
    """Return a fix that makes edits as well; `also` is what they say, for its title."""
    first, *others = fix.edits
    return fix._replace(title=f"{fix.title}{also}", edits=(first, *edits, *others))
