"""A slip of the fingers: the pattern that finds it, and the fault that it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.xml.chars import PLAIN_QNAME, S
from ctct_lint.xml.draft import Draft, TextEdit

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from ctct_lint.xml.mistyped.names import Names

# An attribute up to its value.
ATTRIBUTE = f"{S}+{PLAIN_QNAME}{S}*={S}*"


class Slip(NamedTuple):
    """A pattern, and what makes a fault of what it finds, if that is no chance.

    signs  what is in each text in which it finds anything: to look for that takes less
    """

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Names], Draft | None]
    signs: str = ""


def written(at: int, text: str) -> list[TextEdit]:
    """Return the edits that write a text over as many characters."""
    return [TextEdit(n, n + 1, char) for n, char in enumerate(text, at)]


def fault(
    kind: str, span: tuple[int, int], subject: str, edits: list[TextEdit], detail: str
) -> Draft:
    """Return the fault of a slip."""
    return Draft(kind, *span, subject, edits, detail=detail)
