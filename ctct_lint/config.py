"""What to check a document for, and what of it to report."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ctct_lint.schema.operation import Operation


class Settings(NamedTuple):
    """The choices of one run; picklable.

    operation  None: decided by the document's root (`auto`)
    select     codes, prefixes of codes or names to report; empty: all of them
    ignore     the same, not to report; it wins over `select`
    most       how many diagnostics of one code are reported in one file
    """

    operation: Operation | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    most: int = 100

    def reports(self, code: str, name: str) -> bool:
        """Is a diagnostic of this code wanted?"""
        if self.select and not any(_covers(s, code, name) for s in self.select):
            return False
        return not any(_covers(s, code, name) for s in self.ignore)


def _covers(selector: str, code: str, name: str) -> bool:
    return code.startswith(selector.upper()) or name == selector
