"""The names of what is missing, in words: what only a wildcard asks for has any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.rules.base import Finding
from ctct_lint.rules.namespaces import of_namespaces
from ctct_lint.rules.wording import either, quoted
from ctct_lint.schema.content.match import ANY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctct_lint.model.fault import Fault

ANY_NAME = "one of any name"
ADD_ONE = "add the element that this place is for"
WRITE = "write the name that was meant"
# Of more names the help does not ask for each.
_ASKED_FOR = 2


def named(name: str) -> str:
    """Return a name as it stands in a sentence."""
    return ANY_NAME if name == ANY else quoted(name)


def either_named(names: Sequence[str]) -> str:
    """Return names of which one is enough, that of a wildcard as the last."""
    known = either([name for name in names if name != ANY])
    return " or ".join(filter(None, (known, ANY_NAME if ANY in names else "")))


def perhaps(
    names: Sequence[str], otherwise: str = "remove it", write: str = WRITE
) -> str:
    """Ask for what lacks; nothing that may be it is to be removed unseen.

    write  what is to be done if it is one of many
    """
    if len(names) > _ASKED_FOR:
        return f"{write}: {len(names)} are missing here; else {otherwise}"
    verb = "is" if len(names) == 1 else "are"
    return f"did you mean {either(names)}, which {verb} missing here? else {otherwise}"


def of_any_name(fault: Fault) -> Finding:
    """Word the fault of a parent that lacks nothing but what may have any name."""
    number = len(fault.expected)
    what, help_ = _of_any("an element", fault), ADD_ONE
    if number > 1:
        what = _of_any(f"{number:,} elements", fault)
        help_ = "add the elements that these places are for"
    return Finding(fault.at, f"{quoted(fault.owner)} lacks {what}", help=(help_,))


def _of_any(what: str, fault: Fault) -> str:
    """Say of which namespaces something has to be, if not of just any."""
    if fault.detail in {"", "not"}:
        return f"{what} that may have any name"
    return of_namespaces(what, fault.detail)
